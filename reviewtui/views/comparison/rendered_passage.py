"""A passage as a reader of the page sees it, for comparing: words and layout, and apart from them what is not seen."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.text.markdown.block import HIDDEN, LITERAL, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.span import Span
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.styled_text import Styled, StyledLine, line

_TELLING = re.compile(r"\w")
_AROUND_TARGET = "[]()<>! \t\r\n"
_COLUMN = " \u2502 "


@dataclass(frozen=True, slots=True)
class RenderedPassage:
    """The words with a line for each paragraph, item and row; `unseen` is where links lead and what is hidden."""

    words: str
    unseen: tuple[str, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    """The words and the level of each heading."""


def rendered_passage(source: str, span: Span) -> RenderedPassage:
    """Return what a reader sees of the characters `span` of a text."""
    document = document_of(source)
    start, end = span
    first = max(0, bisect_right(document.blocks, start, key=lambda block: block.start) - 1)
    lines: list[str] = []
    unseen: list[str] = []
    levels: list[tuple[str, int]] = []
    for block in document.blocks[first:]:
        low, high = max(start, block.start), min(end, block.content_end)
        if block.start >= end:
            break
        if low < high:
            words = list(_lines(document, block, (low, high)))
            levels += [(words[0], block.level)] if block.kind == "heading" and words else []
            lines += words
            unseen += _unseen(document, block, (low, high))
    return RenderedPassage("\n".join(lines), tuple(unseen), tuple(levels))


def unseen_changes(old: RenderedPassage, new: RenderedPassage) -> Iterator[StyledLine]:
    """Yield a line about what changed that nobody sees on the page; nothing where nothing did."""
    gone, come = Counter((*old.unseen, *_levels_of(old, new))), Counter((*new.unseen, *_levels_of(new, old)))
    pieces = [Styled(words, "gone") for words in (gone - come)] + [Styled(words, "come") for words in (come - gone)]
    if pieces:
        parts = (part for piece in pieces for part in (piece, Styled(" ")))
        yield line(Styled("  unseen, such as link targets: ", "muted"), *parts)


def _levels_of(passage: RenderedPassage, other: RenderedPassage) -> Iterator[str]:
    """Yield the level of each heading that has another one in the other passage, or is none there.

    That a heading came or went is seen; one that was reworded is known by its place.
    """
    lines = set(other.words.split("\n"))
    levels = dict(other.levels)
    in_place = len(passage.levels) == len(other.levels)
    for number, (words, level) in enumerate(passage.levels):
        if words in lines or (in_place and other.levels[number][1] != level):
            yield from [f"heading of level {level}"] if levels.get(words) != level else []


def _lines(document: Document, block: Block, span: Span) -> Iterator[str]:
    if block.kind in HIDDEN or block.kind in {"blank", "rule"}:
        return
    if block.kind == "table":
        for row in block.rows:
            if row[0][0] < span[1] and row[-1][1] > span[0]:
                yield _COLUMN.join(_seen(document, block, cell) for cell in row)
    elif block.kind in LITERAL:
        yield from document.source[slice(*span)].rstrip().splitlines()
    else:
        words = _seen(document, block, span)
        if words:
            yield f"{_mark(document.source, block) if span[0] == block.start else ''}{words}"


def _mark(source: str, block: Block) -> str:
    """What stands before the words on the page: a bullet or a number, the bar of a quote."""
    bar = "\u258c " * bool(block.quote)
    if not block.markers:
        return bar
    marker = source[slice(*block.markers[-1])].strip()
    depth = sum(each == "item" for each in block.within) - 1
    return f"{bar}{'  ' * depth}{marker if marker[:1].isalnum() else chr(0x2022)} "


def _seen(document: Document, block: Block, span: Span) -> str:
    parts = []
    for piece in document.pieces(block, *span):
        if piece.is_seen:
            words = piece.shown if piece.shown is not None else document.source[piece.start : piece.end]
            parts.append(f"~~{words}~~" if "strike" in piece.styles and words.strip() else words)
    return single_spaced("".join(parts))


def _unseen(document: Document, block: Block, span: Span) -> Iterator[str]:
    if block.kind in HIDDEN:
        yield from (row.strip() for row in document.source[slice(*span)].splitlines() if _TELLING.search(row))
        return
    if block.kind in LITERAL:
        return
    markers = {source_span for marker in block.markers for source_span in range(*marker)}
    for piece in document.pieces(block, *span):
        words = document.source[piece.start : piece.end]
        if not piece.is_seen and piece.start not in markers and _TELLING.search(words):
            yield words.strip(_AROUND_TARGET)
