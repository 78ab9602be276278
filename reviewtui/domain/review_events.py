"""What has happened in a review beside its threads: immutable events, one file each (docs/record.md)."""

from datetime import date
from typing import Annotated, Literal, get_args

import msgspec

from reviewtui.domain.event import Event, ObjectId, Ulid
from reviewtui.text.change_class import ChangeClass

Position = Literal["support", "no-objection", "objection", "abstain", "withdrawn"]
POSITIONS: tuple[Position, ...] = get_args(Position)


class Cover(msgspec.Struct, frozen=True):
    """One text that a sign-off is about."""

    path: str
    blob: ObjectId


class GateRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A gate as it stood when a version was released."""

    name: str
    passed: bool
    evidence: tuple[str, ...] = ()


class SignedOff(Event, frozen=True, kw_only=True, tag="signoff"):
    """An organisation's position on exact texts; `whole`: on all that there were, so that earlier ones are over."""

    position: Position
    whole: bool = False
    body: str = ""
    clears_when: str = ""
    covers: Annotated[tuple[Cover, ...], msgspec.Meta(min_length=1)]


class Released(Event, frozen=True, kw_only=True, tag="release"):
    """A version was released; `text` is the tree id of the policy folder."""

    version: str
    text: ObjectId
    gates: tuple[GateRecord, ...] = ()
    override: str = ""


class RoundOpened(Event, frozen=True, kw_only=True, tag="round"):
    """A review window began: `asked` organisations are to read the text `text` (a tree id) until the day `until`."""

    until: date
    asked: tuple[str, ...] = ()
    text: str = ""
    body: str = ""


class RoundClosed(Event, frozen=True, kw_only=True, tag="round-closed"):
    """The review window that event `round` began is over."""

    round: Ulid
    body: str = ""


class WasRead(Event, frozen=True, kw_only=True, tag="read"):
    """A person has read exactly this text."""

    path: str
    blob: ObjectId


class Classified(Event, frozen=True, kw_only=True, tag="classify", rename={"change_class": "class"}):
    """The author says of what class the change between two texts of a section is; `body` is the reason."""

    path: str
    old: ObjectId
    new: ObjectId
    change_class: ChangeClass
    body: str


class CompanionChecked(Event, frozen=True, kw_only=True, tag="companion-checked"):
    """The author says that the text at `path` is in step with the texts that it restates, as they are now."""

    path: str
    blob: ObjectId
    of: Annotated[tuple[Cover, ...], msgspec.Meta(min_length=1)]
    body: str = ""


class Dismissed(Event, frozen=True, kw_only=True, tag="dismiss"):
    """The author needs nothing done about a finding of a content check; `body` is the reason."""

    finding: str
    body: str


OutsideEvent = SignedOff | Released | RoundOpened | RoundClosed | WasRead | Classified | CompanionChecked | Dismissed
OUTSIDE_TYPES: tuple[type[OutsideEvent], ...] = (
    SignedOff,
    Released,
    RoundOpened,
    RoundClosed,
    WasRead,
    Classified,
    CompanionChecked,
    Dismissed,
)
# What an author does is done by the commit that adds the event; a file that merely lies there, somebody put there.
MADE_BY_COMMIT = (Released, RoundOpened, RoundClosed, Classified)
