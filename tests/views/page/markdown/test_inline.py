"""Inline marks are read as CommonMark says; a Markdown parser that is installed anyway is the judge."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reviewtui.views.page.markdown.inline import read_inline

_JUDGE = MarkdownIt("commonmark")
_PARTS = ["a", "b c", "word", " ", " ", "*", "**", "***", "_", "__", "`", "``", "\\", ".", ",", "(", ")", "é", "1"]
_LINKS = ["[", "]", "](x)", "![", "[a](b)", '[*a*](b "t")', "<https://a.example>", "&amp;", "\n", "x", " ", "*", "`"]


def judged(text: str) -> list[tuple[str, frozenset[str]]]:
    """Return each shown character with its looks, as the judge sees it."""
    found: list[tuple[str, frozenset[str]]] = []
    looks: list[str] = []
    names = {"em": "emphasis", "strong": "strong", "link": "link"}

    def walk(tokens: list[Token]) -> None:
        for token in tokens:
            if token.nesting == 1:
                looks.append(names[token.type.removesuffix("_open")])
            elif token.nesting == -1:
                looks.remove(names[token.type.removesuffix("_close")])
            elif token.type in {"softbreak", "hardbreak"}:
                found.append((" ", frozenset(looks)))
            elif token.type == "image":
                looks.append("image")
                walk(token.children or [])
                looks.remove("image")
            else:
                extra = {"code"} if token.type == "code_inline" else set()
                found.extend((char, frozenset({*looks, *extra})) for char in token.content)

    walk(_JUDGE.parseInline(text)[0].children or [])
    return found


def ours(text: str) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    for piece in read_inline(text).pieces(0):
        if piece.mark or "sign" in piece.styles:
            continue
        shown = text[piece.start : piece.end] if piece.shown is None else piece.shown.replace("\n", " ")
        found += [(char, frozenset(piece.styles) - {"entity", ""}) for char in shown]
    return found


def without_spaces(found: list[tuple[str, frozenset[str]]]) -> list[tuple[str, frozenset[str]]]:
    """Leave out white space, which code spans and line ends treat in their own ways."""
    return [(char, looks) for char, looks in found if not char.isspace()]


@given(st.lists(st.sampled_from(_PARTS), max_size=14).map("".join))
def test_emphasis_and_code_agree_with_the_judge(text: str) -> None:
    """The same characters are shown, with the same looks."""
    text = text.strip()
    assert without_spaces(ours(text)) == without_spaces(judged(text))


@given(st.lists(st.sampled_from(_LINKS), max_size=10).map("".join))
def test_links_and_images_show_the_same_words(text: str) -> None:
    """What is shown of links, images, entities and line ends is what the judge shows, in the same order."""
    text = " ".join(text.split(" ")).strip()
    assert [char for char, _ in without_spaces(ours(text))] == [char for char, _ in without_spaces(judged(text))]


@given(st.text(alphabet="ab*_`[]()!<>&;\\\n {}%~#:/h", max_size=60))
def test_pieces_follow_each_other_without_a_gap(text: str) -> None:
    """Whatever the text, each character belongs to exactly one piece."""
    pieces = read_inline(text).pieces(7)
    assert "".join(text[piece.start - 7 : piece.end - 7] for piece in pieces) == text
    assert all(before.end == after.start for before, after in pairwise(pieces))
