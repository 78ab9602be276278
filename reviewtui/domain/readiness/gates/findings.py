"""No open finding of a content check that stands in the way of a release."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import Case

NAME = "findings"
_ELSEWHERE = frozenset({"placeholder", "topic", "companion"})
"""Checks that have a gate of their own."""


def judge(case: Case) -> Gate:
    """Pass when every finding that blocks is mended or dismissed; some checks have a gate of their own."""
    found = [finding for finding in case.findings if finding.check not in _ELSEWHERE]
    evidence = [case.shown(finding) for finding in found]
    if case.told and not found:
        evidence.append(Evidence(f"{case.told} more findings that do not stand in the way: reviewtui check"))
    flips = f"mend {len(found)} finding{'s' * (len(found) != 1)}, or dismiss with a reason: reviewtui dismiss"
    return Gate(NAME, "Findings in the text", not found, tuple(evidence), flips if found else "")
