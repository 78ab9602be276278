"""Texts made from one pattern, each for a case of its own: they differ on purpose, so no two sentences conflict."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel

from reviewtui.checks.input.check_input import CheckInput, ConceptPair, PlacedSentence
from reviewtui.checks.input.tuning import ONE_PATTERN, PATTERNED, PATTERNED_PART, SAME_BUT_AMOUNTS, TWIN, TWIN_ALIKE

_TextKey = tuple[str, int]
"""A file, or one heading of it: its path with the number of the heading, -1 for the whole."""


class ParallelTexts:
    """The pairs of files and of headings of which many sentences are the same but for a word or a number."""

    def __init__(self, material: CheckInput, asked: Iterable[tuple[PlacedSentence, PlacedSentence]]) -> None:
        wanted = {_files(*places) for places in asked}
        twins: dict[tuple[_TextKey, _TextKey], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        about_others: set[tuple[_TextKey, _TextKey]] = set()
        for pair in material.pairs:
            if pair.score >= TWIN_ALIKE and _files(pair.first, pair.second) in wanted and _is_twin(pair):
                for texts in _texts(pair.first, pair.second):
                    if _names_another(pair):
                        about_others.add(texts)
                    for starts, place in zip(twins[texts], sorted((pair.first, pair.second), key=_order), strict=True):
                        starts.add(place.sentence.start)
        # Two texts that differ in nothing but amounts and duties are of one pattern only where most of them is.
        self._parts = {texts: PATTERNED_PART if texts in about_others else SAME_BUT_AMOUNTS for texts in twins}
        self._twins = {texts: min(map(len, starts)) for texts, starts in twins.items()}
        self._sizes = Counter(text for place in material.places for text in _text_of(place))
        self._restating = material.restating

    def hold(self, first: PlacedSentence, second: PlacedSentence) -> bool:
        """Say whether two sentences are of one pattern, as are the two texts in which they stand."""
        plains = (first.sentence.plain, second.sentence.plain)
        if Indel.normalized_similarity(*plains) < ONE_PATTERN:
            return False
        if {(first.path, second.path), (second.path, first.path)} & self._restating:
            return False
        return any(
            twins >= PATTERNED and twins >= self._parts[texts] * min(self._sizes[text] for text in texts)
            for texts in _texts(first, second)
            if (twins := self._twins.get(texts, 0))
        )


def _is_twin(pair: ConceptPair) -> bool:
    """Whether two sentences are the same in all but a word or a number."""
    here, there = pair.first.sentence.plain, pair.second.sentence.plain
    return here != there and Indel.normalized_similarity(here, there, score_cutoff=TWIN) > 0


def _names_another(pair: ConceptPair) -> bool:
    """Whether each of two sentences has a concept where the other has another one."""
    here, there = {*pair.first.sentence.concepts}, {*pair.second.sentence.concepts}
    return bool(here - there and there - here)


def _order(place: PlacedSentence) -> _TextKey:
    return place.path, place.sentence.block


def _text_of(place: PlacedSentence) -> tuple[_TextKey, _TextKey]:
    return (place.path, -1), (place.path, place.sentence.block)


def _texts(first: PlacedSentence, second: PlacedSentence) -> Iterator[tuple[_TextKey, _TextKey]]:
    for ours, theirs in zip(_text_of(first), _text_of(second), strict=True):
        if ours != theirs:
            yield min(ours, theirs), max(ours, theirs)


def _files(first: PlacedSentence, second: PlacedSentence) -> tuple[str, str]:
    return min(first.path, second.path), max(first.path, second.path)
