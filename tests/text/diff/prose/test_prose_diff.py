"""The prose diff: rebuilds both sides, shows words, not wrapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.words.words import Numbering, is_mark
from tests.text.diff.rebuilding import rebuild

texts = st.text(alphabet="ab*_# .\n\r\t\ufeffé😀ש", max_size=60)
prose = st.lists(
    st.sampled_from(["the", "council", "must", "reply", "within", "two", "days", "**must**", "-", "to\neach"]),
    max_size=30,
).map(" ".join)


@given(texts, texts)
def test_the_exact_view_rebuilds_both_sides(old, new):
    """Every character comes back: BOM, CRLF, emoji, no final newline."""
    diff = diff_texts(old, new, exact=True)
    assert rebuild(old, diff, new) == new
    assert rebuild(new, diff, old, backwards=True) == old


@given(prose, prose, st.booleans())
def test_between_hunks_both_sides_hold_the_same_words(old, new, readable):
    """Marks and white space aside, nothing outside the hunks differs, and hunks are in order."""
    diff = diff_texts(old, new, readable=readable)
    i = j = 0
    for hunk in diff.hunks:
        assert plain(old[i : hunk.old_start]) == plain(new[j : hunk.new_start])
        i, j = hunk.old_end, hunk.new_end
    assert plain(old[i:]) == plain(new[j:])


def plain(text):
    return [word.strip("*-") for word in text.split() if word.strip("*-")]


@given(prose)
def test_rewrapping_is_no_change_of_words(text):
    """The same words on other lines are the same text, though not the same characters."""
    wrapped = "\n".join(text.split())
    assert diff_texts(text, wrapped).hunks == ()
    assert (diff_texts(text, wrapped, exact=True).hunks == ()) == (text == wrapped)


def test_marks_are_no_change_of_words():
    """Emphasis and bullets are shown by the exact view alone."""
    assert diff_texts("You must reply.", "- You **must** reply.").hunks == ()
    assert diff_texts("You must reply.", "You **must** reply.", exact=True).hunks


@given(prose)
def test_taking_all_marks_off_is_no_change_of_words(text):
    """However words in marks and the same words without stand beside each other."""
    bare = " ".join(word.strip("*") for word in text.split() if word != "-")
    assert diff_texts(text, bare).hunks == ()


@given(texts, texts, st.integers(0, 3))
def test_one_numbering_serves_many_texts(old, new, times):
    """It gives the same hunks as a numbering for each pair."""
    numbering = Numbering()
    for _ in range(times):
        diff_texts(new, old, numbering)
    assert diff_texts(old, new, numbering) == diff_texts(old, new)


def test_hunks_name_words_and_count_them():
    """A hunk holds the changed words of both sides."""
    old, new = "Officers must reply within two days.", "Officers should reply within ten working days."
    diff = diff_texts(old, new, readable=False)
    assert [(old[h.old_start : h.old_end], new[h.new_start : h.new_end]) for h in diff.hunks] == [
        ("must", "should"),
        ("two", "ten working"),
    ]
    assert (diff.words_deleted, diff.words_inserted) == (2, 3)


def test_a_rewritten_passage_is_one_readable_hunk():
    """Words that agree by chance do not chop a rewritten sentence into splinters."""
    old = "Ask the team first and then wait for the reply of a manager before you go on with it."
    new = "Nobody posts alone: every draft is read by the press desk, twice, and only then is it public."
    assert len(diff_texts(old, new).hunks) < len(diff_texts(old, new, readable=False).hunks)


def test_long_rewritten_texts_need_bounded_memory():
    """Two texts of many words without a common line are cut at unique words, and still found alike."""
    old = " ".join(f"word{n}" for n in range(12_000))
    new = " ".join(f"word{n}" for n in range(12_000) if n % 100)
    diff = diff_texts(old, new, readable=False)
    assert (diff.words_deleted, diff.words_inserted) == (120, 0)


@pytest.mark.parametrize("tag", ["0.2.0", "0.4.1", "0.7.1"])
def test_releases_of_the_standard_differ_by_nearly_the_fewest_words(standard, tag):
    """At most one in a hundred more than the exact minimum, and the exact view rebuilds both drafts."""
    old, new = draft(standard, tag), draft(standard, "0.8.0")
    exact = diff_texts(old, new, exact=True)
    assert rebuild(old, exact, new) == new
    assert rebuild(new, exact, old, backwards=True) == old
    numbering = Numbering()
    one, two = (numbering.string([word for word in text.split() if not is_mark(word)]) for text in (old, new))
    found = diff_texts(old, new, readable=False)
    assert found.words_deleted + found.words_inserted <= 1.01 * Indel.distance(one, two)


def draft(clone, tag):
    """Return all criteria of a release as one text."""
    paths = clone.git("ls-tree", "-r", "--name-only", tag, "criteria").split()
    return "\n".join(clone.git("show", f"{tag}:{path}") for path in paths if path.endswith(".md"))
