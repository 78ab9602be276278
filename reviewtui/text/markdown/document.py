"""A Markdown text as a reader sees it, with the place in the file of everything: read as far as somebody asks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from operator import attrgetter

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.block_reader import BlockReader
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.inline_run import Enclosure, FootnoteReference, InlineRun, Link
from reviewtui.text.markdown.parsing.closed_marks import ClosedMark, marked_spans
from reviewtui.text.markdown.parsing.parser_events import BrokenReference

_TEMPLATE = re.compile(r"\{(?:%-?\s*(?:comment|if\s+false)\b|::|[#>/-]|\{/)")
"""A comment or a condition of a template, which goes on until it is ended."""
_DECLARES = re.compile(r"<[!?]")
_COMMENT = ClosedMark(re.compile("<!--"), re.compile(r"-->|\n[ \t]*\r?\n"))
"""A comment without an empty line in it, and so without the end of a part; or one that such a line cuts off."""
_TAG = re.compile(r"<(?!(?:[A-Za-z][\w+.-]*:|[^\s<>@]+@)[^\s<>]*>)(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")
_INLINE = frozenset("a abbr b br cite code em i img ins kbd p q small span strong sub sup u".split())
"""Elements that end within a part, if they are closed there."""
_ALONE = frozenset({"br", "img"})
_HEADING = re.compile(r"\n[ \t]*\r?\n(?=#{1,6}[ \t])")
"""An empty line before a heading that is indented by nothing, which ends whatever was open before."""
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n(?=#{1,6}[ \t]|[^\W\d_])")
"""The same before a heading or a paragraph."""


_END = attrgetter("end")


class Document:
    """The blocks of `source`, and what stands inside them."""

    def __init__(self, source: str, *, is_file: bool = True) -> None:
        """Read `source`, the text of a file; without `is_file` it is a part, which has no front matter."""
        self.source = source
        self.blocks: list[Block] = []
        """The blocks as far as they have been read."""
        self.solid_blocks: list[Block] = []
        """Those of them that are more than blank lines."""
        self.said: dict[tuple[int, int], str] = {}
        """What is said of the passages that were asked for (`said_passage`), once all was read."""
        self._starts: list[int] = []
        self._reader = BlockReader(source, is_file=is_file)
        self._coming = self._reader.blocks()
        self.complete = not source
        """Whether all blocks have been read."""

    def advance(self, count: int = 256) -> bool:
        """Read `count` more blocks; say whether there is more to read."""
        fresh = list(islice(self._coming, count))
        self.blocks += fresh
        self.solid_blocks += [block for block in fresh if block.kind != "blank"]
        self._starts += [block.start for block in fresh]
        self.complete = len(fresh) < count or fresh[-1].end >= len(self.source)
        return not self.complete

    def read(self) -> "Document":
        """Read to the end, and return the document itself."""
        while self.advance(4096):
            pass
        return self

    def pieces(self, block: Block, start: int | None = None, end: int | None = None) -> Iterator[InlineRun]:
        """Give the pieces of a block between `start` and `end` (else all its content), marks included, without gap."""
        low = block.start if start is None else start
        high = block.content_end if end is None else end
        return self._reader.inline.pieces.between(block.pieces, low, high)

    def seen(self, block: Block) -> Iterator[InlineRun]:
        """Give what a reader sees of a block: its pieces without marks, tags and comments."""
        for index in range(*block.pieces):
            piece = self._reader.inline.pieces.get(index)
            if piece.is_seen:
                yield piece

    def spans_of(self, look: str) -> Iterator[tuple[int, int]]:
        """Give where the pieces of one look stand, in what has been read."""
        return self._reader.inline.pieces.spans_of(look)

    @property
    def links(self) -> list[Link]:
        """The links and images of what has been read, by where they end."""
        return self._reader.inline.links

    @property
    def footnotes(self) -> list[FootnoteReference]:
        """The references to footnotes in what has been read."""
        return self._reader.inline.footnotes

    @property
    def enclosures(self) -> list[Enclosure]:
        """What pairs of marks enclose in what has been read, by where they end; inner ones before outer ones."""
        return self._reader.inline.enclosures

    @property
    def broken(self) -> list[BrokenReference]:
        """The references to link definitions that are not in the text."""
        return self._reader.stream.broken

    @cached_property
    def reference_marks(self) -> list[tuple[int, int]]:
        """The brackets and labels of references to definitions that are not in the text, in reading order."""
        marks: list[tuple[int, int]] = []
        for reference in self.broken:
            words = self.source[reference.start : reference.end]
            whole = "][" in words and not reference.short
            marks.append((reference.start, reference.start + 1))
            marks.append((reference.start + words.rindex("][") if whole else reference.end - 1, reference.end))
        return sorted(marks)

    def reference_marks_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return those of `reference_marks` that reach behind one place and begin before another one."""
        marks = self.reference_marks
        first = bisect_right(self._mark_reaches, start)
        return marks[first : bisect_left(marks, (end, 0), lo=first)]

    @cached_property
    def _mark_reaches(self) -> list[int]:
        """How far the first one, two … of `reference_marks` reach."""
        return list(accumulate((end for _, end in self.reference_marks), max))

    def links_within(self, start: int, end: int) -> list[Link]:
        """Return the links that end between two places, outer ones behind inner ones."""
        first = bisect_right(self.links, start, key=_END)
        return self.links[first : bisect_right(self.links, end, lo=first, key=_END)]

    def link_at(self, offset: int) -> Link | None:
        """Return the innermost link whose words or marks hold `offset`."""
        for link in self.links[bisect_left(self.links, offset, key=_END) :]:
            if link.start <= offset < link.end:
                return link
            if link.start > offset:
                return None
        return None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset` among those that have been read."""
        return self.blocks[self.index_at(offset)] if self.blocks and offset >= 0 else None

    def blocks_from(self, offset: int) -> Iterator[Block]:
        """Give the block that holds `offset` among those that have been read, and those behind it."""
        blocks = self.blocks
        return (blocks[index] for index in range(self.index_at(offset), len(blocks)))

    def index_at(self, offset: int) -> int:
        """Return the number of the block that holds `offset` among those that have been read, 0 where none does."""
        return max(0, bisect_right(self._starts, offset) - 1)


class PartedText:
    """A text of which a part can be read alone: from an empty line before a heading or a letter to the next such one.

    Where something may reach from one part into another, as definitions and code between fences do, there is one part.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: dict[tuple[int, int], Document] = {}

    @cached_property
    def whole(self) -> Document:
        """The document of the whole text."""
        return Document(self.source).read()

    @cached_property
    def starts(self) -> list[int]:
        """Where each part begins."""
        return self._closed_starts(_PARAGRAPH) or self.sections

    @cached_property
    def sections(self) -> list[int]:
        """Where each part that is a section begins: at the headings of the outline."""
        return self._closed_starts(_HEADING) or [0]

    @cached_property
    def _front(self) -> int:
        """Where the words begin that can be parted; behind them where they cannot."""
        front = front_matter_end(self.source)
        return len(self.source) if _reaches_on(self.source[front:]) else front

    def _closed_starts(self, beginning: "re.Pattern[str]") -> list[int]:
        """Return where parts begin that begin like this; nothing where an element goes on from one into the next."""
        starts = [0, *(match.end() for match in beginning.finditer(self.source, self._front))]
        if self.source.find("<", self._front) < 0:
            return starts
        spans = zip(starts, [*starts[1:], len(self.source)], strict=True)
        return starts if all(_is_closed(self.source[max(self._front, start) : end]) for start, end in spans) else []

    @cached_property
    def _ends(self) -> list[int]:
        return [*self.starts[1:], len(self.source)]

    def around(self, offset: int, stop: int | None = None) -> Iterator[tuple[Document, int]]:
        """Give the part that holds `offset` and those behind it that begin before `stop`, and where each begins."""
        if "whole" in self.__dict__ or len(self.starts) == 1:
            yield self.whole, 0
            return
        first = max(0, bisect_right(self.starts, offset) - 1)
        last = len(self.starts) if stop is None else max(first + 1, bisect_left(self.starts, stop))
        for number in range(first, last):
            yield self._part(self.starts[number], self._ends[number]), self.starts[number]

    def parts(self, is_wanted: Callable[[int, int], bool]) -> Iterator[tuple[Document, int]]:
        """Give the parts that are wanted, asked by their span, and where each begins; or the whole, if that is less."""
        wanted = [span for span in zip(self.starts, self._ends, strict=True) if is_wanted(*span)]
        if self._is_read_whole(wanted):
            yield self.whole, 0
        else:
            yield from ((self._part(*span), span[0]) for span in wanted)

    def section(self, offset: int) -> tuple[Document, int]:
        """Return the section that holds `offset` as a part, and where it begins; the whole where that was read."""
        if "whole" in self.__dict__ or len(self.sections) == 1:
            return self.whole, 0
        number = bisect_right(self.sections, offset) - 1
        end = self.sections[number + 1] if number + 1 < len(self.sections) else len(self.source)
        return self._part(self.sections[number], end), self.sections[number]

    def expect(self, offsets: Sequence[int]) -> None:
        """Take in which places somebody will ask for: where they are in most parts, the whole is read at once."""
        numbers = {bisect_right(self.starts, offset) - 1 for offset in offsets}
        if self._is_read_whole([(self.starts[number], self._ends[number]) for number in numbers]):
            self.whole  # noqa: B018  # kept

    def _is_read_whole(self, wanted: Sequence[tuple[int, int]]) -> bool:
        """Say whether the whole was read, or costs less than some parts of it."""
        read = "whole" in self.__dict__ or (len(self.starts) == 1 and wanted != [])
        return read or 3 * sum(end - start for start, end in wanted) > len(self.source)

    def _part(self, start: int, end: int) -> Document:
        part = self._parts.get((start, end))
        if part is None:
            part = self._parts[start, end] = Document(self.source[start:end]).read()
        return part


def _reaches_on(words: str) -> bool:
    """Say whether something may reach from one part of a text into another: fences, definitions, comments."""
    if "```" in words or "~~~" in words or "]:" in words or ("{" in words and _TEMPLATE.search(words)):
        return True
    at = 0
    for start, end in marked_spans(words, _COMMENT):
        if words.startswith("-->", end - 3):
            if _DECLARES.search(words, at, start):
                return True
            at = end
    return _DECLARES.search(words, at) is not None


def _is_closed(part: str) -> bool:
    """Say whether no element that begins in a part goes on behind it."""
    opened: dict[str, int] = {}
    for match in _TAG.finditer(part):
        name = match["name"].lower()
        if name not in _INLINE:
            return False
        if name not in _ALONE:
            opened[name] = opened.get(name, 0) + (-1 if match["end"] else 1)
            if opened[name] < 0:
                return False
    return not any(opened.values())


@lru_cache(maxsize=256)
def parted_text(source: str) -> PartedText:
    """Return a text of which parts can be read; what was read lately of it is not read again."""
    return PartedText(source)


def document_of(source: str) -> Document:
    """Return the whole document of a text; one that has been read lately is not read again."""
    return parted_text(source).whole
