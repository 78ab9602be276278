"""Parts that tell the same of different things: towns with their hours, roles with their tasks, yearly reports."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from reviewtui.checks.material.material import ConceptPair, PlacedSentence
from reviewtui.checks.material.tuning import PARALLEL_ALIKE, PARALLEL_PAIRS

Part = tuple[str, int]
_NUMBER = re.compile(r"\d+")


class Parallels:
    """Which parts of a policy follow one form, so that what differs in them is meant to."""

    def __init__(self, pairs: Iterable[ConceptPair]) -> None:
        self._parts: Counter[frozenset[Part]] = Counter()
        self._copies: dict[tuple[str, int], set[str]] = defaultdict(set)
        for pair in pairs:
            if pair.score < PARALLEL_ALIKE or part_of(pair.first) == part_of(pair.second):
                continue
            self._parts[frozenset((part_of(pair.first), part_of(pair.second)))] += 1
            for place, other in ((pair.first, pair.second), (pair.second, pair.first)):
                self._copies[start_of(place)] |= {other.sentence.plain} - {place.sentence.plain}

    def differ_on_purpose(self, first: PlacedSentence, second: PlacedSentence) -> bool:
        """Say whether two sentences, or the parts that they stand in, tell the same of different things."""
        if all(len(self._copies[start_of(place)]) >= PARALLEL_PAIRS for place in (first, second)):
            return True
        parts = frozenset((part_of(first), part_of(second)))
        return self._parts[parts] > PARALLEL_PAIRS or _name_kinds(first, second)


def _name_kinds(first: PlacedSentence, second: PlacedSentence) -> bool:
    """Whether two headings of one file name two kinds of one thing, or two files are told apart by a number alone."""
    if first.path != second.path:
        return _NUMBER.sub("", first.path) == _NUMBER.sub("", second.path)
    here, there = set(first.about), set(second.about)
    return bool(here & there and here - there and there - here)


def part_of(place: PlacedSentence) -> Part:
    """Return the file and the number of the heading that a sentence stands under."""
    return place.path, place.sentence.block


def start_of(place: PlacedSentence) -> tuple[str, int]:
    """Return where a sentence begins."""
    return place.path, place.sentence.start
