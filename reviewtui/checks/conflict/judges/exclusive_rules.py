"""Two sentences of which one keeps a thing to one use, place or person, and the other gives it to another as well."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.judges.conflicting_duties import DENIED
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import EXCLUSIVE_NEAR, OPPOSITE_NEAR

_ONLY = re.compile(
    r"\b(?:only|solely|exclusively)\s+(?:be\s+\w+\s+)?(?P<by>for|by|in|on|at|with|via|through|from)\s+(?P<what>[^,;:.]+)"
    r"|\b(?P<before>for|by|in|on|at|with|via|through|from)\s+(?P<kept>(?:[\w'-]+\s+){1,4})only\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\bby\s+(?:the\s+|an?\s+|one\s+)?(?:[\w'-]+\s+){1,4}?(?:alone|acting\s+alone|on\s+(?:his|her|their|its)\s+own)\b"
    r"|\bby\s+(?:any\s+)?one\s+(?:person|officer|director|member|signatory)\b|\ba?\s*single\s+signatory\b",
    re.IGNORECASE,
)
_JOINTLY = re.compile(
    r"\bby\s+(?:any\s+|at\s+least\s+|all\s+)?(?:two|three|both|2|3)\b|\bjointly\b|\btwo\s+signatories\b", re.IGNORECASE
)
_KEEPS = re.compile(r"\b(?:only|always|solely|exclusively|alone)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b([\w-]+)\s+(?:or|and)\s+(?:(?:an?|the|by|in|on|with|to|lay|also)\s+)?([\w-]+)", re.IGNORECASE)
_WITHIN = 4
"""Words from "only" to what is kept."""
_NEAREST = 2
"""Concepts behind a preposition that say to what a thing is kept."""


def exclusive_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that one sentence keeps to one use what the other puts to another, None where it does not."""
    here, there = comparison.plains
    if why := _alone_or_jointly(comparison) or _one_of_two(comparison):
        return Contradiction(why, comparison.accord())
    ours, theirs = _kept(here), _kept(there)
    # Where both keep a thing to something, or neither does, or one of them denies, no word tells which use is meant.
    if ours is None or theirs is None or bool(ours) == bool(theirs):
        return None
    keeping, free = (here, there) if ours else (there, here)
    for words, preposition, kept in ours or theirs:
        for use, other in _uses(free, preposition):
            own = {*kept} - {*other} and {*other} - {*concepts_of(keeping)}
            if own and comparison.nearness({*kept} ^ {*other}) >= EXCLUSIVE_NEAR:
                return Contradiction(f"one says “{words}”, the other “{use.strip()}”", comparison.accord())
    return None


def _alone_or_jointly(comparison: ComparedRules) -> str:
    """Return that one person does in one sentence what takes several in the other, empty where it does not."""
    here, there = comparison.plains
    for alone, joint in ((here, there), (there, here)):
        one, several = _ALONE.search(alone), _JOINTLY.search(joint)
        if one and several and comparison.nearness(concepts_of(f"{one[0]} {several[0]}")) >= EXCLUSIVE_NEAR:
            return f"one says “{one[0]}”, the other “{several[0]}”"
    return ""


def _one_of_two(comparison: ComparedRules) -> str:
    """Return that one sentence has two things where the other keeps to one of them, empty where it does not."""
    for keeping, free in (comparison.plains, comparison.plains[::-1]):
        if DENIED.search(free) or _KEEPS.search(free):
            continue
        acts = {duty.act for duty in duties_of(keeping)}
        around = (_around(keeping, *match.span()) for match in _KEEPS.finditer(keeping))
        near = {concept for words in around for concept in concepts_of(words)} - acts
        for match in _EITHER.finditer(free) if near else ():
            first, second = ({*concepts_of(word)} for word in match.groups())
            for had, other in ((first, second), (second, first)):
                left_out = had and other and had <= near and not other & _said(keeping)
                if left_out and comparison.nearness(other) >= OPPOSITE_NEAR:
                    return f"one keeps to one of “{match[0]}”"
    return ""


def _around(plain: str, start: int, end: int) -> str:
    return " ".join([*plain[:start].split()[-_WITHIN:], *plain[end:].split()[:_WITHIN]])


def _said(plain: str) -> set[str]:
    """Return the concepts of a sentence without those that it rules out."""
    return {*concepts_of(re.split(r"\bnot\b", plain, maxsplit=1)[0])}


@lru_cache(maxsize=16384)
def _kept(plain: str) -> tuple[tuple[str, str, tuple[str, ...]], ...] | None:
    """Return what a sentence keeps a thing to: the words, the preposition, the concepts; None where it denies."""
    if DENIED.search(plain):
        return None
    return tuple(
        (match[0].strip(), match["by"] or match["before"], concepts_of(match["what"] or match["kept"])[:_NEAREST])
        for match in _ONLY.finditer(plain)
    )


def _uses(plain: str, preposition: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what stands behind a preposition in a plain sentence: its words, and the concepts that they begin with."""
    for match in re.finditer(rf"\b{preposition}\s+([^,;:.]+)", plain, re.IGNORECASE):
        if concepts := concepts_of(match[1])[:_NEAREST]:
            yield match[0], concepts
