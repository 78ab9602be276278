"""The author's queue: every remark that waits for a decision, those that collide as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.document import Section
from reviewtui.domain.draft import Draft
from reviewtui.domain.thread import Thread
from reviewtui.views.threads import ThreadFilter, select


@dataclass(frozen=True, slots=True)
class QueueItem:
    """What is decided together: one thread, or several suggestions for the same words."""

    section: Section | None
    threads: tuple[Thread, ...]

    @property
    def first(self) -> Thread:
        """The thread that stands first."""
        return self.threads[0]

    @property
    def collides(self) -> bool:
        """Whether several suggestions want to change the same words."""
        return len(self.threads) > 1


def queue(draft: Draft, wanted: ThreadFilter | None = None) -> tuple[QueueItem, ...]:
    """Return the open threads in reading order; suggestions whose passages overlap are one item."""
    items: list[QueueItem] = []
    for thread in select(draft, wanted or ThreadFilter(open_only=True)):
        if not thread.is_open:
            continue
        home = next((n for n, item in enumerate(items) if _collide(draft, item.threads, thread)), None)
        if home is None:
            items.append(QueueItem(draft.section_of(thread.id), (thread,)))
        else:
            items[home] = QueueItem(items[home].section, (*items[home].threads, thread))
    return tuple(items)


def counts_line(items: Iterable[QueueItem]) -> str:
    """Return how much waits, in one line."""
    every = tuple(items)
    threads = [thread for item in every for thread in item.threads]
    blocking = sum(thread.blocking for thread in threads)
    collisions = sum(item.collides for item in every)
    parts = [f"{len(threads)} open"]
    parts += [f"{blocking} blocking"] if blocking else []
    parts += [f"{collisions} places where suggestions collide"] if collisions else []
    return " \u00b7 ".join(parts)


def _collide(draft: Draft, threads: tuple[Thread, ...], other: Thread) -> bool:
    return other.is_suggestion and any(thread.is_suggestion and _overlap(draft, thread, other) for thread in threads)


def _overlap(draft: Draft, one: Thread, two: Thread) -> bool:
    here, there = draft.standing(one.id), draft.standing(two.id)
    if here is None or there is None or not (here.is_placed and there.is_placed) or here.path != there.path:
        return False
    if here.start == here.end or there.start == there.end:
        return here.start == there.start
    return here.start < there.end and there.start < here.end
