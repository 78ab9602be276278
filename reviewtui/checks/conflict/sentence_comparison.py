"""How much two sentences agree on what they rule: the concepts that their clauses share, weighed by rarity."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import fsum, sqrt
from typing import NamedTuple

from rapidfuzz.distance import Indel

from reviewtui.checks.conflict.clauses import about, clauses_of
from reviewtui.checks.input.check_input import ConceptPair, PlacedSentence
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.likeness import Likeness
from reviewtui.checks.input.tuning import (
    CONTRAST_COSTS,
    HEADING_SHARE,
    MOST_TOLD,
    ONE_PART_COSTS,
    ONE_SECTION_COSTS,
    PATTERN,
    RESTATED_GAIN,
    TOLD_SHARE,
)
from reviewtui.checks.input.vocabulary import LIGHT

_GIVING = LIGHT | {"money"}
"""What is done with a sum or a right, in whichever word."""
_SLOT = 2
"""Concepts that one place of a pattern holds at most."""


class Contradiction(NamedTuple):
    """Why two sentences cannot both be followed, and how much they agree on what they rule, 0 to about 3.

    `advises` says that this is never sure enough to block a release, whatever the settings say.
    """

    why: str
    agreement: float
    advises: bool = False


@dataclass(frozen=True, slots=True)
class ComparedRules:
    """Two sentences that may rule one thing, with the weights of their concepts; `costs` says what keeps them apart."""

    first: PlacedSentence
    second: PlacedSentence
    weights: tuple[Mapping[str, float], Mapping[str, float]]
    costs: float

    @property
    def plains(self) -> tuple[str, str]:
        """Both sentences as they are read."""
        return self.first.sentence.said, self.second.sentence.said

    @property
    def shared(self) -> frozenset[str]:
        """The concepts that both sentences have themselves."""
        return frozenset(self.first.sentence.core) & frozenset(self.second.sentence.core)

    def share(self, part: AbstractSet[str], whole: AbstractSet[str]) -> tuple[float, float]:
        """Return how much of a part stands in the whole, 0 to 1, and how much that tells."""
        one, other = self.weights
        weights = {concept: max(one.get(concept, 0.0), other.get(concept, 0.0)) for concept in part}
        shared = fsum(map(weights.__getitem__, part & whole))
        return shared / (fsum(weights.values()) or 1.0), shared

    def accord(self, contrasted: Iterable[str] = ()) -> float:
        """Return how much the clauses agree that agree most, whatever sets the sentences apart."""
        ours, theirs = (
            [clause.about for clause in clauses_of(plain) if not clause.is_case] or [frozenset(concepts_of(plain))]
            for plain in self.plains
        )
        return max(self.agreement(a, b) for a in ours for b in theirs) - self.distance(contrasted)

    def agreed_at(self, words: tuple[str, str], without: Iterable[str] = ()) -> float:
        """Return how much the clauses agree in which some `words` of each sentence stand, `without` some concepts."""
        left_out = frozenset(without)
        ours, theirs = (about(plain, each) - left_out for plain, each in zip(self.plains, words, strict=True))
        return self.agreement(ours, theirs) - self.distance(left_out)

    def agreed_beside(self, words: tuple[str, str], without: Iterable[str] = ()) -> float:
        """Return how much whole sentences agree beside some `words` of each, `without` some concepts more."""
        left_out = frozenset(concept for each in words for concept in concepts_of(each)) | frozenset(without)
        ours, theirs = (
            frozenset(concepts_of(plain.replace(each, " "))) - left_out
            for plain, each in zip(self.plains, words, strict=True)
        )
        return self.agreement(ours, theirs) - self.distance(left_out)

    def distance(self, contrasted: Iterable[str] = ()) -> float:
        """Return what keeps two sentences apart that agree: one file, and a pattern filled in two ways."""
        return 2 * self.costs + 2 * CONTRAST_COSTS * contrasts(self.first, self.second, contrasted)

    def likeness(self) -> float:
        """Return how much both say the same, 0 to 1, whatever sets them apart: by that their conflicts are ranked."""
        return _cosine(*self.weights) - self.costs

    def agreement(self, ours: AbstractSet[str], theirs: AbstractSet[str]) -> float:
        """Return how much a clause of the one sentence and one of the other rule the same, 0 to about 3.

        Two parts say how much of each the other sentence or its heading has, the third how much that tells.
        """
        one, other = self.weights
        weights = {concept: max(one.get(concept, 0.0), other.get(concept, 0.0)) for concept in ours | theirs}
        # The cells of a row are rules of their own.
        first, second = (
            clause | {*place.about} if place.sentence.row else {*concepts_of(place.sentence.said), *place.about}
            for clause, place in ((ours, self.first), (theirs, self.second))
        )
        shared, back = ours & second, theirs & first
        held, held_back = (
            fsum(map(weights.__getitem__, part)) / (fsum(map(weights.__getitem__, whole)) or 1.0)
            for part, whole in ((shared, ours), (back, theirs))
        )
        return held + held_back + TOLD_SHARE * min(MOST_TOLD, fsum(map(weights.__getitem__, shared | back)))


def compare(likeness: Likeness, pair: ConceptPair) -> ComparedRules:
    """Return two sentences beside each other.

    Who writes one section sees both sentences, and mostly means what differs; so they have to be nearer there.
    """
    first, second = pair.first, pair.second
    costs = 0.0
    if first.restates != second.restates:
        costs = -RESTATED_GAIN
    elif first.path == second.path:
        costs = ONE_PART_COSTS if first.sentence.block == second.sentence.block else ONE_SECTION_COSTS
    return ComparedRules(first, second, (_weights(likeness, first), _weights(likeness, second)), costs)


def _weights(likeness: Likeness, place: PlacedSentence) -> dict[str, float]:
    """Return the concepts of a sentence with their weights; those that only its heading has count for less."""
    around = (*place.about, *concepts_of(place.sentence.lead))
    lent = {concept: HEADING_SHARE * likeness.weight(concept) for concept in around}
    return lent | {concept: likeness.weight(concept) for concept in place.sentence.core}


def _cosine(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """Return the cosine of two weighed sets of concepts; the sums are exact, in whichever order."""
    shared = fsum(weight * theirs.get(concept, 0.0) for concept, weight in ours.items())
    lengths = [sqrt(fsum(weight * weight for weight in side.values())) for side in (ours, theirs)]
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def contrasts(first: PlacedSentence, second: PlacedSentence, without: Iterable[str] = ()) -> bool:
    """Say whether one pattern is filled with another thing in each: "a picture of an adult", "… of a child"."""
    left_out = frozenset(without)
    ours, theirs = ([c for c in place.sentence.concepts if c not in left_out] for place in (first, second))
    here, there = {*ours, *first.about}, {*theirs, *second.about}
    return any(
        not set(a) & there and not set(b) & here and not any({*slot} <= _GIVING for slot in (a, b))
        for a, b in replaced(ours, theirs)
    )


def replaced(first: Sequence[str], second: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Return what stands in the one where the other has something else in the same place of a pattern.

    A single concept stands between enough of them that both have, or is all that differs; what stands at the end has
    all that both have before it.
    """
    codes = [code for code in Indel.opcodes(list(first), list(second)) if code.tag == "equal"]
    blocks = [(code.src_start, code.src_end, code.dest_end, code.dest_start) for code in codes]
    ends = [*blocks[1:], (len(first), len(first), len(second), len(second))]
    only = len({*first} ^ {*second}) == 2
    filled = []
    if blocks and blocks[0][1] - blocks[0][0] > 1:
        begins = first[: blocks[0][0]], second[: blocks[0][3]]
        if all(0 < len(begin) <= _SLOT for begin in begins):
            filled.append(begins)
    for (start, end, other_end, _), (next_start, next_end, _, other_next) in zip(blocks, ends, strict=False):
        here, there = first[end:next_start], second[other_end:other_next]
        around = end - start + next_end - next_start
        if next_end > next_start:
            fills = 0 < len(here) <= _SLOT >= len(there) > 0 and (around >= PATTERN or only)
        else:
            fills = len(blocks) == 1 and start == 0 and 0 < len(here) <= around >= len(there) > 0
        if fills:
            filled.append((here, there))
    return filled
