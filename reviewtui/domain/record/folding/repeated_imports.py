"""Remarks that were brought in twice, from one file or on two clones, are one thread, and replies one reply."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewtui.domain.record.events import Decided, Reopened, Replied, Root, Source, ThreadEvent
from reviewtui.domain.record.thread import Entry, Thread, resulting


def with_copies_named(threads: dict[str, Thread]) -> dict[str, Thread]:
    """Roots brought in twice are one thread: one that was ever decided, or the lowest id; the others name it.

    What was decided before the clones shared would have no effect otherwise, though the text has its words. One whose
    decision was taken back stays the one that stands: what was said about it is there.
    """
    first: dict[tuple[object, ...], str] = {}
    named = dict(threads)
    for identifier, thread in sorted(threads.items(), key=lambda pair: (not _was_decided(pair[1]), pair[0])):
        source = thread.root.source
        if source is None or not source.export or not source.item or thread.refusal:
            continue
        keys = tuple(_copy_keys(thread.root, source, thread.by.key))
        same = next((first[key] for key in keys if key in first), "") or _sent_out(threads, thread, source)
        if same:
            named[identifier] = replace(thread, same_as=same)
        else:
            first |= dict.fromkeys(keys, identifier)
    return _with_decisions_on_copies(named)


def _was_decided(thread: Thread) -> bool:
    return any(isinstance(entry.event, Decided) and not entry.refusal for entry in thread.entries)


def _with_decisions_on_copies(threads: dict[str, Thread]) -> dict[str, Thread]:
    """Give each thread the decisions on copies of it that no decision on it had seen; such that differ contest it."""
    on_copies: dict[str, list[Entry]] = defaultdict(list)
    for copy in threads.values():
        if copy.same_as:
            on_copies[copy.same_as] += copy.standing_decisions
    beside: dict[str, Thread] = {}
    for identifier, decisions in on_copies.items():
        thread = threads[identifier]
        acts = [e.event for e in thread.entries if not e.refusal and isinstance(e.event, Decided | Reopened)]
        seen = {key for act in acts for key in act.after}
        unseen = tuple(entry for entry in decisions if entry.event.id not in seen)
        if unseen:
            beside[identifier] = _beside(thread, unseen)
    return threads | beside


def _beside(thread: Thread, unseen: Sequence[Entry]) -> Thread:
    decided = [entry.event for entry in (*thread.standing_decisions, *unseen)]
    results = {resulting(event) for event in decided if isinstance(event, Decided)}
    named = replace(thread, on_copies=tuple(unseen))
    if thread.decision is not None and len(results) == 1:
        return named
    return replace(named, state="contested", decision=None, decision_commit=None)


def _copy_keys(root: Root, source: Source, by: str) -> Iterator[tuple[object, ...]]:
    """What two copies have in common: the item, its words and who said it, or what was said where.

    Programs number items anew, and two who bring a file in may name its people differently; the digest holds the name
    that the file gives them. An item with other words is said anew, and no copy of what was decided.
    """
    yield source.export, source.item, source.digest, by
    if source.digest:
        places = tuple((anchor.path, anchor.blob, anchor.start, anchor.end) for anchor in root.anchors)
        yield source.export, source.digest, places, "" if root.recorded_by else by


def repeated_replies(events: Iterable[ThreadEvent]) -> dict[str, str]:
    """Return which replies of a thread were brought in from the same words of a file as one before them."""
    first: dict[tuple[str, str, str, str], str] = {}
    copies: dict[str, str] = {}
    for event in events:
        source = event.source
        if isinstance(event, Replied) and source is not None and source.export and source.item:
            key = (source.export, source.item, source.digest, "" if event.recorded_by else event.by)
            if first.setdefault(key, event.id) != event.id:
                copies[event.id] = first[key]
    return copies


def _sent_out(threads: dict[str, Thread], copy: Thread, source: Source) -> str:
    """The thread that came back in a file to a clone that did not have it yet, if it says the same."""
    sent = threads.get(source.item)
    if sent is None or sent.refusal or sent.id == copy.id or sent.root.source is not None:
        return ""
    same = (sent.body, sent.replacement) == (copy.body, copy.replacement)
    return sent.id if same and _exact(sent) == _exact(copy) else ""


def _exact(thread: Thread) -> list[str]:
    return [anchor.exact for anchor in thread.anchors]
