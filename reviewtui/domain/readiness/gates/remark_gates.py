"""Gates about remarks: decided, carried out, still in their place."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.gate import Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput


def blocking(given: GateInput) -> Gate:
    """Pass when no remark that its reviewer called blocking is undecided; a deferred one still blocks.

    Pending ones are not counted, as among the remarks to decide: nobody has been told yet.
    """
    blocking = [t for t in given.draft.review.threads.values() if t.blocking and t.is_undecided]
    threads = [thread for thread in blocking if not thread.is_pending]
    evidence = tuple(given.about(thread) for thread in threads)
    if not given.remarks:
        return given.without_remarks("blocking", "Blocking remarks")
    flips = f"decide {counted(len(threads), 'blocking remark')} (deferring does not clear them)"
    if len(blocking) > len(threads):
        flips += f"; {len(blocking) - len(threads)} more pending here, not counted until submitted"
    return Gate("blocking", "Blocking remarks", not threads, evidence, flips if threads else "")


def undecided(given: GateInput) -> Gate:
    """Pass when no remark is open or contested; pending ones are not counted, since nobody has been told yet."""
    threads = [t for t in given.draft.review.threads.values() if t.is_open and not t.is_pending]
    evidence = tuple(
        given.about(t, "contested: two authors decided differently" if t.state == "contested" else "") for t in threads
    )
    if not given.remarks:
        return given.without_remarks("undecided", "Remarks decided")
    flips = f"decide {counted(len(threads), 'open remark')}"
    pending = sum(t.is_open and t.is_pending for t in given.draft.review.threads.values())
    if pending:
        flips += f" ({pending} more pending here, not counted until submitted)"
    return Gate("undecided", "Remarks decided", not threads, evidence, flips if threads else "")


def carried_out(given: GateInput) -> Gate:
    """Pass when what was agreed is in the text: the words of each decision, or an author changed them later.

    Where a decision brought no words, an author has to say in which commit the change was made by hand.
    """
    threads = [thread for thread in given.draft.review.threads.values() if thread.counts]
    told = (
        ("its words are not in the text", [t for t in threads if "not-in-text" in given.draft.all_flags(t)]),
        ("the change is not made yet", [t for t in threads if t.waits_for_hand]),
        ("the commit that is named for it changes no text", [t for t in threads if t.id in given.idle_done]),
    )
    evidence = [given.about(thread, f"accepted, but {what}") for what, which in told for thread in which]
    by_hand = len(told[1][1]) + len(told[2][1])
    older = [t for t in threads if "older-words" in t.flags]
    evidence += [given.about(t, "decided on older words than its writer's last ones") for t in older]
    if not any(thread.decision for thread in given.remarks):
        return nothing_to_judge(
            "carried-out", "Decisions carried out", "nothing was decided", "decide the remarks that come"
        )
    flips = []
    if by_hand:
        flips.append(f"make {counted(by_hand, 'change')} by hand, commit, then: reviewtui done THREAD --commit C")
    if len(evidence) > by_hand:
        flips.append("put the words back, or undo those decisions and decide them again")
    return Gate("carried-out", "Decisions carried out", not evidence, tuple(evidence), "; ".join(flips))


def orphaned(given: GateInput) -> Gate:
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
        return given.without_remarks("orphaned", "Remarks in their place")
    lost = counted(len({each.thread for each in evidence}), "remark")
    flips = f"decide {lost} without a sure place, or say where they stand now: reviewtui reattach"
    return Gate("orphaned", "Remarks in their place", not evidence, tuple(evidence), flips if evidence else "")
