"""What is said about a remark after it was made, by its own side or by others."""

from reviewtui.domain.actions.actor import Actor, require_shareable
from reviewtui.domain.actions.commands import Answer, LinkThreads, Reattach, Redact, Reopen, Reply, Revise, Withdraw
from reviewtui.domain.actions.remarks.pending import NO_REPLACEMENT
from reviewtui.domain.identifier import short
from reviewtui.domain.policy.passage import anchor_for
from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.record import events
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import is_blank


def reply(actor: Actor, command: Reply, thread: Thread) -> events.ThreadEvent:
    """Return the event of a reply."""
    return actor.made(events.Replied, thread, command.on_behalf_of, body=_words(command.body, "A reply"))


def revise(actor: Actor, command: Revise, thread: Thread) -> events.ThreadEvent:
    """Return the event of one's own words said anew."""
    if command.replacement is not None and not thread.is_suggestion:
        raise Refused(NO_REPLACEMENT)
    if thread.is_hidden and not command.body.strip():
        raise Refused("The old words were removed by the author; say the remark anew with -m TEXT.")
    body = command.body.strip() or thread.body
    return actor.made(events.Revised, thread, command.on_behalf_of, body=body, replacement=command.replacement)


def withdraw(actor: Actor, command: Withdraw, thread: Thread) -> events.ThreadEvent:
    """Return the event of a remark taken back."""
    if thread.state == "withdrawn":
        raise Refused(f"{short(thread.id)} is withdrawn already.")
    if not thread.is_open:
        raise Refused(f"{short(thread.id)} is decided ({thread.state}); use 'reply' or 'reopen' instead.")
    return actor.made(events.Withdrawn, thread, body=command.body.strip())


def reopen(actor: Actor, command: Reopen, thread: Thread) -> events.ThreadEvent:
    """Return the event of a thread opened again."""
    if thread.is_open:
        raise Refused(f"{short(thread.id)} is open.")
    return actor.made(events.Reopened, thread, command.on_behalf_of, body=_words(command.body, "Reopening"))


def link(actor: Actor, command: LinkThreads, thread: Thread, other: Thread) -> events.ThreadEvent:
    """Return the event of two threads that belong together."""
    if thread.id == other.id:
        raise Refused("A thread cannot be linked with itself.")
    require_shareable(other, actor.person)
    return actor.made(events.Linked, thread, to=other.id, relation="duplicate" if command.duplicate else "related")


def reattach(actor: Actor, command: Reattach, thread: Thread, read: ReadPolicy) -> events.ThreadEvent:
    """Return the event of a remark put to a new place."""
    anchor = anchor_for(command.place, read, actor.settings.topic_ids())
    if anchor is None:
        raise Refused("Say where the remark stands now: SECTION and --quote.")
    if thread.is_suggestion and not anchor.is_passage:
        raise Refused("A suggestion needs a passage: say it with --quote.")
    return actor.made(events.Reattached, thread, anchors=(anchor,))


def answer(actor: Actor, command: Answer, thread: Thread) -> events.ThreadEvent:
    """Return the event of the remark's side saying whether the decision satisfies it."""
    if thread.decision is None:
        raise Refused(f"{short(thread.id)} is not decided yet; there is nothing to answer.")
    return actor.made(events.Answered, thread, satisfied=command.satisfied, body=command.body.strip())


def redact(actor: Actor, command: Redact, thread: Thread, event: str) -> events.ThreadEvent:
    """Return the event that hides the words of `event` everywhere."""
    return actor.made(events.Redacted, thread, on=event, body=_words(command.body, "Hiding words"))


def _words(text: str, what: str) -> str:
    if is_blank(text):
        raise Refused(f"{what} needs words: say them with -m TEXT.")
    return text.strip()
