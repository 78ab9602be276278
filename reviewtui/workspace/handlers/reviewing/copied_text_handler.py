"""Carries out suggesting what was changed in a copy of a section."""

from dataclasses import replace

from reviewtui.domain.actions.commands import SuggestCopy
from reviewtui.domain.actions.remarks.suggesting_copies import suggest_copy
from reviewtui.domain.record.events import Commented, Root, Suggested
from reviewtui.domain.refusal import Refused
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import save_pending


def suggest_copied(context: CommandContext, command: SuggestCopy) -> Outcome:
    """Save a suggestion for each change of a copy."""
    policy, version = context.policy_at(command.at)
    made = suggest_copy(context.actor(), command, policy, version)
    events = [event for event in made if not _is_said(context, event)]
    if not events:
        raise Refused("All that is changed in this copy was suggested already, and is still open.")
    paths = [save_pending(context, event, event.id) for event in events]
    review = context.draft.review
    comments = sum(isinstance(event, Commented) for event in events)
    what = "a suggestion" if len(events) == 1 else f"{len(events)} suggestions"
    outcome = Outcome(
        f"Saved {what} ({', '.join(review.name_of(event.id) for event in events)}); pending until you submit.",
        events[0].id, events[0].id, paths[0], count=len(events), threads=tuple(event.id for event in events),
    )  # fmt: skip
    if not comments:
        return outcome
    warning = f"{comments} of them cannot be made by themselves, so they are comments that quote what the copy says."
    return replace(outcome, warnings=(warning,))


def _is_said(context: CommandContext, event: Suggested | Commented) -> bool:
    """Whether the same person has said the same of the same passage in a thread that is open."""
    for thread in context.draft.review.threads.values():
        root = thread.root
        same = root.by == event.by and _places(root) == _places(event) and root.words == event.words
        if same and thread.is_open and getattr(root, "replacement", None) == getattr(event, "replacement", None):
            return True
    return False


def _places(event: Root) -> list[tuple[str, str, int | None, int | None]]:
    """The exact bytes that a remark is about; from which version they were read says nothing."""
    return [(anchor.path, anchor.blob, anchor.start, anchor.end) for anchor in event.anchors]
