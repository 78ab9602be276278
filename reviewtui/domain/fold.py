"""The state of a review as a pure fold over its record.

Total: an event about nothing known, twice the same or in another order changes nothing else and never raises
(DESIGN.md, section 6; the idea of operations folded into a state is git-bug's).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from reviewtui.domain.events import Commented, Released, SignedOff, Suggested
from reviewtui.domain.identifier import short_names
from reviewtui.domain.permission import refusal
from reviewtui.domain.record import Record, Recorded
from reviewtui.domain.review import OutsideEntry, Review
from reviewtui.domain.thread import Thread
from reviewtui.domain.threadfold import fold_thread


def fold(record: Record) -> Review:
    """Return the state that `record` amounts to."""
    events = _distinct(record.events)
    folders: dict[str, list[Recorded]] = defaultdict(list)
    outside: list[OutsideEntry] = []
    for recorded in events:
        if isinstance(recorded.event, SignedOff | Released):
            outside.append(OutsideEntry(recorded, refusal(recorded, None)))
        else:
            folders[recorded.thread].append(recorded)
    threads: dict[str, Thread] = {}
    orphans: list[Recorded] = []
    for identifier, members in folders.items():
        root = next((m for m in members if m.event.id == identifier), None)
        if root is None or not isinstance(root.event, Commented | Suggested):
            orphans.extend(members)
        else:
            threads[identifier] = fold_thread(root, root.event, members)
    return Review(
        threads=_with_copies_named({key: threads[key] for key in sorted(threads)}),
        outside=tuple(outside),
        rootless=tuple(orphans),
        problems=record.problems,
        names=short_names(threads),
    )


def _distinct(events: Iterable[Recorded]) -> list[Recorded]:
    """Each id once, sorted by (clock, id); of two files with one id the same one wins everywhere."""
    chosen: dict[str, Recorded] = {}
    for recorded in events:
        other = chosen.get(recorded.event.id)
        if other is None or _rank(recorded) < _rank(other):
            chosen[recorded.event.id] = recorded
    return sorted(chosen.values(), key=lambda r: (r.event.clock, r.event.id))


def _rank(recorded: Recorded) -> tuple[bool, str, str, str]:
    provenance = recorded.provenance
    return (provenance.pending, recorded.thread, recorded.path, repr(recorded.event))


def _with_copies_named(threads: dict[str, Thread]) -> dict[str, Thread]:
    """Roots brought in twice from one source are one thread: the lowest id stands, the others name it."""
    first: dict[tuple[str, str, str], str] = {}
    named = dict(threads)
    for identifier, thread in threads.items():
        source = thread.root.source
        if source is None or not source.export or not source.item or thread.refusal:
            continue
        key = (source.export, source.item, thread.by.key)
        if key in first:
            named[identifier] = replace(thread, same_as=first[key])
        else:
            first[key] = identifier
    return named
