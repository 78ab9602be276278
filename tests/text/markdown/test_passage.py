"""A passage is read as what it says, in its text and alone."""

import pytest
from hypothesis import assume, given

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.passage import TARGET, as_said, said_passage, with_signs
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
    assert with_signs(as_said(once)).split() == with_signs(once).split()
