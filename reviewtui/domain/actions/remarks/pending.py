"""What somebody saved and did not submit: it can still be changed, or taken back as if it had never been."""

import msgspec

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Revise
from reviewtui.domain.identifier import short
from reviewtui.domain.person import Person
from reviewtui.domain.record.events import Root, Suggested
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.domain.refusal import Refused

NO_REPLACEMENT = "Only a suggestion has replacement words; this thread is a comment."


def last_pending(thread: Thread, person: Person) -> Entry | None:
    """Return the newest event of `thread` that `person` saved and nobody committed or built on; None: there is none."""
    built_on = {earlier for entry in thread.entries for earlier in entry.event.after}
    mine = [
        entry
        for entry in thread.entries
        if entry.recorded.provenance.pending and entry.event.id not in built_on and entry.event.maker.key == person.key
    ]
    return max(mine, key=lambda entry: (entry.event.clock, entry.event.id), default=None)


def can_rewrite(thread: Thread, person: Person) -> bool:
    """Say whether `thread` is nothing yet but a remark that `person` saved."""
    return last_pending(thread, person) is thread.entries[0]


def rewritten(actor: Actor, command: Revise, thread: Thread) -> Root:
    """Return a pending remark with the words, kind and weight of `command`; it keeps its id and its place.

    Raises:
        Refused: it is not mine, was submitted or answered already, or would say nothing.
    """
    if not can_rewrite(thread, actor.person):
        name = short(thread.id)
        raise Refused(
            f"Kind and weight of {name} can be changed by whoever saved it, until it is submitted or answered; "
            f"say it anew with: reviewtui revise {name} -m TEXT"
        )
    root = thread.root
    changes: dict[str, object] = {
        "body": command.body.strip() or thread.body,
        "kind": root.kind if command.kind is None else command.kind,
        "blocking": root.blocking if command.blocking is None else command.blocking,
        "at": actor.moment,
    }
    if command.replacement is not None:
        if not isinstance(root, Suggested):
            raise Refused(NO_REPLACEMENT)
        if root.anchors[0].exact == command.replacement:
            raise Refused("The suggestion would change nothing.")
        changes["replacement"] = command.replacement
    return msgspec.structs.replace(root, **changes)
