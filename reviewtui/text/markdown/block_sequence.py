"""Blocks one behind the other: whole lines without a gap, with what the parser says nothing of in between."""

import re
from collections.abc import Iterator
from typing import Any

from reviewtui.text.markdown.block import Block, BlockKind
from reviewtui.text.markdown.parsing.html import is_only_comment
from reviewtui.text.markdown.parsing.lines import behind_line_end, line_start, line_stop

_NOTHING = re.compile(r"[ \t>\r\n]*\Z")


class BlockSequence:
    """The blocks of `source` as they are found; one is `ready` when it is known where the next one begins."""

    def __init__(self, source: str) -> None:
        self.ready: list[Block] = []
        self._source = source
        self._newest: dict[str, Any] = {}
        """The fields of the newest block, which ends where the next one begins."""
        self._at = 0
        """Behind the last line of the newest block."""

    def take(self) -> Iterator[Block]:
        """Give the blocks that are ready, once."""
        ready, self.ready = self.ready, []
        yield from ready

    def add(self, kind: BlockKind, begin: int, end: int, **more: Any) -> None:
        """Add a block that is made of the lines from that of `begin` to that of `end`; `more` are its other fields.

        What begins in the last line of the block before it becomes a part of that one.
        """
        start = line_start(self._source, begin)
        if start < self._at and self._newest:
            self._join(end, more)
            return
        if start > self._at:
            self._fill_gap(start, more.get("quote", 0), more.get("indent", 0))
        self._put(kind, start, end, more)

    def finish(self) -> None:
        """End the newest block where the source ends."""
        length = len(self._source)
        self._fill_gap(length, 0, 0)
        self._end_newest(length)

    def _put(self, kind: BlockKind, start: int, end: int, more: dict[str, Any]) -> None:
        stop = self._content_end(start, end)
        if kind == "html" and is_only_comment(self._source[start:stop]):
            kind = "comment"
        self._end_newest(start)
        low, high = more.get("text", (start, stop))
        lines = 1 + self._source.count("\n", start, stop)
        own = {"kind": kind, "start": start, "content_end": stop, "lines": lines}
        self._newest = more | own | {"text": (min(low, stop), min(high, stop))}
        self._at = behind_line_end(self._source, stop)

    def _join(self, end: int, more: dict[str, Any]) -> None:
        start, newest = self._newest["start"], self._newest
        stop = self._content_end(start, max(end, newest["content_end"]))
        self._newest |= {
            "content_end": stop, "lines": 1 + self._source.count("\n", start, stop),
            "text": (newest["text"][0], max(newest["text"][1], more["text"][1])),
            "pieces": (newest.get("pieces", (0, 0))[0], more["pieces"][1]),
        }  # fmt: skip
        self._at = behind_line_end(self._source, stop)

    def _content_end(self, start: int, end: int) -> int:
        """Return the end of the last line with something in it, before its line end."""
        while end > start and self._source[end - 1] in "\r\n":
            end -= 1
        return line_stop(self._source, end)

    def _end_newest(self, end: int) -> None:
        """Give out the newest block, which ends at `end`; of what stands before the first one a blank one is made."""
        if self._newest:
            behind = behind_line_end(self._source, self._newest["content_end"])
            self.ready.append(Block(**self._newest, end=end, blank=behind if behind < end else -1))
        elif end:
            self.ready.append(Block("blank", 0, 0, end, 0, blank=0))

    def _fill_gap(self, end: int, quote: int, indent: int) -> None:
        """Make blocks of what stands before `end` and the parser has no event for: definitions of links."""
        at, first = self._at, -1
        if _NOTHING.match(self._source, at, end):
            return
        more: dict[str, Any] = {"quote": quote, "indent": indent}
        while at < end:
            stop = min(end, line_stop(self._source, at))
            if _NOTHING.match(self._source, at, stop) is None:
                first = at if first < 0 else first
            elif first >= 0:
                self._put("definition", first, at, more)
                first = -1
            at = max(at + 1, behind_line_end(self._source, stop))
        if first >= 0:
            self._put("definition", first, end, more)
