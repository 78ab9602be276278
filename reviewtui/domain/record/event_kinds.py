"""What is known of each type of event: its names, where its file lies, who may make it, and what proves it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import (
    TYPE_NAMES,
    Answered,
    Classified,
    Commented,
    CompanionChecked,
    Confirmed,
    Decided,
    Dismissed,
    Event,
    Linked,
    MarkedDone,
    MoveSuggested,
    Reattached,
    Redacted,
    Released,
    Reopened,
    Replied,
    Revised,
    RoundClosed,
    RoundOpened,
    Settled,
    SignedOff,
    Suggested,
    WasRead,
    Withdrawn,
)

Maker = Literal["anyone", "author", "decider", "owner", "side", "author or side", "organisation"]
"""Who may make an event; what each means is `validity/permission`."""


@dataclass(frozen=True, slots=True)
class EventKind:
    """One type: "1 `noun`", "2 `nouns`" (empty: with an s); in a thread its maker `does` that.

    `room` is the folder of the record in which those lie that belong to no thread. What is `carried` counts without
    proof where somebody else committed it: words, and nothing that decides or stands for an organisation. What is
    `signed` counts only with a signature where the settings ask for signatures.
    """

    noun: str
    nouns: str = ""
    does: str = ""
    room: str = ""
    maker: Maker = "anyone"
    carried: bool = False
    signed: bool = False


EVENT_KINDS: dict[type[Event], EventKind] = {
    Commented: EventKind("comment", does="remarks", carried=True),
    Suggested: EventKind("suggestion", does="suggests", carried=True),
    MoveSuggested: EventKind("suggested move", does="suggests to move it", carried=True),
    Replied: EventKind("reply", "replies", "replies", carried=True),
    Revised: EventKind("revision", does="says anew", maker="owner"),
    Withdrawn: EventKind("withdrawal", does="takes the remark back", maker="owner"),
    Reopened: EventKind("reopening", does="opens it again", maker="author or side"),
    Linked: EventKind("link", does="links it"),
    Reattached: EventKind(
        "remark put to its place", "remarks put to their places", "puts it to a new place", maker="author or side"
    ),
    Answered: EventKind("answer", does="answers the decision", maker="side"),
    Redacted: EventKind("removal of words", "removals of words", "removes words", maker="author"),
    Decided: EventKind("decision", does="decides", maker="decider", signed=True),
    MarkedDone: EventKind("change made by hand", "changes made by hand", "marks it as done", maker="author"),
    SignedOff: EventKind("sign-off", room="signoffs", maker="organisation", signed=True),
    Released: EventKind("release", room="releases", maker="author"),
    RoundOpened: EventKind("round", room="rounds", maker="author"),
    RoundClosed: EventKind("closing of a round", "closings of rounds", room="rounds", maker="author"),
    WasRead: EventKind("section read", "sections read", room="reads"),
    Classified: EventKind("classification", room="classes", maker="author"),
    CompanionChecked: EventKind("companion text checked", "companion texts checked", room="findings", maker="author"),
    Dismissed: EventKind("finding dismissed", "findings dismissed", room="findings", maker="author"),
    Settled: EventKind("settlement", room="findings", maker="author", signed=True),
    Confirmed: EventKind("confirmation", room="findings", maker="author", signed=True),
}
CARRIED: tuple[type[Event], ...] = tuple(kind for kind, known in EVENT_KINDS.items() if known.carried)
SIGNED_IF_REQUIRED: tuple[type[Event], ...] = tuple(kind for kind, known in EVENT_KINDS.items() if known.signed)
MADE_BY_COMMIT: tuple[type[Event], ...] = tuple(
    kind for kind, known in EVENT_KINDS.items() if known.room and known.maker == "author"
)
"""What an author does is done by the commit that adds the event; a file that merely lies there, somebody put there."""


def amounts(events: Iterable[Event]) -> str:
    """Return how many of each sort there are, marks of reading last: "2 comments, 1 reply, 22 sections read"."""
    counts = Counter(type(event) for event in events)
    kinds = sorted(counts, key=lambda kind: (kind is WasRead, TYPE_NAMES[kind]))
    return ", ".join(_amount(counts[kind], EVENT_KINDS[kind]) for kind in kinds)


def _amount(count: int, kind: EventKind) -> str:
    return f"{count} {kind.nouns}" if kind.nouns and count > 1 else counted(count, kind.noun)
