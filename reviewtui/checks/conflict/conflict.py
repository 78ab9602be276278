"""Conflicting advice: two sentences about one thing that cannot both be followed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewtui.checks.conflict.conflicting_amounts import amount_conflict
from reviewtui.checks.conflict.conflicting_duties import duty_conflict
from reviewtui.checks.conflict.conflicting_holders import contact_conflict, holder_conflict
from reviewtui.checks.conflict.opposites import opposite_words
from reviewtui.checks.conflict.sentence_comparison import compare
from reviewtui.checks.conflict.statements import may_conflict
from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import FEW_FINDINGS, LEAST_ALIKE, RECORDS, WORDS_A_FINDING
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "conflict"
_JUDGES = (contact_conflict, amount_conflict, duty_conflict, opposite_words, holder_conflict)


@dataclass(frozen=True, slots=True)
class SentenceConflict:
    """Two sentences that cannot both be followed, and why; `nearness` 0 to 1 ranks it among others."""

    first: PlacedSentence
    second: PlacedSentence
    why: str
    nearness: float


def find(material: Material) -> Iterator[Finding]:
    """Yield the likeliest of all pairs of sentences that contradict each other, in reading order."""
    found = _no_records([conflict for pair in material.pairs if (conflict := conflict_of(material, pair))])
    most = max(FEW_FINDINGS, sum(place.sentence.words for place in material.places) // WORDS_A_FINDING)
    for conflict in _likeliest(found, most):
        yield _finding(material, conflict)


def conflict_of(material: Material, pair: ConceptPair) -> SentenceConflict | None:
    """Return how two sentences contradict each other, None where they do not or stand too near for that."""
    if pair.score < LEAST_ALIKE or not may_conflict(pair.first, pair.second):
        return None
    comparison = compare(material.likeness, pair)
    why = next(filter(None, (judge(comparison) for judge in _JUDGES)), "")
    return SentenceConflict(pair.first, pair.second, why, comparison.likeness()) if why else None


def _no_records(conflicts: Sequence[SentenceConflict]) -> list[SentenceConflict]:
    """Leave out what stands three times with something else each: records of one form, which differ on purpose."""
    others: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        plains = (conflict.first.sentence.plain, conflict.second.sentence.plain)
        for plain, other in (plains, plains[::-1]):
            others[plain].add(other)
    return [
        conflict
        for conflict in conflicts
        if min(len(others[place.sentence.plain]) for place in (conflict.first, conflict.second)) < RECORDS - 1
    ]


def _likeliest(conflicts: Iterable[SentenceConflict], most: int) -> list[SentenceConflict]:
    """Return the sure ones and the likeliest of the others, up to `most`, each sentence and its copies once."""
    taken: set[str] = set()
    chosen: list[SentenceConflict] = []
    for conflict in sorted(conflicts, key=lambda conflict: -conflict.nearness):
        words = {conflict.first.sentence.plain, conflict.second.sentence.plain}
        if not words & taken and len(chosen) < most:
            chosen.append(conflict)
            taken |= words
    return sorted(chosen, key=lambda conflict: (conflict.first.section, conflict.first.sentence.start))


def _finding(material: Material, conflict: SentenceConflict) -> Finding:
    here, there = conflict.first, conflict.second
    first = material.policy.texts[here.path].text[here.sentence.start : here.sentence.end]
    second = material.policy.texts[there.path].text[there.sentence.start : there.sentence.end]
    return Finding(
        finding_id(NAME, first, second),
        NAME,
        here.path,
        here.sentence.start,
        here.sentence.end,
        conflict.why,
        (there.path, there.sentence.start, there.sentence.end),
    )
