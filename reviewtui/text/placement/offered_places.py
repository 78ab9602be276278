"""Where a lost passage may have gone: offered to a person, never told."""

from reviewtui.text.placement.place_values import OfferedPlace
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.words.units import Unit

_STOPS = ".,;:!?"
_UNSURE = 0.5
"""What is offered and not told is never surer than this."""
_INSTEAD = 0.3
"""So sure is what stands between the neighbours of a lost passage, whatever it says."""
_LEAST = 0.02
"""Places that are less likely are not worth reading."""
_MOST = 3
"""So many places are offered: more would have to be read."""
_Place = tuple[str, int, int]


def offered_places(
    assignment: SentenceAssignment, path: str, passage: tuple[int, int], instead: tuple[_Place, ...]
) -> tuple[OfferedPlace, ...]:
    """Return the places that a lost passage may have gone to, the best first; none already is another sentence.

    What stands `instead` of it, between the neighbours that stayed, comes before what is most like it elsewhere.
    """
    start, end = passage
    units = assignment.versions.old.touched(path, start, end)
    if not units:
        return ()
    most = max(units, key=lambda unit: min(unit.end, end) - max(unit.start, start))
    alike = _most_alike(assignment, most)
    there = [place for place in instead if _can_be_it(assignment, len(units), place)]
    held = [each for each in alike if any(each.shares(place) for place in there)]
    if held and start <= units[0].start and units[-1].end <= end:
        return tuple(sorted(alike, key=lambda each: each not in held))
    sure = max([_INSTEAD, *(each.sure for each in alike)])
    words = assignment.versions.old.texts[path][start:end]
    first = [OfferedPlace(*_trimmed(assignment, place, words), sure) for place in there]
    return (*first, *(each for each in alike if each not in first))[:_MOST]


def _most_alike(assignment: SentenceAssignment, unit: Unit) -> list[OfferedPlace]:
    """Return the places most like a sentence that has none, its words in mere copies of files before them."""
    places = [OfferedPlace(copy.path, copy.start, copy.end, _UNSURE) for copy in assignment.versions.copies.equal(unit)]
    for claim in assignment.claims(unit):
        there = (claim.place.path, *claim.place.span)
        if claim.probability >= _LEAST and not any(place.shares(there) for place in places):
            places.append(OfferedPlace(*there, round(min(_UNSURE, claim.probability), 3)))
    return places[:_MOST]


def _can_be_it(assignment: SentenceAssignment, count: int, place: _Place) -> bool:
    """Say whether what stands in a gap is words that no other sentence is, and not many more than went."""
    path, start, end = place
    units = assignment.versions.new.touched(path, start, end) if start < end else []
    return 0 < len(units) <= count + 1 and all(
        assignment.versions.claimed_by(path, unit.index) is None for unit in units
    )


def _trimmed(assignment: SentenceAssignment, place: _Place, words: str) -> _Place:
    """Return a place without white space at its ends, and without a full stop that the passage did not have."""
    path, start, end = place
    there = assignment.versions.new.texts[path][start:end]
    kept = there.rstrip() if words.rstrip()[-1:] in _STOPS else there.rstrip().rstrip(_STOPS)
    return path, start + len(there) - len(there.lstrip()), max(start, end - len(there) + len(kept))
