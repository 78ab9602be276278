"""Carries out what the author decides: each decision is one commit, its words in the text included."""

from dataclasses import replace

from reviewtui.domain.actions import deciding
from reviewtui.domain.actions.acceptance import (
    AcceptancePlan,
    CommittedText,
    insertions_of,
    plan_acceptance,
    require_placed,
    words_to_put,
)
from reviewtui.domain.actions.commands import Decide, MarkDone
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.editing import TextEdit
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import AnyEvent, RecordedEdit
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES, decode_text
from reviewtui.views.threads.acceptance_preview import Preview, preview_in
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change
from reviewtui.workspace.command.section_texts import change_of, three_of
from reviewtui.workspace.command.signing import signed_bytes
from reviewtui.workspace.loading.version_names import commit_named

_VERDICTS = {
    "accepted": "Accept",
    "accepted-with-changes": "Accept with changes",
    "declined": "Decline",
    "deferred": "Defer",
    "noted": "Note",
    "duplicate": "Mark as duplicate",
}


def decide(context: CommandContext, command: Decide) -> Outcome:
    """Commit a decision; an accepted suggestion changes the text in the same commit."""
    context.repository.require_quiet()
    actor = context.actor()
    thread = context.thread(command.thread)
    deciding.require_decidable(actor, thread)
    of = context.thread(command.of).id if command.of else ""
    if of:
        deciding.require_target(thread, context.draft.review.threads[of], context.draft.review.threads)
    plan = _acceptance(context, command, thread)
    edit = plan.edit if plan is not None else None
    event = deciding.decide(actor, command, thread, recorded(edit), of)
    outcome = commit_decision(context, thread, event, _VERDICTS[event.verdict], edit)
    if plan is None or not plan.overlaps:
        return outcome
    names = ", ".join(context.draft.review.name_of(other) for other in plan.overlaps)
    return replace(outcome, said=f"{outcome.said} Still open for the same words: {names}.")


def acceptance_preview(context: CommandContext, name: str) -> Preview | None:
    """Return what accepting a suggestion would commit, whatever the work tree holds; None where no words change.

    Raises:
        Conflict: a person has to settle the words first.

    """
    thread = context.thread(name)
    plan = _acceptance(context, Decide(thread.id, "accepted"), thread)
    if plan is None:
        return None
    text, edit = committed_policy(context).texts[plan.edit.path].text, plan.edit
    return preview_in(text, edit.start, edit.start + len(edit.before), edit.after)


def _acceptance(context: CommandContext, command: Decide, thread: Thread) -> AcceptancePlan | None:
    """What a decision does to the text; None where it leaves the text as it is."""
    words = words_to_put(command, thread)
    if words is None:
        return None
    committed = _committed_text(context, thread)
    path = require_placed(thread, committed.placements[thread.id][0], words)
    sides = three_of(context.repository, context.draft.version.commit, path)
    return plan_acceptance(thread, words, committed, sides, own_words=command.words is not None)


def _committed_text(context: CommandContext, thread: Thread) -> CommittedText:
    """The committed text with where the open suggestions stand in it, whatever the work tree holds."""
    policy = committed_policy(context)
    threads = context.draft.review.threads
    suggestions = tuple(one for one in context.draft.review.open_threads() if one.is_suggestion)
    placements = context.loader.placing.place((*suggestions, thread), policy)
    older = read_blobs(context.repository.git, [thread.anchors[0].blob], MAX_SECTION_BYTES)
    text = "".join(decode_text(content)[0] for content in older.values())
    return CommittedText(policy, suggestions, placements, insertions_of(threads.values()), text)


def mark_done(context: CommandContext, command: MarkDone) -> Outcome:
    """Commit which commit carried an agreed change out."""
    context.repository.require_quiet()
    thread = context.thread(command.thread)
    commit = commit_named(context.repository, command.commit)
    if commit is None:
        raise Refused(f"There is no commit '{command.commit}' here; give HEAD, a branch, or the beginning of its id.")
    event = deciding.mark_done(context.actor(), MarkDone(thread.id, commit), thread)
    return commit_decision(context, thread, event, "Mark as done", None)


def recorded(edit: TextEdit | None) -> RecordedEdit | None:
    """Return what the record says of an edit."""
    return RecordedEdit(edit.path, edit.before, edit.after, edit.start) if edit else None


def committed_policy(context: CommandContext) -> Policy:
    """Return the policy as HEAD holds it."""
    return context.loader.policy_of(Version("HEAD", context.draft.version.commit), context.draft.settings)[0]


def commit_decision(
    context: CommandContext, thread: Thread, event: AnyEvent, said: str, edit: TextEdit | None
) -> Outcome:
    """Commit `event` with what it does to the text; `said` is what the author did, in the words of a commit."""
    changes: list[PathChange] = [event_change(context.repository, event, thread.id, signed_bytes(context, event))]
    if edit is not None:
        changes.append(change_of(context.repository, context.draft.version.commit, edit))
    name = context.draft.review.name_of(thread.id)
    message = _message(f"{said} {name}", thread, event, credited=edit is not None and said.startswith("Accept"))
    commit = commit_changes(context, changes, message)
    return Outcome(f"{said} {name}: committed as {commit[:10]}.", thread.id, event.id, changes[0].path, commit)


def _message(subject: str, thread: Thread, event: AnyEvent, *, credited: bool) -> str:
    about = " ".join(thread.body.split()) or " ".join((thread.replacement or "").split())
    first = f"{subject}: {about}"
    lines = [first if len(first) <= 72 else f"{first[:71]}…", ""]
    if event.words:
        lines += [event.words, ""]
    lines.append(f"Reviewed-thread: {thread.id}")
    if credited:
        lines.append(f"Co-authored-by: {thread.by}")
    return "\n".join(lines) + "\n"
