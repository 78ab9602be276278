"""Reads the blocks of a Markdown text one after the other, from the top, and never further than it is asked."""

from dataclasses import replace

from reviewtui.views.page.markdown import grammar
from reviewtui.views.page.markdown.block import Block, Kind, Line
from reviewtui.views.page.markdown.regions import indented_end, literal_region, opens_table, quotes, text_end

MAX_CHARS = 4000
"""A block is cut behind about so many characters, so that the work for one screen has a bound."""
MAX_LINES = 64
"""A table or literal block is cut behind so many lines."""


class Scanner:
    """Where reading has got to: the lists, quotes and regions that are open there."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lists: list[tuple[int, int]] = []
        self._quote = 0
        self._region: tuple[Kind, int] = ("code", 0)
        self._origin = -1
        self._long_line: Block | None = None

    def read(self, start: int) -> Block:
        """Return the block at `start`, which is the end of the block that was read before it, or 0."""
        if self._long_line is not None:
            return self._rest_of_line(start, self._long_line)
        if start < self._region[1]:
            return self._region_piece(start)
        if start == 0 and (found := grammar.FRONT_MATTER.match(self._source, int(self._source.startswith("\ufeff")))):
            return self._open_region("front-matter", start, found.end())
        if start == 0 and (end := self._blank_end(0)):
            return Block("blank", 0, 0, end, 0, blank=0)
        return self._dispatch(start)

    def _dispatch(self, start: int) -> Block:
        source, line = self._source, Line.at(self._source, start)
        quote, text = quotes(source, line, in_list=bool(self._lists))
        if start == 0 and source.startswith("\ufeff"):
            text = 1
        space = grammar.SPACE.match(source, text)
        at = space.end() if space else text
        indent = grammar.columns(source[text:at])
        if quote != self._quote:
            self._lists.clear()
            self._quote = quote
        rule = grammar.RULE.match(source, at)
        marker = None if rule else grammar.MARKER.match(source, at)
        while self._lists and self._lists[-1][0] > indent:
            self._lists.pop()
        if marker:
            return self._item(line, marker.span(1), indent, grammar.columns(marker[3]))
        if rule:
            return self._lines("rule", line, line, 1)
        return self._plain(line, at, indent)

    def _plain(self, line: Line, at: int, indent: int) -> Block:
        source = self._source
        column = self._lists[-1][0] if self._lists else 0
        if indent >= column + 4 and at < line.stop:
            return self._open_region("code", line.start, indented_end(source, line, column + 4))
        if heading := grammar.HEADING.match(source, at):
            return self._lines("heading", line, line, 1, level=len(heading[1]))
        if region := literal_region(source, at, line):
            return self._open_region(region[0], line.start, region[1])
        if opens_table(source, line):
            self._origin = line.start
            return self._open_region("table", line.start, text_end(source, line))
        return self._paragraph(line)

    def _item(self, line: Line, marker: tuple[int, int], indent: int, after: int) -> Block:
        block = self._paragraph(line, marker=marker)
        width = marker[1] - marker[0]
        cells = block.indent + width + 1
        if self._long_line is not None:
            self._long_line = replace(block, indent=cells)
        self._lists.append((indent + width + (after if 1 <= after <= 4 else 1), cells))
        return block

    def _paragraph(self, line: Line, *, marker: tuple[int, int] | None = None) -> Block:
        source = self._source
        first, lines, in_list = line, 1, marker is not None or bool(self._lists)
        while line.end < len(source) and line.stop - first.start < MAX_CHARS:
            if not source[line.end].isalpha():
                if level := self._underlined(line.end):
                    return self._lines("heading", first, Line.at(source, line.end), lines + 1, level=level)
                if self._interrupted(line.end, in_list=in_list):
                    break
            line = Line.at(source, line.end)
            lines += 1
        return self._lines("paragraph", first, line, lines, marker=marker)

    def _underlined(self, start: int) -> int:
        found = grammar.UNDERLINE.match(self._source, start)
        if found is None or found[0].count(">") != self._quote or (self._lists and found[0][0] not in " \t"):
            return 0
        return 1 if found[1][0] == "=" else 2

    def _interrupted(self, start: int, *, in_list: bool) -> bool:
        source = self._source
        if grammar.QUOTED_BLANK.match(source, start):
            return True
        quote, text = quotes(source, Line.at(source, start), in_list=in_list)
        if quote and quote != self._quote:
            return True
        space = grammar.SPACE.match(source, text)
        at = space.end() if space else text
        if grammar.HEADING.match(source, at) or grammar.RULE.match(source, at) or grammar.FENCE.match(source, at):
            return True
        if marker := grammar.MARKER.match(source, at):
            return in_list or marker[2] in {None, "1"}
        return source.startswith("<!--", at) or grammar.HTML.match(source, at) is not None

    def _open_region(self, kind: Kind, start: int, end: int) -> Block:
        self._region = (kind, end)
        return self._region_piece(start)

    def _region_piece(self, start: int) -> Block:
        kind, end = self._region
        first = line = Line.at(self._source, start)
        lines = 1
        least = 2 if kind == "table" and start == self._origin else 1
        while line.end < end and (lines < least or (lines < MAX_LINES and line.end - start < MAX_CHARS)):
            line = Line.at(self._source, line.end)
            lines += 1
        return self._lines(kind, first, line, lines)

    def _lines(
        self, kind: Kind, first: Line, last: Line, lines: int, *, level: int = 0, marker: tuple[int, int] | None = None
    ) -> Block:
        """Return the block of the lines `first` to `last`, with the blank lines behind it."""
        end = last.end if last.end < self._region[1] else self._blank_end(last.end)
        blank = last.end if end > last.end else -1
        cells = self._lists[-1][1] if self._lists else 0
        origin = self._origin if kind == "table" else -1
        block = Block(kind, first.start, last.stop, end, lines, blank, level, self._quote, cells, marker, origin)
        return self._cut(block) if last.stop - first.start > 2 * MAX_CHARS else block

    def _rest_of_line(self, start: int, begun: Block) -> Block:
        line = Line.at(self._source, start)
        end = line.end if line.end < self._region[1] else self._blank_end(line.end)
        blank = line.end if end > line.end else -1
        self._long_line = None
        block = replace(
            begun, start=start, content_end=line.stop, end=end, blank=blank, lines=1, marker=None, inside_line=True
        )
        return self._cut(block) if line.stop - start > 2 * MAX_CHARS else block

    def _cut(self, block: Block) -> Block:
        """Return the first part of a block that is too long to be set at once; the rest is read next."""
        start = block.start
        cut = self._source.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS) + 1 or start + MAX_CHARS
        self._long_line = block
        return replace(block, content_end=cut, end=cut, blank=-1)

    def _blank_end(self, start: int) -> int:
        source = self._source
        if start < len(source) and source[start] not in " \t\r\n>":
            return start
        pattern = grammar.QUOTED_BLANK if self._quote else grammar.BLANK
        while start < len(source) and (found := pattern.match(source, start)):
            start = found.end()
        return start
