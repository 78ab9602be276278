"""A passage before and after, beside each other."""

from collections.abc import Iterator
from itertools import zip_longest

from reviewtui.text.prose_diff import diff_texts
from reviewtui.views.piece import Line, Look, Piece
from reviewtui.views.prose.cells import text_width


def two_columns(old: str, new: str, width: int) -> Iterator[Line]:
    """Yield lines of `width` cells: the old words left, the new ones right, those that differ marked."""
    column = (width - 3) // 2
    hunks = diff_texts(old, new).hunks
    left = _wrapped(old, [(hunk.old_start, hunk.old_end) for hunk in hunks], "gone", column)
    right = _wrapped(new, [(hunk.new_start, hunk.new_end) for hunk in hunks], "come", column)
    empty: tuple[Line, int] = ((), 0)
    for (one, used), (two, _) in zip_longest(left, right, fillvalue=empty):
        yield (*one, Piece(" " * max(0, column - used)), Piece(" \u2502 ", "muted"), *two)


def _wrapped(text: str, marked: list[tuple[int, int]], look: Look, column: int) -> list[tuple[Line, int]]:
    """Break words into lines of at most `column` cells, each with the cells it takes."""
    lines: list[tuple[Line, int]] = []
    current: list[Piece] = []
    used = offset = 0
    for word in text.split(" "):
        start, offset = offset, offset + len(word) + 1
        if not word:
            continue
        cells = text_width(word)
        if current and used + 1 + cells > column:
            lines.append((tuple(current), used))
            current, used = [], 0
        if current:
            current.append(Piece(" "))
            used += 1
        is_marked = any(first < start + len(word) and last > start for first, last in marked)
        current.append(Piece(word, look if is_marked else ""))
        used += cells
    return [*lines, (tuple(current), used)] if current else lines
