"""Gates about the release itself: its day, and whether the record can be believed."""

from datetime import timedelta

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.record.without_effect import without_effect
from reviewtui.domain.settings.settings import periods_touched

_SOON = timedelta(days=28)
"""A period that begins within these days is told beforehand, while a release can still come before it."""


def pre_election(given: GateInput) -> Gate:
    """Pass when the day of the release lies in no pre-election period of the settings; one that begins soon is told.

    That day is the one for which the settings plan it, as long as it has not passed, else today.
    """
    rules = given.draft.effective_settings
    day = max(given.today, rules.planned) if rules.planned is not None else given.today
    what = f"today, {day}," if day == given.today else f"the day for which the release is planned, {day},"
    now = periods_touched(rules, day, day)
    evidence = tuple(Evidence(f"{what} lies in the period {period.start} to {period.end}") for period in now)
    if now:
        flips = f"release after {max(period.end for period in now)}"
        return Gate("pre-election", "Pre-election period", passed=False, evidence=evidence, flips=flips)
    soon = periods_touched(rules, given.today, given.today + _SOON)
    if not rules.pre_election:
        flips = "name the periods in settings.toml: [[pre_election]]"
        return nothing_to_judge("pre-election", "Pre-election period", "none set", flips)
    warned = [
        Evidence(f"a period begins on {period.start}; release before it or after {period.end}") for period in soon
    ]
    return Gate("pre-election", "Pre-election period", passed=True, evidence=tuple(warned))


def record(given: GateInput) -> Gate:
    """Pass when nothing in the record was set aside, changed, deleted, cut off or is silently without effect."""
    draft = given.draft
    problems = [problem for problem in draft.alarms if problem.blocks]
    evidence = [
        Evidence(f"{problem.path or problem.what}: {problem.reason}", path=problem.path) for problem in problems
    ]
    named = {problem.path for problem in problems}
    evidence += [
        Evidence(f"{row.recorded.path}: of {row.by}, without effect: {row.why}", path=row.recorded.path)
        for row in without_effect(draft.review)
        if row.is_loud and row.recorded.path not in named
    ]
    unchecked = [t for t in draft.review.threads.values() if "unchecked" in t.flags]
    if unchecked:
        evidence.append(
            Evidence(f"the authorship of {counted(len(unchecked), 'remark')} cannot be checked in this clone")
        )
    flips = "reviewtui verify names each, with its repair"
    return Gate("record", "Record", not evidence, tuple(evidence), flips if evidence else "")
