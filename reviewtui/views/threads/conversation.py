"""One thread in full, as lines of plain text."""

from collections.abc import Iterator

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped
from reviewtui.views.threads.event_lines import Deed, deeds, left_to_do
from reviewtui.views.threads.place_rows import PlaceRow, place_rows
from reviewtui.views.threads.thread_rows import marks, where_it_stands


def conversation_lines(draft: Draft, thread: Thread) -> Iterator[str]:
    """Yield a thread with all its events, oldest first."""
    yield f"{draft.review.name_of(thread.id)}  {thread.kind} · {marks(draft, thread)}"
    yield f"id       {thread.id}"
    yield f"section  {where_it_stands(draft, thread)}"
    for row in place_rows(draft, thread):
        yield from _place_lines(row)
    if thread.replacement is not None:
        yield from _quoted("suggests", thread.replacement) if thread.replacement else ("suggests to delete it",)
    for deed in deeds(draft, thread.entries):
        yield ""
        yield from _deed_lines(deed)
    left = left_to_do(draft, thread)
    if left:
        yield from ("", left)


def _place_lines(row: PlaceRow) -> Iterator[str]:
    """Yield one passage of a remark: its words as they were read and, where they differ, as they are now."""
    standing = row.standing
    if standing is None:
        return
    if row.about == "passage":
        yield from _quoted("passage", row.words)
    elif row.about == "gap":
        yield from _quoted("behind", f"…{row.words}")
    if standing.path is not None and standing.path != row.path:
        yield f"file     {row.path} → {standing.path}"
    if standing.state != "exact" and standing.is_placed and row.about == "passage":
        yield from _quoted("now", row.now, f"  ({standing.reason or standing.state})")
    elif standing.state != "exact" and standing.reason:
        yield f"now      {standing.reason}"
    elif standing.meaning_changed:
        yield f"meaning  {standing.reason}, beside these words"
    yield from row.lost


def _quoted(label: str, words: str, note: str = "") -> Iterator[str]:
    """Yield quoted words behind a label; what is more than a line is indented."""
    first, *others = f"“{words}”{note}".splitlines()
    yield f"{label:<8} {first}"
    yield from (f"         {line}" for line in others)


def _deed_lines(deed: Deed) -> Iterator[str]:
    """Yield one event: who, for whom, when, what, and where it stands in the record."""
    event, refusal = deed.entry.event, deed.entry.refusal
    recorded = f", recorded by {event.recorded_by}" if event.recorded_by else ""
    yield f"{event.at:%d %b %Y %H:%M}  {deed.who} ({deed.organisation}){recorded} {deed.does}  [{deed.standing}]"
    if refusal:
        yield f"    refused, without effect: {refusal}"
    for line in deed.entry.words.splitlines():
        yield f"    {line}"
    if deed.replacement is not None:
        yield f"    → {clipped(deed.replacement) or '(delete)'}"
