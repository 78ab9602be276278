"""Which of several contents under one id count: history decides, never what they say.

Whoever may push can add a file again with other words. A content that may have no effect never competes; one that had
another among its ancestors never takes its place; two that knew nothing of each other both stand where two people made
them, and neither does where one person made both, unless others had answered one of them or an author chose one
(docs/record.md).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.validity.authorship import is_proved
from reviewtui.domain.record.validity.permission import refusal

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME = 10
_CHANCE = 16
_TAKEN = "it was added under an id that was taken already; what had been there before counts"
_CARRIED = "somebody else committed it under an id for which its writer's own commit or signature has other words"
_Names = Mapping[str, Sequence[tuple["_Content", str]]]
"""Of each id that several contents have: these, and the id under which each stands."""


@dataclass(frozen=True, slots=True)
class LostContent:
    """A content that does not stand, since another one of its id does, and why."""

    recorded: Recorded
    why: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The events of a record: those that stand, and those that lost their id to another.

    `several` are the ids that more than one content or thread has.
    """

    kept: tuple[Recorded, ...]
    lost: tuple[LostContent, ...] = ()
    several: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Content:
    """One content of an id: the addition by which it is known best, and every commit that added it with effect.

    `behind` are, for each of these, the commits that it builds on.
    """

    recorded: Recorded
    commits: frozenset[str | None]
    behind: tuple[tuple[str, ...], ...] = ()

    def first_without(self, others: frozenset[str | None]) -> bool:
        """Say whether one of its additions had none of the commits `others` among its ancestors."""
        return any(others.isdisjoint(behind) for behind in self.behind)

    @property
    def is_proved(self) -> bool:
        """Whether more than somebody else's commit shows who made it."""
        return is_proved(self.recorded.event, self.recorded.provenance)

    @property
    def maker(self) -> str:
        """Who brought it in, as it says."""
        return self.recorded.event.maker.key


@dataclass(frozen=True, slots=True)
class _SameIdContents:
    """The contents of one id that stand, cancelled ones last, and the others."""

    kept: tuple[_Content, ...]
    lost: tuple[LostContent, ...] = ()


def distinct(events: Iterable[Recorded], chosen: frozenset[str] = frozenset()) -> Contents:
    """Return each event that stands, once in each thread, sorted by (clock, id); `chosen` by references of contents.

    An id that was copied into another thread's folder takes nothing away from the thread to which it belongs.
    """
    threads: dict[str, dict[str, list[Recorded]]] = defaultdict(lambda: defaultdict(list))
    folder: dict[str, str] = {}
    several: set[str] = set()
    for recorded in events:
        threads[recorded.thread][recorded.event.id].append(recorded)
        if folder.setdefault(recorded.event.id, recorded.thread) != recorded.thread:
            several.add(recorded.event.id)
    kept: list[Recorded] = []
    lost: list[LostContent] = []
    for thread, versions in threads.items():
        if all(len(additions) == 1 for additions in versions.values()):
            kept += [additions[0] for additions in versions.values()]
            continue
        of_thread = _of_thread(thread, versions, chosen)
        kept += of_thread.kept
        lost += of_thread.lost
        several |= of_thread.several
    ordered = sorted(kept, key=lambda r: (r.event.clock, r.event.id, r.thread))
    lost.sort(key=lambda loser: (loser.recorded.path, loser.recorded.reference, loser.why))
    return Contents(tuple(ordered), tuple(lost), frozenset(several))


def reference_of(recorded: Recorded) -> str:
    """Return the name of exactly this content in its thread, which follows from both, so that all clones agree."""
    return recorded.reference or _name(recorded.event, recorded.thread)


def _of_thread(thread: str, versions: Mapping[str, list[Recorded]], chosen: frozenset[str]) -> Contents:
    several = {key for key, additions in versions.items() if any(a.event != additions[0].event for a in additions)}
    versions = {
        key: [replace(a, reference=reference_of(a)) for a in additions] if key in several else additions
        for key, additions in versions.items()
    }
    others = [recorded for key, additions in versions.items() if key != thread for recorded in additions]
    of_root = _of_one_id(versions.get(thread, []), None, others if thread else [], chosen)
    root = of_root.kept[0].recorded if of_root.kept and thread else None
    by_id = {key: _of_one_id(adds, root, (), chosen) for key, adds in versions.items() if key != thread or not thread}
    if of_root.kept:
        by_id[thread] = of_root
    names = {
        key: [(content, _name(content.recorded.event) if place else key) for place, content in enumerate(of_id.kept)]
        for key, of_id in by_id.items()
        if len(of_id.kept) > 1
    }
    named = [content.recorded for key, of_id in by_id.items() if key not in names for content in of_id.kept]
    named += [_renamed(content.recorded, name) for pairs in names.values() for content, name in pairs]
    kept = [_referring(recorded, thread, names) for recorded in named] if names else named
    lost = [loser for of_id in by_id.values() for loser in of_id.lost]
    return Contents(tuple(kept), tuple(lost), frozenset(several))


