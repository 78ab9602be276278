"""Carries out what the author decides: each decision is one commit, its words in the text included."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.actions.commands import Decide, MarkDone
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.decisions.acceptance import CommittedText, insertions_of, suggestions_of
from reviewtui.domain.actions.decisions.decision_plan import DecisionPlan, plan_decision
from reviewtui.domain.policy.editing import TextEdit, Three
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.policy.text_history import text_changes
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.inline_marks import note_marks_told
from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview, preview_on
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change
from reviewtui.workspace.command.section_texts import change_of, three_of
from reviewtui.workspace.loading.version_names import commit_named


@dataclass(frozen=True)
class HeadTexts:
    """The committed text of a command's draft, whatever the work tree holds; read when it is asked for.

    `together` are the ids of the remarks that are decided in one go.
    """

    context: CommandContext
    together: frozenset[str] = frozenset()

    def around(self, thread: Thread) -> CommittedText:
        """Return the committed text with where the open suggestions stand in it."""
        context, policy = self.context, committed_policy(self.context)
        threads = context.draft.review.threads
        suggestions = suggestions_of(context.draft.review.open_threads())
        placements = context.loader.placing.place((*suggestions, thread), policy)
        known = context.loader.known_changes.around(
            thread, placements, threads.values(), policy.language, self.together
        )
        return CommittedText(policy, suggestions, placements, insertions_of(threads.values()), known)

    def sides(self, path: str) -> Three:
        """Return one file as HEAD, the index and the work tree hold it."""
        return three_of(self.context.repository, self.context.draft.version.commit, path)


def decide(context: CommandContext, command: Decide) -> Outcome:
    """Commit a decision; an accepted suggestion changes the text in the same commit."""
    context.repository.require_quiet()
    actor, thread = context.actor(), context.thread(command.thread).id
    wanted = replace(command, thread=thread, of=command.of and context.thread(command.of).id)
    besides = frozenset(context.thread(name).id for name in command.besides)
    plan = plan_decision(actor, wanted, context.draft.review.threads, HeadTexts(context, besides))
    return commit_plan(context, replace(plan, overlaps=tuple(each for each in plan.overlaps if each not in besides)))


def acceptance_preview(context: CommandContext, name: str) -> AcceptancePreview | None:
    """Return what accepting a suggestion would commit, whatever the work tree holds; None where no words change.

    Raises:
        Conflict: a person has to settle the words first.
    """
    return preview_on(context.thread(name), HeadTexts(context))


def mark_done(context: CommandContext, command: MarkDone) -> Outcome:
    """Commit which commit carried an agreed change out."""
    context.repository.require_quiet()
    thread = context.thread(command.thread)
    commit = commit_named(context.repository, command.commit)
    if commit is None:
        raise Refused(f"There is no commit '{command.commit}' here; give HEAD, a branch, or the beginning of its id.")
    _require_change(context, commit)
    event = deciding.mark_done(context.actor(), MarkDone(thread.id, commit), thread)
    return commit_plan(context, DecisionPlan(thread, event, "Mark as done"))


def _require_change(context: CommandContext, commit: str) -> None:
    """Refuse a commit in which nothing can have been done: it changes no text, or is no part of this draft."""
    draft, short = context.draft, commit[:10]
    if not is_ancestor(context.repository, commit, draft.version.commit):
        raise Refused(f"Commit {short} is no part of this draft; name one that is, or take its branch over first.")
    if not text_changes(context.repository, [commit], draft.policy.folder)[commit]:
        raise Refused(
            f"Commit {short} changes no text of the policy, so nothing was done in it. Make the change, commit it, and "
            "name that commit; where nothing is to be changed, undo the acceptance and note the remark."
        )


def committed_policy(context: CommandContext) -> Policy:
    """Return the policy as HEAD holds it."""
    return context.loader.policy_of(Version("HEAD", context.draft.version.commit), context.draft.settings)


def commit_plan(context: CommandContext, plan: DecisionPlan) -> Outcome:
    """Commit an event with what it does to the text, and say who else wants to change these words."""
    thread, event = plan.thread, plan.event
    changes: list[PathChange] = [event_change(context, event, thread.id)]
    last = {edit.path: edit for edit in plan.edits}
    changes += [change_of(context.repository, context.draft.version.commit, edit) for edit in last.values()]
    name = context.draft.review.name_of(thread.id)
    commit = commit_changes(context, changes, plan.message(name))
    others = ", ".join(context.draft.review.name_of(other) for other in plan.overlaps)
    more = f" Still open for the same words: {others}." if others else ""
    if plan.does.startswith("Accept") and not plan.edits and thread.kind != "praise":
        more += f" The text is as it was: make the change, commit it, then: reviewtui done {name} --commit C."
    message = f"{plan.did} {name}: committed as {commit[:10]}.{more}{_notes_told(plan.edits)}"
    return Outcome(message, thread.id, event.id, changes[0].path, commit)


def _notes_told(edits: Sequence[TextEdit]) -> str:
    """Say what became of the marks of footnotes in the words that changed; what moves keeps its own."""
    told: list[str] = []
    for edit in edits if len(edits) == 1 else ():
        text, end = edit.result.head, edit.start + len(edit.after)
        old = f"{text[: edit.start]}{edit.before}{text[end:]}"
        told.append(note_marks_told(old, Edit(edit.start, edit.start + len(edit.before), edit.after)))
    return "".join(f" Mind: {each}." for each in told if each)
