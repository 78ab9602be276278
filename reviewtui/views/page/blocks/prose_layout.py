"""Sets a paragraph, a list item or a heading: its marks, its indentation, its words broken into lines."""

from collections.abc import Iterator

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.words.unspaced import letter_start
from reviewtui.views.page.blocks.flow import Flow, flow_of
from reviewtui.views.page.cells import char_widths, is_narrow, text_width
from reviewtui.views.page.row import TextRun, VisualLine

_BULLETS = "\u2022\u25e6\u25aa"


def lay_out_prose(document: Document, block: Block, width: int, *, marks: bool) -> list[VisualLine]:
    """Return the lines of a prose block, without the blank one behind it."""
    source, end = document.source, block.text[1]
    look = ("heading", f"heading-{block.level}") if block.kind == "heading" else ("quote",) if block.quote else ()
    pieces = (piece if piece.mark else piece.within(look) for piece in document.pieces(block))
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
    if not block.markers or marks:
        return ([] if marks else before), before
    first, rest = [*before], [*before]
    for number, span in enumerate(block.markers):
        marker = source[slice(*span)]
        bullet = marker in {"-", "*", "+", ":"}
        shown = _BULLETS[min(block.indent // 2 + number, len(_BULLETS) - 1)] if bullet else marker
        first += [TextRun(shown, ("marker",), *span, range(*span), sign=bullet), TextRun(" ", (), sign=True)]
        rest.append(TextRun(" " * (text_width(shown) + 1), (), sign=True))
    return first, rest


def _rule(block: Block, lines: list[VisualLine], width: int) -> VisualLine:
    cells = width if block.level == 1 else min(width, max(line.width for line in lines))
    sign = "\u2501" if block.level == 1 else "\u2500"
    stop = lines[-1].stop
    return VisualLine((TextRun(sign * max(1, cells), ("rule",), sign=True),), stop, stop, stop)


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
