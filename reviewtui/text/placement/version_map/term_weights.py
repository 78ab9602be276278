"""How much the terms of two texts tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from reviewtui.text.words.terms import bare_stem


class Weights(dict[str, float]):
    """How much each term tells: a rare one much, one that stands everywhere in both texts nearly nothing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()
        for word, count in (Counter(old) + Counter(new)).items():
            self._counts[bare_stem(word)] += count
        self._size = 2 + len(old) + len(new)

    def __missing__(self, key: str) -> float:
        """Weigh a term when it is first asked for."""
        weight = self[key] = log(self._size / (0.5 + self._counts[key]))
        return weight

    def total(self, terms: Mapping[str, int]) -> float:
        """Return what a bag of terms weighs."""
        return sum([self[key] * count for key, count in terms.items()])

    def shared(self, bag: Mapping[str, int], other: Mapping[str, int]) -> float:
        """Return what weighs that two bags of terms have in common."""
        return sum([self[key] * min(count, other[key]) for key, count in bag.items() if key in other])
