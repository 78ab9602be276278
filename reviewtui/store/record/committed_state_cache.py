"""What a commit says of the review, as it was worked out before: for as long as HEAD stays, nothing is read again.

The file lies in the clone's own state folder and can be deleted at any time. It is sealed (`sealed_cache.py`), so it
counts only where this person's program wrote it; it names the commit that it is about.
"""

from dataclasses import dataclass, field, replace

import msgspec

from reviewtui.domain.person import Person
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.record import Problem, Provenance, Record, Recorded, SettingsChange
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.cache.sealed_cache import Kept, SealedCache
from reviewtui.store.git.objects import is_partial
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.record_history import History

MAX_BYTES = 1024 * 1024 * 1024
WORTH_KEEPING = 20
"""Events from which on reading the history anew costs more than keeping it: git opens each object of it many times."""


@dataclass(frozen=True, slots=True)
class CommittedState:
    """Everything that was committed up to `head`.

    `founder` is the commit that founded the review; `certain` says that all could be checked that this needs.
    `settings` are the bytes of its settings file, None without one; `roles` the settings in force there; `paths` all
    files that its history ever added to the record; `problems` and `settings_changes` are those of the settings.
    """

    head: str
    settings: bytes | None = None
    roles: Settings | None = None
    problems: tuple[Problem, ...] = ()
    settings_changes: tuple[SettingsChange, ...] = ()
    paths: frozenset[str] = frozenset()
    record: Record = field(default_factory=Record)
    founder: str = ""
    certain: bool = True


class _Source(msgspec.Struct, array_like=True, gc=False):
    """A provenance, once for all events of its commit; `roles` counts in the list of settings."""

    commit: str | None
    author: Person | None
    roles: int | None
    revoked: tuple[Revocation, ...] = ()


class _Row(msgspec.Struct, array_like=True, gc=False):
    """A recorded event; `source` counts in the list of provenances."""

    event: AnyEvent
    thread: str
    path: str
    source: int
    behind: tuple[str, ...] = ()


class _WrittenState(msgspec.Struct, array_like=True, gc=False):
    """A state as it is written, its events apart; its paths are then those of files that hold no event."""

    state: CommittedState
    effective: list[Settings]
    sources: list[_Source]
    rows: list[_Row]


def committed_state_of(head: str, settings: bytes | None, history: History, record: Record) -> CommittedState:
    """Return what `head` says, from what was read of it."""
    paths = frozenset(history.added)
    return CommittedState(
        head,
        settings,
        history.roles,
        history.problems,
        history.settings_changes,
        paths,
        record,
        history.founder,
        history.certain,
    )


@dataclass(frozen=True, slots=True)
class CommittedStateCache:
    """The newest state that this clone has worked out."""

    repository: Repository

    def load(self, head: str) -> CommittedState | None:
        """Return what `head` says of the review, or None where that is not kept, or not for certain."""
        if not self._is_whole():
            return None
        written = self._file.load()
        if written is None or written.state.head != head:
            return None
        return _read(written)

    def keep(self, state: CommittedState) -> None:
        """Keep `state` in the place of the one before, when it is large; a disk that refuses costs only time."""
        # What could not be read may be readable tomorrow, though HEAD is the same.
        doubtful = any(problem.what == "unreadable" for problem in state.record.problems)
        doubtful |= not state.certain
        doubtful |= not all(recorded.provenance.known for recorded in state.record.events)
        new = len(state.record.events)
        if new >= WORTH_KEEPING and not doubtful and self._is_whole():
            self._file.keep(_written(state), new)

    @property
    def _file(self) -> SealedCache[_WrittenState | None]:
        return SealedCache(
            self.repository.review_state_dir / "past.msgpack", Kept[_WrittenState | None], None, MAX_BYTES
        )

    def _is_whole(self) -> bool:
        """Whether nothing that the history names can turn up later: neither a shallow nor a partial clone."""
        return not self.repository.shallow and not is_partial(self.repository.git)


def _written(state: CommittedState) -> _WrittenState:
    sources = {id(recorded.provenance): recorded.provenance for recorded in state.record.events}
    effective = {id(source.roles): source.roles for source in sources.values() if source.roles is not None}
    number = {key: index for index, key in enumerate(sources)}
    role = {key: index for index, key in enumerate(effective)}
    others = state.paths - {recorded.path for recorded in state.record.events}
    return _WrittenState(
        replace(state, record=Record((), state.record.problems), paths=others),
        effective=list(effective.values()),
        sources=[_Source(s.commit, s.author, role.get(id(s.roles)), s.revoked) for s in sources.values()],
        rows=[
            _Row(held.event, held.thread, held.path, number[id(held.provenance)], held.behind)
            for held in state.record.events
        ],
    )


def _read(written: _WrittenState) -> CommittedState | None:
    try:
        sources = [_provenance(source, written.effective) for source in written.sources]
        events = tuple(
            Recorded(row.event, row.thread, row.path, sources[row.source], row.behind) for row in written.rows
        )
    except IndexError:
        return None
    state = written.state
    paths = state.paths.union(row.path for row in written.rows)
    return replace(state, record=Record(events, state.record.problems), paths=paths)


def _provenance(source: _Source, effective: list[Settings]) -> Provenance:
    roles = None if source.roles is None else effective[source.roles]
    return Provenance(source.commit, source.author, roles, revoked=source.revoked)
