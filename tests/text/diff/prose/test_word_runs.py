"""Runs of words that differ: the exact minimum on texts of ordinary size, and always the same words between."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reviewtui.text.diff.prose.word_runs import changed_runs

strings = st.text(alphabet="abcdef", max_size=40)


@given(strings, strings, strings)
def test_no_fewer_words_could_change(before, old, new):
    """What differs adds up to the distance of the longest common subsequence, wherever the gap begins."""
    gap = (len(before), len(before) + len(old), len(before), len(before) + len(new))
    runs = changed_runs(before + old, before + new, gap)
    assert sum(x - i + y - j for i, x, j, y in runs) == Indel.distance(old, new)


@given(strings, strings)
def test_between_runs_both_strings_are_equal(old, new):
    """The old string with its runs replaced is the new one."""
    parts, done = [], 0
    for i, x, j, y in changed_runs(old, new, (0, len(old), 0, len(new))):
        parts += [old[done:i], new[j:y]]
        done = x
    assert "".join([*parts, old[done:]]) == new


def test_long_strings_are_cut_first():
    """Strings of more pairs than can be compared exactly are still compared to the end."""
    old = "".join(chr(300 + k % 5000) for k in range(6000))
    new = old[:1000] + "x" + old[1001:4000] + old[4003:]
    runs = changed_runs(old, new, (0, len(old), 0, len(new)))
    assert sum(x - i + y - j for i, x, j, y in runs) == 5


def test_long_strings_without_a_common_word_are_one_run():
    """Nothing is looked for where nothing can be found."""
    old, new = "ab" * 1500, "cd" * 1500
    assert changed_runs(old, new, (0, 3000, 0, 3000)) == [(0, 3000, 0, 3000)]
