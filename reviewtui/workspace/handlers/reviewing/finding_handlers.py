"""Carries out what is done about findings: dismissing one, raising one, and checking a companion text."""

from dataclasses import replace

from reviewtui.domain.actions import handling_findings
from reviewtui.domain.actions.commands import CheckCompanion, Comment, Dismiss
from reviewtui.domain.actions.handling_findings import raised
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.review.findings.inspection import find_finding
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_events
from reviewtui.workspace.judging.inspections import inspect


def dismiss(context: CommandContext, command: Dismiss) -> Outcome:
    """Commit that nothing needs to be done about a finding."""
    context.repository.require_quiet()
    inspection = inspect(context.repository, context.draft, context.environment.now())
    event = handling_findings.dismiss(context.actor(), command, inspection, context.draft.review)
    message = f"Dismiss finding {event.finding}\n\n{event.body}\n"
    outcome = commit_events(context, [event], message, "Dismissed")
    return replace(outcome, message=f"Dismissed {event.finding}; it comes back when its text changes.")


def check_companion(context: CommandContext, command: CheckCompanion) -> Outcome:
    """Commit that a companion is in step with what it restates."""
    context.repository.require_quiet()
    event = handling_findings.companion_checked(context.actor(), command, context.draft.policy)
    message = f"Find {event.path} in step with what it restates\n"
    done = f"{event.path} is in step with {counted(len(event.of), 'section')}, as they are now."
    return replace(commit_events(context, [event], message, "Checked"), message=done)


def about_finding(context: CommandContext, command: Comment) -> Comment:
    """Return the remark that raises a finding: at its passages, in its words unless the command has others."""
    inspection = inspect(context.repository, context.draft, context.environment.now())
    made = raised(find_finding(inspection, command.finding), context.draft.policy)
    body = command.body if command.body.strip() else made.body
    return replace(
        command, places=made.places, body=body, kind=made.kind if command.kind == "general" else command.kind
    )
