"""A passage is read as what it says, in its text and alone."""

import pytest
from hypothesis import assume, given

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.said_passage import TARGET, as_said, said_passage, with_signs, without_prose_signs
from tests.text.markdown.texts import texts


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("Staff must ask first.", "Staff must ask first."),
        ("Staff **must** ask _first_.", "Staff must ask first."),
        ("Staff ~~must~~ ask.", "Staff  ask."),
        ("Staff <del>must</del> ask.", "Staff  ask."),
        ("**Staff must ask.", "Staff must ask."),
        ("Ask [the team][press].", "Ask  the team ."),
        ("Ask[^1] first.", "Ask first."),
        ("R&amp;D \\[asks\\]", "R&D [asks]"),
        ("- [x] Ask first.", "done Ask first."),
        ("# Ask first", "Ask first"),
        ("1. Ask first.", "Ask first."),
    ],
)
def test_what_a_passage_says(passage: str, said: str) -> None:
    """Without marks, without what is struck out; half a pair of marks is none."""
    words = with_signs(TARGET.sub("", as_said(passage)))
    assert words.replace("\u2029", "").replace("\ue005", "").strip() == said


def test_a_link_leads_where_its_definition_says() -> None:
    """It is known in the text that the passage stands in."""
    text = "Ask [the team][press].\n\n[press]: press.md\n"
    said = said_passage(document_of(text), 0, 22)
    assert [with_signs(match[1]) for match in TARGET.finditer(said)] == ["press.md"]


@given(texts)
def test_a_passage_as_it_is_said_stays_as_it_is(text: str) -> None:
    """Read again it holds the same words; what opens a block of HTML is read as text the second time."""
    assume("<" not in text)
    once = as_said(text)
    assert _words(as_said(once)) == _words(once)


@pytest.mark.parametrize(
    "passage",
    [
        "[^1]- a",
        "`{{ t }}`",
        "```\n# x\n\n{{ t }}",
        "[^1]1. a",
        "[^1]    a",
        "[^1]a\n[^1]===",
        "[^1]---\n\na",
        "~~b~~+ a",
        "```\na\n\n    b\n```",
    ],
)
def test_what_looks_like_a_block_once_marks_are_off_is_none(passage: str) -> None:
    """A dash behind the mark of a footnote is no list."""
    once = as_said(passage)
    assert _words(as_said(once)) == _words(once)


def test_a_part_of_a_sentence_is_no_item() -> None:
    """Its dash, its number and its colon stay when it is read on its own."""
    text = "It ends here. 1. May is a holiday - ask."
    document = document_of(text)
    assert _words(as_said(said_passage(document, 14, len(text)))) == text[14:].split()
    assert _words(as_said(said_passage(document, text.index("-"), len(text)))) == ["-", "ask."]


def _words(said: str) -> list[str]:
    return with_signs(without_prose_signs(said)).split()
