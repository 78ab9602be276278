"""The state of a whole review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from reviewtui.domain.identifier import is_end_of, short
from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.record.events import OutsideEvent, Released, RoundClosed, RoundOpened, SignedOff
from reviewtui.domain.record.record import Problem, Recorded
from reviewtui.domain.record.rounds import Round, rounds_of
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.record.validity.same_id import LostContent
from reviewtui.domain.record.validity.settlement import Settlements

_E = TypeVar("_E", bound=OutsideEvent)
_LEAST_TYPED = 2
"""Characters that somebody types before threads are looked for by their names."""


@dataclass(frozen=True, slots=True)
class OutsideEntry:
    """An event that belongs to no thread, with the reason why it has no effect, if it has none."""

    recorded: Recorded
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What the record amounts to: threads by id with their short names, and what could not be taken in.

    `lost` are contents whose id another one keeps, `several` the ids that more than one content or thread has.
    """

    threads: Mapping[str, Thread] = field(default_factory=dict)
    outside: tuple[OutsideEntry, ...] = ()
    rootless: tuple[Recorded, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[LostContent, ...] = ()
    several: frozenset[str] = frozenset()
    settlements: Settlements = field(default_factory=Settlements)

    def name_of(self, thread: str) -> str:
        """Return the end of a thread's id by which people tell it from all others."""
        return self.names.get(thread) or short(thread)

    def called(self, typed: str) -> tuple[str, ...]:
        """Return the threads with some effect whose name begins with what somebody typed, or whose id ends so."""
        wanted = typed.strip().lower()
        if len(wanted) < _LEAST_TYPED:
            return ()
        return tuple(
            thread.id
            for thread in self.threads.values()
            if thread.counts and (self.name_of(thread.id).startswith(wanted) or is_end_of(wanted, thread.id))
        )

    def open_threads(self) -> tuple[Thread, ...]:
        """Return the threads that the author still has to decide."""
        return tuple(thread for thread in self.threads.values() if thread.is_open)

    def counting(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return the events of `kind` that have their effect, in the order of their clocks."""
        events = (entry.recorded.event for entry in self.outside if not entry.refusal)
        return tuple(event for event in events if isinstance(event, kind))

    def submitted(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return the events of `kind` that have their effect and that a commit holds, in the order of their clocks."""
        entries = (entry for entry in self.outside if not entry.refusal and not entry.recorded.provenance.pending)
        events = (entry.recorded.event for entry in entries)
        return tuple(event for event in events if isinstance(event, kind))

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The review rounds, in the order in which they were opened."""
        return rounds_of(self.counting(RoundOpened), self.counting(RoundClosed))

    @property
    def submitted_rounds(self) -> tuple[Round, ...]:
        """Those of them that a commit holds."""
        return rounds_of(self.submitted(RoundOpened), self.submitted(RoundClosed))

    def signoffs(self) -> tuple[SignedOff, ...]:
        """Return the sign-offs that count, pending ones included, in the order of their clocks."""
        return self.counting(SignedOff)

    def releases(self) -> tuple[tuple[Released, str | None], ...]:
        """Return the release events that count, each with the commit that it released."""
        return tuple(
            (entry.recorded.event, entry.recorded.event.commit or entry.recorded.provenance.commit)
            for entry in self.outside
            if isinstance(entry.recorded.event, Released) and not entry.refusal
        )

    def everything(self) -> tuple[Recorded, ...]:
        """Return every event, whether it has an effect or not."""
        inside = [entry.recorded for thread in self.threads.values() for entry in thread.entries]
        return (*inside, *(entry.recorded for entry in self.outside), *self.rootless)

    def people(self, others: Iterable[str] = ()) -> frozenset[Person]:
        """Return everybody whom an event or `others` (written as "Name <address>") name."""
        events = [recorded.event for recorded in self.everything()]
        named = {event.by for event in events} | {event.recorded_by for event in events} | {*others}
        return frozenset(parse_person(words) for words in named if words)

    def pending(self) -> tuple[Recorded, ...]:
        """Return the events that are files not yet committed."""
        return tuple(recorded for recorded in self.everything() if recorded.provenance.pending)

    def pending_of(self, address: str) -> tuple[Recorded, ...]:
        """Return the pending events that the person with `address` made or recorded."""
        wanted = address.strip().casefold()
        return tuple(recorded for recorded in self.pending() if recorded.event.maker.key == wanted)

    def refused(self) -> tuple[tuple[Recorded, str], ...]:
        """Return every event that has no effect, with the reason."""
        inside = [
            (entry.recorded, entry.refusal)
            for thread in self.threads.values()
            for entry in thread.entries
            if entry.refusal
        ]
        return (*inside, *((entry.recorded, entry.refusal) for entry in self.outside if entry.refusal))
