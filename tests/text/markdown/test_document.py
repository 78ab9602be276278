"""Blocks and pieces of a Markdown text, and where they stand."""

import pytest
from hypothesis import given

from reviewtui.text.markdown.document import Document
from tests.text.markdown.texts import texts


def kinds(source):
    return [block.kind for block in Document(source).read().blocks]


def seen(source):
    document = Document(source).read()
    return [
        [source[p.start : p.end] if p.shown is None else p.shown for p in document.seen(b)] for b in document.blocks
    ]


@given(texts)
def test_blocks_cover_the_text_without_a_gap(source):
    """Each block begins where the one before it ends, whatever the text."""
    at = 0
    for block in Document(source).read().blocks:
        assert (block.start, block.end > at, block.content_end <= block.end) == (at, True, True)
        assert block.start <= block.text[0] <= block.text[1] <= block.content_end
        at = block.end
    assert at == len(source)


@given(texts)
def test_pieces_cover_a_block_without_a_gap(source):
    """The pieces of a block and the marks between them are all its characters, in their order."""
    document = Document(source).read()
    for block in document.blocks:
        at = block.start
        for piece in document.pieces(block):
            assert piece.start == at or piece.shown is not None
            at = max(at, piece.end)
        assert at == block.content_end


@given(texts)
def test_reading_a_little_reads_the_same_blocks(source):
    """A text that is read block by block has the blocks of one that is read at once."""
    slowly = Document(source)
    while slowly.advance(1):
        pass
    assert slowly.blocks == Document(source).read().blocks


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<div>\n# no\n</div>\n", ["html"]),
        ("+++\na = 1\n+++\n\n# x\n", ["front-matter", "heading"]),
        ("---\na: 1\n---\nx\n\n---\nb: 1\n---\n", ["front-matter", "paragraph", "rule", "heading"]),
        ("---\n\nMust ask.\n\n---\n", ["rule", "paragraph", "rule"]),
        ("#\n", ["heading"]),
        ("<b>x</b>\ny\n===\n", ["heading"]),
        ("[a]: /x\n===\n", ["definition", "paragraph"]),
        ("x [a]\n\n[a]: /x\n[b]: /y\n\ny\n", ["paragraph", "definition", "paragraph"]),
        ("> [!NOTE]\n> Ask.\n", ["alert", "paragraph"]),
        ("Term\n: what it is\n", ["paragraph", "paragraph"]),
        ("x[^1]\n\n[^1]: But not mayors.\n", ["paragraph", "paragraph"]),
        ("<!-- a\n\nb -->\nx\n", ["comment", "paragraph"]),
        ("\n\nx", ["blank", "paragraph"]),
        ("- \n- x\n", ["paragraph", "paragraph"]),
        ("    code\n\n~~~\ncode\n", ["code", "code"]),
        ("a\rb\r\rc", ["paragraph", "paragraph"]),
    ],
)
def test_what_kind_of_block_it_is(source, found):
    """The kinds that earlier readings of the grammar disagreed on, or did not know."""
    assert kinds(source) == found


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a **b** `c` [d](/x 'y') &amp; \\* <b>e</b> <!-- f -->", "a b c d & * e "),
        ("> a\n> `b\n> c`\n", "a b c"),
        ("a<br>b  \nc\r\nd", "a\nb\nc d"),
        ("| a | `b\\|c` |\n|---|---|\n", "ab|c"),
        ("<p>a &lt; b</p>\n<p>c\nd</p>\n", "\na < b\n\nc d\n"),
        ("![a](b.png) ~~c~~ \x00 \ud800", "a c \x00 \ud800"),
    ],
)
def test_what_a_reader_sees(source, words):
    """Marks, tags, targets and comments are not seen; entities are seen as what they stand for."""
    assert "".join(seen(source)[0]) == words


def test_a_block_knows_what_it_stands_in():
    """Quotes, items, footnotes and definitions around a block are named, and its marker is known."""
    source = "> - a\n>\n>   b\n\n[^n]: c\n"
    blocks = Document(source).read().blocks
    assert [block.within for block in blocks] == [("quote", "item"), ("quote", "item"), ("footnote",)]
    assert [source[slice(*span)] for block in blocks for span in block.markers] == ["-", "[^n]:"]
    assert [source[slice(*block.text)] for block in blocks] == ["a", "b", "c"]
    assert blocks[2].label == "n"


def test_links_lead_where_their_definitions_say():
    """A reference is looked up, wherever its definition stands; one without a definition is told."""
    document = Document("[a](/x) [b][B] [c] <https://y.example> https://z.example. [d][e]\n\n[b]: /b\n[c]: </c> 'C'\n")
    links = document.read().links
    assert [(link.kind, link.target) for link in links] == [
        ("inline", "/x"),
        ("reference", "/b"),
        ("reference", "/c"),
        ("autolink", "https://y.example"),
        ("bare", "https://z.example"),
    ]
    assert [broken.label for broken in document.broken if not broken.short] == ["e"]
    assert document.link_at(1) == links[0]
    assert document.link_at(len("[a](/x)")) is None


@pytest.mark.parametrize(
    "source", ["[a]: \n" * 40, "See [a][b] and [c [d] e] or [f].\n\n" * 20, "[[[a]]] [b][c] [d]: x\n" * 15]
)
def test_the_marks_of_references_near_a_place_are_those_of_the_whole_text_there(source: str) -> None:
    """They are found without a look at all others, which took the square of the length of a text of nothing else."""
    document = Document(source).read()
    marks = document.reference_marks
    for start in range(0, len(source), 3):
        for end in (start + 1, start + 7):
            near = document.reference_marks_within(start, end)
            assert [mark for mark in near if mark[1] > start] == [m for m in marks if m[0] < end and m[1] > start]
            assert len(near) <= 8
