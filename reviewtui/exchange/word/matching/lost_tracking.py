"""Where a file may have lost who changed what: changes with and without tracking side by side, in a lossy format.

LibreOffice writes what one person takes out of another's new words to an .rtf or .doc file as words of the text, and a
paragraph that somebody cut in two as a new one. Read change by change that would say what nobody wrote.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit


@dataclass(frozen=True, slots=True)
class LostTracking:
    """The changes that are sure, and the paragraphs of the document, `first` and `last`, of which no change is."""

    sure: Sequence[TrackedEdit]
    unsure: Sequence[tuple[int, int]]

    def holds(self, edit: TrackedEdit) -> bool:
        """Whether a change begins in a paragraph of which none is sure."""
        return any(first <= edit.start.paragraph <= last for first, last in self.unsure)


def lost_tracking(
    edits: Sequence[TrackedEdit], places: SentPlaces, is_ours: Callable[[TrackedEdit], bool]
) -> LostTracking:
    """Set changes apart that stand in a paragraph in which others of both kinds do, not all of them ours."""
    own = {id(edit): _numbers(edit, places) for edit in edits}
    mixed = {number for edit in edits if edit.tracked and not is_ours(edit) for number in own[id(edit)]}
    mixed &= {number for edit in edits if not edit.tracked for number in own[id(edit)]}
    while more := {n for edit in edits if not mixed.isdisjoint(own[id(edit)]) for n in own[id(edit)]} - mixed:
        mixed |= more
    sure = [edit for edit in edits if mixed.isdisjoint(own[id(edit)])]
    return LostTracking(sure, [(run[0], run[-1]) for run in _runs(sorted(mixed))])


def _numbers(edit: TrackedEdit, places: SentPlaces) -> range:
    """The paragraphs of the document in which an edit stands; of one that is gone there that of the one before it."""
    if edit.sent is not None and not edit.pieces and edit.start == edit.end:
        pairs = sorted((pair.sent, number) for number, pair in places.alignment.pairs.items())
        before = bisect_right(pairs, (edit.sent[0].index, len(places.originals))) - 1
        number = pairs[before][1] if before >= 0 else 0
        return range(number, number + 1)
    return range(edit.start.paragraph, edit.end.paragraph + 1)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers that follow each other, together."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        yield [number for _, number in run]
