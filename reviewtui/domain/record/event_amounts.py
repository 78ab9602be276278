"""How many events of which sort, in words: what is pending, what was submitted."""

from collections import Counter
from collections.abc import Iterable

from reviewtui.domain.record.events import TYPE_NAMES, Event

_READ = "read"
_NAMES = {
    "comment": ("comment", "comments"),
    "suggestion": ("suggestion", "suggestions"),
    "move": ("suggested move", "suggested moves"),
    "reply": ("reply", "replies"),
    "revise": ("revision", "revisions"),
    "withdraw": ("withdrawal", "withdrawals"),
    "reopen": ("reopening", "reopenings"),
    "link": ("link", "links"),
    "reattach": ("remark put to its place", "remarks put to their places"),
    "answer": ("answer", "answers"),
    "redact": ("removal of words", "removals of words"),
    "decision": ("decision", "decisions"),
    "done": ("change made by hand", "changes made by hand"),
    "signoff": ("sign-off", "sign-offs"),
    "release": ("release", "releases"),
    "round": ("round", "rounds"),
    "round-closed": ("closing of a round", "closings of rounds"),
    "read": ("section read", "sections read"),
    "classify": ("classification", "classifications"),
    "companion-checked": ("companion text checked", "companion texts checked"),
    "dismiss": ("finding dismissed", "findings dismissed"),
    "settle": ("settlement", "settlements"),
    "confirm": ("confirmation", "confirmations"),
}


def amounts(events: Iterable[Event]) -> str:
    """Return how many of each sort there are, marks of reading last: "2 comments, 1 reply, 22 sections read"."""
    counts = Counter(TYPE_NAMES[type(event)] for event in events)
    kinds = sorted(counts, key=lambda kind: (kind == _READ, kind))
    return ", ".join(f"{counts[kind]} {_NAMES[kind][counts[kind] > 1]}" for kind in kinds)
