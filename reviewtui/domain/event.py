"""What every event of a review has in common (docs/record.md)."""

from datetime import datetime
from typing import Annotated

import msgspec

MAX_CLOCK = 1 << 53

Ulid = Annotated[str, msgspec.Meta(pattern=r"^[0-7][0-9a-hjkmnp-tv-z]{25}\Z")]
Clock = Annotated[int, msgspec.Meta(ge=1, le=MAX_CLOCK)]
ObjectId = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?\Z")]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


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

    Values that never change hold no circles, so the garbage collector need not look at them (`gc=False`).
    """

    format: Annotated[int, msgspec.Meta(ge=1)] = 1
    policy_id: str
    id: Ulid
    clock: Clock
    after: tuple[str, ...] = ()
    at: Moment
    by: str
    organisation: str
    recorded_by: str = ""
    source: Source | None = None
    signature: Signature | None = None

    @property
    def words(self) -> str:
        """What it says; empty for an event without words."""
        return str(getattr(self, "body", ""))
