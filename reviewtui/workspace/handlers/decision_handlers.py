"""Carries out what the author decides: each decision is one commit, its words in the text included."""

from dataclasses import replace

from reviewtui.domain.actions import deciding
from reviewtui.domain.actions.commands import Decide, MarkDone
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.editing import TextEdit, edit_texts, insertion_span, settled_words
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import AnyEvent, RecordedEdit
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.review.draft import AnchorPlacement
from reviewtui.domain.review.overlapping import overlapping, overlapping_with
from reviewtui.store.commit.commits import PathChange
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change
from reviewtui.workspace.command.section_texts import change_of, three_of
from reviewtui.workspace.command.signing import signed_bytes
from reviewtui.workspace.loading.version_names import commit_named

_SAID = {
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
    edit = _edit_for(context, command, thread)
    event = deciding.decide(actor, command, thread, recorded(edit), of)
    others = _overlapping(context, thread) if edit else ()
    outcome = commit_decision(context, thread, event, _SAID[event.verdict], edit)
    if not others:
        return outcome
    names = ", ".join(context.draft.review.name_of(other) for other in others)
    return replace(outcome, said=f"{outcome.said} Still open for the same words: {names}.")


def _overlapping(context: CommandContext, thread: Thread) -> tuple[str, ...]:
    """The other open suggestions that want to change the words that `thread` changes in the committed text."""
    suggestions = tuple(one for one in context.draft.review.open_threads() if one.is_suggestion)
    policy = committed_policy(context)
    return overlapping_with(
        overlapping(suggestions, policy, context.loader.placing.place(suggestions, policy)), thread.id
    )


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


def _edit_for(context: CommandContext, command: Decide, thread: Thread) -> TextEdit | None:
    if command.verdict != "accepted":
        return None
    words = command.words if command.words is not None else thread.replacement
    if words is None:
        return None
    if len(thread.anchors) != 1 or not thread.anchors[0].is_passage:
        raise Refused(
            f"{context.draft.review.name_of(thread.id)} is about no single passage, so --as cannot put words there; "
            "edit the text by hand and use 'done'."
        )
    placement = _in_head(context, thread)
    path = _require_placed(context.draft.review.name_of(thread.id), thread, placement, words)
    three = three_of(context.repository, context.draft.version.commit, path)
    if three.index is None or three.work_tree is None:
        raise Conflict(
            f"'{path}' is not where HEAD has it (it was moved, deleted or replaced and that is not committed); "
            "commit or undo that first. Nothing was changed."
        )
    start, end = placement.start, placement.end
    if start == end:
        start, end = insertion_span(three.head, start, (thread.id, words), _insertions(context))
    settled = words
    if command.words is None:
        settled = settled_words(thread.anchors[0], words, three.head, (start, end))
    return edit_texts(path, (start, end), settled, three)


def _insertions(context: CommandContext) -> dict[str, str]:
    """The words that decisions put in where nothing stood, by thread."""
    decided = ((key, thread.decision) for key, thread in context.draft.review.threads.items())
    return {
        key: decision.edit.after
        for key, decision in decided
        if decision is not None and decision.edit is not None and not decision.edit.before
    }


def _in_head(context: CommandContext, thread: Thread) -> AnchorPlacement:
    """Where the passage is in the committed text, whatever the work tree holds."""
    found = context.loader.placing.place((thread,), committed_policy(context))[thread.id][0]
    if found is None:
        raise Refused(f"{context.draft.review.name_of(thread.id)} is about no passage of the text.")
    return found


def committed_policy(context: CommandContext) -> Policy:
    """Return the policy as HEAD holds it."""
    return context.loader.policy_of(Version("HEAD", context.draft.version.commit), context.draft.settings)[0]


def _require_placed(name: str, thread: Thread, placement: AnchorPlacement, words: str) -> str:
    if placement.path is not None and placement.is_placed:
        return placement.path
    what = "could be in several places" if placement.state == "ambiguous" else "is not in the committed text any more"
    raise Conflict(
        f"The passage of {name} {what}; say where it is with 'reviewtui reattach {name} SECTION --quote Q', "
        "or decline it. Nothing was changed.",
        base=thread.anchors[0].exact,
        theirs=words,
        ours="",
    )


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
