"""Which sentence of the new version is a sentence of the old one: the word diff, then its gap, then all others.

Candidates come from three sides and are judged by one measure (`similarity`). Where the word diff expects the sentence
and where its neighbours went counts in favour; a candidate that already is another old sentence counts against.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewtui.text.placement.similarity import SentenceComparison, compare_sentences, similarity
from reviewtui.text.placement.tuning import (
    ALIKE_PLACES,
    CLAIMED,
    CLEAR,
    CLEARLY,
    EXPECTED,
    GAIN,
    GAP_SENTENCES,
    LEAST_OWN,
    LONGEST_RUN,
    LOOK_ALIKE,
    MERGED,
    MOST_TELLING,
    NEIGHBOUR,
    OTHER_KIND,
    OUTBID,
    OUTBID_NEAR,
    SAME_FILE,
    SAME_SECTION,
    STOOD,
    TELLING,
    THIN,
    TITLE,
    WORTH,
)
from reviewtui.text.placement.version_map.unmatched import Unmatched
from reviewtui.text.placement.version_map.version_pair import VersionPair, touched
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.terms import Term
from reviewtui.text.words.units import Corpus, Unit

_Run = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """One place that may be an old sentence: a run of new units, how alike, and the score with its surroundings."""

    units: tuple[Unit, ...]
    similarity: float
    score: float
    expected: bool
    part: tuple[int, int] | None = None

    @property
    def path(self) -> str:
        """The file of the place."""
        return self.units[0].path

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its file."""
        if self.part is not None:
            terms = self.terms
            return terms[0].start, terms[-1].end
        return self.units[0].start, self.units[-1].end

    @property
    def keys(self) -> list[str]:
        """The terms of the place without their offsets."""
        return [term.key for term in self.terms]

    def lowered(self) -> "Match":
        """Return the same place with another sentence's better claim counted against it."""
        return replace(self, score=self.score - OUTBID)

    def overlaps(self, other: "Match") -> bool:
        """Say whether both places share words."""
        (start, end), (low, high) = self.span, other.span
        return self.path == other.path and start < high and low < end

    @property
    def terms(self) -> list[Term]:
        """The terms of the place, in reading order."""
        terms = [term for unit in self.units for term in unit.terms]
        return terms[slice(*self.part)] if self.part else terms


