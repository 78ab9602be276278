"""Every remark decided, and what was decided carried out."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput, without_remarks

NAME = "undecided"


def judge(given: GateInput) -> Gate:
    """Pass when no remark is open or contested; pending ones are not counted, since nobody has been told yet."""
    threads = [t for t in given.draft.review.threads.values() if t.is_open and not t.is_pending]
    evidence = tuple(
        given.about(t, "contested: two authors decided differently" if t.state == "contested" else "") for t in threads
    )
    if not given.remarks:
        return without_remarks(NAME, "Remarks decided")
    flips = f"decide {counted(len(threads), 'open remark')}"
    pending = sum(t.is_open and t.is_pending for t in given.draft.review.threads.values())
    if pending:
        flips += f" ({pending} more pending here, not counted until submitted)"
    return Gate(NAME, "Remarks decided", not threads, evidence, flips if threads else "")
