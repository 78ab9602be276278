"""Two sentences of which one keeps a thing to one use, place or person, and the other gives it to another as well."""

import re
from collections.abc import Iterator

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
    if any(map(DENIED.search, comparison.plains)):
        return ""
    for here, there in (comparison.plains, comparison.plains[::-1]):
        if _ONLY.search(there):
            continue
        for match in _ONLY.finditer(here):
            kept = concepts_of(match["what"] or match["kept"])[:_NEAREST]
            for words, other in _uses(there, match["by"] or match["before"]):
                apart = {*kept} ^ {*other}
                own = bool({*kept} - {*other}) and bool({*other} - {*concepts_of(here)})
                if own and comparison.nearness(apart) >= EXCLUSIVE_NEAR:
                    return f"one says “{match[0].strip()}”, the other “{words.strip()}”"
    return ""


def _uses(plain: str, preposition: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what stands behind a preposition in a plain sentence: its words, and the concepts that they begin with."""
    for match in re.finditer(rf"\b{preposition}\s+([^,;:.]+)", plain, re.IGNORECASE):
        if concepts := concepts_of(match[1])[:_NEAREST]:
            yield match[0], concepts
