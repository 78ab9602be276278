"""Which characters of the source show which characters of a piece of code between back-ticks."""

import re
from collections.abc import Iterator

Span = tuple[int, int]
Part = tuple[int, int, str | None]
"""Start and end in the source, and what stands for it where that is not the source itself."""

_TICKS = re.compile(r"`+")
_LINE_END = re.compile(r"\r\n?|\n")


def aligned_code(source: str, span: Span, shown: str, quote: int) -> Iterator[Part]:
    """Give the parts of the code at `span` that show as `shown`, and what stands for each that differs.

    A line end shows as a space; the marks of `quote` quotes and the indentation behind it are not seen.
    """
    start, end = span
    ticks = _TICKS.match(source, start, end)
    size = len(ticks[0]) if ticks else 0
    low, high = start + size, end - size
    at = source.find(shown, low, high) if shown else low
    if at >= 0:
        yield at, at + len(shown), None
        return
    parts = list(_aligned(source, (low, high), shown, quote))
    if "".join(source[a:b] if text is None else text for a, b, text in parts) == shown:
        yield from parts
    else:
        yield start, end, shown


def _aligned(source: str, span: Span, shown: str, quote: int) -> Iterator[Part]:
    prefix = re.compile(rf"(?:[ \t]*>[ \t]?){{0,{quote}}}[ \t]*")
    at, end = span
    done = 0
    while at < end and done < len(shown):
        if line_end := _LINE_END.match(source, at, end):
            if shown[done] == " ":
                yield at, line_end.end(), " "
                done += 1
            behind = prefix.match(source, line_end.end(), end)
            at = behind.end() if behind else line_end.end()
            continue
        if source[at] == shown[done]:
            yield at, at + 1, None
            done += 1
        at += 1
