"""Where signs that open something close again, found in one pass also where they open a thousand times for nothing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.text.span import Span


class ClosedMark(NamedTuple):
    """By which signs something opens and closes.

    Where `to_end` says so one that never closes goes on to the end, elsewhere it is no mark. One `on_line` closes on
    the line on which it opens, or nowhere.
    """

    opens: re.Pattern[str]
    closes: re.Pattern[str]
    to_end: bool = False
    on_line: bool = False


TEMPLATES = (
    ClosedMark(re.compile(r"\{\{"), re.compile(r"\}\}"), on_line=True),
    ClosedMark(re.compile(r"\{%"), re.compile(r"%\}"), on_line=True),
)
"""What a generator of pages puts something else in the place of."""


def marked_spans(source: str, mark: ClosedMark, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield from where to where a mark stands; what was looked through for its end is not looked through again."""
    at, end = start, len(source) if end is None else end
    while opened := mark.opens.search(source, at, end):
        line_end = source.find("\n", opened.end(), end) if mark.on_line else -1
        within = line_end if line_end >= 0 else end
        closed = mark.closes.search(source, opened.end(), within)
        if closed is None and not mark.to_end:
            at = within
            continue
        at = closed.end() if closed else end
        yield opened.start(), at
