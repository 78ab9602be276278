"""Who does something, when, and with which fresh ids: what a rule needs to make an event."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from reviewtui.domain.identifier import short
from reviewtui.domain.person import Person, is_person, parse_person
from reviewtui.domain.record.events import MAX_CLOCK, Event, Source, ThreadEvent
from reviewtui.domain.record.record import Provenance, Recorded
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.record.validity.permission import refusal
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import UNAFFILIATED, Settings

_Made = TypeVar("_Made", bound=ThreadEvent)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who asks for something now: `moment` in UTC, `new_id` makes a ULID in lower case.

    `source` says where what they bring in comes from; None for what they say here.
    """

    person: Person
    settings: Settings
    moment: datetime
    new_id: Callable[[], str]
    source: Source | None = None

    def common(self, thread: Thread | None = None, on_behalf_of: str = "") -> dict[str, Any]:
        """Return the fields that all events have; for an event in `thread` its clock follows all that is there.

        Raises:
            Refused: `on_behalf_of` names nobody, or I may not record for others.
        """
        entries = [entry.event for entry in thread.entries] if thread else []
        effective = [entry.event for entry in thread.entries if not entry.refusal] if thread else []
        on_copies = {entry.event.id for entry in thread.on_copies} if thread else set()
        fields: dict[str, Any] = {
            "policy_id": self.settings.policy_id,
            "id": self.new_id(),
            # What was refused has no say in the clock: one event at its end would leave no room for any other.
            "clock": next_clock(effective),
            # Both ends are named, so that a refused event between two others does not hide that one had seen the other.
            "after": tuple(sorted(_ends(entries) | _ends(effective) | on_copies)),
            "at": self.moment,
            "by": str(self.person),
            "organisation": self.settings.organisation_of(self.person),
            "thread": thread.id if thread else "",
        }
        fields |= self._recorded_for(on_behalf_of, fields["id"]) if on_behalf_of else {}
        return fields | ({"source": self.source} if self.source is not None else {})

    def require_author(self, act: str, instead: str = "") -> None:
        """Refuse whoever is no author; `act` is what only authors do, `instead` what others may do."""
        if not self.settings.is_author(self.person):
            raise Refused(f"Only an author {act}; {self.person} is not one of the authors.{instead}")

    def _recorded_for(self, on_behalf_of: str, event: str) -> dict[str, Any]:
        if not is_person(on_behalf_of):
            raise Refused(f"'{on_behalf_of}' is no person; write: --on-behalf-of 'Name <address>'.")
        voice = parse_person(on_behalf_of)
        return {
            "by": str(voice),
            "organisation": self.settings.organisation_of(voice),
            "recorded_by": str(self.person),
            "source": Source(format="hand", item=event),
        }

    def reporting(self, on_behalf_of: str, source: Source | None) -> dict[str, Any]:
        """Return the fields of what somebody else has read or thinks, reported by me from a source.

        Raises:
            Refused: it is nobody's, of no organisation, rests on nothing, or is not mine to report.
        """
        if source is None or not source.digest:
            raise Refused("Say what it rests on: --source FILE, for example the mail; the digest of the file is kept.")
        fields = self.common(on_behalf_of=on_behalf_of)
        voice, organisation = fields["by"], fields["organisation"]
        if organisation == UNAFFILIATED:
            raise Refused(
                f"{voice} speaks for no organisation in settings.toml; "
                "name the address there first: 'reviewtui organisation add'."
            )
        known = self.settings.organisations[organisation]
        if not self.settings.is_author(self.person) and not known.consolidates(self.person):
            raise Refused(f"Only an author or a consolidator of {known.name} reports what {voice} has read or thinks.")
        if self.settings.is_author(parse_person(on_behalf_of)):
            raise Refused(f"{voice} is an author, for whom nobody reports.")
        return fields | {"source": source}

    def made(self, kind: type[_Made], thread: Thread | None = None, /, on_behalf_of: str = "", **fields: Any) -> _Made:
        """Return an event in a thread, or one that begins a thread.

        Raises:
            Refused: it would have no effect once it is committed, or hangs on what somebody else has not submitted.
        """
        if thread is not None:
            require_shareable(thread, self.person)
        event = kind(**self.common(thread, on_behalf_of), **fields)
        # What has to be signed is signed when it is written.
        provenance = Provenance(roles=self.settings, signature="valid")
        recorded = Recorded(event, thread.id if thread else event.id, "", provenance)
        why = refusal(recorded, thread.entries[0].recorded if thread else None)
        if why:
            raise Refused(f"This is not yours to do: {why}.")
        return event


def why_pending(name: str, thread: Thread, me: Person | None) -> str:
    """Return why a pending thread is neither decided nor answered by others; I submit what I wrote or brought in."""
    if me is None or thread.entries[0].recorded.event.maker.key != me.key:
        return f"{name} is pending; its writer submits it first: reviewtui submit."
    brought = " (you brought it in)" if thread.root.recorded_by else ""
    return f"{name} is pending{brought}; submit it first: reviewtui submit."


def require_shareable(thread: Thread, person: Person) -> None:
    """Refuse what hangs on a remark that somebody else has not submitted: shared before it, it would answer nothing."""
    if thread.is_pending and thread.entries[0].recorded.event.maker.key != person.key:
        raise Refused(why_pending(short(thread.id), thread, person))


def next_clock(events: Iterable[Event]) -> int:
    """Return the clock of an event that follows all of `events`."""
    return min(MAX_CLOCK, 1 + max((event.clock for event in events), default=0))


def _ends(events: Sequence[ThreadEvent]) -> set[str]:
    """The ids of the events that no other of them had seen."""
    seen = {key for event in events for key in event.after}
    return {event.id for event in events if event.id not in seen}
