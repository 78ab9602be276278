"""How alike two sentences are: what they share, weighed by how much each concept tells in this policy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, log

from reviewtui.checks.input.policy_prose import Sentence
from reviewtui.checks.input.tuning import LEAST_HELD


@dataclass(frozen=True, slots=True)
class WeighedConcepts:
    """The concepts of a sentence, each with its weight, and what they weigh together."""

    weights: dict[str, float]
    total: float

    def likeness(self, other: "WeighedConcepts") -> tuple[float, float]:
        """Return how alike both are, 0 to 1, and the part of the lighter one that the other holds as well.

        The sums are exact, so that they do not depend on the order in which concepts are added.
        """
        lighter = min(self.total, other.total)
        if not lighter:
            return 0.0, 0.0
        shared = fsum(map(self.weights.__getitem__, self.weights.keys() & other.weights.keys()))
        return 2 * shared / (self.total + other.total), shared / lighter


class Likeness:
    """Compares sentences of one policy, and weighs the concepts of each only once."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        concepts = [sentence.concepts for sentence in sentences]
        self.counts = Counter(concept for each in concepts for concept in set(each))
        self._size = len(concepts) + 1
        self._weighed: dict[tuple[str, ...], WeighedConcepts] = {}

    def weight(self, concept: str) -> float:
        """Return how much a concept tells, 0 to 1: a rare one much, one that stands everywhere little."""
        return log((self._size + 1) / (self.counts[concept] + 0.5)) / log(2 * (self._size + 1))

    def of(self, first: Sentence, second: Sentence) -> tuple[float, float]:
        """Return how alike two sentences are, and how much of the smaller one is held by the other.

        Where they have enough in common, what either gives as a reason or as a condition may be left out.
        """
        score, held = self._weigh(first.concepts).likeness(self._weigh(second.concepts))
        if score > LEAST_HELD:
            core = self._weigh(first.core).likeness(self._weigh(second.core))
            score, held = max(score, core[0]), max(held, core[1])
        return score, held

    def _weigh(self, concepts: tuple[str, ...]) -> WeighedConcepts:
        weighed = self._weighed.get(concepts)
        if weighed is None:
            weights = {concept: self.weight(concept) for concept in concepts}
            weighed = self._weighed[concepts] = WeighedConcepts(weights, fsum(weights.values()))
        return weighed
