"""Carries out `submit`: my pending events become one commit, and nothing else does."""

from collections.abc import Sequence

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.record.event_amounts import amounts
from reviewtui.domain.record.events import Decided, MarkedDone, Released
from reviewtui.domain.record.record import Recorded
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, pending_change


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
    what = amounts(recorded.event for recorded in pending)
    return Outcome(f"Submitted {what}: committed as {commit[:10]}.", commit=commit, count=len(pending))


def _message(context: CommandContext, pending: Sequence[Recorded]) -> str:
    what = amounts(recorded.event for recorded in pending)
    threads = sorted({recorded.thread for recorded in pending if recorded.thread})
    trailers = "\n".join(f"Reviewed-thread: {thread}" for thread in threads[:200])
    who = context.settings.organisation_name(context.settings.organisation_of(context.me))
    subject = f"Submit review of {who}" if not context.settings.is_author(context.me) else "Submit"
    return f"{subject}: {what}\n\n{trailers}".rstrip()
