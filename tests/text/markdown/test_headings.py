"""The outline of a Markdown text."""

import pytest
from hypothesis import given

from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.headings import Heading, heading_of, headings, is_outline_heading
from tests.text.markdown.texts import texts


@given(texts)
def test_reading_only_what_can_hold_a_heading_finds_all(source):
    """The short way to the outline gives the headings of the whole document."""
    document = Document(source).read()
    assert headings(source) == tuple(
        heading_of(document, block) for block in document.blocks if is_outline_heading(block)
    )


@pytest.mark.parametrize(
    ("source", "titles"),
    [
        ("# A *b* [c](d)\n", ["A b c"]),
        ("A\nb\n===\n", ["A b"]),
        ("#\n", ["(untitled)"]),
        ("- # a\n> # b\n\n    # c\n", []),
        ("<div>\n# no\n</div>\n", []),
        ("+++\n# no\n+++\n# yes\n", ["yes"]),
        ("[a]: /x\n===\n", []),
        ("# A [b][c]\n\n[c]: /x\n", ["A b"]),
        ("a | b\n---\n", ["a | b"]),
        ("# A &amp; b #\r\n\r\nx\r\n", ["A & b"]),
    ],
)
def test_titles_are_what_a_reader_sees(source, titles):
    """Titles come without marks; what is no heading of the text is none of the outline."""
    assert [heading.title for heading in headings(source)] == titles


def test_a_heading_is_its_lines():
    """A heading stands from the beginning of its first line to the end of the text of its last."""
    assert headings("\ufeff# é\r\n\nb\n---\n") == (Heading(1, "é", 0, 4), Heading(2, "b", 7, 12))
