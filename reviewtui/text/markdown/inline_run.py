"""What stands inside a block: pieces of one look, links, footnote marks, and what marks enclose."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

LinkKind = Literal["inline", "reference", "autolink", "bare"]
UNSEEN = frozenset({"html", "comment", "sign"})
"""Looks of what is in the file, or on the page, but not among the words that a reader sees."""
_SIZE = 4
"""Numbers for one piece: start, end, look, stand-in."""


class InlineRun(NamedTuple):
    """A run of characters that look alike; `shown` stands for them where it is not the source itself.

    A `mark` is not seen: it says how other characters look, where a link leads, or that a line goes on.
    """

    start: int
    end: int
    styles: tuple[str, ...] = ()
    mark: bool = False
    shown: str | None = None

    def within(self, look: tuple[str, ...]) -> "InlineRun":
        """Return the piece with what all around it looks like besides."""
        return self._replace(styles=(*look, *self.styles)) if look else self

    @property
    def is_seen(self) -> bool:
        """Whether a reader takes it as words, or as a line end between them."""
        return not self.mark and (self.shown == "\n" or UNSEEN.isdisjoint(self.styles))


class Link(NamedTuple):
    """A link or image: its span in the source, its words, and where it leads, a definition looked up already."""

    start: int
    end: int
    target: str
    kind: LinkKind
    image: bool = False
    title: str = ""
    """What a browser shows when one points at it: hidden text."""


class FootnoteReference(NamedTuple):
    """The mark of a footnote in a text, and the label of the footnote."""

    start: int
    end: int
    label: str


class Enclosure(NamedTuple):
    """What a pair of marks encloses: the whole, and the words inside."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class InlineRunTable:
    """All pieces of a document but the marks, which are what lies between them.

    Kept as numbers: a text of a million words has hundreds of thousands of pieces, and a screen shows a few.
    """

    def __init__(self) -> None:
        self._numbers = array("q")
        self._looks: dict[tuple[str, ...], int] = {}
        self._looks_by_number: list[tuple[str, ...]] = []
        self._stand_ins: dict[str, int] = {}
        self._texts: list[str] = []
        self._end = -1
        """Where the newest piece ends, if it shows the source itself."""
        self._look: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self._numbers) // _SIZE

    def add(self, start: int, end: int, looks: tuple[str, ...]) -> None:
        """Add a piece behind the others; what looks like the one before it and follows it at once is one with it."""
        if start == self._end and looks == self._look:
            self._numbers[-3] = end
        else:
            number = self._looks.get(looks)
            self._numbers.extend((start, end, self._number(looks) if number is None else number, -1))
            self._look = looks
        self._end = end

    def add_stand_in(self, start: int, end: int, looks: tuple[str, ...], shown: str) -> None:
        """Add a piece for which a reader sees `shown`."""
        stand_in = self._stand_ins.get(shown)
        if stand_in is None:
            stand_in = self._stand_ins[shown] = len(self._texts)
            self._texts.append(shown)
        number = self._looks.get(looks)
        self._numbers.extend((start, end, self._number(looks) if number is None else number, stand_in))
        self._end = -1

    def _number(self, looks: tuple[str, ...]) -> int:
        self._looks_by_number.append(looks)
        return self._looks.setdefault(looks, len(self._looks_by_number) - 1)

    def start(self, index: int) -> int:
        """Return where piece `index` starts."""
        return self._numbers[index * _SIZE]

    def end(self, index: int) -> int:
        """Return where piece `index` ends."""
        return self._numbers[index * _SIZE + 1]

    def get(self, index: int) -> InlineRun:
        """Return piece `index`."""
        start, end, look, stand_in = self._numbers[index * _SIZE : (index + 1) * _SIZE]
        shown = None if stand_in < 0 else self._texts[stand_in]
        return InlineRun(start, end, self._looks_by_number[look], shown=shown)

    def spans_of(self, look: str) -> Iterator[tuple[int, int]]:
        """Give where the pieces of one look stand."""
        numbers = {number for number, looks in enumerate(self._looks_by_number) if look in looks}
        if numbers:
            for index, number in enumerate(self._numbers[2::_SIZE]):
                if number in numbers:
                    yield self.start(index), self.end(index)

    def between(self, pieces: tuple[int, int], start: int, end: int) -> Iterator[InlineRun]:
        """Give what of the pieces `pieces` lies in `start` to `end`, with the marks, without a gap."""
        at = start
        for index in range(self._first_behind(pieces, start), pieces[1]):
            piece = self.get(index)
            if piece.start >= end:
                break
            if piece.shown is not None and piece.start < start:
                at = max(at, min(piece.end, end))
                continue
            if piece.shown is None and (piece.start < at or piece.end > end):
                piece = piece._replace(start=max(at, piece.start), end=min(end, piece.end))
            if at < piece.start:
                yield InlineRun(at, piece.start, mark=True)
            yield piece
            at = max(at, piece.end)
        if at < end:
            yield InlineRun(at, end, mark=True)

    def _first_behind(self, pieces: tuple[int, int], start: int) -> int:
        """Return the first of the pieces that ends behind `start`."""
        return pieces[0] + bisect_right(range(*pieces), start, key=self.end)
