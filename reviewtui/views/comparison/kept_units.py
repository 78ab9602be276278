"""The paragraphs, headings, items and rows of two texts that a change lies in, on both sides the same ones."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reviewtui.text.markdown.block import HIDDEN, LITERAL
from reviewtui.text.markdown.document import document_of
from reviewtui.text.span import Span
from reviewtui.text.words.words import is_mark

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"\n")


class _Unit(NamedTuple):
    """A block, a row of a table or a line of a comment: its beginning, that of its words behind bullets, their end."""

    start: int
    opening: int
    end: int


@lru_cache(maxsize=64)
def _units(text: str) -> tuple[_Unit, ...]:
    return tuple(_read_units(text))


def _read_units(text: str) -> Iterator[_Unit]:
    for block in document_of(text).blocks:
        starts: list[int] = []
        if block.kind == "table" and block.rows:
            starts = [block.start, *(text.rfind("\n", 0, row[0][0]) + 1 for row in block.rows[1:] if row)]
        elif block.kind in HIDDEN:
            starts = [block.start, *(match.end() for match in _LINE_END.finditer(text, block.start, block.content_end))]
        if starts:
            for start, end in zip(starts, [*starts[1:], block.content_end], strict=True):
                yield _Unit(start, start, end)
        else:
            yield _Unit(block.start, block.text[0] if block.text[1] > block.text[0] else block.start, block.content_end)


@lru_cache(maxsize=64)
def _line_breaks(text: str) -> tuple[int, ...]:
    """Return where a reader sees a new line begin: at each block and row, and at each line of what stands as typed."""
    breaks = {unit.start for unit in _units(text)}
    for block in document_of(text).blocks:
        if block.kind in LITERAL:
            breaks |= {match.end() for match in _LINE_END.finditer(text, block.start, block.end)}
    return tuple(sorted(breaks))


def in_lines(text: str, span: Span) -> str:
    """Return the characters of a span with a line end where a reader sees one, and a blank for other white space."""
    breaks = _line_breaks(text)
    inside = breaks[bisect_right(breaks, span[0]) : bisect_left(breaks, span[1])]
    parts = (" ".join(text[start:end].split()) for start, end in pairwise((span[0], *inside, span[1])))
    return "\n".join(filter(None, parts))


def line_around(text: str, span: Span) -> Span:
    """Return from where to where the lines reach that a span begins and ends in."""
    breaks = (*_line_breaks(text), len(text))
    first = breaks[max(0, bisect_right(breaks, span[0]) - 1)]
    last = breaks[min(len(breaks) - 1, bisect_left(breaks, max(span[1], span[0] + 1)))]
    return min(first, span[0]), max(last, span[1])


class KeptWords:
    """The words that two texts share, in order on both sides, and the blocks that they stand in."""

    def __init__(self, old: str, new: str, hunks: Sequence[tuple[Span, Span]]) -> None:
        """Take the texts and where each hunk between them stands on both sides."""
        self._texts = old, new
        self._starts = _kept(old, [gone for gone, _ in hunks]), _kept(new, [come for _, come in hunks])
        if len(self._starts[0]) != len(self._starts[1]):
            self._starts = [], []

    def blocks(self, gone: Span, come: Span) -> tuple[Span, Span]:
        """Return the whole blocks of both texts that hold a change; a side on which it lies between two is empty.

        Both hold the same kept words: without the block that holds them on the other side they would look as if
        they had come or gone.
        """
        spans = gone, come
        held: list[list[int]] = [
            [_index(text, span[0]), _index(text, span[1] - 1)] if span[0] < span[1] else []
            for text, span in zip(self._texts, spans, strict=True)
        ]
        kept: tuple[int, int] | None = None
        while (now := self._kept_in(held)) != kept:
            kept = now
            for units, text, starts in zip(held, self._texts, self._starts, strict=True):
                numbers = [_index(text, starts[at]) for at in (now[0], now[1] - 1) if now[0] < now[1] <= len(starts)]
                units[:] = [min(units + numbers), max(units + numbers)] if units or numbers else []
        old, new = (_reach(*side) for side in zip(self._texts, held, spans, strict=True))
        return old, new

    def _kept_in(self, held: list[list[int]]) -> tuple[int, int]:
        """Return the first and stop number of the kept words in the blocks of both sides."""
        reaches = [
            [bisect_left(starts, at) for at in _reach(text, units, (0, 0))]
            for text, starts, units in zip(self._texts, self._starts, held, strict=True)
            if units
        ]
        return min(low for low, _ in reaches), max(high for _, high in reaches)


def _kept(text: str, changed: Iterable[Span]) -> list[int]:
    """Return where the words begin that no change takes or brings; marks are no words."""
    starts: list[int] = []
    at = 0
    for start, end in (*changed, (len(text), len(text))):
        starts += [match.start() for match in _WORD.finditer(text, at, start) if not is_mark(match[0])]
        at = end
    return starts


def _reach(text: str, units: list[int], span: Span) -> Span:
    """Return where the first of some blocks begins and what follows the last; without any, the gap at a span."""
    every = _units(text)
    if not units:
        behind = (
            unit.start for unit in every[_index(text, span[1]) :] if _words(text, max(span[1], unit.opening), unit.end)
        )
        at = next(behind, len(text))
        return at, at
    return every[units[0]].start, every[units[-1] + 1].start if units[-1] + 1 < len(every) else len(text)


def _index(text: str, at: int) -> int:
    return max(0, bisect_right(_units(text), at, key=lambda unit: unit.start) - 1)


def _words(text: str, start: int, end: int) -> bool:
    return any(not is_mark(match[0]) for match in _WORD.finditer(text, start, max(start, end)))
