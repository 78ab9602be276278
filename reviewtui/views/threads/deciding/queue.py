"""The author's queue: every remark that waits for a decision, those that overlap as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.overlapping import overlapping
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.views.threads.thread_rows import select

BLOCKING = "\u2691"
"""The sign of a section with a remark that must be decided before a release."""
CHOSEN = "\u2713"
"""The sign of a suggestion that is chosen to be accepted with others."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """What is decided together: one thread, or several suggestions for the same words.

    `hidden` want these words too, and are not listed, since a filter leaves them out.
    """

    section: Section | None
    threads: tuple[Thread, ...]
    hidden: tuple[Thread, ...] = ()

    @property
    def first(self) -> Thread:
        """The thread that stands first."""
        return self.threads[0]

    @property
    def overlaps(self) -> bool:
        """Whether several suggestions want to change the same words."""
        return len(self.everyone) > 1

    @property
    def everyone(self) -> tuple[Thread, ...]:
        """All suggestions for these words, listed or not."""
        return (*self.threads, *self.hidden)

    @property
    def is_put_off(self) -> bool:
        """Whether it was put off, and stands in the way of a release all the same."""
        return all(thread.is_undecided and not thread.is_open for thread in self.threads)

    @property
    def blocks(self) -> bool:
        """Whether one of them must be settled before a release."""
        return any(thread.blocking and thread.is_open for thread in self.threads)

    @property
    def is_pending(self) -> bool:
        """Whether nobody has submitted any of it, so that nothing of it can be decided."""
        return all(thread.is_pending for thread in self.threads)


Order = Literal["section", "reviewer"]


def queue(
    draft: Draft,
    wanted: ThreadFilter | None = None,
    order: Order = "section",
    just_decided: AbstractSet[str] = frozenset(),
) -> tuple[QueueItem, ...]:
    """Return the undecided threads in reading order, or by who made them; suggestions for the same words are one item.

    Those that block a release come first, then others, then those that block it although they were put off; those that
    are not submitted, and so not to be decided, come last. Decided ones are among them where `wanted` asks for such;
    `just_decided` are threads that were decided since the draft was read.
    """
    wanted = wanted or ThreadFilter(open_only=True)
    chosen = [thread for thread in select(draft, wanted) if is_queued(thread, wanted, just_decided)]
    listed = {*just_decided, *(thread.id for thread in chosen)}
    others = {thread.id: thread for thread in draft.review.open_threads() if thread.id not in listed}
    groups = overlapping((*chosen, *others.values()), draft.policy, draft.placements)
    items: dict[tuple[str, ...], list[Thread]] = {}
    for thread in chosen:
        together = next((group for group in groups if thread.id in group), (thread.id,))
        items.setdefault(together, []).append(thread)
    queued = [
        QueueItem(draft.section_of(threads[0].id), tuple(threads), tuple(others[t] for t in group if t in others))
        for group, threads in items.items()
    ]
    if order == "reviewer":
        queued.sort(key=lambda item: (item.first.root.organisation, item.first.by.name))
    queued.sort(key=lambda item: (item.is_pending, item.is_put_off, not item.blocks))
    return tuple(queued)


def is_queued(thread: Thread, wanted: ThreadFilter, just_decided: AbstractSet[str] = frozenset()) -> bool:
    """Say whether the queue lists a thread that `wanted` takes: it waits, or decided ones are asked for."""
    return wanted.asks_for_decided or (thread.is_undecided and thread.id not in just_decided)


def item_of(draft: Draft, thread: Thread) -> QueueItem | None:
    """Return the item of the queue that a thread is in, with those that want to change the same words."""
    return next((item for item in queue(draft) if thread in item.threads), None)


def heading_of(draft: Draft, item: QueueItem, order: Order) -> str:
    """Return under which heading an item stands; what blocks a release, and what is not submitted, has its own."""
    first = "Blocking: " if item.blocks else ""
    if item.is_put_off:
        first = "Deferred, still blocking: "
    if item.is_pending:
        first = "Not submitted: "
    return f"{first}{_heading_of(draft, item, order)}"


def _heading_of(draft: Draft, item: QueueItem, order: Order) -> str:
    if order == "reviewer":
        by = draft.called(item.first.by)
        return f"{by}, {draft.effective_settings.organisation_name(item.first.root.organisation)}"
    return item.section.title if item.section else "No one place in the text"


def last_decided(draft: Draft) -> Thread | None:
    """Return the thread that I decided last, of those whose decision is still in force."""
    mine = [
        (thread.decision.id, thread)
        for thread in draft.review.threads.values()
        if thread.decision is not None and draft.me is not None and parse_person(thread.decision.by).key == draft.me.key
    ]
    return max(mine, key=lambda dated: dated[0])[1] if mine else None


def counts_line(items: Iterable[QueueItem]) -> str:
    """Return in one line how much is listed, by what it is: what waits, with what of it blocks, and what is decided."""
    every = tuple(items)
    threads = [thread for item in every for thread in item.threads]
    waiting = [thread for thread in threads if thread.is_open]
    others = Counter(_no_longer_open(thread) for thread in threads if not thread.is_open)
    parts = [_with_pending(waiting, "open")] if waiting or not others else []
    blocking = [thread for thread in threads if thread.blocking and thread.is_undecided]
    parts += [_with_pending(blocking, "blocking")] if blocking else []
    counts = {"to settle": sum(item.overlaps for item in every), **others}
    parts += [f"{count} {what}" for what, count in counts.items() if count]
    return " \u00b7 ".join(parts)


def _no_longer_open(thread: Thread) -> str:
    if thread.is_undecided:
        return "of them deferred"
    return "decided" if thread.decision else thread.state


def _with_pending(threads: Sequence[Thread], what: str) -> str:
    """Count threads, and name those of them that are pending: no gate counts these."""
    pending = sum(thread.is_pending for thread in threads)
    return f"{len(threads)} {what}" + (f" ({pending} pending)" if pending else "")
