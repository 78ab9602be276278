"""Sets what is shown as it stands: code, front matter, HTML, comments, link definitions, rules and blank lines."""

import re

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.inline_run import InlineRun
from reviewtui.views.page.blocks.flow import flow_of
from reviewtui.views.page.blocks.prose_layout import broken
from reviewtui.views.page.row import TextRun, VisualLine

_FENCE = re.compile(r"[ \t>]*(?:`{3,}(?=[^`]*\Z)|~{3,})")
_BAR = TextRun("\u2502 ", ("code-bar",), sign=True)


def lay_out_literal(source: str, block: Block, width: int) -> list[VisualLine]:
    """Return the lines of a block as they stand in the source, wrapped at `width` cells."""
    start = block.start + (block.start == 0 and source.startswith("\ufeff"))
    pieces = [InlineRun(block.start, start, mark=True)]
    for text in source[start : block.content_end].split("\n"):
        end = start + len(text)
        stop = end - (text.endswith("\r") and end < block.content_end)
        mark = block.kind == "code" and _FENCE.match(text) is not None
        pieces.append(InlineRun(start, stop, ("mark",) if mark else (block.kind,)))
        if end < block.content_end:
            pieces += [InlineRun(stop, end, mark=True), InlineRun(end, end + 1, shown="\n")]
        start = end + 1
    flow = flow_of(source, pieces, marks=False)
    prefix = [_BAR] if block.kind == "code" and width > 8 else []
    return broken(flow, (prefix, prefix), width, block.content_end)


def lay_out_rule(block: Block, width: int) -> list[VisualLine]:
    """Return the line that stands for a thematic break."""
    rule = TextRun("\u2500" * width, ("rule",), sign=True)
    return [VisualLine((rule,), block.start, block.start, block.start)]


def lay_out_folded(source: str, block: Block) -> list[VisualLine]:
    """Return the line that stands for what only programs read at the beginning of a file."""
    count = source[block.start : block.content_end].count("\n") + 1
    words = f"\u22ef {count} lines for programs"
    return [VisualLine((TextRun(words, ("front-matter",), sign=True),), block.start, block.start, block.start)]


def blank_line(block: Block) -> list[VisualLine]:
    """Return the one empty line that stands for all blank lines behind a block; none where there are none."""
    return [VisualLine((), block.blank, block.blank, block.blank)] if block.blank >= 0 else []
