"""Sets a paragraph, a list item or a heading: its marks, its indentation, its words broken into lines."""

import re

from reviewtui.views.page.cells import text_width
from reviewtui.views.page.flow import Flow, flow_of
from reviewtui.views.page.markdown import grammar
from reviewtui.views.page.markdown.block import Block
from reviewtui.views.page.markdown.inline import read_inline
from reviewtui.views.page.markdown.markup import Link, Piece
from reviewtui.views.page.row import TextRun, VisualLine
from reviewtui.views.page.wrap import wrapped

_BULLETS = "\u2022\u25e6\u25aa"
_CLOSING = re.compile(r"[ \t]+#+[ \t]*\Z")
_UNDERLINE = re.compile(r"\r?\n[ \t>]*(?:=+|-+)[ \t]*\Z")
_HASHES = re.compile(r"#{1,6}[ \t]*")


def text_span(source: str, block: Block) -> tuple[int, int]:
    """Return the span of the words of a prose block: without its marker, hashes, quote marks and underline."""
    start, end = block.start, block.content_end
    if block.inside_line:
        return start, end
    if start == 0 and source.startswith("\ufeff"):
        start = 1
    if block.quote and (quoted := grammar.QUOTE.match(source, start, end)):
        start = quoted.end()
    if block.marker:
        start = block.marker[1]
    start = _behind(grammar.SPACE, source, start, end)
    if block.kind == "heading":
        if under := _UNDERLINE.search(source, start, end):
            return start, under.start()
        start = _behind(_HASHES, source, start, end)
        if closing := _CLOSING.search(source, start, end):
            end = closing.start()
    return start, end


def links_of(source: str, block: Block) -> list[Link]:
    """Return the links of a prose block, with offsets of the source."""
    start, end = text_span(source, block)
    found = read_inline(_unquoted(source, block, start, end)).links
    return [
        Link(
            start + link.start, start + link.end, start + link.target_start, start + link.target_end, link.is_reference
        )
        for link in found
    ]


def set_prose(source: str, block: Block, width: int, *, marks: bool) -> list[VisualLine]:
    """Return the lines of a prose block, without the blank one behind it."""
    start, end = text_span(source, block)
    look = ("heading", f"heading-{block.level}") if block.kind == "heading" else ("quote",) if block.quote else ()
    pieces = [
        Piece(block.start, start, mark=True),
        *read_inline(_unquoted(source, block, start, end)).pieces(start, look),
        Piece(end, block.content_end, mark=True),
    ]
    flow = flow_of(source, pieces, marks=marks)
    first, rest = _prefixes(source, block, width, marks=marks)
    lines = broken(flow, (first, rest), width, end if not marks else block.content_end)
    if block.kind == "heading" and block.level <= 2 and not marks:
        lines.append(_rule(block, lines, width))
    return lines


def broken(flow: Flow, prefixes: tuple[list[TextRun], list[TextRun]], width: int, stop: int) -> list[VisualLine]:
    """Return `flow` broken into lines of `width` cells behind a prefix for the first and one for the others.

    `stop` is where a caret behind the last character stands.
    """
    taken = [sum(run.width for run in prefix) for prefix in prefixes]
    spans = list(wrapped(flow.text, width - taken[0], width - taken[1]))
    lines = []
    for number, (start, end) in enumerate(spans):
        prefix = prefixes[1] if number else prefixes[0]
        last = number == len(spans) - 1
        runs = [*prefix, *flow.runs(start, end)]
        begin = next((run.source_start for run in runs if run.offsets), flow.offset(start, stop))
        behind = stop if last else flow.offset(spans[number + 1][0], stop)
        caret = stop if last else _caret_stop(flow, end, runs)
        lines.append(VisualLine(tuple(runs), begin, behind, caret))
    return lines


def _caret_stop(flow: Flow, end: int, runs: list[TextRun]) -> int:
    """Return the place at the end of a line that is not the last: its forced line end or its last character."""
    if flow.text.startswith("\n", end):
        return flow.offsets[end]
    *_, (start, _, _) = runs[-1].clusters()
    return runs[-1].offsets[start]


def _prefixes(source: str, block: Block, width: int, *, marks: bool) -> tuple[list[TextRun], list[TextRun]]:
    """Return the decoration before the first line and before the others."""
    room = max(0, width // 2)
    bars = "\u2503 " * min(block.quote, room // 4)
    indent = " " * min(block.indent, room)
    before = [TextRun(bars, ("quote-bar",), sign=True)] if bars else []
    before += [TextRun(indent, (), sign=True)] if indent else []
    if block.marker is None or marks:
        return ([] if marks else before), before
    marker = source[slice(*block.marker)]
    offsets = range(*block.marker)
    bullet = not marker[0].isdigit()
    shown = _BULLETS[min(block.indent // 2, len(_BULLETS) - 1)] if bullet else marker
    run = TextRun(shown, ("marker",), *block.marker, offsets, sign=bullet)
    hanging = TextRun(" " * (text_width(shown) + 1), (), sign=True)
    return [*before, run, TextRun(" ", (), sign=True)], [*before, hanging]


def _rule(block: Block, lines: list[VisualLine], width: int) -> VisualLine:
    cells = width if block.level == 1 else min(width, max(line.width for line in lines))
    sign = "\u2501" if block.level == 1 else "\u2500"
    stop = lines[-1].stop
    return VisualLine((TextRun(sign * max(1, cells), ("rule",), sign=True),), stop, stop, stop)


def _behind(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    found = pattern.match(source, start, end)
    return found.end() if found else start


def _unquoted(source: str, block: Block, start: int, end: int) -> str:
    """Return the words with the quote marks of all lines but the first blanked out, at the same offsets."""
    text = source[start:end]
    if not block.quote:
        return text
    head, *rest = text.split("\n")
    return "\n".join([head, *(_blanked(line) for line in rest)])


def _blanked(line: str) -> str:
    found = grammar.QUOTE.match(line)
    return " " * found.end() + line[found.end() :] if found else line
