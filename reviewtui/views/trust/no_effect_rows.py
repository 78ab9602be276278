"""What has no effect, as a reader sees it: loud until an author says that it is known."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import TYPE_NAMES
from reviewtui.domain.record.without_effect import WithoutEffect, without_effect
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped

_MOST = 5
_WORDS = 60


def what_it_says(row: WithoutEffect) -> str:
    """Return in a few words what an event is."""
    event = row.recorded.event
    words = f" “{clipped(event.words, _WORDS)}”" if event.words else ""
    return f"{TYPE_NAMES[type(event)]}{words}"


def no_effect_lines(rows: Sequence[WithoutEffect], heading: str = "") -> Iterator[str]:
    """Yield what has no effect, with the reason and where to go on; nothing where nobody has to hear of it."""
    if rows:
        usual = f"{counted(len(rows), 'event')} without effect"
        yield f"! {heading or usual}:"
        yield from (f"!   {row.reference[-6:]} {what_it_says(row)} of {row.by}: {row.why}" for row in rows[:_MOST])
        more = f" and {len(rows) - _MOST} more" if len(rows) > _MOST else ""
        yield f"!   each{more} with its repair: reviewtui verify; an author settles it: reviewtui settle EVENT -m WHY"


def no_effect_data(draft: Draft) -> list[dict[str, object]]:
    """Return the events without effect as JSON tells them, those that nobody has acknowledged first."""
    return [row_data(row) for row in without_effect(draft.review)]


def row_data(row: WithoutEffect) -> dict[str, object]:
    """Return one event without effect as JSON tells it."""
    provenance, settled = row.recorded.provenance, row.settled
    return {
        "event": row.reference,
        "thread": row.recorded.thread or None,
        "type": TYPE_NAMES[type(row.recorded.event)],
        "by": row.recorded.event.by,
        "cause": row.cause,
        "why": row.why,
        "path": row.recorded.path,
        "commit": provenance.commit,
        "committed_by": str(provenance.author) if provenance.author else None,
        "repair": row.repair,
        "settled": settled.body if settled is not None else None,
    }
