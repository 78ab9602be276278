"""Two sentences that rule one act alike but for one thing: how many, from when, until when, or who pays."""

from reviewtui.checks.conflict.judges.conflicting_duties import DENIED, give_other_amounts, hold_in_two_cases
from reviewtui.checks.conflict.rule_slots import opposed_slots, slots_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction, contrasts
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import PLACE_AGREES, SLOT_AGREES, SLOT_HELD


def slot_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that one thing differs that cannot be both in two rules that agree in all else, None where it does not."""
    here, there = comparison.plains
    opposed = opposed_slots(here, there)
    if not opposed or bool(DENIED.search(here)) != bool(DENIED.search(there)):
        return None
    if give_other_amounts(comparison.plains):
        return None
    if any(slot.leads for pair in opposed for slot in pair) or len({ours.kind for ours, _ in opposed}) > 1:
        return None
    # One rule ends where the other begins.
    times = [{slot.kind for slot in slots_of(plain)} & {"start", "end"} for plain in (here, there)]
    if all(times) and times[0].isdisjoint(times[1]):
        return None
    for ours, theirs in opposed:
        payers = (ours.value ^ theirs.value) - comparison.shared if ours.kind == "payer" else frozenset()
        left_out = frozenset((*concepts_of(ours.words), *concepts_of(theirs.words))) | payers
        rest = here.replace(ours.words, " "), there.replace(theirs.words, " ")
        # Where something else differs, too, there may be two cases.
        if contrasts(comparison.first, comparison.second, left_out) or hold_in_two_cases(rest):
            continue
        agreement = comparison.agreed_beside((ours.words, theirs.words), payers)
        least = PLACE_AGREES if ours.kind == "place" else SLOT_AGREES
        if agreement >= least and _least_held(comparison, rest, left_out) >= SLOT_HELD:
            words = f"“{ours.words}” here, “{theirs.words}” there"
            return Contradiction(f"{words}, of the same thing", agreement, advises=True)
    return None


def _least_held(comparison: ComparedRules, rest: tuple[str, str], left_out: frozenset[str]) -> float:
    """Return how much of the one sentence, without what differs, the other has, of whichever this is less."""
    ours, theirs = (frozenset(concepts_of(plain)) - left_out for plain in rest)
    return min(comparison.share(ours, theirs)[0], comparison.share(theirs, ours)[0])
