"""Carries out what reviewers ask for: each becomes a pending event."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from reviewtui.domain.actions import commands, marking_read, signing_off
from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.remarks import conversation, remarking, suggesting_copies, suggesting_moves
from reviewtui.domain.actions.remarks.pending import rewritten
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Commented, Root, Suggested, ThreadEvent, WasRead, Withdrawn
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.organisations.signoffs import replaced_words
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.inline_marks import note_marks_told
from reviewtui.views.excerpt import clipped
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.recordable_events import recordable_position, recordable_reads
from reviewtui.workspace.command.saving import replace_pending, save_pending


def comment(context: CommandContext, command: commands.Comment) -> Outcome:
    """Save a comment."""
    actor = context.actor()
    if command.finding:
        # The checks take long to load, and most remarks are about no finding.
        from reviewtui.workspace.handlers.reviewing.finding_handlers import about_finding

        command = about_finding(context, command)
    return _rooted(context, remarking.comment(actor, command, context.policy_at(command.at)))


def suggest(context: CommandContext, command: commands.Suggest) -> Outcome:
    """Save a suggestion."""
    actor = context.actor()
    read = context.policy_at(command.at)
    event = remarking.suggest(actor, command, read)
    outcome, (reads, told) = _rooted(context, event), _reads(event, read.policy)
    return replace(outcome, reads=reads, message=f"{outcome.message}{f' Accepted, {told}.' if told else ''}")


def suggest_move(context: CommandContext, command: commands.SuggestMove) -> Outcome:
    """Save a suggestion that a passage is to stand elsewhere."""
    read = context.policy_at(command.at)
    return _rooted(context, suggesting_moves.suggest_move(context.actor(), command, read))


def _reads(event: Suggested, policy: Policy) -> tuple[str, str]:
    """The lines that the suggestion is about, as they will read once it is accepted, and what becomes of footnotes."""
    anchor = event.anchors[0]
    change = remarking.suggested_change(anchor, policy, event.replacement)
    if isinstance(change, Misfit):
        return "", ""
    text = policy.texts[anchor.path].text
    return change.lines(text), note_marks_told(text, change)


def reply(context: CommandContext, command: commands.Reply) -> Outcome:
    """Save a reply."""
    return _said(context, command, conversation.reply)


def withdraw(context: CommandContext, command: commands.Withdraw) -> Outcome:
    """Save a withdrawal."""
    return _said(context, command, conversation.withdraw)


def reopen(context: CommandContext, command: commands.Reopen) -> Outcome:
    """Save a re-opening."""
    return _said(context, command, conversation.reopen)


def answer(context: CommandContext, command: commands.Answer) -> Outcome:
    """Save whether a decision satisfies."""
    return _said(context, command, conversation.answer)


_InThread = TypeVar("_InThread", commands.Reply, commands.Withdraw, commands.Reopen, commands.Answer)


def _said(
    context: CommandContext, command: _InThread, rule: Callable[[Actor, _InThread, Thread], ThreadEvent]
) -> Outcome:
    thread = context.thread(command.thread)
    return _saved(context, rule(context.actor(), command, thread), thread)


def revise(context: CommandContext, command: commands.Revise) -> Outcome:
    """Save one's own words anew; with another kind or weight, the pending remark itself."""
    thread = context.thread(command.thread)
    if command.rewrites:
        event = rewritten(context.actor(), command, thread)
        path = replace_pending(context, event)
        message = f"Changed {context.draft.review.name_of(thread.id)}; pending until 'reviewtui submit'."
        return Outcome(message, thread.id, event.id, path)
    return _saved(context, conversation.revise(context.actor(), command, thread), thread)


def link_threads(context: CommandContext, command: commands.LinkThreads) -> Outcome:
    """Save a link between two threads."""
    thread, other = context.thread(command.thread), context.thread(command.other)
    return _saved(context, conversation.link(context.actor(), command, thread, other), thread)


def reattach(context: CommandContext, command: commands.Reattach) -> Outcome:
    """Save a remark's new place."""
    thread = context.thread(command.thread)
    read = context.policy_at("")
    return _saved(context, conversation.reattach(context.actor(), command, thread, read), thread)


def redact(context: CommandContext, command: commands.Redact) -> Outcome:
    """Save that words are hidden; a thread's id means its root's words."""
    threads = context.draft.review.threads
    owners = {entry.event.id: thread.id for thread in threads.values() for entry in thread.entries}
    event = resolve(command.target, owners, what="thread or event")
    thread = threads[owners[event]]
    return _saved(context, conversation.redact(context.actor(), command, thread, event), thread)


