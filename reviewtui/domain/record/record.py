"""Events as the repository holds them: with the commit that added each and what could not be read."""

from dataclasses import dataclass, field
from typing import Literal

from reviewtui.domain.person import Person
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.settings.settings import Settings

SignatureState = Literal["none", "valid", "foreign", "unbound", "broken", "unchecked"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who brought an event into the record; `revoked` are roles taken away beside its commit, unless confirmed.

    `roles` are the settings that were in force in the parents of the commit (for a pending event: in HEAD); None where
    no settings were in force. `known` is False where history is cut off and the adding commit cannot be named.
    `signature` says of a signed event whether a key that the roles give to its person signed it: "foreign" is a whole
    signature by another key, "unbound" one that may be of another thread, "broken" one that does not fit, "unchecked"
    one that cannot be checked on this machine. `made_here` is False for a pending file that no command of this person
    saved on this machine: it came along with the clone, or somebody put it there.
    """

    commit: str | None = None
    author: Person | None = None
    roles: Settings | None = None
    known: bool = True
    signature: SignatureState = "none"
    revoked: tuple[Revocation, ...] = ()
    made_here: bool = True

    @property
    def pending(self) -> bool:
        """Whether the event is a file that no commit holds yet."""
        return self.commit is None and self.known


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event, the thread in whose folder it lies (empty for events outside threads), its file and its provenance.

    Where the record holds several contents under one id, `behind` names those commits that added one of them in the
    thread and that the event's own commit builds on, and `reference` names exactly this content; `cancelled` is one
    that another by the same person stands against.
    """

    event: AnyEvent
    thread: str
    path: str
    provenance: Provenance = field(default_factory=Provenance)
    behind: tuple[str, ...] = ()
    cancelled: bool = False
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of the record that was set aside, or something about the record that a person has to know.

    `what` is one of `unreadable`, `newer`, `edited`, `deleted`, `clash`, `misplaced`, `missing-tag`, `contradicted`,
    `shallow`, `sparse`, `unfinished`, `replaced`, `settings`, `signature`, `text`, `git`, `advice`,
    `unclaimed`, or why an event has no effect (`without_effect.Cause`); `repair` says in one line what to do.
    One that is `settled` is history: it is told to whoever verifies the record, and stands in nobody's way.
    """

    what: str
    path: str
    reason: str
    commit: str = ""
    by: str = ""
    repair: str = ""
    settled: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the record cannot be believed until somebody did something about it."""
        return not self.settled and self.what not in {"advice", "unclaimed"}


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """A commit that changed the settings; `counts` says that who made it might."""

    commit: str
    by: Person
    counts: bool


@dataclass(frozen=True, slots=True)
class Record:
    """All that a repository holds of a review; an order means nothing in it."""

    events: tuple[Recorded, ...] = ()
    problems: tuple[Problem, ...] = ()
