"""How alike two passages are, from 0 to 1: shared terms by how much they tell, their order, and the part they fill."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import Indel

from reviewtui.text.diff.alignment import align
from reviewtui.text.placement.tuning import MUCH_LONGER, PART, PART_KEPT
from reviewtui.text.words.terms import stem
from reviewtui.text.words.words import Numbering

_EDGES = re.compile(r"^[\W_]+|(?:\]\([^)]*\)[\W_]*|[\W_]+)$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, how much of the old passage's weight is kept, and which terms of the new one stand for it."""

    score: float
    kept: float
    first: int
    stop: int


def likeness(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float], *, parts: bool) -> Likeness:
    """Compare two passages given as their terms; with `parts`, part of a much longer new one may stand for it."""
    if old == new:
        return Likeness(1.0, 1.0, 0, len(new))
    score, kept = _compare(old, new, weight)
    whole = Likeness(score, kept, 0, len(new))
    if not parts or kept < PART_KEPT or len(old) < 2:
        return whole
    first, stop = densest_part(old, new)
    if (stop - first) * MUCH_LONGER > len(new):
        return whole
    part, part_kept = _compare(old, new[first:stop], weight)
    return Likeness(part * PART, part_kept, first, stop) if part >= PART_KEPT and part * PART > score else whole


def _compare(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float]) -> tuple[float, float]:
    one, two = Counter(old), Counter(new)
    shared = sum(weight(key) * count for key, count in (one & two).items())
    if not shared:
        return 0.0, 0.0
    kept = shared / sum(weight(key) * count for key, count in one.items())
    filled = shared / sum(weight(key) * count for key, count in two.items())
    ordered = Indel.normalized_similarity(list(old), list(new))
    dice = 2 * kept * filled / (kept + filled)
    return max(0.55 * dice + 0.45 * ordered, 0.75 * kept * (0.5 + 0.5 * filled)), kept


def densest_part(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return the part of `new` that holds most of what `old` and `new` share in order, with least else."""
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair(list(old), list(new)))
    best, found = 0.0, (0, len(new))
    for low in range(len(blocks)):
        shared = 0
        for high in range(low, len(blocks)):
            shared += blocks[high][2]
            first, stop = blocks[low][1], blocks[high][1] + blocks[high][2]
            dice = 2 * shared / (len(old) + stop - first)
            if dice > best:
                best, found = dice, (first, stop)
    return found


class Weights:
    """How much each term tells: a rare one much, one that stands everywhere in both texts nearly nothing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._counts: Counter[str] = Counter()
        for word, count in (Counter(old) + Counter(new)).items():
            self._counts[stem_of_word(word)] += count
        self._size = 2 + len(old) + len(new)
        self._known: dict[str, float] = {}

    def of(self, key: str) -> float:
        """Return the weight of one term."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = log(self._size / (0.5 + self._counts[key]))
        return found

    def total(self, terms: "Counter[str]") -> float:
        """Return what a bag of terms weighs."""
        return sum(self.of(key) * count for key, count in terms.items())

    def alike(self, one: "Counter[str]", other: "Counter[str]") -> float:
        """Return from 0 to 1 how much of two bags of terms is shared."""
        return 2 * self.total(one & other) / max(self.total(one) + self.total(other), 1e-9)


def core(word: str) -> str:
    """Return `word` without case and without what stands around its letters and digits."""
    return _EDGES.sub("", word).lower()


@lru_cache(maxsize=65536)
def stem_of_word(word: str) -> str:
    """Return the stem of a word of running text; empty for mere marks."""
    return stem(core(word))
