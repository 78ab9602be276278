"""Which events of a thread had seen which others, and one order of them that is the same everywhere."""

import heapq
from collections.abc import Iterator, Mapping, Sequence

from reviewtui.domain.record.events import AnyEvent


def causal_order(events: Mapping[str, AnyEvent]) -> tuple[str, ...]:
    """Return the ids of `events`, each behind those named in its `after`; ties by (clock, id).

    Total: unknown ids in `after` are ignored. What stands in a circle comes last with what is behind it: circle behind
    circle in causal order, and in a circle by (clock, id).
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
    left = sorted((key for key in events if key not in placed), key=lambda key: (events[key].clock, key))
    circles = _circles({key: sorted(waiting[key], key=lambda other: (events[other].clock, other)) for key in left})
    return (*order, *(key for circle in circles for key in sorted(circle, key=lambda key: (events[key].clock, key))))


def _circles(before: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the groups of ids that see each other, each behind those that it sees (Tarjan 1972, without recursion).

    `before` are the ids that each one sees.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ids: list[str] = []
    held: set[str] = set()
    for start in before:
        path = [(start, iter(before[start]))] if start not in number else []
        while path:
            key, others = path[-1]
            if key not in number:
                number[key] = lowest[key] = len(number)
                open_ids.append(key)
                held.add(key)
            other = next(others, None)
            if other is None:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[key])
                if lowest[key] == number[key]:
                    circle = [open_ids.pop()]
                    while circle[-1] != key:
                        circle.append(open_ids.pop())
                    held.difference_update(circle)
                    yield circle
            elif other not in number:
                path.append((other, iter(before[other])))
            elif other in held:
                lowest[key] = min(lowest[key], number[other])


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
