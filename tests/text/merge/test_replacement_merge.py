"""Suggestions merged into a text that moved on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.replacement_merge import EditConflict, Merged, merge_replacement

texts = st.text(alphabet="ab \r\n\ufeffé\u0301😀שx*-", max_size=40)
WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]


@given(texts, st.data(), texts)
def test_on_the_same_text_every_byte_is_kept(base, data, replacement):
    """Nothing but the passage changes, and the replacement is where it says."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    merged = merge_replacement(base, Edit(start, end, replacement), base)
    assert isinstance(merged, Merged)
    assert merged.text == base[:start] + replacement + base[end:]
    assert merged.text[merged.start : merged.end] == replacement


@given(texts, st.data(), texts)
def test_undo_gives_the_bytes_back(base, data, replacement):
    """Putting the old passage back where the replacement stands restores the text."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    merged = merge_replacement(base, Edit(start, end, replacement), base)
    undone = merge_replacement(merged.text, Edit(merged.start, merged.end, base[start:end]), merged.text)
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
    first = merge_replacement(base, Edit(*a, one), base)
    second = merge_replacement(base, Edit(*b, two), base)
    forth = merge_replacement(base, Edit(*b, two), first.text)
    back = merge_replacement(base, Edit(*a, one), second.text)
    assert isinstance(forth, Merged)
    assert isinstance(back, Merged)
    assert forth.text == back.text == base[: a[0]] + one + base[a[1] : b[0]] + two + base[b[1] :]
    assert forth.text[forth.start : forth.end] == two
    assert back.text[back.start : back.end] == one


def test_two_words_of_one_sentence_are_both_changed():
    """A reviewer who retyped a whole sentence changed only the words that differ."""
    base = "Officers must reply within two days."
    now = "All officers must reply within two days."
    merged = merge_replacement(base, Edit(0, len(base), "Officers must reply within three days."), "All o" + base[1:])
    assert merged.text == now.replace("two", "three")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (("may", "must"), ("may post", "may not post")),
        (("may post", "may not post"), ("may", "must")),
        (("may", "must"), ("may", "should")),
        (("may post", ""), ("post", "publish")),
        (("half-hour", "half-day"), ("half", "full")),
        (("within a half-hour", "soon"), ("half-hour", "hour")),
    ],
)
def test_a_word_beside_a_new_one_is_touched(theirs, ours):
    """What stands beside an inserted word, or holds a changed part of it, is for a person, in either order."""
    base = "Officers may post within a half-hour."
    for one, two in ((theirs, ours), (ours, theirs)):
        now = base.replace(*one, 1)
        start = base.index(two[0])
        clash = merge_replacement(base, Edit(start, start + len(two[0]), two[1]), now)
        assert isinstance(clash, EditConflict)
        assert (clash.base, clash.ours) == two


@pytest.mark.parametrize("new", [" Wait.", "\n\nWait a day.", "\n* wait"])
def test_whole_sentences_beside_a_changed_word_touch_nothing(new):
    """A sentence or a list item that was put in before or behind does not stand in the way, in either order."""
    base = "Ask first.\n* post\n* delete\n"
    for spot in (10, 17) if "\n" in new else (10,):
        grown = base[:spot] + new + base[spot:]
        start = base.index("post")
        merged = merge_replacement(base, Edit(start, start + 4, "publish"), grown)
        assert merged.text == grown.replace("post", "publish")
        assert merge_replacement(base, Edit(spot, spot, new), base.replace("post", "publish")).text == merged.text


@pytest.mark.parametrize("spot", [10, 11])
def test_insertions_at_one_spot_stand_one_behind_the_other(spot):
    """Neither is lost and nothing is said twice, wherever the spaces went."""
    base = "Ask first. Then post."
    for first in (" Wait.", "Wait. "):
        now = base[:10] + first + base[10:] if first[0] == " " else base[:11] + first + base[11:]
        second = " Rest." if spot == 10 else "Rest. "
        merged = merge_replacement(base, Edit(spot, spot, second), now)
        assert sorted(merged.text.split()) == sorted([*now.split(), "Rest."])
        assert merged.words == second


@given(texts, st.data(), texts)
def test_merging_what_is_there_already_is_no_change(base, data, replacement):
    """Theirs equal to ours: the text of now stays as it is."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    now = base[:start] + replacement + base[end:]
    assert merge_replacement(base, Edit(start, end, replacement), now).text == now


@given(texts, st.data(), texts, texts)
def test_a_merge_changes_the_passage_only(base, data, replacement, now):
    """Whatever the text of now: what is outside of the replaced characters stays, byte for byte."""
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    merged = merge_replacement(base, Edit(start, end, replacement), now)
    if isinstance(merged, EditConflict):
        assert (merged.base, merged.ours) == (base[start:end], replacement)
        return
    low, high = merged.replaced
    assert 0 <= low <= high <= len(now)
    assert merged.text == now[:low] + merged.words + now[high:]


def test_two_edits_of_the_same_words_clash():
    """A person sees the passage of the base, of now, and as suggested."""
    base = "Reply within two days of the post."
    now = "Reply within five days of the post."
    start = base.index("two")
    clash = merge_replacement(base, Edit(start, start + 3, "three"), now)
    assert clash == EditConflict("two", "five", "three")


def test_a_passage_that_was_only_rewrapped_takes_the_suggestion():
    """White space is no other edit of the words."""
    base = "Officers must think before they post."
    now = "Officers must\nthink\nbefore they post."
    start = base.index("think")
    merged = merge_replacement(base, Edit(start, start + len("think before"), "ask before"), now)
    assert merged == Merged("Officers must\nask\nbefore they post.", 14, 24, (14, 26))


def test_a_suggestion_that_is_there_already_changes_nothing():
    """Someone else made the same change."""
    base, now = "Reply in two days.", "Reply in three days."
    assert merge_replacement(base, Edit(9, 12, "three"), now) == Merged(now, 9, 14, (9, 14))


def test_an_insertion_finds_its_gap_again():
    """Text before it grew; the gap is between the same words."""
    base = "Ask first. Then post."
    merged = merge_replacement(base, Edit(11, 11, "Wait. "), "Always ask first. Then post.".replace("ask", "Ask"))
    assert merged == Merged("Always Ask first. Wait. Then post.", 18, 24, (18, 18))


@given(two_edits())
def test_foreign_edits_elsewhere_stay(case):
    """What others changed beside the passage is untouched."""
    base, a, b = case
    now = base[: b[0]] + "CHANGED" + base[b[1] :]
    merged = merge_replacement(base, Edit(*a, "NEW"), now)
    assert isinstance(merged, Merged)
    assert merged.text == base[: a[0]] + "NEW" + base[a[1] : b[0]] + "CHANGED" + base[b[1] :]
