"""Where a file may have lost who changed what: changes with and without tracking side by side, in a lossy format.

LibreOffice writes what one person takes out of another's new words to an .rtf or .doc file as words of the text, and a
paragraph that somebody cut in two as a new one. Read change by change that would say what nobody wrote.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit


@dataclass(slots=True)
class UnsurePassage:
    """Paragraphs of the document, `first` to `last`, of which no change is sure, and the changes that stand in them."""

    first: int
    last: int
    edits: list[TrackedEdit]


@dataclass(frozen=True, slots=True)
class LostTracking:
    """The changes that are sure, and the passages of which none is."""

    sure: Sequence[TrackedEdit]
    unsure: Sequence[UnsurePassage]


def lost_tracking(
    edits: Sequence[TrackedEdit], places: SentPlaces, is_ours: Callable[[TrackedEdit], bool]
) -> LostTracking:
    """Set changes apart that stand in a paragraph in which others of both kinds do, not all of them ours."""
    pairs = sorted((pair.sent, number) for number, pair in places.alignment.pairs.items())
    placed = [(edit, _numbers(edit, pairs, len(places.originals))) for edit in edits]
    mixed = {number for edit, own in placed if edit.tracked and not is_ours(edit) for number in own}
    mixed &= {number for edit, own in placed if not edit.tracked for number in own}
    unsure: list[UnsurePassage] = []
    for group in _together(placed):
        if mixed.isdisjoint(number for _, own in group for number in own):
            continue
        first, last = group[0][1].start, max(own.stop for _, own in group) - 1
        if unsure and unsure[-1].last + 1 == first:
            unsure[-1].last = last
            unsure[-1].edits += [edit for edit, _ in group]
        else:
            unsure.append(UnsurePassage(first, last, [edit for edit, _ in group]))
    told = {id(edit) for passage in unsure for edit in passage.edits}
    return LostTracking([edit for edit in edits if id(edit) not in told], unsure)


def _together(placed: Sequence[tuple[TrackedEdit, range]]) -> Iterator[list[tuple[TrackedEdit, range]]]:
    """Changes that share paragraphs, or share them with others that do, in the order of the document."""
    group: list[tuple[TrackedEdit, range]] = []
    reach = 0
    for edit, own in sorted(placed, key=lambda each: each[1].start):
        if group and own.start >= reach:
            yield group
            group, reach = [], 0
        group.append((edit, own))
        reach = max(reach, own.stop)
    if group:
        yield group


def _numbers(edit: TrackedEdit, pairs: Sequence[tuple[int, int]], count: int) -> range:
    """The paragraphs of the document in which an edit stands; of one that is gone there that of the one before it.

    `pairs` are the numbers of paragraphs as they were sent, and in the document of so many, in the order of the first.
    """
    if edit.sent is not None and not edit.pieces and edit.start == edit.end:
        before = bisect_right(pairs, (edit.sent[0].index, count)) - 1
        number = pairs[before][1] if before >= 0 else 0
        return range(number, number + 1)
    return range(edit.start.paragraph, edit.end.paragraph + 1)
