"""No placeholder in the text."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate, silenced
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "placeholders"


def judge(given: GateInput) -> Gate:
    """Pass when the text holds no TBC, TODO, lorem ipsum or the like."""
    placeholders = given.findings_of("placeholder")
    if not placeholders and given.is_silenced("placeholder"):
        return silenced(NAME, "Placeholders", "placeholder")
    evidence = tuple(given.shown(finding) for finding in placeholders)
    flips = f"fill in or delete {counted(len(placeholders), 'placeholder')}"
    return Gate(NAME, "Placeholders", not placeholders, evidence, flips if placeholders else "")
