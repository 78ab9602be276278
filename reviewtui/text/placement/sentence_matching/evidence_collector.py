"""The evidence for one place of one sentence, read from both versions."""

from math import log1p

from reviewtui.text.placement.sentence_matching.place_evidence import PlaceEvidence
from reviewtui.text.placement.sentence_matching.placed_sentences import Home, PlacedSentences
from reviewtui.text.placement.sentence_matching.sentence_likeness import SentenceLikeness, compare_sentences
from reviewtui.text.placement.sentence_matching.sentence_run import SentenceRun
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.words.units import Unit

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
