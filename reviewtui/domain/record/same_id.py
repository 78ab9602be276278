"""Which of several contents under one id count: history decides, never what they say.

Whoever may push can add a file again with other words. A content that may have no effect never competes; one that had
another among its ancestors never takes its place; two that knew nothing of each other both stand where two people made
them, and neither does where one person made both, unless others had answered one of them (docs/record.md).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.permission import refusal
from reviewtui.domain.record.record import Recorded

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME = 10
_CHANCE = 16
_Names = Mapping[str, Sequence[tuple[Recorded, str]]]
"""Of each id that several contents have: these, and the id under which each stands."""


def distinct(events: Iterable[Recorded]) -> list[Recorded]:
    """Return each event that stands, once in each thread, sorted by (clock, id).

    An id that was copied into another thread's folder takes nothing away from the thread to which it belongs.
    """
    threads: dict[str, dict[str, list[Recorded]]] = defaultdict(lambda: defaultdict(list))
    for recorded in events:
        threads[recorded.thread][recorded.event.id].append(recorded)
    standing: list[Recorded] = []
    for thread, versions in threads.items():
        if all(len(several) == 1 for several in versions.values()):
            standing += [several[0] for several in versions.values()]
        else:
            standing += _of_thread(thread, versions)
    return sorted(standing, key=lambda r: (r.event.clock, r.event.id, r.thread))


def _of_thread(thread: str, versions: Mapping[str, list[Recorded]]) -> list[Recorded]:
    others = [recorded for key, several in versions.items() if key != thread for recorded in several]
    roots = _standing(versions.get(thread, []), None, others if thread else [])
    root = roots[0] if roots and thread else None
    standing = {key: _standing(several, root) for key, several in versions.items() if key != thread or not thread}
    if roots:
        standing[thread] = roots
    names = {
        key: [(content, _name(content.event) if place else key) for place, content in enumerate(several)]
        for key, several in standing.items()
        if len(several) > 1
    }
    named = [content for key, several in standing.items() if key not in names for content in several]
    named += [_renamed(content, name) for several in names.values() for content, name in several]
    return [_referring(content, thread, names) for content in named] if names else named


def _standing(versions: Sequence[Recorded], root: Recorded | None, others: Sequence[Recorded] = ()) -> list[Recorded]:
    """The contents of one id that stand, cancelled ones last; one of them where none may have an effect."""
    if len(versions) < 2:
        return list(versions)
    able = [content for content in versions if not content.provenance.pending and not refusal(content, root or content)]
    if not able:
        return [min(versions, key=_rank)]
    commits = {content.provenance.commit for content in able}
    first = [content for content in able if commits.isdisjoint(content.behind)] or able
    contents: list[Recorded] = []
    for content in sorted(first, key=_rank):
        if all(content.event != other.event for other in contents):
            contents.append(content)
    by = Counter(content.claims.key for content in contents)
    seen = _seen_by_others(contents, others)
    judged = [
        replace(content, cancelled=by[content.claims.key] > 1 and content.provenance.commit not in seen)
        for content in contents
    ]
    return sorted(judged, key=lambda content: _place(content, seen))


def _seen_by_others(contents: Sequence[Recorded], others: Sequence[Recorded]) -> frozenset[str | None]:
    """The commits of contents that other people had seen when they spoke; so a later word of theirs takes none away."""
    commits = {content.provenance.commit for content in contents}
    makers = {content.claims.key for content in contents}
    return frozenset(
        commit
        for other in others
        if other.claims.key not in makers and not refusal(other, contents[0])
        for commit in other.behind
        if commit in commits
    )


def _place(content: Recorded, seen: frozenset[str | None]) -> tuple[object, ...]:
    """The first of several contents keeps the id: what others had seen, then what counts."""
    commit = content.provenance.commit or ""
    return (content.cancelled, commit not in seen, commit, repr(content.event))


def _rank(recorded: Recorded) -> tuple[object, ...]:
    """What counts first: what is committed by whom it says, where roles were in force; then the same for all."""
    provenance = recorded.provenance
    claimed = parse_person(recorded.event.recorded_by or recorded.event.by)
    foreign = provenance.author is not None and provenance.author.key != claimed.key
    agreed = (recorded.path, repr(recorded.event), provenance.commit or "", repr(provenance), recorded.behind)
    return (provenance.pending, foreign, provenance.roles is None, *agreed)


def _name(event: AnyEvent) -> str:
    """The id under which a second content stands; it follows from the content, so that all clones give the same."""
    digest = hashlib.blake2b(msgspec.msgpack.encode(event), digest_size=_CHANCE).digest()
    return event.id[:_TIME] + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest)


def _renamed(recorded: Recorded, name: str) -> Recorded:
    event = recorded.event
    if name == event.id:
        return recorded
    thread = name if recorded.thread == event.id else recorded.thread
    return replace(recorded, event=msgspec.structs.replace(event, id=name), thread=thread)


def _referring(recorded: Recorded, thread: str, names: _Names) -> Recorded:
    """An event of `thread` that means, by each id, the content which was there when it was made."""
    event = recorded.event
    meant = {key: _meant(recorded, several) for key, several in names.items()}
    changes: dict[str, object] = {"after": tuple(meant.get(other, other) for other in event.after)}
    on = getattr(event, "on", None)
    if on in meant:
        changes["on"] = meant[on]
    there = recorded.thread
    if there == thread and event.id != thread and thread in meant:
        there = meant[thread]
    return replace(recorded, event=msgspec.structs.replace(event, **changes), thread=there)


def _meant(recorded: Recorded, several: Sequence[tuple[Recorded, str]]) -> str:
    """The id of the content that was there for `recorded`; of several its maker's own, since one answers oneself."""
    there = [pair for pair in several if pair[0].provenance.commit in recorded.behind] or list(several)
    own = [pair for pair in there if pair[0].claims.key == recorded.claims.key]
    return min(own or there, key=lambda pair: pair[0].provenance.commit or "")[1]
