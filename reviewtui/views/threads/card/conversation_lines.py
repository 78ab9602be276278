"""One thread in full, as lines of plain text."""

from collections.abc import Iterator

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.excerpt import clipped, with_breaks_shown
from reviewtui.views.threads.card.event_lines import EventRow, came_from, event_rows, left_to_do
from reviewtui.views.threads.card.place_rows import AROUND, PlaceRow, place_rows
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
    if thread.is_move:
        yield "suggests to move the passage behind that place"
    placement = draft.placement(thread.id)
    if thread.is_suggestion and thread.is_open and placement is not None and placement.context_change is not None:
        who = "say" if draft.is_author else "the author says"
        yield f"accept   {AROUND}; {who} the words with --as TEXT"
    for event_row in event_rows(draft, thread.entries):
        yield ""
        yield from _event_lines(event_row)
    left = left_to_do(draft, thread)
    if left:
        yield from ("", left)


def _place_lines(row: PlaceRow) -> Iterator[str]:
    """Yield one passage of a remark: its words as they were read and, where they differ, as they are now."""
    placement = row.placement
    if placement is None:
        return
    if row.about == "passage":
        yield from _quoted("passage", row.words)
    elif row.about == "gap":
        yield from _quoted("behind", f"…{row.words}")
    if placement.path is not None and placement.path != row.path:
        yield f"file     {row.path} → {placement.path}"
    if placement.state != "exact" and placement.is_placed and row.about == "passage":
        yield from _quoted("now", row.now, f"  ({_how(row, placement)})")
    elif placement.state != "exact" and placement.reason:
        yield f"now      {placement.reason}"
    elif placement.meaning_changed:
        yield f"meaning  {placement.reason}, beside these words"
    if placement.context_change is not None:
        yield f"around   {AROUND}: {placement.context_change.reason}"
        yield from _quoted("then", placement.context_change.before)
        yield from _quoted("now", placement.context_change.after)
    yield from row.lost


def _how(row: PlaceRow, placement: Placement) -> str:
    return "as decided" if row.as_decided else placement.reason or placement.state


def _quoted(label: str, words: str, note: str = "") -> Iterator[str]:
    """Yield quoted words behind a label; what is more than a line is indented."""
    first, *others = f"“{words}”{note}".splitlines()
    yield f"{label:<8} {first}"
    yield from (f"         {line}" for line in others)


def _event_lines(row: EventRow) -> Iterator[str]:
    """Yield one event: who, for whom, when, what, and where it stands in the record."""
    event, refusal = row.entry.event, row.entry.refusal
    origin = came_from(event)
    told = f", {origin}," if origin else ""
    yield f"{event.at:%d %b %Y %H:%M}  {row.who} ({row.organisation}){told} {row.does}  [{row.status}]"
    if refusal:
        yield f"    refused, without effect: {refusal}"
    for line in row.words.splitlines():
        yield f"    {line}"
    if row.replacement is not None:
        yield f"    → {clipped(with_breaks_shown(row.replacement)) or '(delete)'}"
