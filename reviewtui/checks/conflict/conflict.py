"""Conflicting advice: two sentences about one thing that cannot both be followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.checks.conflict.conflicting_amounts import amount_conflict
from reviewtui.checks.conflict.conflicting_duties import duty_conflict
from reviewtui.checks.conflict.conflicting_holders import contact_conflict, holder_conflict
from reviewtui.checks.conflict.disagreement import Disagreement
from reviewtui.checks.conflict.opposites import opposite_words
from reviewtui.checks.conflict.parallel_parts import Parallels, part_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, RuleComparer
from reviewtui.checks.conflict.statements import are_of_others, is_rule, stand_side_by_side
from reviewtui.checks.material.material import ConceptPair, Material, PlacedSentence
from reviewtui.checks.material.tuning import FEW_FINDINGS, ONE_PART_NEAR, ONE_SECTION_NEAR, WORDS_A_FINDING
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "conflict"
_JUDGES = (contact_conflict, amount_conflict, duty_conflict, opposite_words, holder_conflict)


@dataclass(frozen=True, slots=True)
class _Conflict:
    first: PlacedSentence
    second: PlacedSentence
    disagreement: Disagreement


def find(material: Material) -> Iterator[Finding]:
    """Yield the likeliest of all pairs of sentences that contradict each other, in reading order."""
    comparer = RuleComparer(material)
    parallels = Parallels(material.pairs)
    conflicts = []
    for pair in material.pairs:
        if not may_conflict(pair) or parallels.differ_on_purpose(pair.first, pair.second):
            continue
        disagreement = disagreement_of(comparer.compare(pair.first, pair.second))
        if disagreement is not None:
            conflicts.append(_Conflict(pair.first, pair.second, disagreement))
    most = max(FEW_FINDINGS, sum(place.sentence.words for place in material.places) // WORDS_A_FINDING)
    for conflict in _likeliest(conflicts, most):
        yield _finding(material, conflict)


def may_conflict(pair: ConceptPair) -> bool:
    """Say whether both sentences rule something, each in a place of its own."""
    return all(map(is_rule, (pair.first, pair.second))) and not (
        stand_side_by_side(pair.first, pair.second) or are_of_others(pair.first, pair.second)
    )


def disagreement_of(comparison: ComparedRules) -> Disagreement | None:
    """Return how two sentences disagree, None where they do not or stand too near for that."""
    least = _least_near(comparison)
    for judge in _JUDGES:
        disagreement = judge(comparison)
        if disagreement is not None and disagreement.score >= least:
            return disagreement
    return None


def _least_near(comparison: ComparedRules) -> float:
    """How near two sentences have to be; who writes one section sees both, and mostly means what differs."""
    first, second = comparison.places
    if part_of(first) == part_of(second):
        return ONE_PART_NEAR
    return ONE_SECTION_NEAR if first.section == second.section else 0.0


def _likeliest(conflicts: Iterable[_Conflict], most: int) -> list[_Conflict]:
    """Return the sure ones and the likeliest of the others, up to `most`, each sentence and its copies once."""
    taken: set[str] = set()
    chosen: list[_Conflict] = []
    for conflict in sorted(conflicts, key=lambda conflict: -conflict.disagreement.score):
        words = {conflict.first.sentence.plain, conflict.second.sentence.plain}
        if not words & taken and len(chosen) < most:
            chosen.append(conflict)
            taken |= words
    return sorted(chosen, key=lambda conflict: (conflict.first.section, conflict.first.sentence.start))


def _finding(material: Material, conflict: _Conflict) -> Finding:
    here, there = conflict.first, conflict.second
    first = material.policy.texts[here.path].text[here.sentence.start : here.sentence.end]
    second = material.policy.texts[there.path].text[there.sentence.start : there.sentence.end]
    return Finding(
        finding_id(NAME, first, second),
        NAME,
        here.path,
        here.sentence.start,
        here.sentence.end,
        conflict.disagreement.why,
        (there.path, there.sentence.start, there.sentence.end),
    )
