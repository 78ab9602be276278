"""Blocks one behind the other: whole lines without a gap, with what the parser says nothing of in between."""

import re
from collections.abc import Iterator
from typing import Any

from reviewtui.text.markdown.block import Block, Kind
from reviewtui.text.markdown.parsing.html import is_only_comment
from reviewtui.text.markdown.parsing.lines import behind_line_end, line_start, line_stop

_NOTHING = re.compile(r"[ \t>\r\n]*\Z")


class BlockSequence:
    """The blocks of `source` as they are found; one is `ready` when it is known where the next one begins."""

    def __init__(self, source: str) -> None:
        self.ready: list[Block] = []
        self._source = source
        self._newest: Block | None = None
        self._at = 0
        """Behind the last line of the newest block."""

    def take(self) -> Iterator[Block]:
        """Give the blocks that are ready, once."""
        ready, self.ready = self.ready, []
        yield from ready

    def add(self, kind: Kind, begin: int, end: int, **more: Any) -> None:
        """Add a block that is made of the lines from that of `begin` to that of `end`; `more` are its other fields.

        What begins in the last line of the block before it becomes a part of that one.
        """
        start = line_start(self._source, begin)
        if start < self._at and self._newest is not None:
            self._join(self._newest, end, more)
            return
        if start > self._at:
            self._fill_gap(start, more.get("quote", 0), more.get("indent", 0))
        self._put(kind, start, end, more)

    def finish(self) -> None:
        """End the newest block where the source ends."""
        length = len(self._source)
        self._fill_gap(length, 0, 0)
        if self._newest is not None:
            self.ready.append(self._ended(self._newest, length))
        elif self._source:
            self.ready.append(Block("blank", 0, 0, length, 0, blank=0))

    def _put(self, kind: Kind, start: int, end: int, more: dict[str, Any]) -> None:
        stop = self._content_end(start, end)
        if kind == "html" and is_only_comment(self._source[start:stop]):
            kind = "comment"
        if self._newest is not None:
            self.ready.append(self._ended(self._newest, start))
        elif start:
            self.ready.append(Block("blank", 0, 0, start, 0, blank=0))
        low, high = more.pop("text", (start, stop))
        text = (min(low, stop), min(high, stop))
        self._newest = Block(kind, start, stop, stop, 1 + self._source.count("\n", start, stop), text=text, **more)
        self._at = behind_line_end(self._source, stop)

    def _join(self, block: Block, end: int, more: dict[str, Any]) -> None:
        stop = self._content_end(block.start, max(end, block.content_end))
        self._newest = block._replace(
            content_end=stop, lines=1 + self._source.count("\n", block.start, stop),
            text=(block.text[0], max(block.text[1], more["text"][1])), pieces=(block.pieces[0], more["pieces"][1]),
        )  # fmt: skip
        self._at = behind_line_end(self._source, stop)

    def _content_end(self, start: int, end: int) -> int:
        """Return the end of the last line with something in it, before its line end."""
        while end > start and self._source[end - 1] in "\r\n":
            end -= 1
        return line_stop(self._source, end)

    def _ended(self, block: Block, end: int) -> Block:
        behind = behind_line_end(self._source, block.content_end)
        return block._replace(end=end, blank=behind if behind < end else -1)

    def _fill_gap(self, end: int, quote: int, indent: int) -> None:
        """Make blocks of what stands before `end` and the parser has no event for: definitions of links."""
        at, first = self._at, -1
        if _NOTHING.match(self._source[at:end]):
            return
        more: dict[str, Any] = {"quote": quote, "indent": indent}
        while at < end:
            stop = min(end, line_stop(self._source, at))
            if _NOTHING.match(self._source[at:stop]) is None:
                first = at if first < 0 else first
            elif first >= 0:
                self._put("definition", first, at, more)
                first = -1
            at = max(at + 1, behind_line_end(self._source, stop))
        if first >= 0:
            self._put("definition", first, end, more)
