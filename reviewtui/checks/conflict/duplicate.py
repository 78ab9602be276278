"""Near-duplicate passages: what one section says is said again in another."""

from collections.abc import Iterable, Iterator

from reviewtui.checks.conflict.conflict import conflict_of
from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import (
    BESIDE_REPEATED_ALIKE,
    PARAGRAPH_ALIKE,
    PARAGRAPH_CONCEPTS,
    PARAGRAPH_HELD,
    PARAGRAPH_VERY_ALIKE,
    REPEATED_ALIKE,
    REPEATED_CONCEPTS,
)
from reviewtui.domain.review.finding import Finding, finding_id

NAME = "duplicate"


def find(material: Material) -> Iterator[Finding]:
    """Yield every passage that stands, in nearly the same words, in another section."""
    pairs = [pair for pair in material.pairs if _apart(material, pair)]
    strong = [
        pair
        for pair in pairs
        if pair.score >= REPEATED_ALIKE and len(pair.shared) >= REPEATED_CONCEPTS and not conflict_of(pair)
    ]
    weak = [pair for pair in pairs if pair.score >= BESIDE_REPEATED_ALIKE]
    done = _in_conflict(pairs)
    for group in _groups(strong, weak):
        done.update((place.path, place.sentence.paragraph) for pair in group for place in (pair.first, pair.second))
        yield _finding(material, group)
    for pair in sorted(material.paragraph_pairs, key=lambda pair: -pair.held):
        ends = {(place.path, place.sentence.paragraph) for place in (pair.first, pair.second)}
        if _apart(material, pair) and _repeats(pair) and not ends & done:
            done |= ends
            yield _finding(material, [pair])


def _in_conflict(pairs: Iterable[ConceptPair]) -> set[tuple[str, int]]:
    """Return the paragraphs that contradict another: they say much the same, and are no repetition."""
    conflicting = (pair for pair in pairs if pair.score >= PARAGRAPH_ALIKE and conflict_of(pair))
    return {(place.path, place.sentence.paragraph) for pair in conflicting for place in (pair.first, pair.second)}


def _repeats(pair: ConceptPair) -> bool:
    """Whether two paragraphs, or a paragraph and a sentence, say the same, cut into other sentences."""
    enough = REPEATED_CONCEPTS if pair.score >= PARAGRAPH_VERY_ALIKE else PARAGRAPH_CONCEPTS
    return len(pair.shared) >= enough and pair.held >= PARAGRAPH_HELD and pair.score >= PARAGRAPH_ALIKE


def _apart(material: Material, pair: ConceptPair) -> bool:
    """Whether both stand in different sections of which neither is there to restate the other."""
    ways = {(pair.first.path, pair.second.path), (pair.second.path, pair.first.path)}
    return pair.first.section != pair.second.section and _counts(pair) and not ways & material.restating


def _counts(pair: ConceptPair) -> bool:
    return not any(p.sentence.row or p.sentence.quoted or p.sentence.reference for p in (pair.first, pair.second))


def _groups(strong: Iterable[ConceptPair], weak: Iterable[ConceptPair]) -> Iterator[list[ConceptPair]]:
    """Yield the repetitions: pairs whose sentences stand in the same two paragraphs, each sentence in one of them."""
    beside: dict[tuple[str, int, str, int], list[ConceptPair]] = {}
    for pair in weak:
        beside.setdefault(_paragraphs(pair), []).append(pair)
    done: set[tuple[str, int]] = set()
    for pair in sorted(strong, key=lambda pair: -pair.score):
        ends = [(place.path, place.sentence.start) for place in (pair.first, pair.second)]
        if any(end in done for end in ends):
            continue
        group = [pair, *(other for other in beside[_paragraphs(pair)] if other is not pair)]
        done.update((place.path, place.sentence.start) for member in group for place in (member.first, member.second))
        yield group


def _paragraphs(pair: ConceptPair) -> tuple[str, int, str, int]:
    first, second = pair.first, pair.second
    return first.path, first.sentence.paragraph, second.path, second.sentence.paragraph


def _finding(material: Material, group: list[ConceptPair]) -> Finding:
    first = _span([pair.first for pair in group])
    second = _span([pair.second for pair in group])
    texts = material.policy.texts
    words = [texts[path].text[start:end] for path, start, end in (first, second)]
    section = material.policy.section_at(second[0], second[1])
    message = f"“{section.title if section else second[0]}” says the same in nearly the same words"
    return Finding(finding_id(NAME, *words), NAME, *first, message, second)


def _span(places: list[PlacedSentence]) -> tuple[str, int, int]:
    starts, ends = [place.sentence.start for place in places], [place.sentence.end for place in places]
    return places[0].path, min(starts), max(ends)
