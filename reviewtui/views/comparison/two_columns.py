"""A passage before and after, beside each other."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from reviewtui.views.comparison.inline_change import word_diff
from reviewtui.views.page.cells import text_width
from reviewtui.views.styled_text import Look, Styled, StyledLine


def two_columns(old: str, new: str, width: int, looks: tuple[Look, Look] = ("out", "in")) -> Iterator[StyledLine]:
    """Yield lines of `width` cells: old words left, new ones right; what differs in the `looks` of its side."""
    column = (width - 3) // 2
    hunks = word_diff(old, new).hunks
    left = _wrapped(old, [(hunk.old_start, hunk.old_end) for hunk in hunks], looks[0], column)
    right = _wrapped(new, [(hunk.new_start, hunk.new_end) for hunk in hunks], looks[1], column)
    empty: tuple[StyledLine, int] = ((), 0)
    for (old_runs, used), (new_runs, _) in zip_longest(left, right, fillvalue=empty):
        yield (*old_runs, Styled(" " * max(0, column - used)), Styled(" \u2502 ", "muted"), *new_runs)


def _wrapped(text: str, marked: list[tuple[int, int]], look: Look, column: int) -> list[tuple[StyledLine, int]]:
    """Break words into lines of at most `column` cells, each with the cells it takes; line ends stay."""
    lines: list[tuple[StyledLine, int]] = []
    offset = 0
    for row in text.split("\n"):
        lines += _broken(row, offset, marked, look, column)
        offset += len(row) + 1
    return lines


def _broken(
    row: str, offset: int, marked: list[tuple[int, int]], look: Look, column: int
) -> Iterator[tuple[StyledLine, int]]:
    current: list[Styled] = []
    used = 0
    for match in re.finditer(r"[^ ]+", row):
        word, start = match.group(), offset + match.start()
        cells = text_width(word)
        if current and used + 1 + cells > column:
            yield tuple(current), used
            current, used = [], 0
        if current:
            current.append(Styled(" "))
            used += 1
        is_marked = any(first < start + len(word) and last > start for first, last in marked)
        current.append(Styled(word, look if is_marked else ""))
        used += cells
    if current:
        yield tuple(current), used
