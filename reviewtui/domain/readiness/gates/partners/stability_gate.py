"""The text has settled: it says what those who were asked have read."""

from collections.abc import Iterator

from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.stability import Stability, changed_since_read

NAME = "stability"
_USUAL = 0.1


def judge(given: GateInput) -> Gate:
    """Pass when little of what each asked organisation has read changed in substance since; commits do not count."""
    setting = given.draft.judging_settings.gate(NAME).at_most
    most = _USUAL if setting is None else setting
    shares = changed_since_read(given.draft, given.past_texts)
    name = given.draft.judging_settings.organisation_name
    evidence = [
        Evidence(f"{name(who)}: {share:.1%} of the words that it read changed in substance since")
        for who, share in sorted(shares.items(), key=lambda item: -item[1])
    ]
    if not evidence:
        flips = "ask organisations to read: reviewtui round open --until DATE"
        return nothing_to_judge(NAME, "Stability", "nobody who was asked has read anything yet", flips)
    evidence += [Evidence(text) for text in _since(given.stability)]
    passed = max(shares.values()) <= most
    flips = f"let them read again what changed: at most {most:.0%} of the words that each has read"
    return Gate(NAME, "Stability", passed, tuple(evidence), "" if passed else flips)


def _since(stability: Stability) -> Iterator[str]:
    """How much changed since the last release and the last round; told, since who has read it again is not asked."""
    release = stability.release or "the first draft"
    if stability.since_release is not None:
        yield f"{stability.since_release:.0%} of the words changed in substance since {release}"
    if stability.round_on is not None:
        yield f"{stability.since_round:.0%} since the last round, which began on {stability.round_on:%d %b %Y}"
