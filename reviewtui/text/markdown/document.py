"""A Markdown text as a reader sees it, with the place in the file of everything: read as far as somebody asks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.block_reader import BlockReader
from reviewtui.text.markdown.inline_run import Enclosure, FootnoteReference, InlineRun, Link
from reviewtui.text.markdown.parsing.parser_events import BrokenReference


class Document:
    """The blocks of `source`, and what stands inside them."""

    def __init__(self, source: str, *, is_file: bool = True) -> None:
        """Read `source`, the text of a file; without `is_file` it is a part, which has no front matter."""
        self.source = source
        self.blocks: list[Block] = []
        """The blocks as far as they have been read."""
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

    def links_within(self, start: int, end: int) -> list[Link]:
        """Return the links that end between two places, outer ones behind inner ones."""
        first = bisect_right(self.links, start, key=lambda each: each.end)
        return self.links[first : bisect_right(self.links, end, lo=first, key=lambda each: each.end)]

    def link_at(self, offset: int) -> Link | None:
        """Return the innermost link whose words or marks hold `offset`."""
        for link in self.links[bisect_left(self.links, offset, key=lambda each: each.end) :]:
            if link.start <= offset < link.end:
                return link
            if link.start > offset:
                return None
        return None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset` among those that have been read."""
        return self.blocks[self.index_at(offset)] if self.blocks and offset >= 0 else None

    def index_at(self, offset: int) -> int:
        """Return the number of the block that holds `offset` among those that have been read, 0 where none does."""
        return max(0, bisect_right(self._starts, offset) - 1)


@lru_cache(maxsize=256)
def document_of(source: str) -> Document:
    """Return the whole document of a text; one that has been read lately is not read again."""
    return Document(source).read()
