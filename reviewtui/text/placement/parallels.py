"""Whether a sentence that is like an old one says the same in other words, or something else in the same words.

A rule that was rewritten keeps what it is about and changes how it is put: "Tenants report repairs by phone" became "a
repair can be reported by phone". A parallel rule is put alike and is about something else: "a false entry is treated as
misconduct" and "a false invoice is treated as misconduct". So what is shared in substance, and in order, are two
measures, and it is their difference that tells.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from reviewtui.text.placement.tuning import (
    PARALLEL_ORDER,
    PARALLEL_REPLACED,
    PUT_ALIKE,
    REWRITTEN_MARGIN,
    REWRITTEN_SUBSTANCE,
    SPELLED_ALIKE,
)
from reviewtui.text.words.terms import stem

_BINDING_TEXT = (
    "a an the of to in on at by for with from as is are was were be been it its they them their we us our you your he "
    "she his her and or not no if that which who whom whose what when where than then so but any each every all one "
    "may must can will shall should do does did has have had this these those there before after within into out up "
    "about between until while more most other such only also under over"
)
_BINDING = frozenset(map(stem, _BINDING_TEXT.split()))
"""English words that bind a sentence together and say nothing of what it is about."""


_VERB_FOLLOWS = frozenset(("to", "must", "may", "can", "will", "shall", "should", "not"))
"""The word behind one of these is what is done, and not what the sentence is about."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sentences share: of substance, of the order of their words, and how much was replaced word for word."""

    substance: float
    order: float
    replaced: float

    @property
    def is_parallel(self) -> bool:
        """Whether they are put alike and are about something else."""
        alike = self.order >= PUT_ALIKE and self.order > self.substance - PARALLEL_ORDER
        return alike and self.replaced >= PARALLEL_REPLACED

    @property
    def is_rewritten(self) -> bool:
        """Whether they are about the same and are put otherwise."""
        return self.substance >= REWRITTEN_SUBSTANCE and self.substance - self.order >= REWRITTEN_MARGIN


def compare_sentences(old: Sequence[str], new: Sequence[str], weight: Callable[[str], float]) -> Comparison:
    """Compare two sentences given as their terms."""
    old, new = _unnumbered(old), _unnumbered(new)
    one, two = _substance(old), _substance(new)
    total = _weight(one, weight) + _weight(two, weight)
    substance = 2 * _weight(one & two, weight) / total if total else 0.0
    replaced = 0.0
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "replace":
            verb = step.src_start > 0 and old[step.src_start - 1] in _VERB_FOLLOWS
            gone = _substance(old[step.src_start + verb : step.src_end]) - two
            come = _substance(new[step.dest_start + verb : step.dest_end]) - one
            if gone and come and not _spelled_alike(gone, come):
                replaced += min(_weight(gone, weight), _weight(come, weight))
    order = Indel.normalized_similarity(old, new)
    return Comparison(substance, order, replaced / max(_weight(one, weight), 1e-9))


def _unnumbered(terms: Sequence[str]) -> list[str]:
    """Return a sentence without the number of its clause."""
    return list(terms[1:] if terms and _NUMBER.fullmatch(terms[0]) else terms)


def _spelled_alike(gone: "Counter[str]", come: "Counter[str]") -> bool:
    return fuzz.ratio("".join(gone), "".join(come)) >= SPELLED_ALIKE


def _substance(terms: Sequence[str]) -> "Counter[str]":
    return Counter(key for key in terms if key not in _BINDING)


def _weight(terms: "Counter[str]", weight: Callable[[str], float]) -> float:
    return sum(weight(key) * count for key, count in terms.items())
