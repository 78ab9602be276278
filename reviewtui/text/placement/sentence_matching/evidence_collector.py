"""The evidence for one place of one sentence, read from both versions."""

from math import log1p
from operator import mul
from typing import NamedTuple

from reviewtui.text.placement.sentence_matching.placed_sentences import Home, PlacedSentences
from reviewtui.text.placement.sentence_matching.sentence_likeness import SentenceLikeness, compare_sentences
from reviewtui.text.placement.sentence_matching.sentence_run import SentenceRun
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.words.units import Unit


class PlaceEvidence(NamedTuple):
    """The evidence for one place, independent of other places; from 0 to 1 where nothing else is said."""

    constant: float
    kept: float
    """The share of the substance of the old sentence that stands there, in words by how much they tell."""
    filled: float
    """The share of the substance there that the old sentence had."""
    order: float
    """The words that both have in the same order."""
    replaced: float
    """The share of the old substance that other words took the place of, word for word."""
    shared: float
    """The logarithm of one more than the weight of what both share, about one for each rare word."""
    links: float
    """1 where a link of both has the same target."""
    gap: float
    """1 between the same kept neighbours, in another file under their heading."""
    beside: float
    """How near a neighbour of the sentence stands to the place, on its side of it: 1 right beside it."""
    heading: float
    """1 where one of both is a heading and the other is not."""
    file: float
    """The share of the sentences of its file whose place is known that are in the file of the place."""
    together: float
    """The share of the sentences under its heading whose place is known that are under the heading of the place."""


WEIGHTS = PlaceEvidence(
    constant=-6.65,
    kept=2.53,
    filled=0.16,
    order=2.57,
    replaced=-3.42,
    shared=2.06,
    links=0.7,
    gap=1.28,
    beside=2.65,
    heading=-1.78,
    file=1.36,
    together=0.4,
)


_IN_PLACE = 0.5
"""How near a neighbour is that went to the very place: sentences are merged with those beside them."""
_OTHER_SIDE, _OTHER_SIDE_REACH = 0.25, 3
"""How near a neighbour is on the wrong side of a place, within so many sentences: the order was changed."""
_REACH = 6
"""A neighbour further from a place, in sentences, tells nothing."""


class EvidenceCollector:
    """Collects what speaks for places; what two sentences have in common is kept for the next time."""

    def __init__(self, versions: VersionPair, homes: PlacedSentences) -> None:
        self._versions = versions
        self._homes = homes
        self._compared: dict[tuple[Unit, SentenceRun], SentenceLikeness] = {}

    def compared(self, unit: Unit, place: SentenceRun) -> SentenceLikeness:
        """Return what a sentence and a place have in common."""
        key = unit, place
        if key not in self._compared:
            self._compared[key] = compare_sentences(unit.keys, place.keys, self._versions.open_files.weight)
        return self._compared[key]

    def evidence(self, unit: Unit, place: SentenceRun, neighbours: dict[int, Home]) -> PlaceEvidence:
        """Return what speaks for a place being a sentence; `neighbours` are the homes of those around it, by number."""
        compared = self.compared(unit, place)
        first = place.units[0]
        return PlaceEvidence(
            constant=1.0,
            kept=compared.kept,
            filled=compared.filled,
            order=compared.order,
            replaced=min(1.0, compared.replaced),
            shared=log1p(compared.shared),
            links=float(bool(unit.links) and any(unit.links & there.links for there in place.units)),
            gap=float(self._in_gap(unit, place)),
            beside=_nearness(unit, place, neighbours),
            heading=float(unit.heading != first.heading),
            together=self._homes.share_in_section(unit, first),
            file=self._homes.share_in_file(unit, place.path),
        )

    def _in_gap(self, unit: Unit, place: SentenceRun) -> bool:
        """Say whether a place is between the same kept neighbours."""
        if self._versions.partner.get(unit.path) != place.path:
            return self._homes.is_between_neighbours(unit, (place.path, place.first, place.last))
        stands = self._versions.kept_sentences(unit.path)
        low, high = unit.index - 1, unit.index + 1
        while low >= 0 and low not in stands:
            low -= 1
        while high < len(self._versions.old.units(unit.path)) and high not in stands:
            high += 1
        return stands.get(low, -1) < place.first and place.last < stands.get(high, place.last + 1)


def _nearness(unit: Unit, place: SentenceRun, neighbours: dict[int, Home]) -> float:
    """Return how near the nearest neighbour of a sentence stands to a place: 1 right beside it, on its side."""
    there = (
        _near(number - unit.index, index, place) for number, (path, index) in neighbours.items() if path == place.path
    )
    return max(there, default=0.0)


def _near(step: int, index: int, place: SentenceRun) -> float:
    """Return how near sentence `index` stands to a place, which stood `step` sentences from what is looked for."""
    if place.first <= index <= place.last:
        return _IN_PLACE
    there = index - (place.first if index < place.first else place.last)
    if abs(there) > _REACH:
        return 0.0
    if there * step > 0:
        return 1 / (1 + 0.5 * abs(there - step))
    return _OTHER_SIDE if abs(there) <= _OTHER_SIDE_REACH else 0.0


def log_odds(evidence: PlaceEvidence) -> float:
    """Return the logarithm of the odds that a place is the sentence, against its being nowhere."""
    return float(sum(map(mul, WEIGHTS, evidence)))
