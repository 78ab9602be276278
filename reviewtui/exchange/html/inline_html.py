"""What stands inside a block, as HTML in which every character knows its place in the source."""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise
from urllib.parse import unquote

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.inline_run import InlineRun, Link
from reviewtui.text.span import Span
from reviewtui.text.words.visible import visible

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f<>\"'\\`]{1,2000}\Z", re.IGNORECASE)
_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "code": "code", "footnote": "sup"}


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """Where remark `number` of the page stands in the source of its section."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class InlineWriter:
    """Writes the insides of the blocks of one text; `sections` are the ids of the page's sections by path."""

    document: Document
    path: str
    sections: dict[str, str]
    marked: Sequence[MarkedPassage]

    @cached_property
    def _marked_by_block(self) -> dict[int, list[MarkedPassage]]:
        """The passages that stand in each block, by where it begins: there may be thousands of both."""
        starts = [block.start for block in self.document.blocks]
        by_block: dict[int, list[MarkedPassage]] = {}
        for mark in self.marked:
            first = max(0, bisect_right(starts, mark.start) - 1)
            for start in starts[first : max(first + 1, bisect_right(starts, mark.end))]:
                by_block.setdefault(start, []).append(mark)
        return by_block

    def block(self, block: Block) -> str:
        """Return the inside of a block that is no table."""
        return self.pieces(list(self.document.seen(block)), (block.start, block.end), block)

    def pieces(self, pieces: Sequence[InlineRun], span: Span, block: Block) -> str:
        """Return pieces of a block as HTML, with the numbers of the remarks that end in `span`."""
        start, end = span
        marked = [
            mark for mark in self._marked_by_block.get(block.start, ()) if mark.start <= end and start <= mark.end
        ]
        parts: list[str] = []
        open_link: Link | None = None
        ends = sorted(
            (mark for mark in marked if start < mark.end <= end or (mark.end == start == mark.start)),
            key=lambda mark: mark.end,
        )
        for piece in pieces:
            link = self.document.link_at(piece.start) if "link" in piece.styles else None
            if link != open_link:
                parts += [self._end(open_link), self._begin(link)]
                open_link = link
            parts.append(self._piece(piece, marked, ends if open_link is None else []))
        parts.append(self._end(open_link))
        return "".join([*parts, *map(_reference, ends)])

    def _begin(self, link: Link | None) -> str:
        target = self._target(link) if link is not None else ""
        outside = "" if target.startswith("#") else ' rel="noopener noreferrer"'
        return f'<a href="{escape(target)}"{outside}>' if target else ""

    def _end(self, link: Link | None) -> str:
        return "</a>" if link is not None and self._target(link) else ""

    def _target(self, link: Link) -> str:
        """Where a link may lead: to the web, to a mailbox, or to a section of this page; else nowhere."""
        if _SAFE.match(link.target):
            return link.target
        path, _, _ = link.target.partition("#")
        own = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(path))) if path else self.path
        return f"#{self.sections[own]}" if own in self.sections and ":" not in path else ""

    def _piece(self, piece: InlineRun, marked: list[MarkedPassage], ends: list[MarkedPassage]) -> str:
        """A piece with the numbers of the remarks that end in it, which are taken off `ends`."""
        if piece.shown == "\n":
            return f'<br data-s="{piece.start}" data-e="{piece.end}">'
        words = ""
        for stop, run in self._runs(piece, marked):
            words += run
            while ends and ends[0].end <= stop:
                words += _reference(ends.pop(0))
        for style in reversed(piece.styles):
            if tag := _TAGS.get(style):
                words = f"<{tag}>{words}</{tag}>"
        return words

    def _runs(self, piece: InlineRun, marked: list[MarkedPassage]) -> Iterator[tuple[int, str]]:
        """The characters of a piece and where they end, cut where a remark begins or ends, or a character is hidden."""
        if piece.shown is not None:
            yield piece.end, self._span(piece.start, piece.end, visible(piece.shown), marked, exact=False)
            return
        source = self.document.source
        cuts = {at for mark in marked for at in (mark.start, mark.end) if piece.start < at < piece.end}
        bounds = [piece.start, *sorted(cuts), piece.end]
        for low, high in pairwise(bounds):
            words = source[low:high]
            if visible(words) == words:
                yield high, self._span(low, high, words, marked, exact=True)
            else:
                for at, char in enumerate(words, low):
                    yield at + 1, self._span(at, at + 1, visible(char) or " ", marked, exact=False)

    @staticmethod
    def _span(start: int, end: int, words: str, marked: list[MarkedPassage], *, exact: bool) -> str:
        is_marked = any(mark.start <= start and end <= mark.end for mark in marked)
        look = ' class="on"' if is_marked else ""
        stop = "" if exact else f' data-e="{end}"'
        return f'<span data-s="{start}"{stop}{look}>{escape(words)}</span>'


def _reference(mark: MarkedPassage) -> str:
    number = mark.number
    return f'<a class="ref" id="at-{number}" href="#remark-{number}" aria-label="Remark {number}">[{number}]</a>'
