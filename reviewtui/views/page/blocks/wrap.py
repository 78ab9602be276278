"""Breaks shown text into lines of a width in cells."""

from collections.abc import Iterator

from reviewtui.text.words.unspaced import letter_start
from reviewtui.views.page.cells import char_widths, is_narrow

_NOT_FIRST = frozenset(" ,.;:!?)]}\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u300d\u300f\u3011\uff09\u3015\u300b")


def wrapped(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Give start and end index of each line: `first` cells for the first one, `rest` for the others.

    Lines break behind a space, which may hang over the edge, between wide characters, and, where there is neither,
    inside a word. A newline in `text` ends a line and belongs to none. An empty text is one empty line.
    """
    narrow = is_narrow(text)
    start, limit = 0, max(1, first)
    rest = max(1, rest)
    while True:
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        breaks = (
            _narrow_lines(text, start, end, (limit, rest)) if narrow else _wide_lines(text, start, end, (limit, rest))
        )
        yield from breaks
        if newline < 0:
            return
        start, limit = newline + 1, rest


def _narrow_lines(text: str, start: int, end: int, limits: tuple[int, int]) -> Iterator[tuple[int, int]]:
    limit = limits[0]
    while end - start > limit:
        cut = text.rfind(" ", start, min(end, start + limit + 1)) + 1 or start + limit
        if cut == end:
            break
        yield start, cut
        start, limit = cut, limits[1]
    yield start, end


def _wide_lines(text: str, start: int, end: int, limits: tuple[int, int]) -> Iterator[tuple[int, int]]:
    first, widths = start, char_widths(text[start:end])
    limit, used, cut = limits[0], 0, start
    index = start
    while index < end:
        width = widths[index - first]
        if _may_break(text, index, width, widths[index - first - 1] if index > start else 0):
            cut = index
        hangs = text[index] == " " and used <= limit
        if used and width and used + width > limit and not hangs:
            cut = cut if cut > start else letter_start(text, start, index)
            yield start, cut
            start = index = cut
            limit, used = limits[1], 0
            continue
        used += width
        index += 1
    yield start, end


def _may_break(text: str, index: int, width: int, before: int) -> bool:
    if not width or text[index] in _NOT_FIRST or letter_start(text, 0, index) < index:
        return False
    return width == 2 or before == 2 or (index > 0 and text[index - 1] == " ")
