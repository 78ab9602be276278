"""What it comes to when words are put into a Markdown text, as its list takes them, or why they cannot be."""

import re
from dataclasses import dataclass

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.lines import line_start
from reviewtui.text.merge.list_items import items_around, list_around, opened_levels
from reviewtui.text.span import Span
from reviewtui.text.words.unspaced import has_unspaced

_COMMENT_SIGN = re.compile(r"<!--|-->")
_MARKED_LINE = re.compile(r"(?P<indent>[ \t>]*)(?P<marker>[-*+]|\d{1,9}[.)])(?P<space>[ \t]+)(?=\S)")
_SENTENCE_ENDS = ".!?;:,)\u201d\u2019\u2026"
"""Behind these a word stands with a space before it."""
BYTE_ORDER_MARK = "\ufeff"
"""What some editors begin a file with; it belongs to the file, and to no passage of it."""
MOST_RECORDED = 20_000
"""Characters of a text that one decision may record."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why words do not fit where they are to stand, as the end of a sentence."""

    reason: str


def usual_line_end(text: str) -> str:
    """Return the line end that most lines of a text have: CRLF or LF."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def with_line_ends_of(text: str, words: str) -> str:
    """Return words with the line ends that the text has, so that one file does not get two kinds."""
    return words.replace("\r\n", "\n").replace("\n", usual_line_end(text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), max(start, end - len(words) + len(words.rstrip()))


def leaves_comment_open(gone: str, words: str) -> bool:
    """Say whether words open or close other comments than those which they replace."""
    return _unbalanced(gone) != _unbalanced(words)


def _unbalanced(words: str) -> tuple[int, int]:
    """Return how many comments end in some words that began before them, and how many begin that do not end there."""
    ended = begun = 0
    for sign in _COMMENT_SIGN.finditer(words):
        if sign[0] == "<!--":
            begun = 1
        elif begun:
            begun = 0
        else:
            ended = 1
    return ended, begun


def with_space_before(text: str, at: int, words: str) -> str:
    """Return words for a gap with a space before them, where they would run into the word or sentence before it.

    Inside of a word nothing is added, and between signs of a script without spaces neither.
    """
    before, behind = text[at - 1 : at], text[at : at + 1]
    if not words[:1].isalnum() or behind.isalnum() or has_unspaced(before + words[:1]):
        return words
    return f" {words}" if before.isalnum() or (before and before in _SENTENCE_ENDS) else words


def with_markers_of_list(document: Document, span: Span, words: str) -> str:
    """Return words with the markers of the list that they come to stand in: others would cut it in two.

    An item whose marker stays gets no second one. What takes the place of a whole list or of another block
    is a list of its own.
    """
    start = span[0]
    if not any(map(_MARKED_LINE.match, words.split("\n"))):
        return words
    text, blocks = document.source, document.solid_blocks
    number = next((n for n, block in enumerate(blocks) if block.start <= start <= block.content_end), None)
    if number is None:
        return words
    marker = _marker_at(blocks, number)
    begins_list = _MARKED_LINE.match(words) and "item" not in blocks[number].within
    if marker is None or begins_list or _is_whole_list(blocks, number, span):
        return words
    indent, sign = text[line_start(text, marker[0]) : marker[0]], text[slice(*marker)].rstrip()
    first, *others = words.split("\n")
    match = _MARKED_LINE.match(first)
    is_deeper = match and start == line_start(text, start) and _width(match["indent"]) > _width(indent) + 1
    if match and not is_deeper and _begins_item(text, marker, start):
        first = first[match.end() :] if start >= marker[1] else f"{sign}{match['space']}{first[match.end() :]}"
    lines, shift = [first], 0
    for line in others:
        match = _MARKED_LINE.match(line)
        if match and match["indent"] == indent:
            shift = len(sign) - len(match["marker"])
            lines.append(f"{indent}{sign}{match['space']}{line[match.end() :]}")
        else:
            lines.append(_shifted(line, shift, len(indent)))
    return "\n".join(lines)


def _is_whole_list(blocks: list[Block], number: int, span: Span) -> bool:
    """Say whether a span that begins in a block takes in all of the list in which this opens an item."""
    opened = opened_levels(blocks[number])
    if not opened or not span[0] <= opened[0][1][0]:
        return False
    first, last = list_around(blocks, number, opened[0][0])
    return first == number and blocks[last].content_end <= span[1]


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


def _marker_at(blocks: list[Block], number: int) -> tuple[int, int] | None:
    """Return the marker of the item in which a block stands, of a paragraph the one of the list right behind it."""
    around = items_around(blocks, number)
    if around:
        level = max(around)
        return around[level][1] if blocks[number].within[level : level + 1] == ("item",) else None
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    opened = opened_levels(following) if following is not None and following.within[:1] == ("item",) else []
    return opened[0][1] if opened and not blocks[number].within else None


def _begins_item(text: str, marker: tuple[int, int], start: int) -> bool:
    """Say whether a place is where an item begins, before its marker or behind it."""
    return (
        line_start(text, marker[0]) <= start
        and not text[marker[1] : start].strip()
        and (start >= marker[1] or not text[start : marker[0]].strip())
    )


def _shifted(line: str, by: int, indent: int) -> str:
    """Return a line of an item moved with the width of its marker."""
    own = len(line) - len(line.lstrip(" "))
    if not by or not line.strip() or own <= indent + 1:
        return line
    return " " * by + line if by > 0 else line[min(-by, own) :]
