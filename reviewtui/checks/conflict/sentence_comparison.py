"""How near two sentences are to ruling one thing: the words that they share, weighed by rarity, with their headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from pathlib import PurePosixPath

from rapidfuzz.distance import Indel

from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.likeness import Likeness
from reviewtui.checks.material.material import Material, PlacedSentence
from reviewtui.checks.material.tuning import CLAUSE_ALIKE, CLAUSE_CONCEPTS, LENT, LESSER_REST, PATTERN

_CLAUSE = re.compile(
    r"[;:]|,\s|\b(?:but|or|so|because|if|when|unless|while|although|whereas|before|after)\b|\band\s+(?=(?:then|the|must|may)\b)",
    re.IGNORECASE,
)
"""Where one clause of a sentence ends and another begins."""


@dataclass(frozen=True, slots=True)
class ComparedRules:
    """Two sentences, and the concepts that headings and the name of the file lend to each."""

    first: PlacedSentence
    second: PlacedSentence
    lent: tuple[frozenset[str], frozenset[str]]
    likeness: Likeness

    @property
    def places(self) -> tuple[PlacedSentence, PlacedSentence]:
        """Both sentences."""
        return self.first, self.second

    @property
    def plains(self) -> tuple[str, str]:
        """Both sentences as they are read."""
        return self.first.sentence.plain, self.second.sentence.plain

    @property
    def shared(self) -> frozenset[str]:
        """The concepts that both sentences have themselves."""
        return frozenset(self.first.sentence.concepts) & frozenset(self.second.sentence.concepts)

    def nearness(self, without: Iterable[str] = ()) -> float:
        """Return how near both are, 0 to 1, when the concepts `without` are left out.

        What the longer one says besides counts little, since a rule is often told again in short. A word that only a
        heading of the other one has counts for less than one of its own.
        """
        left_out = frozenset(without)
        ours, theirs = (frozenset(place.sentence.core) - left_out for place in self.places)
        lent_ours, lent_theirs = (ours - theirs) & self.lent[1], (theirs - ours) & self.lent[0]
        both = self._weight(ours & theirs)
        if len(ours & theirs) + len(lent_ours | lent_theirs) < 2 or not both:
            return 0.0
        both += LENT * (self._weight(lent_ours) + self._weight(lent_theirs))
        rests = sorted((self._weight(ours - theirs - lent_ours), self._weight(theirs - ours - lent_theirs)))
        return both / (both + LESSER_REST * rests[0] + (1 - LESSER_REST) * rests[1])

    def _weight(self, concepts: Iterable[str]) -> float:
        return fsum(map(self.likeness.weight, concepts))

    def clauses(self, ours: str, theirs: str, without: Iterable[str] = ()) -> "Clauses":
        """Return the parts of both sentences in which some of their words stand, the concepts `without` left out."""
        left_out = frozenset(without)
        here, there = (
            clause_around(plain, words) - left_out for plain, words in zip(self.plains, (ours, theirs), strict=True)
        )
        least = min(self._weight(here), self._weight(there))
        shared = self._weight(here & there) / least if least and min(len(here), len(there)) > 1 else 1.0
        return Clauses(len(here & there), shared)

    def contrasts(self, without: Iterable[str] = ()) -> bool:
        """Say whether one pattern is filled with another thing in each: "a picture of an adult", "… of a child"."""
        left_out = frozenset(without)
        ours, theirs = ([c for c in place.sentence.concepts if c not in left_out] for place in self.places)
        here, there = {*ours, *self.lent[0]}, {*theirs, *self.lent[1]}
        return any(not set(a) & there and not set(b) & here for a, b in replaced(ours, theirs))


@dataclass(frozen=True, slots=True)
class Clauses:
    """How many concepts two clauses share, and the part of the lighter one's weight that these are; 1 for bare ones."""

    count: int
    shared: float

    def are_one(self) -> bool:
        """Say whether they rule the same act, whatever else their sentences say."""
        return self.count >= CLAUSE_CONCEPTS and self.shared >= CLAUSE_ALIKE


@lru_cache(maxsize=16384)
def clause_around(plain: str, words: str) -> frozenset[str]:
    """Return the concepts of the part of a sentence in which some words stand."""
    at = max(plain.find(words.strip()), 0)
    start = max((match.end() for match in _CLAUSE.finditer(plain, 0, at)), default=0)
    end = _CLAUSE.search(plain, at + len(words))
    return frozenset(concepts_of(plain[start : end.start() if end else len(plain)]))


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
    for (start, end, other_end, _), (next_start, next_end, _, other_next) in zip(blocks, ends, strict=False):
        here, there = first[end:next_start], second[other_end:other_next]
        around = end - start + next_end - next_start
        if next_end > next_start:
            fills = len(here) == len(there) == 1 and (around >= PATTERN or only)
        else:
            fills = len(blocks) == 1 and start == 0 and 0 < len(here) <= around >= len(there) > 0
        if fills:
            filled.append((here, there))
    return filled


class RuleComparer:
    """Compares the sentences of one policy."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def compare(self, first: PlacedSentence, second: PlacedSentence) -> ComparedRules:
        """Return two sentences beside each other."""
        return ComparedRules(first, second, (self._lent(first), self._lent(second)), self._material.likeness)

    def _lent(self, place: PlacedSentence) -> frozenset[str]:
        headings = self._material.prose(place.path).headings
        title = headings[0].title if headings else ""
        return frozenset(place.about) | _of_file(place.path, title)


@lru_cache(maxsize=1024)
def _of_file(path: str, title: str) -> frozenset[str]:
    name = PurePosixPath(path).stem.replace("-", " ").replace("_", " ")
    return frozenset(concepts_of(f"{title} {name}"))
