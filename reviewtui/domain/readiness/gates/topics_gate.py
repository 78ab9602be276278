"""Every required topic is dealt with."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "topics"


def judge(given: GateInput) -> Gate:
    """Pass when the text deals with every required topic, or none is required."""
    found = [finding for finding in given.findings if finding.check == "topic"]
    evidence = tuple(given.shown(finding) for finding in found)
    if not given.topics:
        evidence = (Evidence("none set"),)
    title = f"Topics ({len(given.topics)} required)" if given.topics else "Topics"
    flips = f"write about {len(found)} missing topic{'s' * (len(found) != 1)}" if found else ""
    return Gate(NAME, title, not found, evidence, flips)
