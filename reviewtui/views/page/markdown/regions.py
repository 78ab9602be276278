"""How far the regions reach that are shown as they stand: code, HTML, comments, definitions, and tables."""

from reviewtui.views.page.markdown import grammar
from reviewtui.views.page.markdown.block import Kind, Line


def literal_region(source: str, at: int, line: Line) -> tuple[Kind, int] | None:
    """Return kind and end of the literal region that `line` opens with the mark at `at`; None for other lines."""
    if fence := grammar.FENCE.match(source, at):
        closed = grammar.fence_end(fence[1] or fence[2]).search(source, line.end)
        return "code", Line.at(source, closed.start()).end if closed else len(source)
    if source.startswith("<!--", at):
        found = source.find("-->", at)
        return "comment", Line.at(source, found).end if found >= 0 else len(source)
    if grammar.HTML.match(source, at):
        return "html", text_end(source, line)
    if grammar.DEFINITION.match(source, at):
        return "definition", line.end
    return None


def indented_end(source: str, line: Line, column: int) -> int:
    """Return the end of the code that stands indented by `column` or more, and begins with `line`."""
    while line.end < len(source):
        space = grammar.SPACE.match(source, line.end)
        if space is None or grammar.columns(space[0]) < column or grammar.BLANK.match(source, line.end):
            break
        line = Line.at(source, line.end)
    return line.end


def text_end(source: str, line: Line) -> int:
    """Return the end of the lines from `line` on up to the next blank one."""
    found = grammar.BEFORE_BLANK.search(source, line.stop)
    return found.end() if found else len(source)


def opens_table(source: str, line: Line) -> bool:
    """Say whether `line` is the head of a table: it has cells, and a line of dashes follows."""
    if "|" not in source[line.start : line.stop] or line.end >= len(source):
        return False
    return grammar.DELIMITERS.match(source, line.end) is not None


def quotes(source: str, line: Line, *, in_list: bool) -> tuple[int, int]:
    """Return in how many quotes the line stands, and where its text begins behind their marks."""
    found = grammar.QUOTE.match(source, line.start, line.stop)
    if found is None or (not in_list and grammar.columns(found[0][: found[0].index(">")]) > 3):
        return 0, line.start
    return found[0].count(">"), found.end()
