"""No placeholder in the text."""

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import Case

NAME = "placeholders"


def judge(case: Case) -> Gate:
    """Pass when the text holds no TBC, TODO, lorem ipsum or the like."""
    found = [finding for finding in case.findings if finding.check == "placeholder"]
    evidence = tuple(case.shown(finding) for finding in found)
    flips = f"fill in or delete {len(found)} placeholder{'s' * (len(found) != 1)}"
    return Gate(NAME, "Placeholders", not found, evidence, flips if found else "")
