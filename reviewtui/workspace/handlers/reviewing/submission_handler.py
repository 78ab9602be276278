"""Carries out `submit`: my pending events become one commit, and nothing else does."""

import shlex
from collections.abc import Iterator, Sequence

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.record.event_kinds import amounts
from reviewtui.domain.record.events import TYPE_NAMES, Decided, Linked, MarkedDone, Released
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.local.saved_here import SavedHere
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_changes, pending_change

_NEVER = (Decided, MarkedDone, Released)
"""What its commit makes: it is never submitted."""
_MOST = 5
_SHORT = 60


def submit(context: CommandContext, command: Submit) -> Outcome:
    """Commit every pending event that I made or recorded."""
    context.settings  # noqa: B018 - without settings the answer is to begin a review
    mine = context.draft.review.pending_of(context.me.address)
    files = [recorded for recorded in mine if not isinstance(recorded.event, _NEVER)]
    pending = [recorded for recorded in files if recorded.provenance.made_here or command.agreed]
    doubtful = [recorded for recorded in files if not (recorded.provenance.made_here or command.agreed)]
    if doubtful and not pending:
        raise Refused(_in_doubt(doubtful))
    context.notices.extend(_never_made(recorded) for recorded in mine if isinstance(recorded.event, _NEVER))
    hanging = tuple(_hanging(context, pending))
    pending = [recorded for recorded in pending if recorded not in hanging]
    if hanging and not pending:
        raise Refused(_waits(hanging))
    if not pending:
        return Outcome("Nothing is pending; there is nothing to submit.")
    context.repository.require_quiet()
    changes = [pending_change(context.repository, recorded.path) for recorded in pending]
    message = command.message.strip() or _message(context, pending)
    commit = commit_changes(context, changes, f"{message}\n")
    _forget(context, pending, changes)
    if doubtful:
        context.notices.append(_in_doubt(doubtful))
    if hanging:
        context.notices.append(_waits(hanging))
    what = amounts(recorded.event for recorded in pending)
    return Outcome(f"Submitted {what}: committed as {commit[:10]}.", commit=commit, count=len(pending))


def _forget(context: CommandContext, pending: Sequence[Recorded], changes: Sequence[PathChange]) -> None:
    """Drop the marks of what is pending no more; what was changed by hand since it was saved is told."""
    saved = SavedHere(context.repository)
    marks = saved.read()
    changed = [
        recorded
        for recorded, change in zip(pending, changes, strict=True)
        if recorded.provenance.made_here and not marks.is_unchanged(change.committed)
    ]
    if changed:
        context.notices.append(f"Changed by hand since you saved it, and committed so: {_named(changed)}.")
    saved.forget((change.path, change.committed) for change in changes)


def _hanging(context: CommandContext, pending: Sequence[Recorded]) -> Iterator[Recorded]:
    """Yield what is said in, or links to, a remark that stays pending: in another clone it would hang on nothing."""
    going = {id(recorded) for recorded in pending}
    roots = (thread.entries[0].recorded for thread in context.draft.review.threads.values() if thread.is_pending)
    staying = {root.event.id for root in roots if id(root) not in going}
    for recorded in pending:
        target = recorded.event.to if isinstance(recorded.event, Linked) else ""
        if staying & {recorded.thread, target}:
            yield recorded


def _waits(hanging: Sequence[Recorded]) -> str:
    """Return what is not committed, since it answers what is not in the record yet, and what to do about it."""
    wait = "1 file waits" if len(hanging) == 1 else f"{len(hanging)} files wait"
    return (
        f"{wait} for a remark that its writer has not submitted; not committed: {_named(hanging)}. "
        "The writer submits it first, then you: reviewtui submit."
    )


def _in_doubt(doubtful: Sequence[Recorded]) -> str:
    """Return what lies here in my name that I did not save here, and what to do about it."""
    lies = "1 file lies" if len(doubtful) == 1 else f"{len(doubtful)} files lie"
    return (
        f"{lies} here in your name that no command of yours on this machine saved; not committed: {_named(doubtful)}"
        ". If you wrote that: reviewtui submit --yes. If not, remove it, and ask who handed you this clone."
    )


def _named(events: Sequence[Recorded]) -> str:
    """Return a few events by their files, each with the beginning of what it says."""
    named = [
        f"{TYPE_NAMES[type(recorded.event)]} {recorded.path}" + (f" (“{said}”)" if (said := _said(recorded)) else "")
        for recorded in events
    ]
    return first_few(named, _MOST)


def _never_made(recorded: Recorded) -> str:
    name = TYPE_NAMES[type(recorded.event)]
    way = f"rm {shlex.quote(recorded.path)}"
    return f"A {name} lies here in your name that no command put there; it is never submitted: {way}"


def _said(recorded: Recorded) -> str:
    event = recorded.event
    return " ".join((event.words or str(getattr(event, "position", ""))).split())[:_SHORT]


def _message(context: CommandContext, pending: Sequence[Recorded]) -> str:
    what = amounts(recorded.event for recorded in pending)
    threads = sorted({recorded.thread for recorded in pending if recorded.thread})
    trailers = "\n".join(f"Reviewed-thread: {thread}" for thread in threads[:200])
    who = context.settings.organisation_name(context.settings.organisation_of(context.me))
    subject = f"Submit review of {who}" if not context.settings.is_author(context.me) else "Submit"
    return f"{subject}: {what}\n\n{trailers}".rstrip()
