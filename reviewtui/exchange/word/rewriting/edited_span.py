"""Where an edit stands among the paragraphs that were sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit


@dataclass(frozen=True, slots=True)
class EditedSpan:
    """An edit that changes the characters `start` to `end` of the text that was sent, whose paragraphs are these."""

    edit: TrackedEdit
    paragraphs: Sequence[SentParagraph]
    start: SentPlace
    end: SentPlace

    @property
    def first(self) -> SentParagraph:
        """The paragraph in which it begins."""
        return self.paragraphs[self.start.index]

    @property
    def last(self) -> SentParagraph:
        """The last paragraph that it changes."""
        return self.paragraphs[self.end.index - (1 if self.takes_whole_paragraphs else 0)]

    @property
    def inserts_only(self) -> bool:
        """Whether nothing goes."""
        return self.start == self.end

    @property
    def takes_whole_paragraphs(self) -> bool:
        """Whether paragraphs go as a whole, which leaves the one behind them as it was: no new words begin it."""
        ends_whole = not self.edit.pieces or self.edit.pieces[-1].run is None
        return self.start.at == 0 and self.end.at == 0 and self.start.index < self.end.index and ends_whole

    @property
    def covers_paragraph(self) -> bool:
        """Whether it changes all the words of one paragraph."""
        return self.start.index == self.end.index and (self.start.at, self.end.at) == (0, len(self.first.text))

    @property
    def before(self) -> SentParagraph | None:
        """The paragraph with words before it in the same file, unless that is a cell."""
        paragraph = next((each for each in reversed(self.paragraphs[: self.start.index]) if each.text), None)
        if paragraph is None or paragraph.path != self.first.path or paragraph.kind == "cell":
            return None
        return paragraph


def edited_span(edit: TrackedEdit, places: SentPlaces) -> EditedSpan | None:
    """Return where an edit stands; None where that is outside the policy, or not certain."""
    if edit.sent is not None:
        start, end = edit.sent
    elif edit.tracked:
        first = places.of(edit.start)
        last = places.of(edit.end, opens=edit.inserts_only) if edit.end != edit.start else first
        if first is None or last is None or (first.index, first.at) > (last.index, last.at):
            return None
        start, end = first, last
    else:
        return None
    return EditedSpan(edit, places.document.paragraphs, start, end) if places.paragraph(start).is_of_policy else None
