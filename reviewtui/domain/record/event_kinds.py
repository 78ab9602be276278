"""What is known of each type of event: its names, where its file lies, who may make it, and what proves it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record import events

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


EVENT_KINDS: dict[type[events.Event], EventKind] = {
    events.Commented: EventKind("comment", does="remarks", carried=True),
    events.Suggested: EventKind("suggestion", does="suggests", carried=True),
    events.MoveSuggested: EventKind("suggested move", does="suggests to move it", carried=True),
    events.Replied: EventKind("reply", "replies", "replies", carried=True),
    events.Revised: EventKind("revision", does="says anew", maker="owner"),
    events.Withdrawn: EventKind("withdrawal", does="takes the remark back", maker="owner"),
    events.Reopened: EventKind("reopening", does="opens it again", maker="author or side"),
    events.Linked: EventKind("link", does="links it"),
    events.Reattached: EventKind(
        "remark put to its place", "remarks put to their places", "puts it to a new place", maker="author or side"
    ),
    events.Answered: EventKind("answer", does="answers the decision", maker="side"),
    events.Redacted: EventKind("removal of words", "removals of words", "removes words", maker="author"),
    events.Decided: EventKind("decision", does="decides", maker="decider", signed=True),
    events.MarkedDone: EventKind("change made by hand", "changes made by hand", "marks it as done", maker="author"),
    events.SignedOff: EventKind("sign-off", room="signoffs", maker="organisation", signed=True),
    events.Released: EventKind("release", room="releases", maker="author"),
    events.RoundOpened: EventKind("round", room="rounds", maker="author"),
    events.RoundClosed: EventKind("closing of a round", "closings of rounds", room="rounds", maker="author"),
    events.WasRead: EventKind("section read", "sections read", room="reads"),
    events.Classified: EventKind("classification", room="classes", maker="author"),
    events.CompanionChecked: EventKind(
        "companion text checked", "companion texts checked", room="findings", maker="author"
    ),
    events.Dismissed: EventKind("finding dismissed", "findings dismissed", room="findings", maker="author"),
    events.Settled: EventKind("settlement", room="findings", maker="author", signed=True),
    events.Confirmed: EventKind("confirmation", room="findings", maker="author", signed=True),
}
CARRIED: tuple[type[events.Event], ...] = tuple(kind for kind, known in EVENT_KINDS.items() if known.carried)
SIGNED_IF_REQUIRED: tuple[type[events.Event], ...] = tuple(kind for kind, known in EVENT_KINDS.items() if known.signed)
MADE_BY_COMMIT: tuple[type[events.Event], ...] = tuple(
    kind for kind, known in EVENT_KINDS.items() if known.room and known.maker == "author"
)
"""What an author does is done by the commit that adds the event; a file that merely lies there, somebody put there."""


def amounts(counted_events: Iterable[events.Event]) -> str:
    """Return how many of each sort there are, marks of reading last: "2 comments, 1 reply, 22 sections read"."""
    counts = Counter(type(event) for event in counted_events)
    kinds = sorted(counts, key=lambda kind: (kind is events.WasRead, events.TYPE_NAMES[kind]))
    return ", ".join(_amount(counts[kind], EVENT_KINDS[kind]) for kind in kinds)


def _amount(count: int, kind: EventKind) -> str:
    return f"{count} {kind.nouns}" if kind.nouns and count > 1 else counted(count, kind.noun)
