"""Suggestions put into a text one after the other, and taken out again."""

import itertools
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.policy.editing import Three, edit_texts, insertion_span, settled_words
from reviewtui.domain.refusal import Conflict
from reviewtui.text.merge.edits import Edit, Replacement, overlap_groups
from reviewtui.text.merge.replacement_merge import EditConflict, merge_replacement

# Every word stands once: what a diff makes of repeated words is a matter of its own.
WORDS = (
    "officers",
    "must",
    "café",
    unicodedata.normalize("NFD", "résumé"),
    "שלום",
    "مرحبا",
    "👩‍👩‍👧",
    "5.5",
    "half-hour",
    "**bold**",
    "[link](a.md)",
    "don't",
    "नमस्ते",
    "\u202eodd",
)
JOINTS = (" ", "\n", "\r\n", "\r\n\r\n", "\n\n", ", ", ".\n")
HEADS = ("", "\ufeff", "---\ntitle: x\n---\n", "\ufeff---\r\ntitle: x\r\n---\r\n", "# Title\n\n")
ENDS = ("", "\n", "\r\n", "\n\n", ".")
NEW = ("new", "two new", "", "né", "ne\u0301", "👍", "עוד", "a\r\nb", "a\nb", "(x)")


@dataclass(frozen=True)
class Story:
    """A text with suggestions for different words of it: `(start, end, words)` each."""

    text: str
    suggestions: tuple[tuple[int, int, str], ...]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A text of tricky words, and up to three suggestions of which no two are for neighbouring words."""
    words = draw(st.permutations(WORDS))[: draw(st.integers(5, len(WORDS)))]
    text = draw(st.sampled_from(HEADS))
    spans = []
    for word in words:
        spans.append((len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from(JOINTS))
    text = text[: spans[-1][1]] + draw(st.sampled_from(ENDS))
    places = draw(st.lists(st.integers(0, (len(words) - 1) // 2), unique=True, min_size=1, max_size=3))
    replacements = draw(st.permutations([word for word in NEW if word not in text]))
    return Story(text, tuple((*spans[place * 2], new) for place, new in zip(places, replacements, strict=False)))


def _apply(base: str, now: str, suggestion: tuple[int, int, str]) -> tuple[str, tuple[int, int]]:
    start, end, words = suggestion
    merged = merge_replacement(base, Edit(start, end, words), now)
    assert not isinstance(merged, EditConflict), (base, now, suggestion)
    return merged.text, (merged.start, merged.end)


@given(stories())
def test_in_any_order_the_bytes_are_the_same(story: Story) -> None:
    """Suggestions for different words do not collide, and each order of accepting them gives plain replacement."""
    placed = [Replacement("a", *suggestion) for suggestion in story.suggestions]
    assert overlap_groups({"a": story.text}, placed) == ()
    expected = story.text
    for start, end, words in sorted(story.suggestions, reverse=True):
        expected = expected[:start] + words + expected[end:]
    for order in itertools.permutations(story.suggestions):
        now = story.text
        for suggestion in order:
            now, _ = _apply(story.text, now, suggestion)
        assert now == expected


@given(stories())
def test_what_was_accepted_can_be_taken_out_in_any_order(story: Story) -> None:
    """Undoing each, whatever was accepted before or after it, gives the bytes back."""
    now, texts = story.text, []
    for suggestion in story.suggestions:
        after, span = _apply(story.text, now, suggestion)
        texts.append((after, span, suggestion))
        now = after
    for order in itertools.permutations(texts):
        left = now
        for after, (start, end), (low, high, _) in order:
            merged = merge_replacement(after, Edit(start, end, story.text[low:high]), left)
            assert not isinstance(merged, EditConflict)
            left = merged.text
        assert left == story.text


@given(stories(), st.data())
def test_the_three_texts_each_get_the_words(story: Story, data: st.DataObject) -> None:
    """HEAD's, the index's and the file's text get the words, and keep what they had of their own."""
    start, end, words = story.suggestions[0]
    own = [story.text]
    for suggestion in story.suggestions[1:]:
        own.append(_apply(story.text, own[-1], suggestion)[0])
    index, file = data.draw(st.sampled_from(own)), data.draw(st.sampled_from(own))
    edit = edit_texts("a.md", (start, end), words, Three(story.text, index, file))
    assert edit.result.head == story.text[:start] + edit.after + story.text[end:]
    for result, text in ((edit.result.index, index), (edit.result.work_tree, file)):
        assert result == _apply(story.text, text, (start, end, edit.after))[0]
    assert edit.before == story.text[start:end]


def _anchor(exact: str, prefix: str = "", suffix: str = "") -> Anchor:
    return Anchor(path="a.md", blob="a" * 40, start=0, end=len(exact), exact=exact, prefix=prefix, suffix=suffix)


def test_a_word_put_beside_a_changed_one_is_a_conflict() -> None:
    """A "not" came behind "must" since; making it "may" is for a person. A sentence before it is no matter."""
    anchor = _anchor("must", "Officers ", " think.")
    assert settled_words(anchor, "may", "Wait. Officers must think.", (15, 19)) == "may"
    with pytest.raises(Conflict):
        settled_words(anchor, "may", "Officers must not think.", (9, 13))


def test_a_sentence_that_was_reworded_elsewhere_takes_the_suggestion() -> None:
    """The passage has other words by now; what the suggestion changes is still there."""
    exact = "Officers must reply within two days."
    now = f"All {exact}"
    settled = settled_words(_anchor(exact), exact.replace("two", "three"), f"{now} Bye.", (0, len(now)))
    assert settled == now.replace("two", "three")


def test_words_that_both_changed_are_a_conflict_with_three_readings() -> None:
    """Base, theirs and ours are what a person needs to settle it."""
    with pytest.raises(Conflict) as caught:
        settled_words(_anchor("within two days"), "within three days", "Reply within five days.", (6, 22))
    assert (caught.value.base, caught.value.theirs, caught.value.ours) == (
        "within two days",
        "within three days",
        "within five days",
    )


SPACED = ((" One.", " Two.", " Three."), ("One. ", "Two. ", "Three. "))


@given(st.permutations(["a", "b", "c"]), st.sampled_from(SPACED))
def test_insertions_in_one_gap_stand_in_the_order_of_their_threads(order: list[str], words: tuple[str, ...]) -> None:
    """Whichever is accepted first, and on whichever side of what is there already the gap is found."""
    before, behind = ("Ask first.", " Then post.") if words[0][0] == " " else ("Ask first. ", "Then post.")
    for found_behind in (False, True):
        now, put_in = before + behind, {}
        for thread in order:
            new = words["abc".index(thread)]
            at = len(now) - len(behind) if found_behind else len(before)
            spot, end = insertion_span(now, at, (thread, new), put_in)
            assert spot == end
            now = now[:spot] + new + now[spot:]
            put_in[thread] = new
        assert now == before + "".join(words) + behind


@pytest.mark.parametrize("at", [10, 16])
def test_the_same_insertion_is_not_made_twice(at: int) -> None:
    """Two partners missed the same words: what the one put in is what the other asked for."""
    now = "Ask first. Wait. Then post."
    assert insertion_span(now, at, ("b", " Wait."), {"a": " Wait."}) == (10, 16)
    assert settled_words(_anchor(""), " Wait.", now, (10, 16)) == " Wait."
