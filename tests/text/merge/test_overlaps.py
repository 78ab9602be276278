"""Which suggestions want to change the same words."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.merge.edits import Edit, Replacement, overlap_groups
from reviewtui.text.merge.replacement_merge import EditConflict, merge_replacement

TEXT = "Officers may post within two working days. Ask first.\n* Be kind.\n* Be brief.\n"


def wanted(quote: str, words: str, path: str = "a") -> Replacement:
    """A replacement of the first `quote` in the text; an empty quote inserts behind "first."."""
    start = TEXT.index(quote) if quote else TEXT.index("first.") + len("first.")
    return Replacement(path, start, start + len(quote), words)


def groups(*cases: Replacement) -> tuple[tuple[int, ...], ...]:
    """The groups among `cases`, in two files with the same text."""
    return overlap_groups({"a": TEXT, "b": TEXT}, cases)


def test_the_same_words_collide_in_a_chain() -> None:
    """Two that share a word, and a third that shares one with the second; another file is another matter."""
    one = wanted("two working", "three full")
    two = wanted("working days", "calendar weeks")
    three = wanted("days. Ask", "hours. Then ask")
    assert groups(one, three, two, wanted("two", "three", "b"), wanted("kind", "polite")) == ((0, 1, 2),)


def test_one_sentence_quoted_twice_does_not_collide() -> None:
    """What was retyped as it was is not touched."""
    sentence = "Officers may post within two working days."
    assert groups(wanted(sentence, sentence.replace("two", "three")), wanted(sentence, f"All {sentence}")) == ()
    assert groups(wanted(sentence, sentence.replace("two", "three")), wanted("two", "five")) == ((0, 1),)


def test_insertions_at_one_spot_do_not_collide() -> None:
    """They are ordered, not settled; beside a changed word only one inside the sentence does."""
    assert groups(wanted("", " Wait."), wanted("", " Rest."), wanted("first", "twice")) == ()
    assert groups(wanted("may post", "may not post"), wanted("may", "must")) == ((0, 1),)
    assert groups(wanted("may post", "may not post"), wanted("post within", "post online within")) == ()


def test_equal_suggestions_are_decided_together() -> None:
    """Two that want the very same change are one group too."""
    assert groups(wanted("two", "three"), wanted("two", "three")) == ((0, 1),)


def test_white_space_is_no_word() -> None:
    """Whoever only wraps a line anew collides with nobody."""
    assert groups(wanted("may post", "may\npost"), wanted("may post", "must tweet")) == ()


cases = st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(["", "new", "new words."]))


@given(st.lists(cases, max_size=6))
def test_groups_are_what_pairs_give(cases: list[tuple[int, int, str]]) -> None:
    """Two are in one group exactly if a chain of colliding pairs joins them."""
    starts = [0, *(place + 1 for place, char in enumerate(TEXT) if char.isspace())]
    spans = [
        Replacement("a", starts[first], starts[min(first + size, len(starts) - 1)], words)
        for first, size, words in cases
    ]
    joined = {index: {index} for index in range(len(spans))}
    for one, two in itertools.combinations(joined, 2):
        if overlap_groups({"a": TEXT}, (spans[one], spans[two])):
            together = joined[one] | joined[two]
            for index in together:
                joined[index] = together
    expected = {tuple(sorted(group)) for group in joined.values() if len(group) > 1}
    assert set(overlap_groups({"a": TEXT}, spans)) == expected


@pytest.mark.parametrize("other", ["two", "may", "working days", "Ask", "kind", "within two working"])
@pytest.mark.parametrize("quote", ["two", "may post", "days.", "Be kind", "within two"])
def test_what_does_not_collide_is_merged_in_either_order(quote: str, other: str) -> None:
    """The queue and the merge give one answer: no collision, no clash, the same bytes; a collision, a clash."""
    one, two = wanted(quote, f"{quote.split(maxsplit=1)[0]} ONE"), wanted(other, "TWO")
    collide = bool(groups(one, two))
    results = set()
    for first, second in ((one, two), (two, one)):
        now = TEXT[: first.start] + first.words + TEXT[first.end :]
        merged = merge_replacement(TEXT, Edit(second.start, second.end, second.words), now)
        assert isinstance(merged, EditConflict) == collide
        results.add("" if isinstance(merged, EditConflict) else merged.text)
    assert len(results) == 1
