"""What has happened in a review: immutable events, one file each (docs/record.md)."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

import msgspec

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.text.words.spacing import single_spaced

MAX_CLOCK = 1 << 53

Ulid = Annotated[str, msgspec.Meta(pattern=r"^[0-7][0-9a-hjkmnp-tv-z]{25}\Z")]
Clock = Annotated[int, msgspec.Meta(ge=1, le=MAX_CLOCK)]
ObjectId = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?\Z")]
Timestamp = Annotated[datetime, msgspec.Meta(tz=True)]


# What `format` says of words that were taken over from the policy that this one came from.
ADOPTED = "adoption"


class Source(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where an event that was brought in for someone comes from."""

    format: str
    export: str = ""
    item: str = ""
    digest: str = ""


class Signature(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A signature over all that stands before it in the file; one that is not of format "ssh" proves nothing."""

    format: str = ""
    value: str = ""


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", gc=False):
    """What all events have in common.

    `thread` binds an event that is no root to its thread, so that its signature proves nothing in another one.
    Values that never change hold no circles, so the garbage collector need not look at them (`gc=False`).
    """

    format: Annotated[int, msgspec.Meta(ge=1)] = 1
    policy_id: str
    id: Ulid
    clock: Clock
    after: tuple[str, ...] = ()
    at: Timestamp
    by: str
    organisation: str
    recorded_by: str = ""
    thread: str = ""
    source: Source | None = None
    signature: Signature | None = None

    @property
    def words(self) -> str:
        """What it says; empty for an event without words."""
        return str(getattr(self, "body", ""))

    @property
    def order(self) -> tuple[int, datetime, str]:
        """What sorts events that did not wait for each other: the later ones saw more, or were made later."""
        return self.clock, self.at, self.id

    @property
    def maker(self) -> Person:
        """Who it says brought it into the record: the recorder, else whose words it is."""
        return parse_person(self.recorded_by or self.by)


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
    """A version was released; `text` is the tree id of the policy folder.

    `commit` is where it is, for one that was made otherwise and is only claimed; else it is the commit of this event.
    """

    version: str
    text: ObjectId
    commit: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{40}([0-9a-f]{24})?)?\Z")] = ""
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


class Settled(Event, frozen=True, kw_only=True, tag="settle"):
    """The author knows that events have no effect, and why; `choice` is the content of one id that is to count.

    `of` and `choice` name events by their id or, where several contents have it, by a reference (`same_id`).
    """

    of: Annotated[tuple[Ulid, ...], msgspec.Meta(min_length=1)]
    choice: str = ""
    body: str


class Confirmed(Event, frozen=True, kw_only=True, tag="confirm"):
    """The author lets events count that came from somebody whose role was taken away meanwhile; named as above."""

    of: Annotated[tuple[Ulid, ...], msgspec.Meta(min_length=1)]
    body: str


OutsideEvent = (
    SignedOff
    | Released
    | RoundOpened
    | RoundClosed
    | WasRead
    | Classified
    | CompanionChecked
    | Dismissed
    | Settled
    | Confirmed
)


RemarkKind = Literal["general", "substance", "wording", "question", "missing", "conflict", "praise"]
Verdict = Literal["accepted", "accepted-with-changes", "noted", "deferred", "declined", "duplicate"]
KINDS: tuple[RemarkKind, ...] = get_args(RemarkKind)


class RecordedEdit(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Words that a decision put into the text: at `start` of the committed file, `before` became `after`."""

    path: str
    before: str
    after: str
    start: Annotated[int, msgspec.Meta(ge=0)] | None = None

    @property
    def flat(self) -> tuple[str, str]:
        """The words before and after, however they are wrapped."""
        return single_spaced(self.before), single_spaced(self.after)


class Commented(Event, frozen=True, kw_only=True, tag="comment"):
    """A remark about places of the policy; a thread's root."""

    kind: RemarkKind
    blocking: bool = False
    body: str
    anchors: tuple[Anchor, ...] = ()


class Suggested(Event, frozen=True, kw_only=True, tag="suggestion"):
    """A remark with the exact replacement for one passage; a thread's root."""

    kind: RemarkKind
    blocking: bool = False
    body: str = ""
    replacement: str
    anchors: Annotated[tuple[Anchor, ...], msgspec.Meta(min_length=1, max_length=1)]


class MoveSuggested(Event, frozen=True, kw_only=True, tag="move"):
    """A remark that asks for one passage to stand elsewhere; a thread's root.

    `target` is a gap, or a section as a whole, behind which the passage is to stand.
    """

    kind: RemarkKind
    blocking: bool = False
    body: str = ""
    anchors: Annotated[tuple[Anchor, ...], msgspec.Meta(min_length=1, max_length=1)]
    target: Annotated[tuple[Anchor, ...], msgspec.Meta(min_length=1, max_length=1)]


class Replied(Event, frozen=True, kw_only=True, tag="reply"):
    """An answer in the conversation."""

    body: str


class Revised(Event, frozen=True, kw_only=True, tag="revise"):
    """The remark's own words anew; the old ones stay in the record."""

    body: str
    replacement: str | None = None


class Withdrawn(Event, frozen=True, kw_only=True, tag="withdraw"):
    """The remark is taken back by its own side."""

    body: str = ""


class Reopened(Event, frozen=True, kw_only=True, tag="reopen"):
    """A decided thread is open again; `edit` says which words an undone decision took out of the text.

    `edits` are those that take back a move.
    """

    body: str
    edit: RecordedEdit | None = None
    edits: tuple[RecordedEdit, ...] = ()


class Linked(Event, frozen=True, kw_only=True, tag="link"):
    """This thread belongs together with another."""

    to: Ulid
    relation: Literal["duplicate", "related"] = "related"
    body: str = ""


class Reattached(Event, frozen=True, kw_only=True, tag="reattach"):
    """A person said where the remark stands now."""

    anchors: Annotated[tuple[Anchor, ...], msgspec.Meta(min_length=1)]
    body: str = ""


class Answered(Event, frozen=True, kw_only=True, tag="answer"):
    """The remark's own side says whether the decision satisfies it."""

    satisfied: bool
    body: str = ""


class Redacted(Event, frozen=True, kw_only=True, tag="redact"):
    """The words of event `on` are hidden everywhere; `body` is the reason."""

    on: Ulid
    body: str


class Decided(Event, frozen=True, kw_only=True, tag="decision"):
    """The author's answer to the words of event `on`.

    A move is done by two `edits`: what was taken and what was put, each told in the text after the one before it.
    """

    verdict: Verdict
    on: Ulid
    body: str = ""
    of: str = ""
    edit: RecordedEdit | None = None
    edits: tuple[RecordedEdit, ...] = ()

    @property
    def all_edits(self) -> tuple[RecordedEdit, ...]:
        """All that it did to the text, in order."""
        return (self.edit,) if self.edit is not None else self.edits


class MarkedDone(Event, frozen=True, kw_only=True, tag="done"):
    """An agreed change was made by hand, in `commit`."""

    commit: ObjectId
    body: str = ""


Root = Commented | Suggested | MoveSuggested
ThreadEvent = (
    Commented
    | Suggested
    | MoveSuggested
    | Replied
    | Revised
    | Withdrawn
    | Reopened
    | Linked
    | Reattached
    | Answered
    | Redacted
    | Decided
    | MarkedDone
)
AnyEvent = ThreadEvent | OutsideEvent

EVENT_TYPES: tuple[type[AnyEvent], ...] = get_args(AnyEvent)
TYPE_NAMES: dict[type[Event], str] = {kind: str(kind.__struct_config__.tag) for kind in EVENT_TYPES}
