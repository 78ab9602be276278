"""Whether two sentences that share words are about the same thing."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import ONE_PATTERN

_OTHERS = re.compile(
    r"(?<!like\s)(?<!as\s)(?<!with\s)\b(?:all|any|for|the|no|while|some|but)\s+other\b(?!\s+(?:ways?|means|purposes?|reasons?|circumstances|cases?)\b)",
    re.IGNORECASE,
)

_LISTS = re.compile(r"\bfollowing\b|:\Z", re.IGNORECASE)
"""Leads to a list, which says what is spoken of."""
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|do|does|will|can|(?<!\d\s)may(?!\s\d)|must|should|shall|we|you|they)\b",
    re.IGNORECASE,
)
"""What a sentence says and a title does not."""


def contrasts(first: Sequence[str], second: Sequence[str], *, tails: bool = True) -> tuple[tuple[str, str], ...]:
    """Return which concepts stand in the same place of two sentences: (adult, child), (open, closed).

    A place is between two concepts that both have or, with `tails`, after the last one. What stands before the first
    shared concept says who acts, and is left to the caller that asks for it.
    """
    contrasting = []
    blocks = _matching(first, second)
    ends = [*blocks[1:], (len(first), len(second), 0)] if tails else blocks[1:]
    for (a, b, size), (c, d, _) in zip(blocks, ends, strict=False):
        here, there = first[a + size : c], second[b + size : d]
        if len(here) == 1 and len(there) == 1:
            contrasting.append((here[0], there[0]))
    return tuple(contrasting)


def parted(pair: ConceptPair) -> bool:
    """Say whether two sentences follow one pattern about different things, as "adult" and "child" in it show.

    What one of them says elsewhere in the sentence, or the heading above it, is no difference of subject.
    """
    ours, theirs = pair.first.sentence.concepts, pair.second.sentence.concepts
    here, there = {*ours, *pair.first.about}, {*theirs, *pair.second.about}
    inside = contrasts(ours, theirs, tails=pair.score >= ONE_PATTERN)
    return any(a not in there and b not in here for a, b in (*inside, *_heads(ours, theirs, set(pair.shared))))


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
