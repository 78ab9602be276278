"""Two sentences that give different addresses or numbers for one contact."""

import re

from reviewtui.checks.concepts import concepts_of
from reviewtui.checks.material import Pair

_CONTACTS = (
    ("address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "number",
        re.compile(
            r"(?<![\w/-])(?:\+\d{1,3}[ -]?)?(?:\(?0\d{2,4}\)?[ -]?)\d{3}[ -]?\d{3,4}\b|\bext(?:ension|\.)?\s*\d{3,6}\b",
            re.IGNORECASE,
        ),
    ),
)


def clash(pair: Pair) -> str:
    """Return why two sentences contradict each other in an address or a number, empty when they do not."""
    for name, pattern in _CONTACTS:
        here, there = (set(pattern.findall(place.sentence.plain)) for place in (pair.first, pair.second))
        if not here or not there or here & there:
            continue
        values = set(concepts_of(" ".join(here | there)))
        beside = [concept for concept in pair.shared if concept not in values]
        if len(beside) >= 2 and pair.held >= 0.4:
            return f"different {name}s for the same contact: “{min(here)}” and “{min(there)}”"
    return ""
