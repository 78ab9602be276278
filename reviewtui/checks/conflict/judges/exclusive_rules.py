"""Two sentences of which one keeps a thing to one use, place or person, and the other gives it to another as well."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewtui.checks.conflict.judges.conflicting_duties import DENIED
from reviewtui.checks.conflict.sentence_comparison import ComparedRules
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.tuning import EXCLUSIVE_NEAR

_ONLY = re.compile(
    r"\b(?:only|solely|exclusively)\s+(?:be\s+\w+\s+)?(?P<by>for|by|in|on|at|with|via|through|from)\s+(?P<what>[^,;:.]+)"
    r"|\b(?P<before>for|by|in|on|at|with|via|through|from)\s+(?P<kept>(?:[\w'-]+\s+){1,4})only\b",
    re.IGNORECASE,
)
_NEAREST = 2
"""Concepts behind a preposition that say to what a thing is kept."""


def exclusive_conflict(comparison: ComparedRules) -> str:
    """Return that one sentence keeps to one use what the other puts to another, empty where it does not."""
    here, there = comparison.plains
    ours, theirs = _kept(here), _kept(there)
    # Where both keep a thing to something, or neither does, or one of them denies, no word tells which use is meant.
    if ours is None or theirs is None or bool(ours) == bool(theirs):
        return ""
    keeping, free = (here, there) if ours else (there, here)
    for words, preposition, kept in ours or theirs:
        for use, other in _uses(free, preposition):
            own = {*kept} - {*other} and {*other} - {*concepts_of(keeping)}
            if own and comparison.nearness({*kept} ^ {*other}) >= EXCLUSIVE_NEAR:
                return f"one says “{words}”, the other “{use.strip()}”"
    return ""


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
