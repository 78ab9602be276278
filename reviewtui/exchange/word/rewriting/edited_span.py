"""Where an edit stands among the paragraphs that were sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    if edit.tracked and not edit.row and _is_behind_table(edit, places, start):
        return _before_the_next(edit, places, start)
    return EditedSpan(edit, places.document.paragraphs, start, end) if places.paragraph(start).is_of_policy else None


def _is_behind_table(edit: TrackedEdit, places: SentPlaces, start: SentPlace) -> bool:
    """Whether a paragraph that is new as a whole is in no cell, though a cell is the last that stands before it."""
    own = places.originals[edit.start.paragraph]
    return not own.text and own.first.cell is None and places.paragraph(start).cell is not None


def _before_the_next(edit: TrackedEdit, places: SentPlaces, start: SentPlace) -> EditedSpan | None:
    """New paragraphs behind a table as ones before what stands behind that; None where nothing of the file does."""
    paragraphs = places.document.paragraphs
    rest = (number for number in range(start.index + 1, len(paragraphs)) if paragraphs[number].text)
    index = next(rest, start.index)
    following = next(
        (places.originals[own] for own, pair in places.alignment.pairs.items() if pair.sent == index), None
    )
    is_beside = paragraphs[index].path == paragraphs[start.index].path and paragraphs[index].cell is None
    if not is_beside or following is None or edit.pieces[:1] == () or edit.pieces[0].run is not None:
        return None
    ended = replace(edit.pieces[0], following=following.first)
    turned = replace(edit, pieces=(*edit.pieces[1:], ended))
    return EditedSpan(turned, paragraphs, SentPlace(index, 0), SentPlace(index, 0))
