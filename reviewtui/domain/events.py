"""What has happened in the threads of a review: immutable events, one file each (docs/record.md)."""

from typing import Annotated, Literal, get_args

import msgspec

from reviewtui.domain.anchor import Anchor
from reviewtui.domain.event import Event, ObjectId, Ulid
from reviewtui.domain.review_events import OUTSIDE_TYPES, OutsideEvent

Kind = Literal["general", "substance", "wording", "question", "missing", "conflict", "praise"]
Verdict = Literal["accepted", "accepted-with-changes", "noted", "deferred", "declined", "duplicate"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Edit(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Words that a decision put into the text: at `start` of the committed file, `before` became `after`."""

    path: str
    before: str
    after: str
    start: Annotated[int, msgspec.Meta(ge=0)] | None = None


class Commented(Event, frozen=True, kw_only=True, tag="comment"):
    """A remark about places of the policy; a thread's root."""

    kind: Kind
    blocking: bool = False
    body: str
    anchors: tuple[Anchor, ...] = ()


class Suggested(Event, frozen=True, kw_only=True, tag="suggestion"):
    """A remark with the exact replacement for one passage; a thread's root."""

    kind: Kind
    blocking: bool = False
    body: str = ""
    replacement: str
    anchors: Annotated[tuple[Anchor, ...], msgspec.Meta(min_length=1, max_length=1)]


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
    """A decided thread is open again; `edit` says which words an undone decision took out of the text."""

    body: str
    edit: Edit | None = None


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
    """The author's answer to the words of event `on`."""

    verdict: Verdict
    on: Ulid
    body: str = ""
    of: str = ""
    edit: Edit | None = None


class MarkedDone(Event, frozen=True, kw_only=True, tag="done"):
    """An agreed change was made by hand, in `commit`."""

    commit: ObjectId
    body: str = ""


Root = Commented | Suggested
ThreadEvent = (
    Commented
    | Suggested
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

EVENT_TYPES: tuple[type[AnyEvent], ...] = (
    Commented,
    Suggested,
    Replied,
    Revised,
    Withdrawn,
    Reopened,
    Linked,
    Reattached,
    Answered,
    Redacted,
    Decided,
    MarkedDone,
    *OUTSIDE_TYPES,
)
TYPE_NAMES: dict[type[Event], str] = {kind: str(kind.__struct_config__.tag) for kind in EVENT_TYPES}
