"""Blocks cover the text, and are of the kind that their lines say."""

import pytest
from hypothesis import given

from reviewtui.views.page.block_outline import Outline
from tests.views.page.strategies import markdown


@given(markdown())
def test_blocks_follow_each_other_without_a_gap(source: str) -> None:
    """Each character belongs to one block, whatever the text."""
    outline = Outline(source)
    outline.reach(len(source))
    at = 0
    for block in outline.blocks:
        assert block.start == at
        assert block.start <= block.content_end <= block.end
        at = block.end
    assert at == len(source)


@given(markdown())
def test_reading_in_slices_finds_the_same_blocks(source: str) -> None:
    """It makes no difference how far is read at a time."""
    whole, sliced = Outline(source), Outline(source)
    whole.reach(len(source))
    while sliced.advance(1):
        pass
    assert sliced.blocks == whole.blocks
    assert sliced.complete


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("---\na: b\n---\n# T\n", ["front-matter", "heading"]),
        ("text\n---\nmore\n\n---\n", ["heading", "paragraph", "rule"]),
        ("* a\n* b\n1. c\n", ["paragraph"] * 3),
        ("* a\n\n  more of a\n\nafter\n", ["paragraph"] * 3),
        ("```\n# no heading\n\n```\nafter", ["code", "paragraph"]),
        ("a\n    no code\n\n    code\n", ["paragraph", "code"]),
        ("| a | b |\n|---|---|\n| c | d |\n\na | b\n", ["table", "paragraph"]),
        ("<!-- a\n\nb -->\ntext", ["comment", "paragraph"]),
        ("<div>\nx\n</div>\n\n[a]: http://a.example\n", ["html", "definition"]),
        ("\n\ntext", ["blank", "paragraph"]),
        ("\ufeff# T\r\n\r\ntext\r\n", ["heading", "paragraph"]),
    ],
)
def test_kinds(source: str, kinds: list[str]) -> None:
    """The first characters of a line decide, as in CommonMark."""
    outline = Outline(source)
    outline.reach(len(source))
    assert [block.kind for block in outline.blocks] == kinds


def test_lists_know_their_depth() -> None:
    """Items are indented by the markers that they stand under."""
    outline = Outline("1. a\n   - b\n     - c\n2. d\n\nend\n")
    outline.reach(100)
    assert [block.indent for block in outline.blocks] == [0, 3, 5, 0, 0]


def test_a_section_goes_to_the_next_heading_of_its_level() -> None:
    """Headings below it belong to it."""
    source = "intro\n\n# A\n\n## B\n\nb\n\n## C\n\nc\n\n# D\n"
    outline = Outline(source)
    at = source.index
    assert outline.section_span(at("b\n\n## C")) == (at("## B"), at("## C"))
    assert outline.section_span(at("# A")) == (at("# A"), at("# D"))
    assert outline.section_span(at("# D")) == (at("# D"), len(source))
    assert outline.section_span(0) == (0, at("# A"))
