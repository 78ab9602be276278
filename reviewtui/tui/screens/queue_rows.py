"""The rows of the queue: headings, one row a thread, those that overlap under a heading of their own."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.identifier import short
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.inline_change import gist_line
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.deciding.queue import CHOSEN, Order, QueueItem, heading_of
from reviewtui.views.time_in_words import day_words

QueueEntry = tuple[QueueItem, Thread] | None
QueueLines = Iterator[tuple[QueueEntry, tuple[StyledLine, ...]]]


def queue_lines(
    draft: Draft, items: tuple[QueueItem, ...], order: Order, chosen: AbstractSet[str] = frozenset()
) -> QueueLines:
    """Yield the rows of the queue: headings, two lines a thread; overlaps under a heading, `chosen` with a sign."""
    last = ""
    for item in items:
        title = heading_of(draft, item, order)
        if title != last:
            last = title
            yield None, (line(Styled(title, "heading")),)
        if item.overlaps:
            hidden = [draft.review.name_of(thread.id) for thread in item.hidden]
            what = f"the same words; not listed: {first_few(hidden, 3)}" if hidden else "to change the same words"
            yield None, (line(Styled(f"  {len(item.everyone)} want {what}", "alarm")),)
        for thread in item.threads:
            indent = f"{'  ' if item.overlaps else ''}{CHOSEN if thread.id in chosen else ' '} "
            # A heading says that all below it block, but where only some of them do, or none is submitted.
            weight = "blocking " if thread.blocking and (item.overlaps or item.is_pending) else ""
            yield (item, thread), _thread_lines(draft, thread, indent, weight if thread.is_undecided else "")


def in_one_line(row: tuple[QueueEntry, tuple[StyledLine, ...]]) -> tuple[QueueEntry, tuple[StyledLine, ...]]:
    """Return a row of the queue with both lines of a thread on one, without the space before the second."""
    entry, (first, *others) = row
    return entry, ((*first, *(piece for each in others for piece in (Styled(" \u00b7 ", "muted"), *each[1:]))),)


def _thread_lines(draft: Draft, thread: Thread, indent: str, weight: str) -> tuple[StyledLine, StyledLine]:
    name = short(thread.id, draft.review.threads)
    who = draft.settings.organisation_name(thread.root.organisation)
    # What is listed waits, as a rule; its age stands where there is always room.
    state = "" if thread.state == "open" else f" \u00b7 {thread.state_in_words}"
    made = day_words(thread.root.at.date(), datetime.now(UTC).date())
    return (
        line(
            Styled(indent, "good"),
            Styled(name, "strong"),
            " ",
            Styled(weight, "bad"),
            Styled(f"{thread.kind}{state} \u00b7 {who}", "muted"),
        ),
        line(" " * len(indent), Styled(f"{made}: ", "muted"), *gist_line(thread, 140)),
    )
