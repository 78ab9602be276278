"""How alike two passages are, and whether they are about the same.

A rule that was rewritten keeps what it is about and changes how it is put: "Tenants report repairs by phone" became "a
repair can be reported by phone". A parallel rule is put alike and is about something else: "a false entry is treated as
misconduct" and "a false invoice is treated as misconduct". So what is shared in substance, and in order, are two
measures, and it is their difference that tells.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from reviewtui.text.diff.sequences.alignment import align
from reviewtui.text.placement.tuning import (
    FORM_MARGIN,
    FORM_ORDER,
    FORM_REPLACED,
    FREELY_MARGIN,
    FREELY_REPLACED,
    FREELY_SHARED,
    FREELY_SUBSTANCE,
    MANY_REPLACED,
    MANY_SHARED,
    MANY_SUBSTANCE,
    MUCH_LONGER,
    NEARLY_ALL_REPLACED,
    NEARLY_ALL_SHARED,
    NEARLY_ALL_SUBSTANCE,
    PARALLEL_ORDER,
    PARALLEL_REPLACED,
    PART,
    PART_KEPT,
    PUT_ALIKE,
    REWRITTEN_MARGIN,
    REWRITTEN_SUBSTANCE,
    SPELLED_ALIKE,
    THIN_SHARED,
    THIN_SUBSTANCE,
)
from reviewtui.text.words.terms import stem
from reviewtui.text.words.words import Numbering

_EDGES = re.compile(r"^[\W_]+|(?:\]\([^)]*\)[\W_]*|[\W_]+)$")


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike, how much of the old passage's weight is kept, and which terms of the new one stand for it."""

    score: float
    kept: float
    first: int
    stop: int


def similarity(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float], *, parts: bool) -> Similarity:
    """Compare two passages given as their terms; with `parts`, part of a much longer new one may stand for it."""
    if old == new:
        return Similarity(1.0, 1.0, 0, len(new))
    score, kept = _compare(old, new, weight)
    whole = Similarity(score, kept, 0, len(new))
    if not parts or kept < PART_KEPT or len(old) < 2:
        return whole
    first, stop = densest_part(old, new)
    if (stop - first) * MUCH_LONGER > len(new):
        return whole
    part, part_kept = _compare(old, new[first:stop], weight)
    return Similarity(part * PART, part_kept, first, stop) if part >= PART_KEPT and part * PART > score else whole


def _compare(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float]) -> tuple[float, float]:
    old_bag, new_bag = Counter(old), Counter(new)
    shared = sum(weight(key) * count for key, count in (old_bag & new_bag).items())
    if not shared:
        return 0.0, 0.0
    kept = shared / sum(weight(key) * count for key, count in old_bag.items())
    filled = shared / sum(weight(key) * count for key, count in new_bag.items())
    ordered = Indel.normalized_similarity(list(old), list(new))
    dice = 2 * kept * filled / (kept + filled)
    return max(0.55 * dice + 0.45 * ordered, 0.75 * kept * (0.5 + 0.5 * filled)), kept


