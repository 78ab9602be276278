"""The state of a review as a pure fold over its record.

Total: an event about nothing known, twice the same or in another order changes nothing else and never raises
(the idea of operations folded into a state is git-bug's).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reviewtui.domain.identifier import short_names
from reviewtui.domain.record.events import ADOPTED, OutsideEvent, Released, Root, RoundClosed, RoundOpened
from reviewtui.domain.record.folding.repeated_imports import with_copies_named
from reviewtui.domain.record.folding.thread_fold import fold_thread
from reviewtui.domain.record.record import Problem, Record, Recorded
from reviewtui.domain.record.review_state import OutsideEntry, Review
from reviewtui.domain.record.rounds import is_late, rounds_of
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.record.validity.authorship import with_bound_signatures
from reviewtui.domain.record.validity.permission import refusal, why_mere_file
from reviewtui.domain.record.validity.same_id import Contents, distinct, reference_of
from reviewtui.domain.record.validity.settlement import Settlements, settlements_of

LATE = frozenset({"late"})


def fold(record: Record, earlier: Mapping[str, Thread] | None = None) -> Review:
    """Return the state that `record` amounts to.

    Of `earlier`, the threads of another fold, those are taken over whose very events came again; that is only faster.
    """
    known = earlier or {}
    recorded_events = with_bound_signatures(record.events)
    settlements = settlements_of(recorded_events)
    contents = distinct(settlements.with_confirmed(recorded_events), settlements.chosen)
    events = contents.kept
    folders: dict[str, list[Recorded]] = defaultdict(list)
    outside: list[OutsideEntry] = []
    for recorded in events:
        if isinstance(recorded.event, OutsideEvent):
            outside.append(OutsideEntry(recorded, why_mere_file(recorded) or refusal(recorded, None)))
        else:
            folders[recorded.thread].append(recorded)
    threads: dict[str, Thread] = {}
    orphans: list[Recorded] = []
    for identifier, members in folders.items():
        root = next((m for m in members if m.event.id == identifier), None)
        if root is None or not isinstance(root.event, Root):
            orphans.extend(members)
        else:
            before = known.get(identifier)
            same = before if before is not None and _is_of(before, members) else None
            threads[identifier] = same or fold_thread(root, root.event, members)
    named = with_copies_named(_with_targets({key: threads[key] for key in sorted(threads)}))
    return Review(
        threads=_with_late_ones_marked(named, outside),
        outside=tuple(outside),
        rootless=tuple(sorted(orphans, key=lambda recorded: (recorded.event.id, recorded.reference, recorded.path))),
        problems=(*_clashes(record.problems, contents, settlements), *_copied(events, contents, settlements)),
        names=short_names(threads),
        lost=contents.lost,
        several=contents.several,
        settlements=settlements,
    )


def _is_of(thread: Thread, members: list[Recorded]) -> bool:
    """Whether `thread` was folded from exactly these events, and says nothing that others have a part in."""
    if len(thread.entries) != len(members) or thread.same_as or thread.on_copies or thread.flags & LATE:
        return False
    if thread.state == "contested":
        return False
    return {id(entry.recorded) for entry in thread.entries} == {id(member) for member in members}


def _with_targets(threads: Mapping[str, Thread]) -> dict[str, Thread]:
    """Let threads stand as contested that are duplicates of each other, or of a remark that is not here."""
    targets = {
        key: thread.decision.of for key, thread in threads.items() if thread.state == "duplicate" and thread.decision
    }
    contested: set[str] = set()
    for key, target in targets.items():
        chain, here = {key}, target
        while here in targets and here not in chain:
            chain.add(here)
            here = targets[here]
        if here == key or target not in threads:
            contested.add(key)
    return {
        key: replace(thread, state="contested", decision=None, decision_commit=None) if key in contested else thread
        for key, thread in threads.items()
    }


def _clashes(problems: Iterable[Problem], contents: Contents, settlements: Settlements) -> Iterator[Problem]:
    """Name each file that was added with several contents; settled once authors spoke of all but the one that stays."""
    several: dict[str, list[Recorded]] = defaultdict(list)
    for recorded in (*contents.kept, *(lost.recorded for lost in contents.lost)):
        if recorded.reference:
            several[recorded.path].append(recorded)
    for problem in problems:
        here = several.get(problem.path, []) if problem.what == "clash" else []
        first = next((recorded for recorded in here if not recorded.cancelled), None)
        rest = [recorded for recorded in here if recorded is not first]
        names = " ".join(reference_of(recorded) for recorded in rest)
        if not rest:
            yield problem
        elif all(settlements.word_on(recorded, contents.several) for recorded in rest):
            yield replace(problem, settled=True)
        else:
            yield replace(
                problem, repair=f"{problem.repair}; an author acknowledges it: reviewtui settle {names} -m WHY"
            )


def _copied(events: Iterable[Recorded], contents: Contents, settlements: Settlements) -> Iterator[Problem]:
    """Name every id that lies in the folders of several threads."""
    seen: dict[str, Recorded] = {}
    for recorded in events:
        first = seen.setdefault(recorded.event.id, recorded)
        if first.thread != recorded.thread:
            author = recorded.provenance.author
            yield Problem(
                "clash",
                recorded.path,
                f"an event with the same id lies at {first.path}",
                recorded.provenance.commit or "",
                str(author or recorded.event.by),
                f"the copy is judged by its own commit; an author acknowledges it: reviewtui settle "
                f"{reference_of(recorded)} -m WHY",
                settled=any(settlements.word_on(copy, contents.several) for copy in (first, recorded)),
            )


def _with_late_ones_marked(threads: dict[str, Thread], outside: list[OutsideEntry]) -> dict[str, Thread]:
    """Mark what came after a round; an author's own remarks and words taken over answer no round, so they never do."""
    events = [entry.recorded.event for entry in outside if not entry.refusal]
    opened = [event for event in events if isinstance(event, RoundOpened)]
    rounds = rounds_of(opened, [event for event in events if isinstance(event, RoundClosed)])
    if not rounds:
        return threads
    releases = [event.at for event in events if isinstance(event, Released) and not event.commit]
    return {
        key: replace(thread, flags=thread.flags | LATE)
        if not _by_author(thread) and is_late(thread.root.at, rounds, releases)
        else thread
        for key, thread in threads.items()
    }


def _by_author(thread: Thread) -> bool:
    roles = thread.entries[0].recorded.provenance.roles
    adopted = thread.root.source is not None and thread.root.source.format == ADOPTED
    return adopted or (roles is not None and roles.is_author(thread.by))
