"""Where two texts can differ: everything outside the spans is the same characters, and no word is cut."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.sequences.changed_spans import changed_spans, equal_runs, trimmed

LINES = [
    "Officers must think before they post anything at all.\n",
    "Every post is a record, and records are kept for two years by the archive of the council.\n",
    "The communications team answers questions within two working days, or says when it will.\n",
    "Ask first.\n",
    "\n",
    "* Be kind\r\n",
    "No line end",
]
drafts = st.lists(st.sampled_from(LINES), max_size=14).map("".join)


@given(drafts, drafts)
def test_outside_the_spans_both_texts_are_the_same_characters(old, new):
    """Spans are in order, and the old text with its spans replaced is the new text."""
    parts, done, before = [], 0, 0
    for a, a_end, b, b_end in changed_spans(old, new):
        assert done <= a <= a_end
        assert before <= b <= b_end
        parts += [old[done:a], new[b:b_end]]
        done, before = a_end, b_end
    assert "".join([*parts, old[done:]]) == new


@given(drafts, drafts)
def test_spans_cut_no_word(old, new):
    """What is inside and what is outside, split alone, are the words of the text."""
    pieces, done = [], 0
    for a, a_end, _, _ in changed_spans(old, new):
        pieces += [old[done:a], old[a:a_end]]
        done = a_end
    assert [word for piece in [*pieces, old[done:]] for word in piece.split()] == old.split()


def test_equal_texts_have_no_span():
    """Nothing differs, nothing is looked at."""
    assert changed_spans("One line.\n", "One line.\n") == []


def test_equal_ends_are_trimmed_to_whole_words():
    """Words that begin alike are not cut."""
    old, new = "officers must reply soon", "officers may reply soon"
    a, a_end, b, b_end = trimmed(old, new, (0, len(old), 0, len(new)))
    assert (old[a:a_end], new[b:b_end]) == ("must", "may")


def test_long_lines_that_stand_once_hold_their_neighbours():
    """A short line is no anchor of its own, but it belongs to the run of one."""
    assert equal_runs([LINES[3], LINES[1]], ["x\n", LINES[3], LINES[1]]) == [(0, 2, 1)]
    assert equal_runs([LINES[3]], [LINES[3]]) == []
