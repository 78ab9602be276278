"""Whether two sentences that share words are about the same thing."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from reviewtui.checks.material.concepts import concept_of, concepts_of
from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import ONE_PATTERN, PATTERN_CONCEPTS

_OTHERS = re.compile(
    r"(?<!like\s)(?<!as\s)(?<!with\s)\b(?:all|any|for|the|no|while|some|but)\s+other\b(?!\s+(?:ways?|means|purposes?|reasons?|circumstances|cases?)\b)",
    re.IGNORECASE,
)

_PHRASES = re.compile(r"[^\w\s-]+")
_FATES = frozenset(concepts_of("keep destroy delete"))
"""What becomes of a thing, which is no other thing."""
_LISTS = re.compile(r"\bfollowing\b|:\Z", re.IGNORECASE)
"""Leads to a list, which says what is spoken of."""
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|do|does|will|can|(?<!\d\s)may(?!\s\d)|must|should|shall|we|you|they)\b",
    re.IGNORECASE,
)
"""What a sentence says and a title does not."""


def contrasts(
    first: Sequence[str], second: Sequence[str], *, tails: bool = True, patterns: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return which concepts stand in the same place of two sentences: (adult, child), (open, closed).

    A place is between two concepts that both have or, with `tails`, after the last one. What stands before the first
    shared concept says who acts, and is left to the caller that asks for it.
    """
    contrasting = []
    blocks = _matching(first, second)
    ends = [*blocks[1:], (len(first), len(second), 0)]
    for (a, b, size), (c, d, next_size) in zip(blocks, ends, strict=False):
        here, there = first[a + size : c], second[b + size : d]
        single = len(here) == len(there) == 1 and (tails or next_size > 0)
        if single or (
            patterns and size >= PATTERN_CONCEPTS and _fill_one_place(here, there, {*first}, {*second}, size)
        ):
            contrasting.append((here[0], there[0]))
    return tuple(contrasting)


def _fill_one_place(here: Sequence[str], there: Sequence[str], ours: set[str], theirs: set[str], most: int) -> bool:
    """Whether two sentences go on differently behind a pattern: "eligible for care leave", "… for the home stipend"."""
    return 0 < len(here) <= most and 0 < len(there) <= most and not {*here} & theirs and not {*there} & ours


def parted(pair: ConceptPair, *, overview: bool = False) -> bool:
    """Say whether two sentences follow one pattern about different things, as "adult" and "child" in it show.

    What one of them says elsewhere in the sentence, or the heading above it, is no difference of subject.
    """
    ours, theirs = pair.first.sentence.concepts, pair.second.sentence.concepts
    here, there = {*ours, *pair.first.about}, {*theirs, *pair.second.about}
    inside = contrasts(ours, theirs, tails=pair.score >= ONE_PATTERN, patterns=not overview)
    return any(
        a not in there and b not in here and not {a, b} <= _FATES
        for a, b in (*inside, *_heads(ours, theirs, set(pair.shared)))
    )


def apart(pair: ConceptPair) -> bool:
    """Say whether two sentences stand under headings that have nothing in common, which may be what each is about."""
    here, there = set(pair.first.about), set(pair.second.about)
    return bool(here and there) and not here & there


def speaks_of_kinds(pair: ConceptPair, acting: frozenset[str] = frozenset()) -> bool:
    """Say whether each names a kind of one thing by the word before it: "security logs", "response logs".

    Who is `acting` stands before what is done, and is no kind of it.
    """
    shared = set(pair.shared)
    here, there = (_kinds(place.sentence.plain, shared) for place in (pair.first, pair.second))
    ours, theirs = {*pair.first.sentence.concepts, *acting}, {*pair.second.sentence.concepts, *acting}
    return any(
        not here[thing] & there[thing] and not here[thing] & theirs and not there[thing] & ours
        for thing in here.keys() & there.keys()
    )


def _kinds(plain: str, things: set[str]) -> dict[str, set[str]]:
    """The concepts that stand right before each of `things`; where one of them has none before it, it is left out."""
    kinds: dict[str, set[str]] = {}
    bare: set[str] = set()
    for phrase in _PHRASES.split(plain):
        before = ""
        for word in phrase.split():
            concept = concept_of(word.lower())
            if concept in things:
                if before:
                    kinds.setdefault(concept, set()).add(before)
                else:
                    bare.add(concept)
            before = concept
    return {thing: before for thing, before in kinds.items() if thing not in bare}


def speaks_of_others(pair: ConceptPair) -> bool:
    """Say whether just one of two sentences is about all the others: "all other roles", "for other services"."""
    return len({bool(_OTHERS.search(place.sentence.plain)) for place in (pair.first, pair.second)}) == 2


def is_statement(plain: str) -> bool:
    """Say whether a plain sentence says something of its subject, as a title does not."""
    return bool(_STATES.search(plain))


def leads_to_lists(pair: ConceptPair) -> bool:
    """Say whether both sentences lead to a list, which says what each is about."""
    return all(_LISTS.search(place.sentence.plain) for place in (pair.first, pair.second))


def is_near(pair: ConceptPair) -> bool:
    """Say whether two sentences stand under one heading, where a difference is mostly meant."""
    first, second = pair.first, pair.second
    return first.path == second.path and first.sentence.block == second.sentence.block


def _heads(first: Sequence[str], second: Sequence[str], shared: set[str]) -> tuple[tuple[str, str], ...]:
    """The single concepts before the first shared one, unless they begin the sentence as who acts."""
    ours = [concept for concept in first if concept not in shared]
    theirs = [concept for concept in second if concept not in shared]
    if len(ours) == 1 and len(theirs) == 1 and first.index(ours[0]) > 0 and second.index(theirs[0]) > 0:
        return ((ours[0], theirs[0]),)
    return ()


def _matching(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, int]]:
    """The runs of equal concepts: where each begins on both sides, and how long it is."""
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(list(first), list(second))
        if code.tag == "equal"
    ]
