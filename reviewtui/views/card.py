"""One thread as a card beside the text: who, where, then and now, what was said, what was decided."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from reviewtui.domain.draft import Draft, Standing
from reviewtui.domain.events import Decided, Revised, Suggested
from reviewtui.domain.identifier import short
from reviewtui.domain.thread import Entry, Thread
from reviewtui.views.conversation import standing_in_git
from reviewtui.views.lost import lost_lines
from reviewtui.views.piece import Line, Piece, line
from reviewtui.views.threads import clipped
from reviewtui.views.word_change import word_change

_GOOD = frozenset({"accepted", "accepted-with-changes", "noted"})
_SAYS = {
    "Replied": "replies",
    "Revised": "says it anew",
    "Withdrawn": "takes it back",
    "Reopened": "opens it again",
    "Linked": "links it",
    "Reattached": "puts it to a new place",
    "Redacted": "removes words",
    "MarkedDone": "did it by hand",
}


def card_title(draft: Draft, thread: Thread) -> str:
    """Return the name of a thread with its kind."""
    return f"{draft.review.name_of(thread.id)} \u00b7 {thread.kind}" + (" \u00b7 blocking" if thread.blocking else "")


def card_lines(draft: Draft, thread: Thread, now: datetime) -> Iterator[Line]:
    """Yield the card of a thread; `now` is when it is looked at (UTC)."""
    yield from _head(draft, thread, now)
    yield ()
    yield from _passage(draft, thread)
    if thread.body:
        yield ()
        yield line(Piece(thread.body))
    for entry in thread.entries[1:]:
        yield ()
        yield from _entry(draft, entry, now)


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago `moment` was, in the largest unit that says something."""
    passed = now - moment
    if passed < timedelta(minutes=-10):
        return f"{moment:%d %b %Y} (the writer's clock is ahead)"
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = int(passed.total_seconds() // length)
        if count > 60 and unit == "day":
            return f"{moment:%d %b %Y}"
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def _head(draft: Draft, thread: Thread, now: datetime) -> Iterator[Line]:
    state = Piece(thread.state, "good" if thread.state in _GOOD else "alarm" if thread.is_open else "strong")
    flags = [Piece(f" \u00b7 {flag}", "pending" if flag == "pending" else "bad") for flag in draft.all_flags(thread)]
    yield line(state, *flags)
    root = thread.root
    yield line(Piece(thread.by.name, "strong"), f" \u00b7 {draft.settings.organisation_name(root.organisation)}")
    when = ago(root.at, now)
    recorded = f" \u00b7 recorded by {root.recorded_by}" if root.recorded_by else ""
    yield line(Piece(f"{when}{_version(draft, thread)}{recorded}", "muted"))
    if thread.refusal:
        yield line(Piece(f"counts for nothing: {thread.refusal}", "bad"))
    if thread.same_as:
        yield line(Piece(f"the same as {short(thread.same_as)}", "muted"))


def _version(draft: Draft, thread: Thread) -> str:
    commit = thread.anchors[0].version if thread.anchors else ""
    if not commit:
        return ""
    name = next((version.name for version in draft.releases if version.commit == commit), "")
    if name:
        return f" \u00b7 on {name}"
    return " \u00b7 on this draft" if commit == draft.version.commit else f" \u00b7 on the draft {commit[:8]}"


def _passage(draft: Draft, thread: Thread) -> Iterator[Line]:
    anchor = thread.anchors[0] if thread.anchors else None
    if anchor is None or (anchor.topic and not anchor.path):
        yield line(Piece("about the topic " + anchor.topic if anchor else "about the whole policy", "muted"))
        return
    if not anchor.is_passage:
        yield line(Piece("about the section as a whole", "muted"))
        return
    if anchor.exact:
        yield line(Piece(f"\u201c{_flat(anchor.exact)}\u201d", "quote"))
    else:
        yield line(Piece(f"between \u201c\u2026{_flat(anchor.prefix)}\u201d and what follows", "quote"))
    standing = draft.standing(thread.id)
    if standing is not None:
        yield from _now(draft, anchor.exact, standing)
        if not standing.is_placed:
            yield from (line(Piece(said, "muted")) for said in lost_lines(draft, anchor, standing))
    if thread.replacement is None:
        return
    yield ()
    if not anchor.exact:
        yield line(Piece("insert: ", "muted"), Piece(thread.replacement, "come"))
    elif not thread.replacement:
        yield line(Piece("suggests to delete it", "gone"))
    else:
        yield line(Piece("\u2192 ", "muted"), *word_change(anchor.exact, thread.replacement))


def _now(draft: Draft, exact: str, standing: Standing) -> Iterator[Line]:
    sure = "" if standing.confidence >= 0.995 else f" \u00b7 {standing.confidence:.0%} sure"
    if standing.path is None or not standing.is_placed:
        what = "in several places" if standing.state == "ambiguous" else "not in this text any more"
        yield line(Piece(f"now: {what}{sure}", "alarm"), f"  {standing.reason}" if standing.reason else "")
        return
    text = draft.policy.texts.get(standing.path)
    now = text.text[standing.start : standing.end] if text else ""
    yield line(Piece(f"now: {standing.state}{sure}", "muted"))
    if standing.meaning_changed:
        yield line(Piece(f"\u26a0 the meaning changed: {standing.reason}", "alarm"))
    if now.split() != exact.split():
        yield line(*word_change(exact, now))


def _entry(draft: Draft, entry: Entry, now: datetime) -> Iterator[Line]:
    event = entry.event
    who = f"{entry.by.name} \u00b7 {draft.settings.organisation_name(event.organisation)}"
    if draft.roles is not None and draft.roles.is_author(entry.by):
        who = f"{entry.by.name} \u00b7 author"
    said = _SAYS.get(type(event).__name__, "")
    if isinstance(event, Decided):
        said = f"{event.verdict}" + (f" of {short(event.of)}" if event.of else "")
    satisfied = getattr(event, "satisfied", None)
    if satisfied is not None:
        said = "is satisfied" if satisfied else "is not satisfied"
    look = "strong" if isinstance(event, Decided) else ""
    yield line(Piece(who, "strong"), " ", Piece(said, "good" if look else "muted"))
    yield line(Piece(f"{ago(event.at, now)} \u00b7 {standing_in_git(entry)}", "muted"))
    if entry.refusal:
        yield line(Piece(f"without effect: {entry.refusal}", "bad"))
    if entry.words:
        yield line(entry.words)
    if isinstance(event, Revised | Suggested) and event.replacement is not None and entry.hidden is None:
        yield line(Piece("\u2192 ", "muted"), Piece(event.replacement or "(delete)", "come"))
    if isinstance(event, Decided) and event.edit is not None:
        yield line(Piece("in the text: ", "muted"), *word_change(event.edit.before, event.edit.after))


def _flat(text: str) -> str:
    return clipped(text, 280)
