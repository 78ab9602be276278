"""No open remark has lost its place or its meaning."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput, without_remarks

NAME = "orphaned"


def judge(given: GateInput) -> Gate:
    """Pass when every open remark stands at one known place of the text whose meaning has not changed under it."""
    evidence = []
    for thread in given.draft.review.threads.values():
        if not thread.is_open or thread.is_pending:
            continue
        for _, placement in given.draft.places(thread):
            if placement is None:
                continue
            if placement.state == "orphaned":
                evidence.append(given.about(thread, "its passage is gone from the text"))
            elif placement.state == "ambiguous":
                evidence.append(given.about(thread, "its passage could be in several places"))
            elif placement.meaning_changed:
                evidence.append(given.about(thread, f"the meaning of its passage changed: {placement.reason}"))
    if not given.remarks:
        return without_remarks(NAME, "Remarks in their place")
    lost = counted(len({each.thread for each in evidence}), "remark")
    flips = f"decide {lost} without a sure place, or say where they stand now: reviewtui reattach"
    return Gate(NAME, "Remarks in their place", not evidence, tuple(evidence), flips if evidence else "")
