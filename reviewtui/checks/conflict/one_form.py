"""Records of one form: the same sentence filled in under many headings, where what differs is meant to differ."""

import re
from collections import Counter, defaultdict

from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import (
    ONE_FORM_ALIKE,
    ONE_FORM_PLACES,
    ONE_OUTLINE,
    PARALLEL_ALIKE,
    PARALLEL_PAIRS,
    SIBLING_ALIKE,
    SIBLING_CONCEPTS,
)

_OF_ANY_POLICY = re.compile(
    r"\b(?:purpose|scope|aims?|introduction|background|overview|summary|about|polic(?:y|ies)|principles?|statement"
    r"|definitions?|roles?|responsibilit\w+|procedures?|process|exceptions?|enforcement|compliance|references?|related"
    r"|standards?|review|revision|history|contacts?|questions?|faqs?|resources|notes?|links?|next|more|other|general"
    r"|guidance|guidelines?|requirements?|who|what|when|why|how)\b|\A\W*\Z"
)
"""Titles of parts that any policy has."""
_NUMBER = re.compile(r"\d+")
Place = tuple[str, int]


class OneForm:
    """Which sentences of a policy are filled-in copies of one form."""

    def __init__(self, material: Material) -> None:
        self._material = material
        copies: dict[Place, set[str]] = defaultdict(set)
        self._parallels: Counter[frozenset[Place]] = Counter()
        for pair in material.pairs:
            if pair.score >= PARALLEL_ALIKE and pair.first.path == pair.second.path:
                self._parallels[frozenset((_heading(pair.first), _heading(pair.second)))] += 1
            if pair.score >= ONE_FORM_ALIKE and _heading(pair.first) != _heading(pair.second):
                for here, there in ((pair.first, pair.second), (pair.second, pair.first)):
                    copies[_start(here)] |= {here.sentence.plain, there.sentence.plain}
        self._copies = copies

    def differs_on_purpose(self, pair: ConceptPair) -> bool:
        """Say whether two sentences are records of one form, or each is about what its own heading names."""
        if all(self._is_record(place) for place in (pair.first, pair.second)) or self._in_a_series(pair):
            return True
        if self._of_one_outline(pair):
            return True
        return self._under_siblings(pair) and (self._are_short(pair) or self._are_parallel(pair))

    def _of_one_outline(self, pair: ConceptPair) -> bool:
        """Whether two files have the same parts, each of its own thing: "Trains", "Hotels", "Desks" of two towns."""
        paths = pair.first.path, pair.second.path
        if paths[0] == paths[1]:
            return False
        both = self._parts(paths[0]) & self._parts(paths[1])
        return len(both) >= ONE_OUTLINE and self._title(pair.first) == self._title(pair.second)

    def _title(self, place: PlacedSentence) -> str:
        """The title over a sentence, as it is compared."""
        headings = self._material.prose(place.path).headings
        return _said(headings[place.sentence.block].title) if place.sentence.block >= 0 else ""

    def _parts(self, path: str) -> set[str]:
        titles = (_said(heading.title) for heading in self._material.prose(path).headings[1:])
        return {title for title in titles if not _OF_ANY_POLICY.search(title)}

    @staticmethod
    def _in_a_series(pair: ConceptPair) -> bool:
        """Whether two files are told apart by a number in their names alone: "election2017", "election2018"."""
        names = [_NUMBER.sub("", place.path) for place in (pair.first, pair.second)]
        return pair.first.path != pair.second.path and names[0] == names[1]

    def _is_record(self, place: PlacedSentence) -> bool:
        return len(self._copies[_start(place)]) >= ONE_FORM_PLACES

    def _are_parallel(self, pair: ConceptPair) -> bool:
        """Whether other sentences under the same two headings are alike too: each tells the same of its own thing."""
        between = self._parallels[frozenset((_heading(pair.first), _heading(pair.second)))]
        return between - (pair.score >= PARALLEL_ALIKE) >= PARALLEL_PAIRS

    def _are_short(self, pair: ConceptPair) -> bool:
        """Whether two sentences are nearly the same and too short to say what they are about."""
        longest = max(len(set(place.sentence.concepts)) for place in (pair.first, pair.second))
        return pair.score >= SIBLING_ALIKE and longest <= SIBLING_CONCEPTS

    def _under_siblings(self, pair: ConceptPair) -> bool:
        """Whether two headings of one file, side by side, name things that the other sentence does not speak of."""
        here, there = pair.first, pair.second
        if here.path != there.path or here.sentence.block == there.sentence.block:
            return False
        headings = self._material.prose(here.path).headings
        if min(here.sentence.block, there.sentence.block) < 0:
            return False
        if headings[here.sentence.block].level != headings[there.sentence.block].level:
            return False
        ours, theirs = set(here.about) - set(there.about), set(there.about) - set(here.about)
        named = (ours & set(there.sentence.concepts)) or (theirs & set(here.sentence.concepts))
        return bool(ours and theirs) and not named


def _said(title: str) -> str:
    return title.strip(" .:").lower()


def _heading(place: PlacedSentence) -> Place:
    return place.path, place.sentence.block


def _start(place: PlacedSentence) -> Place:
    return place.path, place.sentence.start
