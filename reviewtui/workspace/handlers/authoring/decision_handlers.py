"""Carries out what the author decides: each decision is one commit, its words in the text included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.actions.commands import Decide, MarkDone
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.decisions.acceptance import CommittedText, insertions_of, plan_acceptance
from reviewtui.domain.actions.decisions.decision_plan import DecisionPlan, plan_decision
from reviewtui.domain.actions.decisions.known_changes import KnownChanges, known_to
from reviewtui.domain.policy.editing import TextEdit, Three
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.text.merge.fitted_change import FittedChange
from reviewtui.text.merge.inline_marks import note_marks_told
from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview, preview_in
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, event_change
from reviewtui.workspace.command.section_texts import change_of, three_of
from reviewtui.workspace.loading.versions.version_names import commit_named


@dataclass(frozen=True)
class HeadTexts:
    """The committed text of a command's draft, whatever the work tree holds; read when it is asked for.

    `together` are the ids of the remarks that are decided in one go.
    """

    context: CommandContext
    together: frozenset[str] = frozenset()

    def around(self, thread: Thread) -> CommittedText:
        """Return the committed text with where the open suggestions stand in it."""
        context, anchor = self.context, thread.anchors[0]
        policy = committed_policy(context)
        threads = context.draft.review.threads
        suggestions = tuple(
            other for other in context.draft.review.open_threads() if other.is_suggestion or other.is_move
        )
        placements = context.loader.placing.place((*suggestions, thread), policy)
        text = texts_of(context.repository, [anchor.blob]).get(anchor.blob, "")
        # Whether somebody could see another suggestion costs a child of git; it is asked only of a changed sentence.
        place = placements[thread.id][0]
        asked = place is not None and place.otherwise is not None and not thread.is_move
        known = tuple(self._known_to(thread)) if asked else ()
        insertions = insertions_of(threads.values())
        changes = KnownChanges(text, known, self.together)
        return CommittedText(policy, suggestions, placements, insertions, changes)

    def _known_to(self, thread: Thread) -> Iterator[Thread]:
        """The accepted suggestions that account for a change around the passage of `thread`."""
        for other in known_to(thread, self.context.draft.review.threads.values(), self.together):
            if other.id in self.together or self._was_there(other, thread):
                yield other

    def _was_there(self, other: Thread, thread: Thread) -> bool:
        """Say whether the writer of `thread` had made `other`, or had it in the version that the remark is on."""
        commit, version = other.entries[0].recorded.provenance.commit, thread.anchors[0].version
        if other.by.key == thread.by.key:
            return True
        return bool(commit and version) and is_ancestor(self.context.repository, commit or "", version)

    def sides(self, path: str) -> Three:
        """Return one file as HEAD, the index and the work tree hold it."""
        return three_of(self.context.repository, self.context.draft.version.commit, path)


def decide(context: CommandContext, command: Decide) -> Outcome:
    """Commit a decision; an accepted suggestion changes the text in the same commit."""
    context.repository.require_quiet()
    actor, thread = context.actor(), context.thread(command.thread)
    wanted = replace(command, of=context.thread(command.of).id) if command.of else command
    besides = frozenset(context.thread(name).id for name in command.besides)
    plan = plan_decision(actor, wanted, thread, context.draft.review.threads, HeadTexts(context, besides))
    return commit_plan(context, replace(plan, overlaps=tuple(each for each in plan.overlaps if each not in besides)))


def acceptance_preview(context: CommandContext, name: str) -> AcceptancePreview | None:
    """Return what accepting a suggestion would commit, whatever the work tree holds; None where no words change.

    Raises:
        Conflict: a person has to settle the words first.

    """
    thread = context.thread(name)
    plan = plan_acceptance(Decide(thread.id, "accepted"), thread, HeadTexts(context))
    if plan is None:
        return None
    edit, text = plan.edits[-1], committed_policy(context).texts[plan.edits[-1].path].text
    for earlier in plan.edits[:-1]:
        text = earlier.result.head if earlier.path == edit.path else text
    return preview_in(text, edit.start, edit.start + len(edit.before), edit.after, moves=thread.is_move)


def mark_done(context: CommandContext, command: MarkDone) -> Outcome:
    """Commit which commit carried an agreed change out."""
    context.repository.require_quiet()
    thread = context.thread(command.thread)
    commit = commit_named(context.repository, command.commit)
    if commit is None:
        raise Refused(f"There is no commit '{command.commit}' here; give HEAD, a branch, or the beginning of its id.")
    event = deciding.mark_done(context.actor(), MarkDone(thread.id, commit), thread)
    return commit_plan(context, DecisionPlan(thread, event, "Mark as done"))


def committed_policy(context: CommandContext) -> Policy:
    """Return the policy as HEAD holds it."""
    return context.loader.policy_of(Version("HEAD", context.draft.version.commit), context.draft.settings)[0]


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
    message = f"{plan.does} {name}: committed as {commit[:10]}.{more}{_notes_told(plan.edits)}"
    return Outcome(message, thread.id, event.id, changes[0].path, commit)


def _notes_told(edits: Sequence[TextEdit]) -> str:
    """Say what became of the marks of footnotes in the words that changed; what moves keeps its own."""
    told: list[str] = []
    for edit in edits if len(edits) == 1 else ():
        text, end = edit.result.head, edit.start + len(edit.after)
        old = f"{text[: edit.start]}{edit.before}{text[end:]}"
        told.append(note_marks_told(old, FittedChange(edit.start, edit.start + len(edit.before), edit.after)))
    return "".join(f" Mind: {each}." for each in told if each)
