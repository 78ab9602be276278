"""The words of accepted suggestions are in the text."""

from reviewtui.domain.readiness.gate import Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput

NAME = "carried-out"


def judge(given: GateInput) -> Gate:
    """Pass when every decision that put words into the text still has them there, or an author changed them later."""
    review = given.draft.review
    lost = [t for t in review.threads.values() if t.counts and "not-in-text" in given.draft.all_flags(t)]
    older = [t for t in review.threads.values() if t.counts and "older-words" in t.flags]
    evidence = (
        *(given.about(t, "accepted, but its words are not in the text") for t in lost),
        *(given.about(t, "decided on older words than its writer's last ones") for t in older),
    )
    if not any(thread.decision for thread in given.remarks):
        return nothing_to_judge(NAME, "Decisions carried out", "nothing was decided", "decide the remarks that come")
    flips = "put the words back, or undo those decisions and decide them again"
    return Gate(NAME, "Decisions carried out", not evidence, evidence, flips if evidence else "")
