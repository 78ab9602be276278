"""A text of which parts are read alone says what it says as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.document import Document, PartedText, _reaches_on

PIECES = (
    *(
        "\n\n# One\n\n",
        "\n\n## Two\n",
        "\n\n### H3\n\n",
        "\n# H\r\n\r\n",
        "\n",
        "\r\n",
        "\t",
        "# A\n",
        "a\n===\n",
        "***\n",
    ),
    *(
        "words. More words\n",
        "- item\n",
        "  - sub\n",
        "    code\n",
        "> quote\n",
        "1. one\n",
        "Term\n: words\n",
        "---\n",
        "+++\n",
    ),
    *(
        "<!-- c -->\n",
        "<!-- c\n\nd -->\n",
        "<p>\n",
        "</p>\n",
        "<i>x</i>\n",
        "<div>\n",
        "<b hidden>",
        "<?x\n",
        "```\n",
        "~~~\n",
    ),
    *(
        "[a]: http://b.example\n",
        "[a] and [b](c)\n",
        "[^1]: note\n",
        "x[^1]\n",
        "**b** _i_ ~~s~~ `c`\n",
        "{% if false %}\n",
    ),
)


def told(document: Document, base: int) -> list[object]:
    """Return the blocks of a part and what stands in them, with the places in the whole."""
    return [
        (
            *(block.kind, block.start + base, block.content_end + base, block.end + base, block.level, block.within),
            *(block.text[0] + base, block.text[1] + base, block.label),
            *((piece.start + base, piece.end + base, piece.styles, piece.shown) for piece in document.pieces(block)),
        )
        for block in document.blocks
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_parts_are_what_the_whole_is(text):
    """Block by block, with all that stands in them, wherever a text may be cut."""
    parted = PartedText(text)
    if len(parted.starts) > 1:
        parts = [
            row
            for start, end in zip(parted.starts, parted._ends, strict=True)
            for row in told(parted._part(start, end), start)
        ]
        assert parts == told(Document(text).read(), 0)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_sections_are_what_the_whole_is(text, data):
    """The one around a place, and of all parts those that somebody wants; the whole is not read for them."""
    place = data.draw(st.integers(0, len(text)))
    document, base = PartedText(text).section(place)
    whole = told(Document(text).read(), 0)
    assert told(document, base) == [row for row in whole if base <= row[1] < base + len(document.source)]
    for part, start in PartedText(text).parts(lambda start, end: start <= place < end):
        assert set(told(part, start)) <= set(whole)


@pytest.mark.parametrize(
    "reaching",
    [
        "```\ncode",
        "~~~\ncode",
        "[a]: http://b.example",
        "[^1]: note",
        "<!-- one\n\ntwo -->",
        "<div>",
        "<b hidden>one",
        "{% if false %}",
    ],
)
def test_what_reaches_on_leaves_one_part(reaching):
    """Behind it nobody knows what a heading is before all was read."""
    assert len(PartedText(f"# A\n\n{reaching}\n\n# B\n\nOne.\n").starts) == 1
    parted = PartedText("# A\n\nOne.\n\n# B\n\nOne. <!-- two -->\n\n- item\n\n  of it\n")
    assert (parted.sections, parted.starts) == ([0, 11], [0, 5, 11, 16])


def test_element_that_goes_on_leaves_sections():
    """It begins and ends between two headings, so that these part the text, and its paragraphs do not."""
    parted = PartedText("# A\n\n<i>One.\n\nTwo.</i>\n\n# B\n\nThree.\n")
    assert parted.starts == parted.sections == [0, 24]


@pytest.mark.parametrize(
    ("words", "reaches"),
    [
        ("<!-- a -->", False),
        ("<!-- a <!-- b --> c", False),
        ("<!-- a", True),
        ("<!-- a\n\nb -->", True),
        ("<!-- a --> <!b", True),
        ("<!-- <! --> <?b", True),
        ("<!-- a --> b <!-- c -->", False),
        ("<!-- " * 9, True),
    ],
)
def test_a_comment_reaches_on_unless_it_ends_before_an_empty_line(words: str, reaches: bool) -> None:  # noqa: FBT001
    """A part of a text that it may reach out of cannot be read alone."""
    assert _reaches_on(words) is reaches
