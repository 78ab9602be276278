"""Tracked moves: the words that go in one place and come in another, as one wish that a passage stands elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.review.incoming import BroughtPlace
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit


@dataclass(frozen=True, slots=True)
class TrackedMove:
    """Both ends of a move by one person, the passage that goes and the gap in which it is to stand."""

    taken: TrackedEdit
    put: TrackedEdit
    place: BroughtPlace
    target: BroughtPlace


def tracked_moves(edits: Sequence[TrackedEdit], places: SentPlaces) -> Iterator[TrackedMove]:
    """Give the moves of which both ends are whole, have a sure place, and hold the same words.

    What was changed on the way is no move alone, and stays the two changes that it is.
    """
    ends: dict[tuple[str, str], list[TrackedEdit]] = defaultdict(list)
    for edit in edits:
        if edit.move and edit.tracked:
            ends[edit.author, edit.move].append(edit)
    for pair in ends.values():
        if len(pair) != 2 or any(edit.inside or edit.of_inserted or edit.row for edit in pair):
            continue
        taken, put = sorted(pair, key=lambda edit: edit.inserts_only)
        if taken.pieces or not put.inserts_only:
            continue
        first, last = places.of(taken.start), places.of(taken.end)
        place = _passage(places, first, last)
        target = _gap(places, places.of(put.start, opens=True))
        if place is None or target is None or first is None or last is None:
            continue
        if "".join(places.between(first, last).split()) == "".join(put.words.split()):
            yield TrackedMove(taken, put, place, target)


def _passage(places: SentPlaces, first: SentPlace | None, last: SentPlace | None) -> BroughtPlace | None:
    """The characters of a file between two places of one file."""
    if first is None or last is None or (first.index, first.at) >= (last.index, last.at):
        return None
    paragraphs = places.document.paragraphs
    end = last if last.at else _end_before(places, last)
    if end is None or end.index < first.index:
        return None
    here, there = paragraphs[first.index], paragraphs[end.index]
    if not here.is_of_policy or here.path != there.path:
        return None
    if first.index == end.index:
        return BroughtPlace(here.path, *here.source(first.at, end.at))
    return BroughtPlace(here.path, here.source(first.at, len(here.text))[0], there.source(0, end.at)[1])


def _gap(places: SentPlaces, place: SentPlace | None) -> BroughtPlace | None:
    """The gap of a file in which new words stand; before a paragraph that is behind the one before it."""
    if place is None:
        return None
    paragraph = places.paragraph(place)
    behind = place if place.at else _end_before(places, place)
    before = places.paragraph(behind) if behind is not None else paragraph
    # What stands before the heading with which a file begins ends the file before it.
    opens = paragraph.kind == "heading" and not place.at
    if behind is None or not before.is_of_policy or not (before.path == paragraph.path or opens):
        return None
    at = before.end if behind.at >= len(before.text) else before.gap(behind.at)[0]
    return BroughtPlace(before.path, at, at)


def _end_before(places: SentPlaces, place: SentPlace) -> SentPlace | None:
    """The end of the last paragraph with words before the one in which a place stands."""
    for index in range(place.index - 1, -1, -1):
        if places.document.paragraphs[index].text:
            return SentPlace(index, len(places.document.paragraphs[index].text))
    return None
