"""Who wrote an event, as far as its commit and its signature show it.

Its writer's own commit proves it, and so does a signature by a key of theirs, whatever commit carries it. What an
author or a carrier (a forge that squashes, a mail gateway) committed for somebody is carried: remarks and replies count
so, and nothing else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from reviewtui.domain.person import Person
from reviewtui.domain.record import events
from reviewtui.domain.record.event_kinds import CARRIED, MADE_BY_COMMIT
from reviewtui.domain.record.record import Provenance, Recorded
from reviewtui.domain.settings.settings import Settings

Authorship = Literal["unknown", "claimed", "committed", "signed", "carried", "late", "contradicted"]
Identity = Literal["claimed", "committed", "verified", "carried", "contradicted", "unchecked"]
"""The same as it is told: whether the name is merely claimed, committed under that address, or signed."""

LATE = (
    "the role of whoever made it was taken away on another branch, and neither knew of the other; "
    "it has no effect until an author confirms it"
)
_NOBODY = Settings(policy_id="")
_ACTS: tuple[type[events.Event], ...] = (
    events.Decided,
    events.Redacted,
    events.MarkedDone,
    events.SignedOff,
    *MADE_BY_COMMIT,
)
"""What counts, signed, only in a commit by its writer, an author or a carrier: nobody else says when it is made."""


def authorship(event: events.Event, provenance: Provenance, roles: Settings) -> Authorship:
    """Return what the commit and the signature of `event` show of who wrote it."""
    if not provenance.known:
        return "unknown"
    author = provenance.author
    if author is None:
        return "claimed"
    if is_late(event, provenance):
        return "late"
    if event.maker.key == author.key:
        return "committed"
    may_carry = roles.may_carry(author)
    if provenance.signature == "valid" and (may_carry or not isinstance(event, _ACTS)):
        return "signed"
    return "carried" if may_carry and isinstance(event, CARRIED) else "contradicted"


def why_not_written(event: events.Event, provenance: Provenance, roles: Settings) -> str:
    """Return why `event` cannot count as written by whom it says, or an empty string."""
    known = authorship(event, provenance, roles)
    if known == "late" and not isinstance(event, CARRIED):
        return LATE
    if known != "contradicted":
        return ""
    claimed = event.maker
    why = f"it says it is by {claimed}, but its commit is by {provenance.author}"
    if provenance.signature == "valid":
        return f"{why}, who may not carry what others have signed"
    if provenance.author is not None and roles.may_carry(provenance.author):
        return f"{why}, and only a remark or a reply counts without its writer's commit or signature"
    return why


def is_late(event: events.Event, provenance: Provenance) -> bool:
    """Say whether the role of whoever brought `event` in was taken away, neither side knowing of the other."""
    if not provenance.revoked:
        return False
    maker, author = event.maker.key, provenance.author
    if any(revoked.concerns(event, maker) for revoked in provenance.revoked):
        return True
    if author is None or author.key == maker or (provenance.signature == "valid" and not isinstance(event, _ACTS)):
        return False
    taken = any(revoked.concerns_carrying(author) for revoked in provenance.revoked)
    return taken and not _still_carries(author, provenance)


def _still_carries(author: Person, provenance: Provenance) -> bool:
    """Say whether one of the roles by which `author` carries was not taken: that of an author, or of a carrier."""
    taken = {"carrier" if revoked.role else "author" for revoked in provenance.revoked if revoked.person == author.key}
    roles = provenance.roles or _NOBODY
    by_author = roles.is_author(author) and "author" not in taken
    return by_author or (roles.is_carrier(author) and "carrier" not in taken)


def identity_of(recorded: Recorded) -> Identity:
    """Return how far it is known that the person whom an event names wrote it."""
    provenance = recorded.provenance
    known = authorship(recorded.event, provenance, provenance.roles or _NOBODY)
    if known == "unknown":
        return "unchecked"
    if known == "signed" or (known == "committed" and provenance.signature == "valid"):
        return "verified"
    return "carried" if known == "late" else known


def carrier_of(recorded: Recorded) -> Person | None:
    """Return who committed an event for its writer, where that is all that is known of it."""
    if identity_of(recorded) != "carried" or is_late(recorded.event, recorded.provenance):
        return None
    return recorded.provenance.author


def is_proved(event: events.Event, provenance: Provenance) -> bool:
    """Say whether more than somebody else's commit shows who wrote `event`."""
    roles = provenance.roles
    return roles is None or authorship(event, provenance, roles) not in {"carried", "late"}


def with_bound_signatures(events: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return `events`; a valid signature that may have been made for another thread is called so.

    Which events one had seen in turn is believed only of ids that lie in a single thread: whoever puts an event under
    the id of another thread's would else lead an old signed event into the wrong one.
    """
    everything = tuple(events)
    doubtful = {id(recorded) for recorded in everything if _names_no_thread(recorded)}
    if not doubtful:
        return everything
    homes: dict[str, set[str]] = defaultdict(set)
    for recorded in everything:
        homes[recorded.event.id].add(recorded.thread)
    threads = {recorded.thread for recorded in everything if id(recorded) in doubtful}
    after: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for recorded in everything:
        if recorded.thread in threads and len(homes[recorded.event.id]) == 1:
            after[recorded.thread][recorded.event.id].update(recorded.event.after)
    known = {
        id(recorded)
        for recorded in everything
        if id(recorded) in doubtful and _knows_root(recorded, after[recorded.thread], homes[recorded.event.id])
    }
    return tuple(_unbound(r) if id(r) in doubtful - known else r for r in everything)


def _names_no_thread(recorded: Recorded) -> bool:
    if recorded.provenance.signature != "valid" or recorded.event.thread:
        return False
    return recorded.thread not in {"", recorded.event.id}


def _knows_root(recorded: Recorded, after: Mapping[str, Iterable[str]], homes: Collection[str]) -> bool:
    """Say whether the root of its thread is among the events that one had seen; `homes` are all threads it lies in."""
    if recorded.thread in recorded.event.after:
        return True
    if len(homes) > 1:
        return False
    seen: set[str] = set()
    waiting = list(recorded.event.after)
    while waiting:
        key = waiting.pop()
        if key == recorded.thread:
            return True
        if key not in seen:
            seen.add(key)
            waiting.extend(after.get(key, ()))
    return False


def _unbound(recorded: Recorded) -> Recorded:
    return replace(recorded, provenance=replace(recorded.provenance, signature="unbound"))
