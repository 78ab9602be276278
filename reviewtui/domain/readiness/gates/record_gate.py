"""The record is whole and can be believed."""

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "record"


def judge(given: GateInput) -> Gate:
    """Pass when nothing in the record was set aside, changed, deleted or cut off."""
    draft = given.draft
    evidence = [
        Evidence(f"{problem.path or problem.what}: {problem.reason}", path=problem.path)
        for problem in draft.alarms
        if problem.blocks
    ]
    unchecked = [t for t in draft.review.threads.values() if "unchecked" in t.flags]
    if unchecked:
        evidence.append(Evidence(f"the authorship of {len(unchecked)} remarks cannot be checked in this clone"))
    flips = "reviewtui verify names each, with its repair"
    return Gate(NAME, "Record", not evidence, tuple(evidence), flips if evidence else "")
