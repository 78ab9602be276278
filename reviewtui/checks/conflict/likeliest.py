"""Of each sentence with an amount, which other sentence is likeliest to give an amount of the same thing."""

from collections import defaultdict
from collections.abc import Iterable

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.material.material import ConceptPair, PlacedSentence

Place = tuple[str, int]


class Likeliest:
    """The most alike of all sentences that give the same kind of amount, for each sentence that gives one."""

    def __init__(self, pairs: Iterable[ConceptPair]) -> None:
        self._best: dict[Place, float] = defaultdict(float)
        for pair in pairs:
            if _measures(pair.first) & _measures(pair.second):
                for place in (pair.first, pair.second):
                    start = (place.path, place.sentence.start)
                    self._best[start] = max(self._best[start], _closeness(pair))

    def is_of_either(self, pair: ConceptPair) -> bool:
        """Say whether no other sentence is likelier to be about the same thing, seen from one of both at least."""
        return any(
            _closeness(pair) >= self._best[(place.path, place.sentence.start)] for place in (pair.first, pair.second)
        )

    def are_each_others(self, pair: ConceptPair) -> bool:
        """Say whether no other sentence is likelier to be about the same thing, seen from both."""
        return all(
            _closeness(pair) >= self._best[(place.path, place.sentence.start)] for place in (pair.first, pair.second)
        )


def _measures(place: PlacedSentence) -> set[str]:
    return {amount.measure for amount in amounts_of(place.sentence.plain)}


def _closeness(pair: ConceptPair) -> float:
    return pair.score * pair.held
