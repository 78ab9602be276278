"""Near-duplicate passages: what one section says is said again in another."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.conflict import conflict_of
from reviewtui.checks.conflict.rule_slots import fill_otherwise
from reviewtui.checks.conflict.sentence_comparison import contrasts
from reviewtui.checks.input.check_input import CheckInput, ConceptPair, PlacedSentence
from reviewtui.checks.input.policy_prose import Sentence
from reviewtui.checks.input.tuning import (
    BESIDE_REPEATED_ALIKE,
    ONE_FORM,
    PARAGRAPH_ALIKE,
    PARAGRAPH_CONCEPTS,
    PARAGRAPH_HELD,
    PARAGRAPH_VERY_ALIKE,
    REPEATED_ALIKE,
    REPEATED_CONCEPTS,
    SAME_LETTERS,
)
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.meaning.signals import signals_of

NAME = "duplicate"
_SPREAD = 4
"""Sections in which a sentence stands before it is told once for all of them."""
_FEWEST = 6
"""Words of a sentence that says something."""
_FREEING = frozenset(("may", "need not"))
_OPPOSED = ["allows", "demands"]
"""What the one demands and the other leaves open is not the same."""
_NO_RULE = re.compile(
    r"\{[{%]|\bTODO\b|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|\A\d+(?:\.\d+)*(?:\([\w]+\))+|\A\d{2}\.\w\b"
)
"""What a site's generator fills in, a gap, an address, the number of a law's paragraph."""


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield every passage that stands, in nearly the same words, in another section."""
    weak = [pair for pair in material.pairs if pair.score >= BESIDE_REPEATED_ALIKE and _apart(material, pair)]
    conflicting = {pair for pair in weak if pair.score >= PARAGRAPH_ALIKE and conflict_of(material, pair)}
    strong = [pair for pair in weak if pair.score >= REPEATED_ALIKE and _says_enough(pair) and pair not in conflicting]
    done = _paragraphs_of(conflicting)
    spread, standing = _boilerplate(strong)
    for pair, count in spread:
        yield _finding(material, [pair], count)
    strong = [pair for pair in strong if not standing & set(_ends(pair))]
    for group in _groups(strong, weak):
        done.update((place.path, place.sentence.paragraph) for pair in group for place in (pair.first, pair.second))
        yield _finding(material, group)
    for pair in sorted(material.paragraph_pairs, key=lambda pair: -pair.held):
        ends = {(place.path, place.sentence.paragraph) for place in (pair.first, pair.second)}
        if _repeats(pair) and not ends & done and _apart(material, pair):
            done |= ends
            yield _finding(material, [pair])


def _says_enough(pair: ConceptPair) -> bool:
    """Whether two sentences share enough not to be alike by chance: many concepts, or nearly all letters."""
    if len(pair.shared) >= REPEATED_CONCEPTS - (pair.score >= SAME_LETTERS):
        return True
    here, there = pair.first.sentence.plain.lower(), pair.second.sentence.plain.lower()
    letters = Indel.normalized_similarity(here, there, score_cutoff=SAME_LETTERS)
    return len(pair.shared) > 1 and here != there and letters > 0


def _boilerplate(strong: Iterable[ConceptPair]) -> tuple[list[tuple[ConceptPair, int]], set[tuple[str, int]]]:
    """Return one pair for each sentence that stands in several sections, with their number, and all its places."""
    groups: list[list[ConceptPair]] = []
    ends: list[set[tuple[str, int]]] = []
    for pair in strong:
        near = [index for index, places in enumerate(ends) if places & set(_ends(pair))]
        group, places = [pair], set(_ends(pair))
        for index in reversed(near):
            group, places = groups.pop(index) + group, ends.pop(index) | places
        groups.append(group)
        ends.append(places)
    spread = [
        (max(group, key=lambda pair: pair.score), places)
        for group, places in zip(groups, ends, strict=True)
        if _sections(group) >= _SPREAD
    ]
    return [(pair, len(places)) for pair, places in spread], set().union(*(places for _, places in spread))


