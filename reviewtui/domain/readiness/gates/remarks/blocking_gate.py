"""No open blocking remark."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput, without_remarks

NAME = "blocking"


def judge(given: GateInput) -> Gate:
    """Pass when no remark that its reviewer called blocking is undecided; a deferred one still blocks.

    Pending ones are not counted, as among the remarks to decide: nobody has been told yet.
    """
    blocking = [t for t in given.draft.review.threads.values() if t.blocking and t.is_undecided]
    threads = [thread for thread in blocking if not thread.is_pending]
    evidence = tuple(given.about(thread) for thread in threads)
    if not given.remarks:
        return without_remarks(NAME, "Blocking remarks")
    flips = f"decide {counted(len(threads), 'blocking remark')} (deferring does not clear them)"
    if len(blocking) > len(threads):
        flips += f"; {len(blocking) - len(threads)} more pending here, not counted until submitted"
    return Gate(NAME, "Blocking remarks", not threads, evidence, flips if threads else "")
