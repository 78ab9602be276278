"""Conflicting advice: two sentences about one thing that cannot both be followed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.checks.conflict.judges.conflicting_amounts import amount_conflict
from reviewtui.checks.conflict.judges.conflicting_duties import duty_conflict, example_conflict
from reviewtui.checks.conflict.judges.conflicting_holders import SAME_TASK, contact_conflict, holder_conflict
from reviewtui.checks.conflict.judges.differing_slots import slot_conflict
from reviewtui.checks.conflict.judges.exclusive_rules import exclusive_conflict
from reviewtui.checks.conflict.judges.opposites import opposite_words
from reviewtui.checks.conflict.judges.order_rules import order_conflict
from reviewtui.checks.conflict.judges.universal_bans import ban_conflict
from reviewtui.checks.conflict.parallel_texts import ParallelTexts
from reviewtui.checks.conflict.sentence_comparison import compare, contrasts
from reviewtui.checks.conflict.statements import are_notes, is_example, may_conflict
from reviewtui.checks.input.check_input import CheckInput, ConceptPair, PlacedSentence
from reviewtui.checks.input.tuning import (
    FEW_FINDINGS,
    FEW_SHARED,
    FEW_SHARED_NEAR,
    LEAST_ALIKE,
    NEAR_BY,
    NOTES_NEAR,
    RECORD_ALIKE,
    RECORDS,
    WORDS_A_FINDING,
)
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "conflict"
_JUDGES = (
    contact_conflict,
    amount_conflict,
    duty_conflict,
    order_conflict,
    exclusive_conflict,
    opposite_words,
    slot_conflict,
    ban_conflict,
    holder_conflict,
)


@dataclass(frozen=True, slots=True)
class SentenceConflict:
    """Two sentences that cannot both be followed, and why; `agreement`, 0 to about 3, ranks it among others."""

    first: PlacedSentence
    second: PlacedSentence
    why: str
    agreement: float
    advises: bool = False


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield the likeliest of all pairs of sentences that contradict each other, in reading order."""
    found = _no_records([conflict for pair in material.pairs if (conflict := conflict_of(material, pair))])
    parallel = ParallelTexts(material, ((each.first, each.second) for each in found))
    found = [each for each in found if not parallel.hold(each.first, each.second)]
    most = max(FEW_FINDINGS, sum(place.sentence.words for place in material.places) // WORDS_A_FINDING)
    for conflict in _likeliest(found, most):
        yield _finding(material, conflict)


def conflict_of(material: CheckInput, pair: ConceptPair) -> SentenceConflict | None:
    """Return how two sentences contradict each other, None where they do not or stand too near for that."""
    if is_example(pair.first) != is_example(pair.second):
        told = example_conflict(compare(material.likeness, pair))
        return SentenceConflict(pair.first, pair.second, *told) if told else None
    if pair.score < LEAST_ALIKE or not may_conflict(pair.first, pair.second):
        return None
    if _stand_near_by(pair) and (_are_items(pair) or contrasts(pair.first, pair.second)):
        return None
    comparison = compare(material.likeness, pair)
    likeness = comparison.likeness()
    says_enough = (len(comparison.shared) > FEW_SHARED and likeness >= NOTES_NEAR) or likeness >= FEW_SHARED_NEAR
    if not says_enough and are_notes(pair.first, pair.second):
        return None
    told = next(filter(None, (judge(comparison) for judge in _JUDGES)), None)
    return SentenceConflict(pair.first, pair.second, *told) if told else None


def _stand_near_by(pair: ConceptPair) -> bool:
    """Whether both stand in one file, so near to each other that they are read at one glance."""
    here, there = pair.first.sentence, pair.second.sentence
    apart = max(here.start, there.start) - min(here.end, there.end)
    return pair.first.path == pair.second.path and apart < NEAR_BY


def _are_items(pair: ConceptPair) -> bool:
    return pair.first.sentence.item and pair.second.sentence.item


def _no_records(conflicts: Sequence[SentenceConflict]) -> list[SentenceConflict]:
    """Leave out what stands three times with something else each: records of one form, which differ on purpose.

    So are two bodies of which the same is said twice: each has its own task.
    """
    others: dict[str, dict[str, float]] = defaultdict(dict)
    for conflict in conflicts:
        plains = (conflict.first.sentence.plain, conflict.second.sentence.plain)
        for plain, other in (plains, plains[::-1]):
            others[plain][other] = conflict.agreement
    reasons = Counter(conflict.why for conflict in _once_each(conflicts))
    return [
        conflict
        for conflict in conflicts
        if _as_likely(conflict, others) < RECORDS - 1
        and not (conflict.why.startswith(SAME_TASK) and reasons[conflict.why] > 1)
    ]


def _once_each(conflicts: Iterable[SentenceConflict]) -> list[SentenceConflict]:
    """Return the conflicts without those between copies of the same two sentences."""
    return list({(one.first.sentence.plain, one.second.sentence.plain): one for one in conflicts}.values())


def _as_likely(conflict: SentenceConflict, others: Mapping[str, Mapping[str, float]]) -> int:
    """Return with how many sentences at least each of the two conflicts that are as near to it as this one."""
    least = conflict.agreement - RECORD_ALIKE
    plains = (conflict.first.sentence.plain, conflict.second.sentence.plain)
    return min(sum(agreement >= least for agreement in others[plain].values()) for plain in plains)


def _likeliest(conflicts: Iterable[SentenceConflict], most: int) -> list[SentenceConflict]:
    """Return the sure ones and the likeliest of the others, up to `most`, each sentence and its copies once."""
    taken: set[str] = set()
    chosen: list[SentenceConflict] = []
    for conflict in sorted(conflicts, key=lambda conflict: -conflict.agreement):
        words = {conflict.first.sentence.plain, conflict.second.sentence.plain}
        if not words & taken and len(chosen) < most:
            chosen.append(conflict)
            taken |= words
    return sorted(chosen, key=lambda conflict: (conflict.first.section, conflict.first.sentence.start))


def _finding(material: CheckInput, conflict: SentenceConflict) -> Finding:
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
        advises=conflict.advises,
    )