def _of_one_id(
    additions: Sequence[Recorded], root: Recorded | None, others: Sequence[Recorded], chosen: frozenset[str]
) -> _SameIdContents:
    """Which contents of one id stand; one of them where none may have an effect."""
    if len(additions) < 2:
        return _SameIdContents(
            tuple(_Content(addition, frozenset({addition.provenance.commit})) for addition in additions)
        )
    why = {id(addition): _why_not(addition, root) for addition in additions}
    able = _contents([addition for addition in additions if not why[id(addition)]])
    first = _not_later(able)
    proved = {content.maker for content in first if content.is_proved}
    stand = [content for content in first if content.maker not in proved or content.is_proved]
    stand = stand or _contents([min(additions, key=_rank)])
    reasons = [(content, _CARRIED) for content in first] + [(content, _TAKEN) for content in able]
    reasons += [(content, why[id(content.recorded)]) for content in _contents(additions)]
    lost: list[LostContent] = []
    known = [content.recorded.event for content in stand]
    for content, reason in reasons:
        if all(content.recorded.event != event for event in known):
            known.append(content.recorded.event)
            lost.append(LostContent(content.recorded, reason))
    return _SameIdContents(_judged(stand, others, chosen), tuple(lost))


def _why_not(addition: Recorded, root: Recorded | None) -> str:
    if addition.provenance.pending:
        return "it is a file that was not committed"
    return refusal(addition, root or addition)


def _contents(additions: Sequence[Recorded]) -> list[_Content]:
    """The additions by their contents: one that was added several times is known by its strongest addition."""
    groups: list[list[Recorded]] = []
    for addition in sorted(additions, key=_rank):
        group = next((group for group in groups if group[0].event == addition.event), None)
        if group is None:
            groups.append([addition])
        else:
            group.append(addition)
    return [
        _Content(_best(group), frozenset(a.provenance.commit for a in group), tuple(a.behind for a in group))
        for group in groups
    ]


def _best(group: Sequence[Recorded]) -> Recorded:
    """Of equal contents the one that is proved, where it was added first."""
    proved = [addition for addition in group if is_proved(addition.event, addition.provenance)] or group
    commits = {addition.provenance.commit for addition in proved}
    return next((addition for addition in proved if commits.isdisjoint(addition.behind)), proved[0])


def _not_later(able: Sequence[_Content]) -> list[_Content]:
    """Those that were added somewhere where no other content of their id had been before; all of them in a circle."""
    first = []
    for content in able:
        others = frozenset().union(*(other.commits for other in able if other is not content))
        if content.first_without(others):
            first.append(content)
    return first or list(able)


def _judged(contents: Sequence[_Content], others: Sequence[Recorded], chosen: frozenset[str]) -> tuple[_Content, ...]:
    """The contents that stand, each with whether another one by the same person cancels it."""
    by = Counter(content.maker for content in contents)
    seen = _seen_by_others(contents, others)
    safe = {content.maker for content in contents if not seen.isdisjoint(content.commits)}
    picked = {c.maker: c for c in contents if chosen and reference_of(c.recorded) in chosen and c.maker not in safe}
    judged = [
        replace(content, recorded=replace(content.recorded, cancelled=picked.get(content.maker) is not content))
        if by[content.maker] > 1 and seen.isdisjoint(content.commits)
        else content
        for content in contents
    ]
    return tuple(sorted(judged, key=lambda content: _place(content, seen)))


def _seen_by_others(contents: Sequence[_Content], others: Sequence[Recorded]) -> frozenset[str | None]:
    """The commits of contents that other people had seen when they spoke; so a later word of theirs takes none away."""
    commits = frozenset().union(*(content.commits for content in contents))
    makers = {content.maker for content in contents}
    return frozenset(
        commit
        for other in others
        if other.event.maker.key not in makers and not refusal(other, contents[0].recorded)
        for commit in other.behind
        if commit in commits
    )


def _place(content: _Content, seen: frozenset[str | None]) -> tuple[object, ...]:
    """The first of several contents keeps the id: what others had seen, then what counts."""
    recorded = content.recorded
    commit = recorded.provenance.commit or ""
    return (recorded.cancelled, seen.isdisjoint(content.commits), commit, repr(recorded.event))


def _rank(recorded: Recorded) -> tuple[object, ...]:
    """What counts first: what is committed by whom it says, where roles were in force; then the same for all."""
    provenance = recorded.provenance
    foreign = provenance.author is not None and provenance.author.key != recorded.event.maker.key
    agreed = (recorded.path, repr(recorded.event), provenance.commit or "", repr(provenance), recorded.behind)
    return (provenance.pending, foreign, provenance.roles is None, *agreed)


def _name(event: AnyEvent, thread: str = "") -> str:
    """The id under which a second content stands; it follows from the content, so that all clones give the same."""
    content = msgspec.msgpack.encode(event) + thread.encode("ascii", "replace")
    digest = hashlib.blake2b(content, digest_size=_CHANCE).digest()
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
    meant = {key: _meant(recorded, pairs) for key, pairs in names.items()}
    changes: dict[str, object] = {"after": tuple(meant.get(other, other) for other in event.after)}
    on = getattr(event, "on", None)
    if on in meant:
        changes["on"] = meant[on]
    there = recorded.thread
    if there == thread and event.id != thread and thread in meant:
        there = meant[thread]
    return replace(recorded, event=msgspec.structs.replace(event, **changes), thread=there)


def _meant(recorded: Recorded, pairs: Sequence[tuple[_Content, str]]) -> str:
    """The id of the content that was there for `recorded`; of several its maker's own, since one answers oneself."""
    there = [pair for pair in pairs if not pair[0].commits.isdisjoint(recorded.behind)] or list(pairs)
    own = [pair for pair in there if pair[0].maker == recorded.event.maker.key]
    return min(own or there, key=lambda pair: pair[0].recorded.provenance.commit or "")[1]
