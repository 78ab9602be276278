"""Every companion text is in step with what it restates."""

from reviewtui.domain.readiness.gate import Gate, nothing_to_judge, silenced
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "companions"


def judge(given: GateInput) -> Gate:
    """Pass when no passage restates a section that has changed in substance since."""
    out_of_step = given.findings_of("companion")
    evidence = tuple(given.shown(finding) for finding in out_of_step)
    if not given.companions:
        return nothing_to_judge(
            NAME, "Companion texts", "none set", "name what restates what in settings.toml: [[companions]]"
        )
    if not out_of_step and given.is_silenced("companion"):
        return silenced(NAME, "Companion texts", "companion")
    flips = "bring them in step, or say that they are: reviewtui companion SECTION" if out_of_step else ""
    return Gate(NAME, "Companion texts", not out_of_step, evidence, flips)
