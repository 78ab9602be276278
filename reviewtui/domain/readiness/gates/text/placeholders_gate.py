"""No placeholder in the text."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "placeholders"


def judge(given: GateInput) -> Gate:
    """Pass when the text holds no TBC, TODO, lorem ipsum or the like."""
    placeholders = [finding for finding in given.findings if finding.check == "placeholder"]
    evidence = tuple(given.shown(finding) for finding in placeholders)
    flips = f"fill in or delete {counted(len(placeholders), 'placeholder')}"
    return Gate(NAME, "Placeholders", not placeholders, evidence, flips if placeholders else "")
