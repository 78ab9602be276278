"""Sentences that are there to sum up what others say: "In short: …", the lines of a section "At a glance"."""

import re

from reviewtui.checks.material.material import Material, PlacedSentence

_SUMS_UP = re.compile(
    r"\W*(?:in\s+(?:short|brief|a\s+nutshell|summary|essence|other\s+words|a\s+few\s+words)|to\s+(?:sum\s+up|summari[sz]e)"
    r"|put\s+simply|at\s+a\s+glance|the\s+short\s+version|summary|overview|key\s+points?|remember)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:overview|summary|at a glance|in (?:short|brief|a nutshell)|quick (?:reference|guide|start)|key points"
    r"|the (?:short|essential)s?|in a page|one[ -]page|cheat ?sheet|checklist|key facts)\b",
    re.IGNORECASE,
)


def sums_up(material: Material, place: PlacedSentence) -> bool:
    """Say whether a sentence is there to restate others: by its first words, its heading or its section's title."""
    if _SUMS_UP.match(place.sentence.plain):
        return True
    headings = material.prose(place.path).headings
    titles = [headings[place.sentence.block].title] if place.sentence.block >= 0 else []
    if place.section >= 0:
        titles.append(material.policy.sections[place.section].title)
    return any(map(_TITLE.search, titles))
