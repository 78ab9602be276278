"""The text has settled: it says what those who were asked have read."""

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.stability import changed_since_read

NAME = "stability"
_USUAL = 0.1


def judge(given: GateInput) -> Gate:
    """Pass when little of what each asked organisation has read changed in substance since; commits do not count."""
    setting = given.draft.rules.gate(NAME).at_most
    most = _USUAL if setting is None else setting
    shares = changed_since_read(given.draft, given.past_texts)
    name = given.draft.rules.organisation_name
    evidence = [
        Evidence(f"{name(who)}: {share:.1%} of the words that it read changed in substance since")
        for who, share in sorted(shares.items(), key=lambda item: -item[1])
    ]
    if not evidence:
        flips = "ask organisations to read: reviewtui round open --until DATE"
        return nothing_to_judge(NAME, "Stability", "nobody who was asked has read anything yet", flips)
    steps = given.stability.steps
    if steps:
        since = f"since {given.stability.release}" if given.stability.release else "since the first draft"
        trend = ", ".join(f"{share:.1%}" for share in steps)
        evidence.append(Evidence(f"{given.stability.since_release:.0%} changed {since}; in the latest drafts {trend}"))
    passed = max(shares.values()) <= most
    flips = f"let them read again what changed: at most {most:.0%} of the words that each has read"
    return Gate(NAME, "Stability", passed, tuple(evidence), "" if passed else flips)
