"""Whether a signature was made for the thread in which its event lies, so that a copy of it proves nothing elsewhere.

A signed event names its thread. One of an older version does not: there the thread's root has to be among the events
that it had seen.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from reviewtui.domain.record.record import Recorded


def with_bound_signatures(events: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return `events`; a valid signature that may have been made for another thread is called so.

    Which events one had seen in turn is believed only of ids that lie in a single thread: whoever puts an event under
    the id of another thread's would else lead an old signed event into the wrong one.
    """
    everything = tuple(events)
    doubtful = {id(recorded) for recorded in everything if _names_no_thread(recorded)}
    if not doubtful:
        return everything
    homes: dict[str, set[str]] = defaultdict(set)
    for recorded in everything:
        homes[recorded.event.id].add(recorded.thread)
    threads = {recorded.thread for recorded in everything if id(recorded) in doubtful}
    after: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for recorded in everything:
        if recorded.thread in threads and len(homes[recorded.event.id]) == 1:
            after[recorded.thread][recorded.event.id].update(recorded.event.after)
    known = {
        id(recorded)
        for recorded in everything
        if id(recorded) in doubtful and _knows_root(recorded, after[recorded.thread], homes[recorded.event.id])
    }
    return tuple(_unbound(r) if id(r) in doubtful - known else r for r in everything)


def _names_no_thread(recorded: Recorded) -> bool:
    if recorded.provenance.signature != "valid" or recorded.event.thread:
        return False
    return recorded.thread not in {"", recorded.event.id}


def _knows_root(recorded: Recorded, after: Mapping[str, Iterable[str]], homes: Collection[str]) -> bool:
    """Say whether the root of its thread is among the events that one had seen; `homes` are all threads it lies in."""
    if recorded.thread in recorded.event.after:
        return True
    if len(homes) > 1:
        return False
    seen: set[str] = set()
    waiting = list(recorded.event.after)
    while waiting:
        key = waiting.pop()
        if key == recorded.thread:
            return True
        if key not in seen:
            seen.add(key)
            waiting.extend(after.get(key, ()))
    return False


def _unbound(recorded: Recorded) -> Recorded:
    return replace(recorded, provenance=replace(recorded.provenance, signature="unbound"))
