"""A document as it was before anybody's tracked changes, and where in it each of its runs stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewtui.exchange.word.reading.paragraph import Paragraph, Run, RunPosition


@dataclass(frozen=True, slots=True)
class OriginalRun:
    """A run, or the end of a paragraph (`ends`), and where it stands in the original words."""

    at: int
    run: Run | None = None
    ends: Paragraph | None = None
    following: Paragraph | None = None
    """Behind an inserted end: the paragraph that begins there."""


@dataclass
class Original:
    """One paragraph of the original: several of the document where ends of paragraphs were inserted."""

    number: int
    text: str = ""
    pieces: list[OriginalRun] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def first(self) -> Paragraph:
        """The paragraph of the document with which it begins."""
        return self.paragraphs[0]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it, and nothing was changed."""
        return not self.text and all(piece.run is None for piece in self.pieces)

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """The names of the bookmarks in it."""
        return tuple(name for paragraph in self.paragraphs for name in paragraph.bookmarks)

    @property
    def edges(self) -> Iterator[int]:
        """Where words begin and end that somebody took out."""
        for piece in self.pieces:
            if piece.run is not None and piece.run.deleted is not None and piece.run.inserted is None:
                yield piece.at
                yield piece.at + len(piece.run.text)


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """A place in the original: before which character of which paragraph."""

    paragraph: int
    at: int


class OriginalDocument:
    """All paragraphs of the original, and where the runs of the document stand in them."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs: list[Original] = []
        self._places: dict[RunPosition, OriginalPlace] = {}
        """Where each run begins, and behind the last run of a paragraph where that ends."""
        current: Original | None = None
        for number, paragraph in enumerate(paragraphs):
            if current is None:
                current = Original(len(self.paragraphs))
            self._add(current, number, paragraph)
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            goes_on = paragraph.mark_inserted is not None and following is not None and _same_flow(paragraph, following)
            current.pieces.append(OriginalRun(len(current.text), None, paragraph, following if goes_on else None))
            if not goes_on:
                self.paragraphs.append(current)
                current = None
        if current is not None:
            self.paragraphs.append(current)

    def _add(self, current: Original, number: int, paragraph: Paragraph) -> None:
        current.paragraphs.append(paragraph)
        for index, run in enumerate(paragraph.runs):
            self._places[RunPosition(number, index)] = OriginalPlace(current.number, len(current.text))
            if run.is_hidden:
                continue
            current.pieces.append(OriginalRun(len(current.text), run))
            if run.inserted is None:
                current.text += run.text
        self._places[RunPosition(number, len(paragraph.runs))] = OriginalPlace(current.number, len(current.text))

    def place(self, spot: RunPosition) -> OriginalPlace | None:
        """Return where a place between two runs stands in the original."""
        return self._places.get(spot)

    def words_of(self, part: str) -> str:
        """Return the words of a part, such as a footnote, as they are with every change."""
        own = (paragraph for original in self.paragraphs for paragraph in original.paragraphs)
        return "\n".join(paragraph.current for paragraph in own if paragraph.part == part)

    def in_order(self) -> Iterator[Original]:
        """Give the paragraphs of body and footnotes, each footnote where the order of the marks has it."""
        notes = [
            piece.run.note
            for original in self.paragraphs
            for piece in original.pieces
            if piece.run is not None and piece.run.note
        ]
        ranks = {note: rank for rank, note in enumerate(dict.fromkeys(notes))}
        yield from (original for original in self.paragraphs if original.first.part == "body")
        yield from sorted(
            (original for original in self.paragraphs if original.first.part in ranks),
            key=lambda original: ranks[original.first.part],
        )


def _same_flow(paragraph: Paragraph, following: Paragraph) -> bool:
    return (paragraph.part, paragraph.cell) == (following.part, following.cell)
