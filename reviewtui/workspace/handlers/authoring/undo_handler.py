"""Carries out `undo`: what is pending goes; a decision is taken back, and its words are taken out of the text."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.actions.commands import Undo
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.decisions.decision_plan import DecisionPlan, recorded
from reviewtui.domain.actions.remarks.pending import last_pending
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.editing import TextEdit, Three, edit_texts
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.event_kinds import amounts
from reviewtui.domain.record.events import Decided, RecordedEdit
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.store.files import durable
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.replacement_merge import EditConflict, Merged, merge_replacement
from reviewtui.text.placement.place_values import Placement
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.section_texts import three_of
from reviewtui.workspace.handlers.authoring.decision_handlers import commit_plan, committed_policy
from reviewtui.workspace.loading.decided_words.applied_words import Applied, applied_edits


def undo(context: CommandContext, command: Undo) -> Outcome:
    """Remove my last pending event of a thread; else commit that a decision is taken back, its words included.

    A pending event of mine that belongs to no thread is removed by its own id.
    """
    alone = _pending_alone(context, command.thread)
    if alone is not None:
        return _removed(context, alone, "")
    thread = context.thread(command.thread)
    waiting = last_pending(thread, context.me)
    if command.decision:
        _require_in_force(context, thread, command.decision)
    elif waiting is not None:
        return _removed(context, waiting.recorded, thread.id)
    context.repository.require_quiet()
    edits = tuple(_reverse_edits(context, thread))
    event = deciding.undo(context.actor(), thread, recorded(edits))
    return commit_plan(context, DecisionPlan(thread, event, "Take back the decision on", edits))


def _require_in_force(context: CommandContext, thread: Thread, decision: str) -> None:
    if thread.decision is None or thread.decision.id != decision:
        name = context.draft.review.name_of(thread.id)
        raise Refused(f"The decision on {name} is not the one that was to be taken back any more; look at it again.")


def _pending_alone(context: CommandContext, end: str) -> Recorded | None:
    """Return the pending event of mine outside of all threads that `end` names; a thread of that name goes first."""
    context.settings  # noqa: B018 - without settings the answer is to begin a review
    mine = {each.event.id: each for each in context.draft.my_pending if not each.thread}
    try:
        resolve(end, context.draft.review.threads)
    except Refused:
        found = [each for each in mine if end and each.endswith(end.lower())]
        return mine[resolve(end, found)] if found else None
    return None


def _removed(context: CommandContext, pending: Recorded, thread: str) -> Outcome:
    path = pending.path
    durable.require_no_link(context.repository.work_tree, path)
    durable.remove(context.repository.work_tree / path)
    what = amounts([pending.event]).removeprefix("1 ")
    where = f" in {context.draft.review.name_of(thread)}" if thread else ""
    message = f"Removed what was pending{where}: {what}; nothing of it was committed."
    return Outcome(message, thread, pending.event.id, path)


def _reverse_edits(context: CommandContext, thread: Thread) -> Iterator[TextEdit]:
    """Yield what taking back all that a decision did does to the text, the last of it first."""
    decisions = _edits_that_stand(thread)
    name = context.draft.review.name_of(thread.id)
    if len(decisions) > 1:
        raise Refused(
            f"{len(decisions)} decisions on {name} put different words into the text; take them out by hand and "
            f"commit, then decide it again: reviewtui decline {name} -m WHY"
        )
    for commit, edits in decisions:
        if len(edits) > 1:
            yield from _moved_back(context, name, commit, edits)
        else:
            yield _reverse_edit(context, name, commit, edits[0])


def _not_here(name: str) -> Refused:
    return Refused(f"The text as of the decision on {name} is not here, or has other words; undo its words by hand.")


def _moved_back(context: CommandContext, name: str, commit: str, edits: Sequence[RecordedEdit]) -> Iterator[TextEdit]:
    """Yield what takes a move back: each edit in the text as it was after it, put into the text of now."""
    bases = {applied.edit.path: applied.text for applied in _applied(context, name, commit, edits)}
    sides: dict[str, Three] = {}
    for edit in reversed(edits):
        base, start = bases[edit.path], edit.start or 0
        three = sides.get(edit.path) or three_of(context.repository, context.draft.version.commit, edit.path)
        if not base.startswith(edit.after, start):
            raise _not_here(name)
        merged = merge_replacement(base, Edit(start, start + len(edit.after), edit.before), three.head)
        if isinstance(merged, EditConflict):
            raise _changed_since(edit, merged.theirs)
        back = edit_texts(edit.path, merged.replaced, merged.words, three)
        bases[edit.path] = base[:start] + edit.before + base[start + len(edit.after) :]
        sides[edit.path] = back.result
        yield back


def _applied(context: CommandContext, name: str, commit: str, edits: Sequence[RecordedEdit]) -> Iterator[Applied]:
    for applied in applied_edits(context.repository, [(commit, edit) for edit in edits]):
        if applied is None:
            raise _not_here(name)
        yield applied


def _reverse_edit(context: CommandContext, name: str, commit: str, edit: RecordedEdit) -> TextEdit:
    """What taking the decision's words out again does to the text."""
    applied = next(_applied(context, name, commit, [edit]))
    if applied.start is None:
        raise _not_here(name)
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


def _edits_that_stand(thread: Thread) -> list[tuple[str, tuple[RecordedEdit, ...]]]:
    """The edits of the decisions that nothing later took back, with their commits; equal ones count once."""
    standing = (*thread.standing_decisions, *thread.on_copies)
    if thread.decision is not None:
        standing = tuple(entry for entry in standing if entry.event.id == thread.decision.id)
    edits: dict[tuple[tuple[str, str, str], ...], tuple[str, tuple[RecordedEdit, ...]]] = {}
    for entry in standing:
        event, commit = entry.event, entry.recorded.provenance.commit
        if isinstance(event, Decided) and event.all_edits and commit is not None:
            same = tuple((edit.path, edit.before, edit.after) for edit in event.all_edits)
            edits.setdefault(same, (commit, event.all_edits))
    return list(edits.values())


def _taken_out(applied: Applied, three: Three) -> Merged:
    """HEAD's text without the decision's words; what was changed beside them since stays."""
    start = applied.start or 0
    edit = applied.edit
    merged = merge_replacement(applied.text, Edit(start, start + len(edit.after), edit.before), three.head)
    if isinstance(merged, EditConflict):
        raise _changed_since(edit, merged.theirs)
    return merged


def _followed(context: CommandContext, applied: Applied, policy: Policy) -> Placement:
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
