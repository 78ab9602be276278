"""Sets a block of any kind, and guesses how many lines it takes before that."""

from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.document import Document
from reviewtui.views.page.blocks.prose_setting import set_prose
from reviewtui.views.page.blocks.table import set_table
from reviewtui.views.page.blocks.verbatim_blocks import blank_line, set_folded, set_literal, set_rule
from reviewtui.views.page.row import VisualLine

_PROSE = frozenset({"paragraph", "heading", "alert"})


def set_block(document: Document, block: Block, width: int, *, marks: bool) -> list[VisualLine]:
    """Return the lines of a block, with the blank line behind it; `marks` shows the Markdown marks too."""
    if block.kind == "blank":
        return blank_line(block)
    if block.kind in _PROSE:
        lines = set_prose(document, block, width, marks=marks)
    elif block.kind == "front-matter" and not marks:
        lines = set_folded(document.source, block)
    elif block.kind in LITERAL or marks:
        lines = set_literal(document.source, block, width)
    elif block.kind == "table":
        lines = set_table(document, block, width)
    else:
        lines = set_rule(block, width)
    return lines + blank_line(block)


def estimated_height(block: Block, width: int, *, marks: bool) -> int:
    """Return about how many lines a block takes at `width`, its blank line included; at least 1."""
    extra = int(block.blank >= 0)
    if block.kind == "blank":
        return 1
    if block.kind == "front-matter" and not marks:
        return 1 + extra
    if block.kind not in _PROSE:
        return block.lines + extra
    room = max(1, width - block.indent)
    rule = block.kind == "heading" and block.level <= 2 and not marks
    return (block.content_end - block.start) // room + 1 + rule + extra