def _sections(group: Iterable[ConceptPair]) -> int:
    return len({place.section for pair in group for place in (pair.first, pair.second)})


def _ends(pair: ConceptPair) -> tuple[tuple[str, int], tuple[str, int]]:
    return (pair.first.path, pair.first.sentence.start), (pair.second.path, pair.second.sentence.start)


def _paragraphs_of(pairs: Iterable[ConceptPair]) -> set[tuple[str, int]]:
    """Return the paragraphs in which two sentences stand: if these contradict each other, they are no repetition."""
    return {(place.path, place.sentence.paragraph) for pair in pairs for place in (pair.first, pair.second)}


def _repeats(pair: ConceptPair) -> bool:
    """Whether two paragraphs, or a paragraph and a sentence, say the same, cut into other sentences."""
    enough = REPEATED_CONCEPTS if pair.score >= PARAGRAPH_VERY_ALIKE else PARAGRAPH_CONCEPTS
    return len(pair.shared) >= enough and pair.held >= PARAGRAPH_HELD and pair.score >= PARAGRAPH_ALIKE


def _apart(material: CheckInput, pair: ConceptPair) -> bool:
    """Whether both stand in different sections of which neither is there to restate the other."""
    ways = {(pair.first.path, pair.second.path), (pair.second.path, pair.first.path)}
    if ways & material.restating or (pair.first.section == pair.second.section and not _under_two_headings(pair)):
        return False
    return all(_counts(place.sentence) for place in (pair.first, pair.second)) and _same_subject(pair)


def _under_two_headings(pair: ConceptPair) -> bool:
    """Whether one file says a thing under two headings in nearly the same words, and not once more in short."""
    places = (pair.first, pair.second)
    is_far = len({place.sentence.block for place in places}) == len(places)
    says_enough = len(pair.shared) >= REPEATED_CONCEPTS and pair.score >= SAME_LETTERS
    return is_far and says_enough and not any(place.restates for place in places)


def _counts(sentence: Sentence) -> bool:
    """Whether a sentence says something of its own: no row, quotation, lead to a list, address or unfinished text."""
    if sentence.row or sentence.quoted or sentence.reference or sentence.words < _FEWEST:
        return False
    return not (sentence.plain.endswith(":") or _NO_RULE.search(sentence.plain))


def _same_subject(pair: ConceptPair) -> bool:
    """Whether neither amounts nor duties nor the one thing that differs in sentences of one form tell two apart."""
    here, there = (
        {(a.measure, a.value) for a in amounts_of(place.sentence.plain)} for place in (pair.first, pair.second)
    )
    if here and there and here != there:
        return False
    if sorted(filter(None, (_bindingness(place.sentence.plain) for place in (pair.first, pair.second)))) == _OPPOSED:
        return False
    if fill_otherwise(pair.first.sentence.plain, pair.second.sentence.plain):
        return False
    return pair.score < ONE_FORM or not contrasts(pair.first, pair.second)


def _bindingness(plain: str) -> str:
    """Return whether a sentence only demands or only allows; empty for one that does both or neither."""
    values = {signal.value for signal in signals_of(plain, "en") if signal.kind == "duty"}
    demands, allows = bool(values - _FREEING), bool(values & _FREEING)
    return "" if demands == allows else "demands" if demands else "allows"


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


def _finding(material: CheckInput, group: list[ConceptPair], count: int = 2) -> Finding:
    first = _span([pair.first for pair in group])
    second = _span([pair.second for pair in group])
    texts = material.policy.texts
    words = [texts[path].text[start:end] for path, start, end in (first, second)]
    message = f"“{material.policy.title_at(second[0], second[1])}” says the same in nearly the same words"
    if count > 2:
        message = f"{message}, and so do {count - 2} other places"
    return Finding(finding_id(NAME, *words), NAME, *first, message, second)


def _span(places: list[PlacedSentence]) -> tuple[str, int, int]:
    starts, ends = [place.sentence.start for place in places], [place.sentence.end for place in places]
    return places[0].path, min(starts), max(ends)
