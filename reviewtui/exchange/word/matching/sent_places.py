"""Where a place of a returned document stands in the text that was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_text import SentDocument
from reviewtui.exchange.word.matching.document_alignment import Alignment
from reviewtui.exchange.word.reading.original_document import Original, OriginalPlace


@dataclass(frozen=True, slots=True)
class SentPlace:
    """A place of the text that was sent: before which character of which of its paragraphs."""

    index: int
    at: int


@dataclass(frozen=True)
class SentPlaces:
    """The document that was sent, the returned one as it was before any tracked change, and how they stand together."""

    document: SentDocument
    originals: Sequence[Original]
    alignment: Alignment

    def paragraph(self, place: SentPlace) -> SentParagraph:
        """Return the paragraph in which a place stands."""
        return self.document.paragraphs[place.index]

    def of(self, place: OriginalPlace, *, opens: bool = True) -> SentPlace | None:
        """Return where a place stands; None where the document has other words there than were sent."""
        pair = self.alignment.pairs.get(place.paragraph)
        if pair is None:
            return self._behind_the_last(place)
        at = pair.sent_at(place.at, opens=opens)
        return None if at is None else SentPlace(pair.sent, at)

    def between(self, first: SentPlace, last: SentPlace) -> str:
        """Return the words that were sent between two places."""
        texts = [paragraph.text for paragraph in self.document.paragraphs[first.index : last.index + 1]]
        texts[-1] = texts[-1][: last.at]
        texts[0] = texts[0][first.at :]
        return "\n".join(texts)

    def _behind_the_last(self, place: OriginalPlace) -> SentPlace | None:
        """A paragraph that is new as a whole stands at the end of the one before it."""
        own = self.originals[place.paragraph].first
        if self.originals[place.paragraph].text:
            return None
        for number in range(place.paragraph - 1, -1, -1):
            before = self.originals[number]
            # What was typed into an empty cell belongs to no other one; a paragraph behind a table stands at its end.
            leaves_cell = own.cell is not None and own.row_change is None and before.first.cell != own.cell
            if before.first.part != own.part or leaves_cell:
                return None
            pair = self.alignment.pairs.get(number)
            if pair is not None:
                return SentPlace(pair.sent, len(self.document.paragraphs[pair.sent].text))
            if before.text:
                return None
        return None

    def nearest_path(self, number: int) -> str:
        """Return the file in which a paragraph of the document stands, if those around it are of one file."""
        paths = []
        # A text box is read behind the paragraph at which it hangs.
        for step in (-1,) if self.originals[number].first.part == "text box" else (-1, 1):
            at = number if step < 0 else number + 1
            while 0 <= at < len(self.originals) and at not in self.alignment.pairs:
                at += step
            pair = self.alignment.pairs.get(at)
            if pair is not None and self.originals[number].first.part in {self.originals[at].first.part, "text box"}:
                paths.append(self.document.paragraphs[pair.sent].path)
        own = self.alignment.pairs.get(number)
        if own is not None:
            return self.document.paragraphs[own.sent].path
        return paths[0] if paths and len(set(paths)) == 1 else ""
