"""The pieces of a block of HTML: the words between its tags, and where its tags break the lines."""

from reviewtui.text.markdown.parsing.html import html_parts
from reviewtui.text.markdown.parsing.inline import InlineReader
from reviewtui.text.markdown.parsing.lines import line_stop

HtmlLine = tuple[int, int]
"""A line of a block of HTML, without the marks of quotes and lists before it, and with its line end."""


def add_html(inline: InlineReader, source: str, lines: list[HtmlLine]) -> None:
    """Add what a reader sees of the HTML in `lines`; entities are read, tags and comments left out."""
    base = lines[0][0]
    end = base + len(source[base : lines[-1][1]].rstrip("\r\n"))
    number = 0
    for kind, first, last in html_parts(source[base:end]):
        start, stop = base + first, base + last
        if kind == "comment":
            inline.add(start, stop, "comment", "\n")
        elif kind == "break":
            inline.add(start, stop, "html", "\n")
        elif kind == "text":
            number = _add_text(inline, source, (start, stop), lines, number)


def _add_text(inline: InlineReader, source: str, span: tuple[int, int], lines: list[HtmlLine], number: int) -> int:
    """Add the text of `span`, line by line from line `number` on; return the line in which it ends."""
    start, end = span
    while number < len(lines):
        low, high = lines[number]
        stop = line_stop(source, low)
        if max(low, start) < min(stop, end):
            inline.add_html_text(max(low, start), min(stop, end))
        if end < high:
            return number
        if start < high < end:
            inline.add(stop, high, "html-text", " ")
        number += 1
    return number
