"""The record is whole and can be believed."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.record.without_effect import without_effect

NAME = "record"


def judge(given: GateInput) -> Gate:
    """Pass when nothing in the record was set aside, changed, deleted, cut off or is silently without effect."""
    draft = given.draft
    problems = [problem for problem in draft.alarms if problem.blocks]
    evidence = [
        Evidence(f"{problem.path or problem.what}: {problem.reason}", path=problem.path) for problem in problems
    ]
    named = {problem.path for problem in problems}
    evidence += [
        Evidence(f"{row.recorded.path}: of {row.by}, without effect: {row.why}", path=row.recorded.path)
        for row in without_effect(draft.review)
        if row.is_loud and row.recorded.path not in named
    ]
    unchecked = [t for t in draft.review.threads.values() if "unchecked" in t.flags]
    if unchecked:
        evidence.append(
            Evidence(f"the authorship of {counted(len(unchecked), 'remark')} cannot be checked in this clone")
        )
    flips = "reviewtui verify names each, with its repair"
    return Gate(NAME, "Record", not evidence, tuple(evidence), flips if evidence else "")
