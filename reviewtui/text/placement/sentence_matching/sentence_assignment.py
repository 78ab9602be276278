"""All left-over sentences of the old version against all places of the new one: who is where, and how sure that is.

The odds of a place come from evidence (`place_evidence.py`). Other old sentences that claim the same words there lessen
them, each by its own odds of being there and not elsewhere. What is left is weighed against all other places of the
sentence and against its being nowhere. So a look-alike that goes on keeps its place, of two rivals neither is told, and
two sentences that were merged into one are both there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, inf
from typing import NamedTuple

from reviewtui.text.placement.sentence_matching.evidence_collector import EvidenceCollector, log_odds
from reviewtui.text.placement.sentence_matching.placed_sentences import Home, PlacedSentences
from reviewtui.text.placement.sentence_matching.sentence_likeness import SentenceLikeness, substance_of, weigh
from reviewtui.text.placement.sentence_matching.sentence_run import SentenceRun, candidate_places, longer_places
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.units import Corpus, Unit

_NEIGHBOURS = 2
"""So many sentences on each side of one are asked where they went."""
_RIVALS = 5
"""So many old sentences that share rare words with a place are asked whether it is theirs."""
_PLACES = 6
"""So many places of a sentence are weighed against each other."""
_LEAST_ODDS = exp(-4.0)
"""Whose a place with lower odds is need not be asked."""
_NOTHING_OWN = 0.9
"""A sentence of whose words at a place so much is another one's has none of its own there."""
_EQUAL = 0.02
"""Within so much of what two old sentences have in common with a place, neither is more like it."""
_ALL_KEPT = 0.95
"""A sentence that lost none of its telling words is at a place by these, however like it another one was."""
_COPIED = 2.0
"""A passage that stands elsewhere as well was rather copied from there than moved."""
_MERGED = 0.3
"""A place that another sentence took stays so likely, since the two may have been merged: the next best is a guess.

Not of equal sentences, each of which has a place of its own.
"""
_GAIN = 0.1
"""One more sentence is taken into a place only for so much more in common."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An old sentence at a place: the probability among all claims, and what both sentences have in common."""

    place: SentenceRun
    probability: float
    comparison: SentenceLikeness


class _Odds(NamedTuple):
    """The odds of a place by evidence alone, against the sentence being nowhere."""

    place: SentenceRun
    odds: float


