"""Whether an author may decide a remark, mark it as done or take a decision back, and the events of that."""

from collections.abc import Mapping
from typing import Any

from reviewtui.domain.actions.actor import Actor, why_pending
from reviewtui.domain.actions.commands import Decide, MarkDone
from reviewtui.domain.identifier import short
from reviewtui.domain.record.events import Decided, MarkedDone, RecordedEdit, Reopened, Verdict
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.record.validity.permission import NEEDS_REASON
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import is_blank


def require_decidable(actor: Actor, thread: Thread) -> None:
    """Refuse who is no author, and a thread that is pending, without effect, or decided or withdrawn already."""
    name = short(thread.id)
    actor.require_author("decides")
    if thread.refusal:
        raise Refused(f"{name} counts for nothing ({thread.refusal}); there is nothing to decide.")
    if thread.same_as:
        raise Refused(f"{name} was brought in twice; decide {short(thread.same_as)} instead.")
    if thread.is_pending:
        raise Refused(why_pending(name, thread, actor.person))
    if thread.state == "withdrawn":
        raise Refused(f"{name} was withdrawn; there is nothing to decide.")
    if not thread.is_open and thread.state != "deferred":
        raise Refused(f"{name} is decided already ({thread.state}); 'reviewtui undo {name}' takes that back first.")


def require_target(actor: Actor, thread: Thread, target: Thread, threads: Mapping[str, Thread]) -> None:
    """Refuse a duplicate of itself, its own duplicate, or of what is pending, withdrawn or counts for nothing."""
    if target.is_pending:
        raise Refused(why_pending(short(target.id), target, actor.person))
    chain: set[str] = set()
    other: Thread | None = target
    while other is not None and other.id not in chain:
        chain.add(other.id)
        other = threads.get(other.decision.of) if other.decision is not None and other.decision.of else None
    if thread.id in chain:
        raise Refused(f"{short(target.id)} is a duplicate of {short(thread.id)} itself; one of the two has to stand.")
    if not target.counts or target.state == "withdrawn":
        raise Refused(f"{short(target.id)} does not count (it was refused or withdrawn); name another thread.")


def decide(actor: Actor, command: Decide, thread: Thread, edits: tuple[RecordedEdit, ...] = ()) -> Decided:
    """Return the event of a decision; `edits` say what it does to the text, `command.of` is a whole id.

    Raises:
        Refused: it may not be made, or lacks its reason.
    """
    require_decidable(actor, thread)
    body = command.body.strip()
    if command.verdict in NEEDS_REASON and is_blank(body):
        raise Refused(f"{NEEDS_REASON[command.verdict].capitalize()} needs a reason: say it with -m TEXT.")
    if command.verdict == "accepted" and thread.is_suggestion and thread.replacement is None and not edits:
        raise Refused(f"The words of {short(thread.id)} were removed; say with --as TEXT what to put into the text.")
    if command.verdict == "duplicate" and not command.of:
        raise Refused("Say of which thread it is a duplicate.")
    return actor.made(
        Decided,
        thread,
        verdict=_verdict(command, thread),
        on=thread.words_event,
        body=body,
        of=command.of,
        **_told(edits),
    )


def _verdict(command: Decide, thread: Thread) -> Verdict:
    if command.verdict == "accepted" and command.words is not None and command.words != thread.replacement:
        return "accepted-with-changes"
    return command.verdict


def mark_done(actor: Actor, command: MarkDone, thread: Thread) -> MarkedDone:
    """Return the event that names the commit of a change made by hand; `command.commit` is a full commit id.

    Raises:
        Refused: I am no author, or the thread was not agreed to.
    """
    if thread.state not in {"accepted", "accepted-with-changes", "noted", "deferred"}:
        raise Refused(f"{short(thread.id)} is {thread.state}; only what was accepted can be done. Accept it first.")
    if thread.decision is not None and thread.decision.all_edits:
        raise Refused(f"{short(thread.id)} was carried out when it was accepted; its words are in the text.")
    return actor.made(MarkedDone, thread, commit=command.commit)


def undo(actor: Actor, thread: Thread, edits: tuple[RecordedEdit, ...]) -> Reopened:
    """Return the event that takes the decision of `thread` back; `edits` are what that does to the text.

    Raises:
        Refused: I am no author, or there is no decision.
    """
    actor.require_author("undoes a decision")
    if thread.decision is None and thread.state != "contested":
        raise Refused(f"{short(thread.id)} has no decision to undo.")
    return actor.made(Reopened, thread, body="The author took the decision back.", **_told(edits))


def _told(edits: tuple[RecordedEdit, ...]) -> dict[str, Any]:
    """One edit in the field that every version knows; those of a move in the one for several."""
    return {"edits": edits} if len(edits) > 1 else {"edit": next(iter(edits), None)}
