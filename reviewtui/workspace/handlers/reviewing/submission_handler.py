"""Carries out `submit`: my pending events become one commit, and nothing else does."""

from collections import Counter
from collections.abc import Sequence

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.record.events import TYPE_NAMES, Decided, MarkedDone, Released
from reviewtui.domain.record.record import Recorded
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, pending_change

_NAMES = {
    "comment": ("comment", "comments"),
    "suggestion": ("suggestion", "suggestions"),
    "move": ("suggested move", "suggested moves"),
    "reply": ("reply", "replies"),
    "revise": ("revised remark", "revised remarks"),
    "withdraw": ("withdrawal", "withdrawals"),
    "reopen": ("re-opening", "re-openings"),
    "link": ("link", "links"),
    "reattach": ("re-attachment", "re-attachments"),
    "answer": ("answer", "answers"),
    "redact": ("redaction", "redactions"),
    "decision": ("decision", "decisions"),
    "done": ("done mark", "done marks"),
    "signoff": ("sign-off", "sign-offs"),
    "release": ("release", "releases"),
    "round": ("round", "rounds"),
    "round-closed": ("closing of a round", "closings of rounds"),
    "read": ("section read", "sections read"),
    "classify": ("change class", "change classes"),
    "companion-checked": ("companion check", "companion checks"),
    "dismiss": ("dismissed finding", "dismissed findings"),
    "settle": ("settlement", "settlements"),
    "confirm": ("confirmation", "confirmations"),
}


def submit(context: CommandContext, command: Submit) -> Outcome:
    """Commit every pending event that I made or recorded."""
    context.settings  # noqa: B018 - without settings the answer is to begin a review
    mine = context.draft.review.pending_of(context.me.address)
    pending = [recorded for recorded in mine if not isinstance(recorded.event, Decided | MarkedDone | Released)]
    if not pending:
        return Outcome("Nothing is pending; there is nothing to submit.")
    context.repository.require_quiet()
    changes = [pending_change(context.repository, recorded.path) for recorded in pending]
    message = command.message.strip() or _message(context, pending)
    commit = commit_changes(context, changes, f"{message}\n")
    word = "event" if len(pending) == 1 else "events"
    return Outcome(f"Submitted {len(pending)} {word}: committed as {commit[:10]}.", commit=commit, count=len(pending))


def _message(context: CommandContext, pending: Sequence[Recorded]) -> str:
    counts = Counter(TYPE_NAMES[type(recorded.event)] for recorded in pending)
    what = ", ".join(f"{count} {_NAMES[name][count > 1]}" for name, count in sorted(counts.items()))
    threads = sorted({recorded.thread for recorded in pending if recorded.thread})
    trailers = "\n".join(f"Reviewed-thread: {thread}" for thread in threads[:200])
    who = context.settings.organisation_name(context.settings.organisation_of(context.me))
    subject = f"Submit review of {who}" if not context.settings.is_author(context.me) else "Submit"
    return f"{subject}: {what}\n\n{trailers}".rstrip()