def sign_off(context: CommandContext, command: commands.SignOff) -> Outcome:
    """Save an organisation's position on the draft, or on the version that it saw."""
    policy = context.policy_at(command.at).policy
    event = signing_off.sign_off(context.actor(), command, policy, context.draft.review.signoffs())
    event, left_out = recordable_position(event)
    path = save_pending(context, event, "", sign=command.sign)
    reported = f", reported by {event.recorded_by}" if event.recorded_by else ""
    draft, paths = context.draft, [cover.path for cover in event.covers]
    what = f"{counted(len(paths), 'text')} for {draft.effective_settings.organisation_name(event.organisation)}"
    message = f"Signed off ({event.position}) {what}{reported}; pending until you submit."
    replaced = replaced_words(draft, event.organisation, event.position, paths)
    warnings = (left_out, *(sentence for word, sentence in replaced if word.position == "objection"))
    return Outcome(message, event=event.id, path=path, warnings=tuple(filter(None, warnings)))


def read(context: CommandContext, command: commands.Read) -> Outcome:
    """Save which texts were read; what a merge left half-way is no text to be read."""
    if not command.at:
        context.repository.require_quiet()
    policy = context.policy_at(command.at).policy
    events = marking_read.mark_read(context.actor(), command, policy, context.draft.review.counting(WasRead))
    if not events:
        return Outcome(f"{command.on_behalf_of or 'You'} had marked all of that as read already.")
    kept, left_out = recordable_reads(events)
    paths = [save_pending(context, event, "") for event in kept]
    what = counted(len(kept), "section")
    reported = f" by {command.on_behalf_of}" if command.on_behalf_of else ""
    message = f"Marked {what} as read{reported}; pending until you submit."
    warnings = (left_out,) if left_out else ()
    return Outcome(message, event=kept[0].id, path=paths[0], count=len(kept), warnings=warnings)


def _rooted(context: CommandContext, event: Root) -> Outcome:
    path = save_pending(context, event, event.id)
    name = context.draft.review.name_of(event.id)
    message = f"Saved as {name}; pending until you submit."
    return Outcome(message, event.id, event.id, path, warnings=tuple(_astray(event)))


def _astray(event: Root) -> Iterator[str]:
    """Say of a remark recorded for somebody of no organisation that it counts for none."""
    if event.recorded_by and event.organisation == UNAFFILIATED:
        yield f"{event.by} is of no organisation in the settings, so this counts for none; add it: 'organisation add'."


def _saved(context: CommandContext, event: ThreadEvent, thread: Thread) -> Outcome:
    path = save_pending(context, event, thread.id)
    name = context.draft.review.name_of(thread.id)
    done = f"Withdrawn: {name}" if isinstance(event, Withdrawn) else f"Saved in {name}"
    return Outcome(f"{done}; pending until you submit.", thread.id, event.id, path)


def suggest_copy(context: CommandContext, command: commands.SuggestCopy) -> Outcome:
    """Save a suggestion for each change of a copy."""
    made, left_out = suggesting_copies.suggest_copy(context.actor(), command, context.policy_at(command.at))
    events = [event for event in made if not _is_said(context, event)]
    if not events:
        raise Refused("All that is changed in this copy was suggested already, and is still open.")
    paths = [save_pending(context, event, event.id) for event in events]
    review = context.draft.review
    what = "a suggestion" if len(events) == 1 else f"{len(events)} suggestions"
    return Outcome(
        f"Saved {what} ({', '.join(review.name_of(event.id) for event in events)}); pending until you submit.",
        events[0].id, events[0].id, paths[0], count=len(events), threads=tuple(event.id for event in events),
        warnings=tuple(_copy_warnings(events, left_out)),
    )  # fmt: skip


def _copy_warnings(events: Sequence[Suggested | Commented], left_out: Sequence[str]) -> Iterator[str]:
    """Yield what of a copy did not become a suggestion."""
    if comments := sum(isinstance(event, Commented) for event in events):
        yield f"{comments} of them cannot be made by themselves, so they are comments that quote what the copy says."
    for words in left_out:
        yield f"Left out is another number of an item, since a list counts on by itself: “{clipped(words)}”."


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
