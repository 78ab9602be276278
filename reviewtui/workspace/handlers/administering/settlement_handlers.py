"""Carries out what authors say of events without effect: each is one commit of its own."""

from reviewtui.domain.actions import settling_without_effect
from reviewtui.domain.actions.commands import Confirm, Settle
from reviewtui.domain.counted_nouns import counted
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change


def settle(context: CommandContext, command: Settle) -> Outcome:
    """Commit that events without effect are known, or which content of an id counts."""
    context.repository.require_quiet()
    event = settling_without_effect.settle(context.actor(), command, context.draft.review)
    change = event_change(context, event, "")
    what = counted(len(command.events), "event")
    names = "\n".join(event.of)
    commit = commit_changes(context, [change], f"Settle {what} without effect\n\n{event.body}\n\n{names}\n")
    chosen = f"; {event.choice[-6:]} counts" if event.choice else ""
    message = f"Settled {what}{chosen}: committed as {commit[:10]}. 'reviewtui verify' still lists what has no effect."
    return Outcome(message, event=event.id, path=change.path, commit=commit, count=len(command.events))


def confirm(context: CommandContext, command: Confirm) -> Outcome:
    """Commit that late events count."""
    context.repository.require_quiet()
    event = settling_without_effect.confirm(context.actor(), command, context.draft.review)
    change = event_change(context, event, "")
    what = "1 late event" if len(command.events) == 1 else f"{len(command.events)} late events"
    names = "\n".join(event.of)
    commit = commit_changes(context, [change], f"Confirm {what}\n\n{event.body}\n\n{names}\n")
    message = f"Confirmed {what}: committed as {commit[:10]}."
    return Outcome(message, event=event.id, path=change.path, commit=commit, count=len(command.events))
