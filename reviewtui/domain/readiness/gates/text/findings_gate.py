"""No open finding of a content check that stands in the way of a release."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "findings"
_ELSEWHERE = frozenset({"placeholder", "topic", "companion"})
"""Checks that have a gate of their own."""


def judge(given: GateInput) -> Gate:
    """Pass when every finding that blocks is mended or dismissed; some checks have a gate of their own."""
    findings = [finding for finding in given.findings if finding.check not in _ELSEWHERE]
    evidence = [given.shown(finding) for finding in findings]
    if given.advising and not findings:
        more = "finding that does" if given.advising == 1 else "findings that do"
        evidence.append(Evidence(f"{given.advising} more {more} not stand in the way: reviewtui check"))
    if given.dismissed:
        evidence.append(Evidence(_dismissed(given)))
    silent = [
        name for name in given.draft.judging_settings.checks if name not in _ELSEWHERE and given.is_silenced(name)
    ]
    if silent:
        evidence.append(Evidence(f"kept by the settings from standing in the way: {', '.join(silent)}"))
    flips = f"mend {counted(len(findings), 'finding')}, or dismiss with a reason: reviewtui dismiss"
    return Gate(NAME, "Findings in the text", not findings, tuple(evidence), flips if findings else "")


def _dismissed(given: GateInput) -> str:
    many = "findings were" if given.dismissed != 1 else "finding was"
    weak = f", {given.unreasoned} of them without a reason of their own" if given.unreasoned else ""
    return f"{given.dismissed} {many} dismissed with a reason{weak}: reviewtui check"
