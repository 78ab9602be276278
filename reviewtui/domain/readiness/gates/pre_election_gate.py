"""No release in a pre-election period."""

from datetime import timedelta

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.settings.settings import periods_touched

NAME = "pre-election"
_SOON = timedelta(days=28)


def judge(given: GateInput) -> Gate:
    """Pass when the day of the release lies in no pre-election period of the settings; one that begins soon is told.

    That day is the one for which the settings plan it, as long as it has not passed, else today.
    """
    rules = given.draft.judging_settings
    day = max(given.today, rules.planned) if rules.planned is not None else given.today
    what = f"today, {day}," if day == given.today else f"the day for which the release is planned, {day},"
    now = periods_touched(rules, day, day)
    evidence = tuple(Evidence(f"{what} lies in the period {period.start} to {period.end}") for period in now)
    if now:
        flips = f"release after {max(period.end for period in now)}"
        return Gate(NAME, "Pre-election period", passed=False, evidence=evidence, flips=flips)
    soon = periods_touched(rules, given.today, given.today + _SOON)
    if not rules.pre_election:
        flips = "name the periods in settings.toml: [[pre_election]]"
        return nothing_to_judge(NAME, "Pre-election period", "none set", flips)
    warned = [
        Evidence(f"a period begins on {period.start}; release before it or after {period.end}") for period in soon
    ]
    return Gate(NAME, "Pre-election period", passed=True, evidence=tuple(warned))