def densest_part(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return the part of `new` that holds most of what `old` and `new` share in order, with least else."""
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair(list(old), list(new)))
    best, part = 0.0, (0, len(new))
    for low in range(len(blocks)):
        shared = 0
        for high in range(low, len(blocks)):
            shared += blocks[high][2]
            first, stop = blocks[low][1], blocks[high][1] + blocks[high][2]
            dice = 2 * shared / (len(old) + stop - first)
            if dice > best:
                best, part = dice, (first, stop)
    return part


class Weights(dict[str, float]):
    """How much each term tells: a rare one much, one that stands everywhere in both texts nearly nothing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()
        for word, count in (Counter(old) + Counter(new)).items():
            self._counts[stem_of_word(word)] += count
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


def core(word: str) -> str:
    """Return `word` without case and without what stands around its letters and digits."""
    return _EDGES.sub("", word).lower()


@lru_cache(maxsize=65536)
def stem_of_word(word: str) -> str:
    """Return the stem of a word of running text; empty for mere marks."""
    return stem(core(word))


_BINDING_TEXT = (
    "a an the of to in on at by for with from as is are was were be been it its they them their we us our you your he "
    "she his her and or not no if that which who whom whose what when where than then so but any each every all one "
    "may must can will shall should do does did has have had this these those there before after within into out up "
    "about between until while more most other such only also under over"
)
BINDING = frozenset(map(stem, _BINDING_TEXT.split()))
"""English words that bind a sentence together and say nothing of what it is about."""


_VERB_FOLLOWS = frozenset(("to", "must", "may", "can", "will", "shall", "should", "not"))
"""The word behind one of these is what is done, and not what the sentence is about."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class SentenceComparison:
    """What two sentences share: of substance, of the order of their words, and how much was replaced word for word.

    `shared` is the weight of what they share of substance: about one for each rare word.
    """

    substance: float
    order: float
    replaced: float
    shared: float

    @property
    def is_parallel(self) -> bool:
        """Whether they are put alike and are about something else."""
        alike = self.order >= PUT_ALIKE and self.order > self.substance - PARALLEL_ORDER
        return alike and self.replaced >= PARALLEL_REPLACED

    @property
    def says_nearly_all(self) -> bool:
        """Whether most of a long sentence was kept: a few words of it were replaced."""
        return (
            self.substance >= NEARLY_ALL_SUBSTANCE
            and self.shared >= NEARLY_ALL_SHARED
            and self.replaced <= NEARLY_ALL_REPLACED
        )

    @property
    def keeps_form_alone(self) -> bool:
        """Whether the order of words is kept better than what they say, of which much was replaced."""
        return (
            self.order >= FORM_ORDER and self.order - self.substance >= FORM_MARGIN and self.replaced >= FORM_REPLACED
        )

    @property
    def is_thin(self) -> bool:
        """Whether they share less than half of what they say, and in few or common words: any two may."""
        return self.substance < THIN_SUBSTANCE and self.shared < THIN_SHARED

    @property
    def is_rewritten(self) -> bool:
        """Whether they are about the same and are put otherwise."""
        return self.substance >= REWRITTEN_SUBSTANCE and self.substance - self.order >= REWRITTEN_MARGIN

    @property
    def is_freely_rewritten(self) -> bool:
        """Whether they say much of the same in other words: less of a share, and in rare words."""
        many = self.substance >= MANY_SUBSTANCE and self.replaced <= MANY_REPLACED and self.shared >= MANY_SHARED
        return many or (
            self.substance >= FREELY_SUBSTANCE
            and self.substance - self.order >= FREELY_MARGIN
            and self.order < PUT_ALIKE
            and self.replaced <= FREELY_REPLACED
            and self.shared >= FREELY_SHARED
        )


def compare_sentences(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float]) -> SentenceComparison:
    """Compare two sentences given as their terms."""
    old, new = _unnumbered(old), _unnumbered(new)
    old_words, new_words = _substance(old), _substance(new)
    total = _weight(old_words, weight) + _weight(new_words, weight)
    shared = _weight(old_words & new_words, weight)
    substance = 2 * shared / total if total else 0.0
    replaced = 0.0
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "replace":
            verb = step.src_start > 0 and old[step.src_start - 1] in _VERB_FOLLOWS
            gone = _substance(old[step.src_start + verb : step.src_end]) - new_words
            come = _substance(new[step.dest_start + verb : step.dest_end]) - old_words
            if gone and come and not _spelled_alike(gone, come):
                replaced += min(_weight(gone, weight), _weight(come, weight))
    order = Indel.normalized_similarity(old, new)
    return SentenceComparison(substance, order, replaced / max(_weight(old_words, weight), 1e-9), shared)


def _unnumbered(terms: Sequence[str]) -> list[str]:
    """Return a sentence without the number of its clause."""
    return list(terms[1:] if terms and _NUMBER.fullmatch(terms[0]) else terms)


def _spelled_alike(gone: "Counter[str]", come: "Counter[str]") -> bool:
    return fuzz.ratio("".join(gone), "".join(come)) >= SPELLED_ALIKE


def _substance(terms: Sequence[str]) -> "Counter[str]":
    return Counter(key for key in terms if key not in BINDING)


def _weight(terms: "Counter[str]", weight: Callable[[str], float]) -> float:
    return sum(weight(key) * count for key, count in terms.items())
