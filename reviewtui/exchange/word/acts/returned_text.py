"""Where the changes and comments of a returned document stand in the files of the policy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.review.import_content import BroughtPlace
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, Stretch
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.original_document import OriginalDocument, OriginalPlace
from reviewtui.exchange.word.reading.paragraph import Run, RunPosition, WordComment, WordDocument
from reviewtui.exchange.word.rewriting.edited_span import edited_span


@dataclass(frozen=True)
class ReturnedText:
    """A returned document, as it is and as it was before its changes, beside what was sent and the files of that."""

    document: WordDocument
    original: OriginalDocument
    places: SentPlaces
    sources: Mapping[str, str]
    loses_changes: bool = False
    """Whether the file went through a format that loses some tracked changes."""

    def file_around(self, place: OriginalPlace | None) -> BroughtPlace | None:
        """Return the file, without a passage, in which a place of the document stands."""
        path = self.places.nearest_path(place.paragraph) if place is not None else ""
        return BroughtPlace(path) if path in self.sources else None

    def passages(self, first: SentPlace, last: SentPlace) -> Iterator[BroughtPlace]:
        """Give the passage of each file between two places of the text that was sent."""
        paragraphs = self.places.document.paragraphs
        inside = [n for n in range(first.index, last.index + 1) if paragraphs[n].is_of_policy and paragraphs[n].text]
        if not last.at and inside[-1:] == [last.index]:
            inside.pop()
        if inside[:1] == [first.index] and first.at >= len(paragraphs[first.index].text):
            inside.pop(0)
        for path in dict.fromkeys(paragraphs[n].path for n in inside):
            own = [n for n in inside if paragraphs[n].path == path]
            opening, closing = paragraphs[own[0]], paragraphs[own[-1]]
            low = opening.source(first.at if own[0] == first.index else 0, len(opening.text))[0]
            high = closing.source(0, last.at if own[-1] == last.index else len(closing.text))[1]
            if low < high:
                yield BroughtPlace(path, low, high)

    def changed(self, edit: TrackedEdit) -> tuple[BroughtPlace, ...]:
        """Return where a change stands in the policy, a place in each file; none where that is not sure."""
        span = edited_span(edit, self.places)
        if span is None:
            return ()
        if not span.inserts_only:
            return tuple(self.passages(span.start, span.end))
        gap = span.first.gap(span.start.at)[0]
        return (BroughtPlace(span.first.path, gap, gap),)

    def commented(self, comment: WordComment) -> tuple[BroughtPlace, ...]:
        """Return where a comment stands in the policy, a place in each file; none where that is not sure."""
        if comment.about is None:
            return ()
        first = self._sent_place(comment.about.start, opens=True)
        last = self._sent_place(comment.about.end, opens=False) if comment.about.end != comment.about.start else first
        if first is None or last is None or (last.index, last.at) < (first.index, first.at):
            return ()
        if first.index != last.index:
            return tuple(self.passages(first, last))
        paragraph = self.places.paragraph(first)
        span = _span_of(paragraph, first.at, last.at) if paragraph.is_of_policy else None
        return () if span is None else (BroughtPlace(paragraph.path, *span),)

    def stretch(self, comment: WordComment) -> Stretch | None:
        """Return where a comment stands in the text that was sent; None where that is not sure."""
        if comment.about is None:
            return None
        first = self._sent_place(comment.about.start, opens=True)
        last = self._sent_place(comment.about.end, opens=False)
        return Stretch(first.index, first.at, last.index, last.at) if first is not None and last is not None else None

    def is_about_whole(self, comment: WordComment) -> bool:
        """Say whether a comment is about our own words around the policy, so about the whole of it."""
        place = self._sent_place(comment.about.start, opens=True) if comment.about is not None else None
        return place is not None and not self.places.paragraph(place).is_of_policy

    def _sent_place(self, position: RunPosition, *, opens: bool) -> SentPlace | None:
        place = self.original.place(position)
        return None if place is None else self.places.of(place, opens=opens)

    def quote(self, comment: WordComment) -> str:
        """Return the words that a comment is about: as they were sent, else those that somebody put in there."""
        runs = list(self.runs_under(comment))
        texts = ["".join(run.text for run in own if run.inserted is None) for own in runs]
        if not any(texts):
            texts = ["".join(run.text for run in own) for own in runs]
        return "\n".join(text for text in texts if text)

    def runs_under(self, comment: WordComment) -> Iterator[Sequence[Run]]:
        """Give the runs that a comment is about, paragraph by paragraph."""
        if comment.about is None:
            return
        start, end = comment.about.start, comment.about.end
        for number in range(start.paragraph, end.paragraph + 1):
            if number < len(self.document.paragraphs):
                runs = self.document.paragraphs[number].runs
                low = start.run if number == start.paragraph else 0
                yield runs[low : end.run if number == end.paragraph else len(runs)]


def _span_of(paragraph: SentParagraph, start: int, end: int) -> tuple[int, int]:
    return (paragraph.gap(start)[0],) * 2 if start == end else paragraph.source(start, end)
