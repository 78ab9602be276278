"""Carries out what reviewers ask for: each becomes a pending event."""

from collections.abc import Iterator

from reviewtui.domain.actions import conversation, remarking, signing_off
from reviewtui.domain.actions import marking_read as reading
from reviewtui.domain.actions.commands import (
    Answer,
    Comment,
    Link,
    Read,
    Reattach,
    Redact,
    Reopen,
    Reply,
    Revise,
    SignOff,
    Suggest,
    Withdraw,
)
from reviewtui.domain.actions.pending import rewritten
from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.record.events import AnyEvent, Commented, Suggested, WasRead
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.workspace.command.command_context import Desk
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import replace_pending, save_pending
from reviewtui.workspace.command.signing import signed_bytes
from reviewtui.workspace.handlers.findings import about_finding
from reviewtui.workspace.loading.version_names import resolve_version


def comment(desk: Desk, command: Comment) -> Outcome:
    """Save a comment."""
    act = desk.act()
    if command.finding:
        command = about_finding(desk, command)
    policy, version = _read_at(desk, command.at)
    return _rooted(desk, remarking.comment(act, command, policy, version))


def suggest(desk: Desk, command: Suggest) -> Outcome:
    """Save a suggestion."""
    act = desk.act()
    policy, version = _read_at(desk, command.at)
    return _rooted(desk, remarking.suggest(act, command, policy, version))


def reply(desk: Desk, command: Reply) -> Outcome:
    """Save a reply."""
    thread = desk.thread(command.thread)
    return _saved(desk, conversation.reply(desk.act(), command, thread), thread)


def revise(desk: Desk, command: Revise) -> Outcome:
    """Save one's own words anew; with another kind or weight, the pending remark itself."""
    thread = desk.thread(command.thread)
    if command.rewrites:
        event = rewritten(desk.act(), command, thread)
        path = replace_pending(desk.repository, event)
        said = f"Changed {desk.draft.review.name_of(thread.id)}; pending until 'reviewtui submit'."
        return Outcome(said, thread.id, event.id, path)
    return _saved(desk, conversation.revise(desk.act(), command, thread), thread)


def withdraw(desk: Desk, command: Withdraw) -> Outcome:
    """Save a withdrawal."""
    thread = desk.thread(command.thread)
    return _saved(desk, conversation.withdraw(desk.act(), command, thread), thread)


def reopen(desk: Desk, command: Reopen) -> Outcome:
    """Save a re-opening."""
    thread = desk.thread(command.thread)
    return _saved(desk, conversation.reopen(desk.act(), command, thread), thread)


def link(desk: Desk, command: Link) -> Outcome:
    """Save a link between two threads."""
    thread, other = desk.thread(command.thread), desk.thread(command.other)
    return _saved(desk, conversation.link(desk.act(), command, thread, other), thread)


def reattach(desk: Desk, command: Reattach) -> Outcome:
    """Save a remark's new place."""
    thread = desk.thread(command.thread)
    policy, version = _read_at(desk, "")
    return _saved(desk, conversation.reattach(desk.act(), command, thread, policy, version), thread)


def answer(desk: Desk, command: Answer) -> Outcome:
    """Save whether a decision satisfies."""
    thread = desk.thread(command.thread)
    return _saved(desk, conversation.answer(desk.act(), command, thread), thread)


def redact(desk: Desk, command: Redact) -> Outcome:
    """Save that words are hidden; a thread's id means its root's words."""
    threads = desk.draft.review.threads
    owners = {entry.event.id: thread.id for thread in threads.values() for entry in thread.entries}
    event = resolve(command.target, owners, what="thread or event")
    thread = threads[owners[event]]
    return _saved(desk, conversation.redact(desk.act(), command, thread, event), thread)


def sign_off(desk: Desk, command: SignOff) -> Outcome:
    """Save an organisation's position."""
    event = signing_off.sign_off(desk.act(), command, desk.draft.policy, desk.draft.review.signoffs())
    path = save_pending(desk.repository, event, "", signed_bytes(desk, event, sign=command.sign))
    what = f"{len(event.covers)} texts for {event.organisation}"
    said = f"Signed off ({event.position}) {what}; pending until you submit."
    return Outcome(said, event=event.id, path=path)


def read(desk: Desk, command: Read) -> Outcome:
    """Save which texts were read."""
    events = reading.mark_read(desk.act(), command, desk.draft.policy, desk.draft.review.counting(WasRead))
    if not events:
        return Outcome("You had marked all of that as read already.")
    paths = [save_pending(desk.repository, event, "") for event in events]
    what = "1 text" if len(events) == 1 else f"{len(events)} texts"
    said = f"Marked {what} as read; pending until you submit."
    return Outcome(said, event=events[0].id, path=paths[0], count=len(events))


def _read_at(desk: Desk, name: str) -> tuple[Policy, str]:
    """The policy as the remark's writer reads it, and the commit of that version."""
    if not name:
        return desk.draft.policy, desk.draft.version.commit
    repository = desk.repository
    version = resolve_version(repository, desk.draft.releases, name, desk.draft.version.commit)
    return desk.loader.policy_of(version, desk.draft.settings)[0], version.commit


def _rooted(desk: Desk, event: Commented | Suggested) -> Outcome:
    path = save_pending(desk.repository, event, event.id)
    name = desk.draft.review.name_of(event.id)
    said = f"Saved as {name}; pending until you submit."
    return Outcome(said, event.id, event.id, path, warnings=tuple(_astray(event)))


def _astray(event: Commented | Suggested) -> Iterator[str]:
    """Say of a remark recorded for somebody of no organisation that it counts for none."""
    if event.recorded_by and event.organisation == UNAFFILIATED:
        yield f"{event.by} is of no organisation in the settings, so this counts for none; add it: 'organisation add'."


def _saved(desk: Desk, event: AnyEvent, thread: Thread) -> Outcome:
    if isinstance(event, Commented | Suggested):
        raise Refused("A remark begins a thread of its own.")
    path = save_pending(desk.repository, event, thread.id)
    name = desk.draft.review.name_of(thread.id)
    return Outcome(f"Saved in {name}; pending until you submit.", thread.id, event.id, path)