class Matcher:
    """Matches the sentences of one version with those of another."""

    def __init__(self, old: Mapping[str, str], new: Corpus, partner: Mapping[str, str]) -> None:
        self.versions = VersionPair(old, new, partner)
        self.words = WordMap(self.versions)
        self.unmatched = Unmatched(self.versions, self.words)
        self._judged: dict[tuple[str, int], tuple[Match, ...]] = {}
        self._found: dict[tuple[str, int], tuple[Match, ...]] = {}

    def matches(self, unit: Unit) -> tuple[Match, ...]:
        """Return the places that may be `unit`, best first."""
        key = (unit.path, unit.index)
        if key not in self._found:
            matches = self.candidates(unit)
            doubtful = [
                match for match in matches if match.score >= WORTH and match.similarity < CLEAR and match.expected
            ]
            if doubtful:
                lost = {match.units for match in doubtful if self._outbid(unit, match)}
                matches = tuple(_best([match.lowered() if match.units in lost else match for match in matches]))
            self._found[key] = matches
        return self._found[key]

    def candidates(self, unit: Unit) -> tuple[Match, ...]:
        """Return the places that may be `unit`, best first, whatever other sentences claim them."""
        key = (unit.path, unit.index)
        if key not in self._judged:
            self._judged[key] = self._judge(unit)
        return self._judged[key]

    def compared(self, unit: Unit, keys: list[str]) -> SentenceComparison:
        """Return what a sentence shares with a place, given as its terms."""
        return compare_sentences(unit.keys, keys, self.versions.open_files.weight)

    def is_parallel(self, unit: Unit, keys: list[str], first: int, stop: int) -> bool:
        """Say whether the new sentences `first` to `stop` are put like `unit` and are about something else.

        Between neighbours that are certainly the same, a sentence is the same one, whatever was replaced in it.
        """
        if not self.compared(unit, keys).is_parallel:
            return False
        stands = self.versions.standing(unit.path)
        units, partner = self.versions.old.units(unit.path), self.versions.partner.get(unit.path)
        for here, there in ((unit.index - 1, first - 1), (unit.index + 1, stop)):
            if partner is not None and 0 <= here < len(units) and stands.get(here) == there:
                beside = self.versions.new.units(partner)[there].keys
                if units[here].keys == beside or not self.compared(units[here], beside).is_parallel:
                    return False
        return True

    def _outbid(self, unit: Unit, match: Match) -> bool:
        """Say whether a sentence nearby, itself without a sure place, is more like this place and likes it best."""
        units = self.versions.old.units(unit.path)
        stands = self.versions.standing(unit.path)
        for other in units[max(0, unit.index - OUTBID_NEAR) : unit.index + OUTBID_NEAR + 1]:
            if other.index == unit.index or other.index in stands or not other.keys:
                continue
            bids = [bid for bid in self.candidates(other) if bid.part is None and bid.overlaps(match)]
            if bids and bids[0].score > match.score + CLEARLY:
                return True
        return False

    def _judge(self, unit: Unit) -> tuple[Match, ...]:
        if not unit.keys:
            return ()
        runs = self._expected(unit)
        for other in self.versions.open_files.alike(unit, ALIKE_PLACES):
            runs.setdefault((other.path, other.index, other.index + 1), False)
        judged = [self.match(unit, run, expected=expected) for run, expected in runs.items()]
        judged += [longer for match in _best(judged)[:3] for longer in self._longer(unit, match)]
        return tuple(_best(_earned(judged))[:5])

    def _expected(self, unit: Unit) -> dict[_Run, bool]:
        projection = self.versions.projection(unit.path)
        if projection is None:
            return {}
        path = self.versions.partner[unit.path]
        units = self.versions.new.units(path)
        first, stop = projection.old.range(unit.start, unit.end)
        runs: dict[_Run, bool] = {}
        hit: list[int] = []
        for _, j, n in projection.pieces(first, stop):
            hit += range(*touched(units, *projection.new.span(j, j + n)))
        for index in hit:
            runs[path, index, index + 1] = True
        if hit and max(hit) - min(hit) < LONGEST_RUN:
            runs[path, min(hit), max(hit) + 1] = True
        gap = range(*touched(units, *projection.new.span(*projection.gap(first, stop))))
        for index in gap[:GAP_SENTENCES]:
            runs[path, index, index + 1] = True
        if unit.index == 0 and units:
            runs[path, 0, 1] = True
        return runs

    def match(self, unit: Unit, run: _Run, *, expected: bool) -> Match:
        """Return how much a run of new sentences is like an old one, with what speaks for the place and against it."""
        path, first, stop = run
        units = tuple(self.versions.new.units(path)[first:stop])
        keys = units[0].keys if len(units) == 1 else [key for each in units for key in each.keys]
        likeness = similarity(
            unit.keys, keys, self.versions.open_files.weight, parts=len(units) == 1 and not unit.heading
        )
        part = (likeness.first, likeness.stop) if likeness.stop - likeness.first < len(keys) else None
        alike = likeness.score
        score = alike + (EXPECTED if expected else 0.0)
        if unit.heading != units[0].heading or unit.heading != units[-1].heading:
            score -= OTHER_KIND
        elif unit.heading and expected and unit.index == first == 0:
            score += TITLE
        if self.versions.partner.get(unit.path) == path:
            score += SAME_FILE + self._neighbours(unit, first, stop)
            if self.versions.same_section(unit, units[0]):
                score += SAME_SECTION
        if part is None or not expected:
            score -= self._taken(unit, units, alike)
        if not expected:
            score += self._telling(unit, likeness.kept)
        return Match(units, alike, score, expected, part)

    def _telling(self, unit: Unit, kept: float) -> float:
        """Return how much the words that a far place shares tell: a few common ones count against it."""
        shared = kept * sum(map(self.versions.open_files.weight, unit.keys))
        return min(MOST_TELLING, (shared - TELLING) * THIN)

    def _neighbours(self, unit: Unit, first: int, stop: int) -> float:
        stands = self.versions.standing(unit.path)
        return NEIGHBOUR * ((stands.get(unit.index - 1) == first - 1) + (stands.get(unit.index + 1) == stop))

    def _taken(self, unit: Unit, units: tuple[Unit, ...], alike: float) -> float:
        """Return how much it counts against a place that it already is another old sentence.

        A look-alike of that sentence has nothing there of its own; one that was merged into it has.
        """
        holders = [self.versions.claimed_by(each.path, each.index) for each in units]
        others = [holder for holder in holders if holder is not None and holder != unit]
        if len(others) < len(holders):
            return 0.0
        foreign = units[0].path != self.versions.partner.get(unit.path)
        if foreign and all(map(self.versions.stood_before, units)):
            return STOOD
        bags = [sum((each.bag for each in some), Counter[str]()) for some in (units, others)]
        own, there = unit.bag - bags[1], bags[0] - bags[1]
        if self._weight(own & there) >= MERGED * max(self._weight(own), LEAST_OWN):
            return CLAIMED
        keys = [key for each in others for key in each.keys]
        held = similarity(
            keys, [key for each in units for key in each.keys], self.versions.open_files.weight, parts=False
        )
        return CLAIMED if alike > held.score else LOOK_ALIKE

    def _weight(self, bag: "Counter[str]") -> float:
        return sum(self.versions.open_files.weight(key) * count for key, count in bag.items())

    def _longer(self, unit: Unit, match: Match) -> list[Match]:
        path = match.path
        first, stop = match.units[0].index, match.units[-1].index + 1
        if stop - first >= LONGEST_RUN:
            return []
        runs = [(path, first, stop + 1)] if stop < len(self.versions.new.units(path)) else []
        if first:
            runs.append((path, first - 1, stop))
        return [self.match(unit, run, expected=match.expected) for run in runs]


def _earned(matches: list[Match]) -> list[Match]:
    """Leave out runs of sentences that are no more like the old one than one of theirs alone.

    Surroundings alone are no reason to take one more sentence in: it must hold words of the old one.
    """
    single = {match.units[0]: match.similarity for match in matches if len(match.units) == 1}
    return [
        match
        for match in matches
        if len(match.units) == 1 or match.similarity > max(single.get(each, 0.0) for each in match.units) + GAIN
    ]


def _best(matches: list[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.score, match.path, match.span, -len(match.units)))
