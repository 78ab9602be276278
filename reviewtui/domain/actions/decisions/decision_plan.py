"""What an author's decision does, planned in one go: the event, the edit of the text, the words of the commit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.actions.decisions.acceptance import CommittedTexts, plan_acceptance
from reviewtui.domain.actions.decisions.deciding import decide, require_decidable, require_target
from reviewtui.domain.policy.editing import TextEdit
from reviewtui.domain.record.events import RecordedEdit, ThreadEvent
from reviewtui.domain.record.thread import Thread
from reviewtui.text.words.spacing import single_spaced

_VERDICTS = {
    "accepted": "Accept",
    "accepted-with-changes": "Accept with changes",
    "declined": "Decline",
    "deferred": "Defer",
    "noted": "Note",
    "duplicate": "Mark as duplicate",
}
_DID = {
    "Accept": "Accepted",
    "Decline": "Declined",
    "Defer": "Deferred",
    "Note": "Noted",
    "Mark": "Marked",
    "Take": "Took",
}


@dataclass(frozen=True, slots=True)
class DecisionPlan:
    """One commit of an author: `event` in `thread`, and `edits`, what it does to the text.

    `does` says it in the words of a commit; `overlaps` are the open suggestions that want to change the same words.
    """

    thread: Thread
    event: ThreadEvent
    does: str
    edits: tuple[TextEdit, ...] = ()
    overlaps: tuple[str, ...] = ()

    @property
    def did(self) -> str:
        """What was done, to say once it is committed."""
        first, _, rest = self.does.partition(" ")
        return f"{_DID[first]} {rest}".rstrip()

    def message(self, name: str) -> str:
        """Return the message of the commit; `name` is the thread's. Whoever suggested accepted words is credited."""
        said = (
            self.thread.body or self.thread.replacement or (self.thread.anchors[0].exact if self.thread.anchors else "")
        )
        about = single_spaced(said)
        first = f"{self.does} {name}: {about}"
        lines = [first if len(first) <= 72 else f"{first[:71]}…", ""]
        if self.event.words:
            lines += [self.event.words, ""]
        lines.append(f"Reviewed-thread: {self.thread.id}")
        if self.edits and self.does.startswith("Accept"):
            lines.append(f"Co-authored-by: {self.thread.by}")
        return "\n".join(lines) + "\n"


def plan_decision(actor: Actor, command: Decide, threads: Mapping[str, Thread], texts: CommittedTexts) -> DecisionPlan:
    """Return what a decision does; threads go by whole ids, and `texts` is asked only where words are put in.

    Raises:
        Conflict: a person has to settle the words, or where they belong.
        Refused: it may not be made, or lacks its reason.
    """
    thread = threads[command.thread]
    require_decidable(actor, thread)
    if command.of:
        require_target(actor, thread, threads[command.of], threads)
    plan = plan_acceptance(command, thread, texts)
    edits = plan.edits if plan is not None else ()
    event = decide(actor, command, thread, recorded(edits))
    return DecisionPlan(thread, event, _VERDICTS[event.verdict], edits, plan.overlaps if plan is not None else ())


def recorded(edits: Iterable[TextEdit]) -> tuple[RecordedEdit, ...]:
    """Return what the record says of edits."""
    return tuple(RecordedEdit(edit.path, edit.before, edit.after, edit.start) for edit in edits)
