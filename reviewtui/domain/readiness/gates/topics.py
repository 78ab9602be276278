"""Every required topic is dealt with."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import Case

NAME = "topics"


def judge(case: Case) -> Gate:
    """Pass when the text deals with every required topic, or none is required."""
    found = [finding for finding in case.findings if finding.check == "topic"]
    evidence = tuple(case.shown(finding) for finding in found)
    if not case.topics:
        evidence = (Evidence("none set"),)
    title = f"Topics ({len(case.topics)} required)" if case.topics else "Topics"
    flips = f"write about {len(found)} missing topic{'s' * (len(found) != 1)}" if found else ""
    return Gate(NAME, title, not found, evidence, flips)
