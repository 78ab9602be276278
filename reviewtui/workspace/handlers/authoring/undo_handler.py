"""Carries out `undo`: what is pending goes; a decision is taken back, and its words are taken out of the text."""

from reviewtui.domain.actions.commands import Undo
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.decisions.decision_plan import DecisionPlan, recorded
from reviewtui.domain.actions.pending import last_pending
from reviewtui.domain.policy.editing import TextEdit, Three, edit_texts
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.causality import ancestors
from reviewtui.domain.record.events import TYPE_NAMES, Decided, RecordedEdit, Reopened, ThreadEvent
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.review.draft import AnchorPlacement
from reviewtui.store.files import durable
from reviewtui.text.merge.suggestion_merge import EditConflict, Merged, merge_replacement
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.section_texts import three_of
from reviewtui.workspace.handlers.authoring.decision_handlers import commit_plan, committed_policy
from reviewtui.workspace.loading.decided_words.applied_words import Applied, applied_edits


def undo(context: CommandContext, command: Undo) -> Outcome:
    """Remove my last pending event of a thread; else commit that a decision is taken back, its words included."""
    thread = context.thread(command.thread)
    waiting = last_pending(thread, context.me)
    if command.decision:
        _require_in_force(context, thread, command.decision)
    elif waiting is not None:
        return _removed(context, thread, waiting)
    context.repository.require_quiet()
    edit = _reverse_edit(context, thread)
    event = deciding.undo(context.actor(), thread, recorded(edit))
    return commit_plan(context, DecisionPlan(thread, event, "Take back the decision on", edit))


def _require_in_force(context: CommandContext, thread: Thread, decision: str) -> None:
    if thread.decision is None or thread.decision.id != decision:
        name = context.draft.review.name_of(thread.id)
        raise Refused(f"The decision on {name} is not the one that was to be taken back any more; look at it again.")


def _removed(context: CommandContext, thread: Thread, entry: Entry) -> Outcome:
    path = entry.recorded.path
    durable.require_no_link(context.repository.work_tree, path)
    durable.remove(context.repository.work_tree / path)
    name = context.draft.review.name_of(thread.id)
    message = f"Removed your pending {TYPE_NAMES[type(entry.event)]} in {name}; nothing of it was committed."
    return Outcome(message, thread.id, entry.event.id, path)


def _reverse_edit(context: CommandContext, thread: Thread) -> TextEdit | None:
    """What taking the decision's words out again does to the text."""
    edits = _edits_that_stand(thread)
    if not edits:
        return None
    name = context.draft.review.name_of(thread.id)
    if len(edits) > 1:
        raise Refused(
            f"{len(edits)} decisions on {name} put different words into the text; take them out by hand and commit, "
            f"then decide it again: reviewtui decline {name} -m WHY"
        )
    applied = applied_edits(context.repository, edits)[0]
    if applied is None or applied.start is None:
        raise Refused(f"The text as of the decision on {name} is not here, or has other words; undo its words by hand.")
    policy = committed_policy(context)
    head = context.draft.version.commit
    if applied.edit.path in policy.texts:
        three = three_of(context.repository, head, applied.edit.path)
        taken_out = _taken_out(applied, three)
        return edit_texts(applied.edit.path, taken_out.replaced, taken_out.words, three)
    placement = _followed(context, applied, policy)
    path = placement.path or ""
    span = (placement.start, placement.end)
    return edit_texts(path, span, applied.edit.before, three_of(context.repository, head, path))


def _edits_that_stand(thread: Thread) -> list[tuple[str, RecordedEdit]]:
    """The edits of the decisions that nothing later took back, with their commits; equal ones count once."""
    if thread.decision is not None:
        chosen = {thread.decision.id}
    else:
        events: dict[str, ThreadEvent] = {e.event.id: e.event for e in thread.entries if not e.refusal}
        acts = [key for key, event in events.items() if isinstance(event, Decided | Reopened)]
        seen = frozenset[str]().union(*(ancestors(key, events) for key in acts))
        chosen = {key for key in acts if key not in seen}
    edits: dict[tuple[str, str, str], tuple[str, RecordedEdit]] = {}
    for entry in thread.entries:
        event, commit = entry.event, entry.recorded.provenance.commit
        if event.id in chosen and isinstance(event, Decided) and event.edit is not None and commit is not None:
            edits.setdefault((event.edit.path, event.edit.before, event.edit.after), (commit, event.edit))
    return list(edits.values())


def _taken_out(applied: Applied, three: Three) -> Merged:
    """HEAD's text without the decision's words; what was changed beside them since stays."""
    start = applied.start or 0
    edit = applied.edit
    merged = merge_replacement(applied.text, start, start + len(edit.after), edit.before, three.head)
    if isinstance(merged, EditConflict):
        raise _changed_since(edit, merged.theirs)
    return merged


def _followed(context: CommandContext, applied: Applied, policy: Policy) -> AnchorPlacement:
    """Where the decision's words are in the committed text, whose file has another name by now."""
    anchor = applied.anchor
    placement = context.loader.placing.place_anchors((anchor,), policy)[anchor] if anchor is not None else None
    if placement is None or not placement.is_placed or placement.path is None:
        raise _changed_since(applied.edit, "")
    now = policy.texts[placement.path].text[placement.start : placement.end]
    if now != applied.edit.after:
        raise _changed_since(applied.edit, now)
    return placement


def _changed_since(edit: RecordedEdit, now: str) -> Conflict:
    return Conflict(
        "The words of that decision were changed since, so they cannot simply be taken out; edit the text by hand "
        "and reopen the thread. Nothing was changed.",
        base=edit.after,
        theirs=edit.before,
        ours=now,
    )
