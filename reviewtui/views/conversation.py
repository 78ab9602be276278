"""One thread in full, as lines of plain text."""

from collections.abc import Iterator

from reviewtui.domain.anchor import Anchor
from reviewtui.domain.draft import Draft, Standing
from reviewtui.domain.events import TYPE_NAMES, Decided, Linked, MarkedDone, Reattached, Revised, Suggested
from reviewtui.domain.identifier import short
from reviewtui.domain.record import SignatureState
from reviewtui.domain.thread import Entry, Thread
from reviewtui.views.lost import lost_lines
from reviewtui.views.threads import clipped, marks, where_it_stands

_SAYS = {
    "comment": "remarks",
    "suggestion": "suggests",
    "reply": "replies",
    "revise": "says anew",
    "withdraw": "takes the remark back",
    "reopen": "opens it again",
    "link": "links it",
    "reattach": "puts it to a new place",
    "answer": "answers the decision",
    "redact": "removes words",
    "decision": "decides",
    "done": "marks it as done",
}

_SIGNED: dict[SignatureState, str] = {
    "none": "",
    "valid": ", signed",
    "foreign": ", signed with a key that is not known",
    "broken": ", with a signature that does not fit",
    "unchecked": ", signed, which cannot be checked here",
}


def conversation_lines(draft: Draft, thread: Thread) -> Iterator[str]:
    """Yield a thread with all its events, oldest first."""
    yield f"{draft.review.name_of(thread.id)}  {thread.kind} · {marks(draft, thread)}"
    yield f"id       {thread.id}"
    yield f"section  {where_it_stands(draft, thread)}"
    for anchor, standing in draft.places(thread):
        if standing is not None:
            yield from _place_lines(draft, anchor, standing)
    if thread.replacement is not None:
        yield from _quoted("suggests", thread.replacement) if thread.replacement else ("suggests to delete it",)
    for entry in thread.entries:
        yield ""
        yield from entry_lines(draft, entry)


def _place_lines(draft: Draft, anchor: Anchor, standing: Standing) -> Iterator[str]:
    """Yield one passage of a remark: its words as they were read and, where they differ, as they are now."""
    if anchor.exact:
        yield from _quoted("passage", anchor.exact)
    elif anchor.is_gap:
        yield from _quoted("behind", f"…{anchor.prefix}")
    if standing.path is not None and standing.path != anchor.path:
        yield f"file     {anchor.path} → {standing.path}"
    if standing.state == "exact":
        if standing.meaning_changed:
            yield f"meaning  {standing.reason}, beside these words"
        return
    if standing.is_placed and standing.path is not None and anchor.exact:
        now = draft.policy.texts[standing.path].text[standing.start : standing.end]
        yield from _quoted("now", now, f"  ({standing.reason or standing.state})")
        return
    if standing.reason:
        yield f"now      {standing.reason}"
    if anchor.is_passage and not standing.is_placed:
        yield from lost_lines(draft, anchor, standing)


def _quoted(label: str, words: str, note: str = "") -> Iterator[str]:
    """Yield quoted words behind a label; what is more than a line is indented."""
    first, *others = f"“{words}”{note}".splitlines()
    yield f"{label:<8} {first}"
    yield from (f"         {line}" for line in others)


def entry_lines(draft: Draft, entry: Entry) -> Iterator[str]:
    """Yield one event: who, for whom, when, what, and where it stands in the record."""
    event = entry.event
    who = f"{entry.by.name} ({draft.settings.organisation_name(event.organisation)})"
    recorded = f", recorded by {event.recorded_by}" if event.recorded_by else ""
    says = _SAYS[TYPE_NAMES[type(event)]]
    yield f"{event.at:%d %b %Y %H:%M}  {who}{recorded} {says}{_detail(entry)}  [{standing_in_git(entry)}]"
    if entry.refusal:
        yield f"    refused, without effect: {entry.refusal}"
    for line in entry.words.splitlines():
        yield f"    {line}"
    if isinstance(event, Revised | Suggested) and event.replacement is not None and entry.hidden is None:
        yield f"    → {clipped(event.replacement) or '(delete)'}"


def standing_in_git(entry: Entry) -> str:
    """Return in a word where an event stands: pending, its commit, or unknown."""
    provenance = entry.recorded.provenance
    if provenance.pending:
        return "pending"
    if provenance.commit is None:
        return "commit unknown"
    who = f" by {provenance.author}" if entry.recorded.identity == "contradicted" else ""
    return f"{provenance.commit[:10]}{who}{_SIGNED[provenance.signature]}"


def _detail(entry: Entry) -> str:
    event = entry.event
    if isinstance(event, Decided):
        return f": {event.verdict}" + (f" of {short(event.of)}" if event.of else "")
    if isinstance(event, Linked):
        return f" with {short(event.to)} ({event.relation})"
    if isinstance(event, MarkedDone):
        return f" in {event.commit[:10]}"
    if isinstance(event, Reattached):
        return f": “{clipped(event.anchors[0].exact, 60)}”"
    satisfied = getattr(event, "satisfied", None)
    if satisfied is None:
        return ""
    return ": satisfied" if satisfied else ": not satisfied"
