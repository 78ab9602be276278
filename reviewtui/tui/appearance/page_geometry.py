"""Where the page of the first screen stands on a terminal: one rule for the app and for what comes before it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

GUTTER = 4
"""Cells before the text: remark, state, change, and one that brackets may use."""
MARGIN = 2
"""Cells behind the text: for a hanging space, a bracket and the caret at a line's end."""
MEDIUM, ROOMY, WIDE, AMPLE, BROAD, VAST = 100, 116, 148, 156, 168, 186
"""Columns from which there is room for the sections beside 60, for broad ones, for the thread too, for broad sections
beside it, for both at ease, and for long titles."""
HIGH, ROWS_OF_TWO_LINES, TALL = 20, 28, 36
"""Lines from which the names of the screens are shown, from which a long title of a section takes two of them, and from
which a thread below the text has more of them."""
PANES = {MEDIUM: (33, 0), ROOMY: (36, 0), WIDE: (30, 38), AMPLE: (36, 38), BROAD: (38, 46), VAST: (48, 50)}
"""Columns of the sections and of the thread from a width on."""
PaneSizes = dict[str, int]
"""Cells that somebody gave a pane, by its name; others have what is usual at a width."""
_LEAST_PANE, _LEAST_TEXT = 14, 40
"""Columns of a pane, and of the text beside it, that are left in any case."""


class Frame(NamedTuple):
    """The page on the screen, in cells, without border and scroll bar."""

    left: int
    top: int
    width: int
    height: int


def columns_of(width: int, sizes: Mapping[str, int] = MappingProxyType({})) -> tuple[int, int]:
    """Return the columns of the sections, and of the thread (0: it stands below), on a screen of `width` columns."""
    before, behind = PANES[max(step for step in PANES if step <= max(width, MEDIUM))]
    room = width - _LEAST_TEXT
    if behind:
        room -= _LEAST_PANE
        behind = max(_LEAST_PANE, min(sizes.get("thread", behind), room))
        room = width - _LEAST_TEXT - behind
    return max(_LEAST_PANE, min(sizes.get("sections", before), room)), behind


def frame_of(width: int, height: int, sizes: Mapping[str, int] = MappingProxyType({})) -> Frame:
    """Return where the page stands while no thread is shown, on a screen of `width` columns and `height` lines.

    `sizes` are those that somebody gave the panes.
    """
    top = 2 if height >= HIGH else 1
    if width < MEDIUM:
        return Frame(0, top, width - 1, height - top - 1)
    before, behind = columns_of(width, sizes)
    return Frame(before + 1, top + 1, width - before - behind - 3, height - top - 3)


def measure_within(page: int, widest: int) -> tuple[int, int]:
    """Return the cells before the page's measure and those of the text: at most `widest`, in the middle."""
    text = max(4, min(widest, page - GUTTER - MARGIN))
    return max(0, (page - text - GUTTER - MARGIN) // 2), text
