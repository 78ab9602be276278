"""Where a lost passage may have gone: offered to a person, never told."""

from dataclasses import dataclass

from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.tuning import LEAST_SUBSTANCE, MOST_LIKELY, STANDS_INSTEAD, UNSURE
from reviewtui.text.words.units import Unit

_STOPS = ".,;:!?"
_Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a lost passage may have gone to, too unlike it to be told: `sure` is 0 to 0.5."""

    path: str
    start: int
    end: int
    sure: float

    def shares(self, place: _Place) -> bool:
        """Say whether it has words of another place."""
        return self.path == place[0] and self.start < place[2] and place[1] < self.end


def likely_places(
    matcher: Matcher, path: str, passage: tuple[int, int], instead: tuple[_Place, ...]
) -> tuple[Candidate, ...]:
    """Return the places that a lost passage may have gone to, the best first; none already is another sentence.

    What stands `instead` of it, between the neighbours that stayed, comes before what is most like it elsewhere.
    """
    start, end = passage
    units = matcher.versions.old.touched(path, start, end)
    if not units:
        return ()
    most = max(units, key=lambda unit: min(unit.end, end) - max(unit.start, start))
    copied = [Candidate(twin.path, twin.start, twin.end, UNSURE) for twin in matcher.versions.copies.equal(most)]
    alike = [Candidate(match.path, *match.span, round(sure, 3)) for match, sure in _nearest_places(matcher, most)]
    alike = [*copied, *alike][:MOST_LIKELY]
    there = [place for place in instead if _can_be_it(matcher, len(units), place)]
    held = [each for each in alike if any(each.shares(place) for place in there)]
    if held and start <= units[0].start and units[-1].end <= end:
        return tuple(sorted(alike, key=lambda each: each not in held))
    sure = max([STANDS_INSTEAD, *(each.sure for each in alike)])
    words = matcher.versions.old.texts[path][start:end]
    first = [Candidate(*_trimmed(matcher, place, words), sure) for place in there]
    return (*first, *(each for each in alike if each not in first))[:MOST_LIKELY]


def _can_be_it(matcher: Matcher, count: int, place: _Place) -> bool:
    """Say whether what stands in a gap is words that no other sentence is, and not many more than went."""
    path, start, end = place
    units = matcher.versions.new.touched(path, start, end) if start < end else []
    return 0 < len(units) <= count + 1 and all(matcher.versions.claimed_by(path, unit.index) is None for unit in units)


def _trimmed(matcher: Matcher, place: _Place, words: str) -> _Place:
    """Return a place without white space at its ends, and without a full stop that the passage did not have."""
    path, start, end = place
    there = matcher.versions.new.texts[path][start:end]
    kept = there.rstrip() if words.rstrip()[-1:] in _STOPS else there.rstrip().rstrip(_STOPS)
    return path, start + len(there) - len(there.lstrip()), max(start, end - len(there) + len(kept))


def _nearest_places(matcher: Matcher, unit: Unit) -> list[tuple[Match, float]]:
    """Return the places most like a sentence that has none, and how sure each is: never more than half."""
    scored: list[tuple[Match, float]] = []
    for match in matcher.candidates(unit):
        substance = matcher.compared(unit, match.keys).substance
        if match.score > 0 and max(match.similarity, substance) >= LEAST_SUBSTANCE:
            scored.append((match, min(UNSURE, max(match.score, substance) / 2)))
    scored.sort(key=lambda row: (-row[1], row[0].path, row[0].span))
    apart: list[tuple[Match, float]] = []
    for match, sure in scored:
        if not any(match.overlaps(other) for other, _ in apart):
            apart.append((match, sure))
    return apart[:MOST_LIKELY]
