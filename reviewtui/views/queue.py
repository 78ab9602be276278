"""The author's queue: every remark that waits for a decision, those that collide as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.collisions import colliding
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
    """Return the open threads in reading order; suggestions for the same words are one item."""
    chosen = [thread for thread in select(draft, wanted or ThreadFilter(open_only=True)) if thread.is_open]
    groups = colliding(chosen, draft.policy, draft.standings)
    items: dict[tuple[str, ...], list[Thread]] = {}
    for thread in chosen:
        together = next((group for group in groups if thread.id in group), (thread.id,))
        items.setdefault(together, []).append(thread)
    return tuple(QueueItem(draft.section_of(threads[0].id), tuple(threads)) for threads in items.values())


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
