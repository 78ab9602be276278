"""What unit tests of the domain make again and again: events as a commit holds them, drafts without a repository."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from reviewtui.domain.person import Person
from reviewtui.domain.policy.policy import Policy, Text, build_policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import AnyEvent, Cover
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Provenance, Record, Recorded
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import Organisation, Settings
from tests.strategies import POLICY, REVIEWER, SETTINGS

_E = TypeVar("_E", bound=AnyEvent)

NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)
CONSOLIDATOR = Person("C. Collector", "collector@northvale.example")
COLLEAGUE = Person("N. Colleague", "colleague@northvale.example")
STRANGER = Person("A. Stranger", "stranger@elsewhere.example")
RULES = msgspec.structs.replace(
    SETTINGS,
    organisations={
        "northvale": Organisation(
            "Northvale Council", domains=("northvale.example",), consolidators=(CONSOLIDATOR.address,), asked=True
        ),
        "southmere": Organisation("Southmere Council", domains=("southmere.example",), asked=True),
    },
)
"""The settings of these tests: two organisations that are asked, one of which has a consolidator."""


def number(count: int) -> str:
    """Return an id; a higher number is a later id."""
    return f"01kb2m6y3t9v8w5x4z7q{count:06d}"


def made(kind: type[_E], count: int = 1, by: Person = REVIEWER, /, **fields: object) -> _E:
    """Return event number `count` by a person, with the least that an event needs."""
    common = {"policy_id": POLICY, "id": number(count), "clock": count, "at": NOON, "by": str(by)}
    return kind(**(common | {"organisation": RULES.organisation_of(by)} | fields))  # type: ignore[arg-type]


def kept(event: AnyEvent, thread: str = "", author: Person | None = None, **provenance: object) -> Recorded:
    """Return an event as a commit of its maker (or of `author`) holds it, under the settings of these tests."""
    recorded = Recorded(event, thread, f"reviews/{event.id}.toml")
    known = {"commit": event.id[-1] * 40, "author": author or recorded.event.maker, "roles": RULES} | provenance
    return Recorded(event, thread, recorded.path, Provenance(**known))  # type: ignore[arg-type]


def lying(event: AnyEvent, thread: str = "", roles: Settings = RULES) -> Recorded:
    """Return an event as a file that no commit holds yet."""
    return Recorded(event, thread, f"reviews/{event.id}.toml", Provenance(roles=roles))


def blob(text: str) -> str:
    """Return what stands for the object id of a text."""
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def covers(texts: Mapping[str, str]) -> tuple[Cover, ...]:
    """Return the covers of a sign-off on texts by path."""
    return tuple(Cover(path, blob(text)) for path, text in texts.items())


def policy_of(texts: Mapping[str, str], dirty: Iterable[str] = ()) -> Policy:
    """Return the policy of texts by path; those named `dirty` have edits."""
    return build_policy(
        "policy", {path: Text(path, text, blob(text), dirty=path in dirty) for path, text in texts.items()}
    )


def draft_of(texts: Mapping[str, str], *events: Recorded, older: Iterable[str] = (), roles: Settings = RULES) -> Draft:
    """Return the draft of texts by path with a review of `events`; `older` are texts that are still known."""
    return Draft(
        settings=roles,
        founded=True,
        effective_settings=roles,
        policy=policy_of(texts),
        version=Version("draft", "f" * 40),
        review=fold(Record(tuple(events))),
        past_texts={blob(text): text for text in older},
    )
