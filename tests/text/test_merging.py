"""Suggestions merged into a text that moved on, and collisions among them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.merging import Clash, Merged, collisions, merge_replacement

texts = st.text(alphabet="ab \r\n\ufeffé\u0301😀שx*-", max_size=40)
WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]


@given(texts, st.data(), texts)
def test_on_the_same_text_every_byte_is_kept(base, data, replacement):
    """Nothing but the passage changes, and the replacement is where it says."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    merged = merge_replacement(base, start, end, replacement, base)
    assert isinstance(merged, Merged)
    assert merged.text == base[:start] + replacement + base[end:]
    assert merged.text[merged.start : merged.end] == replacement


@given(texts, st.data(), texts)
def test_undo_gives_the_bytes_back(base, data, replacement):
    """Putting the old passage back where the replacement stands restores the text."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    merged = merge_replacement(base, start, end, replacement, base)
    undone = merge_replacement(merged.text, merged.start, merged.end, base[start:end], merged.text)
    assert undone.text == base


@st.composite
def two_edits(draw):
    """Two replacements of different words of one text."""
    text = " ".join(draw(st.permutations(WORDS)))
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    first = draw(st.integers(0, 4))
    second = draw(st.integers(first + 2, 9))
    return text, spans[first], spans[second]


@given(two_edits(), st.sampled_from(["ONE", "ONE TWO", "", "ONE\r\n"]), st.sampled_from(["TWO", "", "THREE 😀"]))
def test_suggestions_for_different_words_commute(case, one, two):
    """In either order both are applied, to the same text."""
    base, a, b = case
    first = merge_replacement(base, *a, one, base)
    second = merge_replacement(base, *b, two, base)
    forth = merge_replacement(base, *b, two, first.text)
    back = merge_replacement(base, *a, one, second.text)
    assert isinstance(forth, Merged)
    assert isinstance(back, Merged)
    assert forth.text == back.text == base[: a[0]] + one + base[a[1] : b[0]] + two + base[b[1] :]
    assert forth.text[forth.start : forth.end] == two
    assert back.text[back.start : back.end] == one


def test_two_edits_of_the_same_words_clash():
    """A person sees the passage of the base, of now, and as suggested."""
    base = "Reply within two days of the post."
    now = "Reply within five days of the post."
    start = base.index("two")
    clash = merge_replacement(base, start, start + 3, "three", now)
    assert clash == Clash("two", "five", "three")


def test_a_passage_that_was_only_rewrapped_takes_the_suggestion():
    """White space is no other edit of the words."""
    base = "Officers must think before they post."
    now = "Officers must\nthink\nbefore they post."
    start = base.index("think")
    merged = merge_replacement(base, start, start + len("think before"), "ask before", now)
    assert merged == Merged("Officers must\nask before they post.", 14, 24)


def test_a_suggestion_that_is_there_already_changes_nothing():
    """Someone else made the same change."""
    base, now = "Reply in two days.", "Reply in three days."
    assert merge_replacement(base, 9, 12, "three", now) == Merged(now, 9, 14)


def test_an_insertion_finds_its_gap_again():
    """Text before it grew; the gap is between the same words."""
    base = "Ask first. Then post."
    merged = merge_replacement(base, 11, 11, "Wait. ", "Always ask first. Then post.".replace("ask", "Ask"))
    assert merged == Merged("Always Ask first. Wait. Then post.", 18, 24)


@given(two_edits())
def test_foreign_edits_elsewhere_stay(case):
    """What others changed beside the passage is untouched."""
    base, a, b = case
    now = base[: b[0]] + "CHANGED" + base[b[1] :]
    merged = merge_replacement(base, *a, "NEW", now)
    assert isinstance(merged, Merged)
    assert merged.text == base[: a[0]] + "NEW" + base[a[1] : b[0]] + "CHANGED" + base[b[1] :]


def test_collisions_group_by_shared_words():
    """Passages that overlap collide, in a chain too; neighbours and other files do not."""
    spans = [("a", 0, 5), ("a", 4, 9), ("a", 9, 12), ("b", 0, 5), ("a", 8, 9)]
    assert collisions(spans) == ((0, 1, 4),)


def test_insertions_at_one_spot_do_not_collide():
    """They are ordered, not settled; one inside a replaced passage does collide."""
    assert collisions([("a", 5, 5), ("a", 5, 5), ("a", 5, 9), ("a", 1, 5)]) == ()
    assert collisions([("a", 5, 5), ("a", 3, 9)]) == ((0, 1),)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 20), st.integers(0, 6)), max_size=8))
def test_collisions_are_what_pairwise_overlap_gives(cases):
    """Two are in one group exactly if a chain of overlaps joins them."""
    spans = [(path, start, start + size) for path, start, size in cases]
    groups = {index: index for index in range(len(spans))}
    for _ in spans:
        for i, one in enumerate(spans):
            for j, two in enumerate(spans):
                if i != j and _overlap(one, two):
                    low = min(groups[i], groups[j])
                    groups[i] = groups[j] = low
    expected = {}
    for index, group in groups.items():
        expected.setdefault(group, []).append(index)
    assert set(collisions(spans)) == {tuple(group) for group in expected.values() if len(group) > 1}


def _overlap(one, two):
    if one[0] != two[0]:
        return False
    (start, end), (low, high) = one[1:], two[1:]
    if start == end and low == high:
        return False
    if start == end:
        return low < start < high
    if low == high:
        return start < low < end
    return start < high and low < end
