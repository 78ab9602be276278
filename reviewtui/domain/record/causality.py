"""Which events of a thread had seen which others, and one order of them that is the same everywhere."""

import heapq
from collections.abc import Mapping

from reviewtui.domain.record.events import AnyEvent


def causal_order(events: Mapping[str, AnyEvent]) -> tuple[str, ...]:
    """Return the ids of `events`, each behind those named in its `after`; ties by (clock, id).

    Total: unknown ids in `after` are ignored, and what stands in a circle comes last, by (clock, id).
    """
    waiting = {
        key: {other for other in event.after if other in events and other != key} for key, event in events.items()
    }
    followers: dict[str, list[str]] = {key: [] for key in events}
    for key, before in waiting.items():
        for other in before:
            followers[other].append(key)
    ready = [(events[key].clock, key) for key, before in waiting.items() if not before]
    heapq.heapify(ready)
    order: list[str] = []
    while ready:
        _, key = heapq.heappop(ready)
        order.append(key)
        for follower in followers[key]:
            waiting[follower].discard(key)
            if not waiting[follower]:
                heapq.heappush(ready, (events[follower].clock, follower))
    placed = set(order)
    circle = sorted((events[key].clock, key) for key in events if key not in placed)
    return (*order, *(key for _, key in circle))


def ancestors(key: str, events: Mapping[str, AnyEvent]) -> frozenset[str]:
    """Return the ids of all events that `key` had seen, directly or through others."""
    seen: set[str] = set()
    waiting = list(events[key].after) if key in events else []
    while waiting:
        other = waiting.pop()
        if other in seen or other not in events or other == key:
            continue
        seen.add(other)
        waiting.extend(events[other].after)
    return frozenset(seen)