class SentenceAssignment:
    """The sentences of an old version assigned to places of a new one, each when first asked for."""

    def __init__(self, old: Mapping[str, str], new: Corpus, partner: Mapping[str, str]) -> None:
        self.versions = VersionPair(old, new, partner)
        self.words = WordMap(self.versions)
        self._homes = PlacedSentences(self.versions, self.words)
        self._collector = EvidenceCollector(self.versions, self._homes)
        self._claims: dict[Unit, tuple[Claim, ...]] = {}
        self._judged: dict[tuple[Unit, bool], list[_Odds]] = {}

    def claims(self, unit: Unit) -> tuple[Claim, ...]:
        """Return the places that may be an old sentence, the likeliest first."""
        if unit not in self._claims:
            self._claims[unit] = tuple(self._weighed(unit)) if unit.keys else ()
        return self._claims[unit]

    def _weighed(self, unit: Unit) -> list[Claim]:
        judged = self.judged(unit, guessing=True)[:_PLACES]
        left = [_Odds(place, odds / (1 + self._disputed(unit, place, odds))) for place, odds in judged]
        pairs = zip(left, judged, strict=True)
        merged = 0.0 if len(self.versions.old.equal(unit)) > 1 else _MERGED
        kept = [_Odds(place, max(odds, merged * undisputed)) for (place, odds), (_, undisputed) in pairs]
        left.sort(key=lambda row: -row.odds)
        kept.sort(key=lambda row: -row.odds)
        return [
            Claim(place, odds / (1 + odds + _elsewhere(kept, place)), self._collector.compared(unit, place))
            for place, odds in left
        ]

    def _disputed(self, unit: Unit, place: SentenceRun, odds: float) -> float:
        """Return the odds that other old sentences are what stands at a place, as far as they claim the same words.

        Infinite where another one certainly stands there, and the sentence has no words of its own at the place.
        """
        if odds < _LEAST_ODDS:
            return 0.0
        holders = [self.versions.claimed_by(there.path, there.index) for there in place.units]
        rivals = dict.fromkeys(holder for holder in holders if holder is not None)
        for there in place.units:
            rivals |= dict.fromkeys(self.versions.old.alike(there, _RIVALS))
        rivals.pop(unit, None)
        weight = self.versions.open_files.weight
        held = substance_of(unit.keys) & substance_of(place.keys)
        total = max(weigh(held, weight), 1e-9)
        against = 0.0
        for rival in rivals:
            share = weigh(held & rival.bag, weight) / total
            if not share:
                continue
            claimed = self._rival_odds(rival, place, copied=rival.keys == unit.keys)
            if rival in holders and share >= _NOTHING_OWN and claimed >= odds:
                return inf
            if self._is_equal_rival(unit, rival, place):
                claimed = max(claimed, odds)
            against += share * claimed
        return against

    def _is_equal_rival(self, unit: Unit, rival: Unit, place: SentenceRun) -> bool:
        """Say whether another sentence that went is as like a place: where both stood does not tell whose it is."""
        mine, other = self._collector.compared(unit, place), self._collector.compared(rival, place)
        if mine.kept > _ALL_KEPT or other.substance < mine.substance - _EQUAL:
            return False
        home = self._homes.home(rival)
        return home is None or (home[0] == place.path and place.first <= home[1] <= place.last)

    def _rival_odds(self, unit: Unit, place: SentenceRun, *, copied: bool) -> float:
        """Return the odds of a sentence being at a place against its being nowhere, or elsewhere.

        Elsewhere is no objection where it certainly stands at the place, or was copied there.
        """
        judged = self.judged(unit, guessing=False)
        odds = next((row.odds for row in judged if row.place == place), None)
        if odds is None:
            odds = self._odds(unit, place, self.neighbours(unit, guessing=False))
        stands = self.versions.kept_sentences(unit.path).get(unit.index, -1)
        holds = self.versions.partner.get(unit.path) == place.path and place.first <= stands <= place.last
        if copied:
            return _COPIED * odds
        return odds if holds else odds / (1 + _elsewhere(judged, place))

    def judged(self, unit: Unit, *, guessing: bool) -> list[_Odds]:
        """Return the places of a sentence with their odds, the best first; `guessing` asks where neighbours may be."""
        key = unit, guessing
        if key not in self._judged:
            neighbours = self.neighbours(unit, guessing=guessing)
            places = candidate_places(self.versions, unit, neighbours)
            odds = {place: self._odds(unit, place, neighbours) for place in places}
            self._extend(unit, odds, neighbours)
            rows = [_Odds(*row) for row in odds.items()]
            self._judged[key] = sorted(rows, key=lambda row: (-row.odds, row.place.path, row.place.span))
        return self._judged[key]

    def _extend(self, unit: Unit, odds: dict[SentenceRun, float], neighbours: dict[int, Home]) -> None:
        """Add to the best places those of more sentences that have clearly more in common with the old one."""
        for _ in range(2):
            for best in sorted(odds, key=lambda place: -odds[place])[:2]:
                for place in longer_places(self.versions, best):
                    if place not in odds:
                        within = [self._collector.compared(unit, other) for other in odds if other.overlaps(place)]
                        most = max(compared.substance for compared in within)
                        if self._collector.compared(unit, place).substance > most + _GAIN:
                            odds[place] = self._odds(unit, place, neighbours)

    def _odds(self, unit: Unit, place: SentenceRun, neighbours: dict[int, Home]) -> float:
        return exp(log_odds(self._collector.evidence(unit, place, neighbours)))

    def neighbours(self, unit: Unit, *, guessing: bool) -> dict[int, Home]:
        """Return the homes of the sentences around one, by their number, with likely ones when `guessing`.

        What stands before the first sentence of a file is its beginning, which goes where the file went.
        """
        units, partner = self.versions.old.units(unit.path), self.versions.partner.get(unit.path)
        homes: dict[int, Home] = {}
        for index in range(unit.index - _NEIGHBOURS, unit.index + _NEIGHBOURS + 1):
            home: Home | None = None
            if 0 <= index < len(units) and index != unit.index:
                home = self._homes.home(units[index]) or (self._guess(units[index]) if guessing else None)
            elif partner is not None and index == -1:
                home = partner, -1
            if home is not None:
                homes[index] = home
        return homes

    def _guess(self, unit: Unit) -> Home | None:
        """Return where a sentence is more likely than nowhere, by what is certain of its neighbours.

        One that stands twice tells nothing in another file: any of them may have been copied there.
        """
        best = next(iter(self.judged(unit, guessing=False)), None) if unit.keys else None
        if best is None or best.odds <= 1:
            return None
        path = best.place.path
        stays = path == self.versions.partner.get(unit.path) or len(self.versions.old.equal(unit)) < 2
        return (path, best.place.first) if stays else None


def _elsewhere(judged: list[_Odds], place: SentenceRun) -> float:
    """Return the odds of a sentence being at any other place: of places that overlap the best counts."""
    kept: list[SentenceRun] = []
    total = 0.0
    for other, odds in judged:
        if not other.overlaps(place) and not any(other.overlaps(each) for each in kept):
            kept.append(other)
            total += odds
    return total
