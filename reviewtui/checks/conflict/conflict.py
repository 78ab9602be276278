"""Conflicting advice: two sentences about one thing that cannot both be followed."""

from collections.abc import Iterator

from reviewtui.checks.conflict.conflicting_amounts import amount_conflict, contact_conflict
from reviewtui.checks.conflict.conflicting_duties import duty_conflict
from reviewtui.checks.conflict.conflicting_roles import role_conflict
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import NEAR_ALIKE, ROW_SUBJECT
from reviewtui.domain.review.finding import Finding, finding_id

NAME = "conflict"
_RULES = (contact_conflict, amount_conflict, role_conflict, duty_conflict)


def find(material: Material) -> Iterator[Finding]:
    """Yield every two sentences that contradict each other, with why, in reading order."""
    for pair in material.pairs:
        why = conflict_of(pair)
        if why:
            yield _finding(material, pair.first, pair.second, why)


def conflict_of(pair: ConceptPair) -> str:
    """Return why two sentences cannot both be followed, empty when they can."""
    first, second = pair.first, pair.second
    if first.sentence.quoted or second.sentence.quoted or _one_place(first, second):
        return ""
    if (_near(first, second) and pair.score < NEAR_ALIKE) or not (
        _row_speaks(first, second) and _row_speaks(second, first)
    ):
        return ""
    return next((why for rule in _RULES if (why := rule(pair))), "")


def _one_place(here: PlacedSentence, there: PlacedSentence) -> bool:
    """Whether one paragraph, list or table holds both: what stands side by side there was meant to differ."""
    first, second = here.sentence, there.sentence
    if here.path != there.path or first.block != second.block:
        return False
    return first.paragraph == second.paragraph or (first.row and second.row) or (first.item and second.item)


def _near(first: PlacedSentence, second: PlacedSentence) -> bool:
    """Whether both stand under one heading, where a difference is mostly meant."""
    return first.path == second.path and first.sentence.block == second.sentence.block


def _row_speaks(row: PlacedSentence, other: PlacedSentence) -> bool:
    """Whether what a table's row is about, its first cell, stands in the other sentence; true for what is no row."""
    if not row.sentence.row:
        return True
    subject = set(concepts_of(row.sentence.plain.split(";")[0]))
    return len(subject) >= 2 and len(subject & set(other.sentence.concepts)) >= ROW_SUBJECT * len(subject)


def _finding(material: Material, here: PlacedSentence, there: PlacedSentence, why: str) -> Finding:
    first = material.policy.texts[here.path].text[here.sentence.start : here.sentence.end]
    second = material.policy.texts[there.path].text[there.sentence.start : there.sentence.end]
    return Finding(
        finding_id(NAME, first, second),
        NAME,
        here.path,
        here.sentence.start,
        here.sentence.end,
        why,
        (there.path, there.sentence.start, there.sentence.end),
    )
