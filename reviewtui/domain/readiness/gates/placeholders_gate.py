"""No placeholder in the text."""

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "placeholders"


def judge(given: GateInput) -> Gate:
    """Pass when the text holds no TBC, TODO, lorem ipsum or the like."""
    found = [finding for finding in given.findings if finding.check == "placeholder"]
    evidence = tuple(given.shown(finding) for finding in found)
    flips = f"fill in or delete {len(found)} placeholder{'s' * (len(found) != 1)}"
    return Gate(NAME, "Placeholders", not found, evidence, flips if found else "")
