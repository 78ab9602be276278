"""Hypothesis strategies for events, records and the text that people put into them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.events import MAX_CLOCK, AnyEvent, Source, ThreadEvent
from reviewtui.domain.record.record import Provenance, Recorded
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.settings.settings import Organisation, Settings
from reviewtui.text.meaning.class_values import CHANGE_CLASSES

ULID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
POLICY = "01kb2m6y3t9v8w5x4z7q1r0pka"
AUTHOR = Person("Policy Officer", "officer@council.example")
SECOND = Person("Second Officer", "second@council.example")
REVIEWER = Person("J. Reviewer", "reviewer@northvale.example")
READER = Person("S. Reader", "reader@southmere.example")
PEOPLE = (AUTHOR, SECOND, REVIEWER, READER)
SETTINGS = Settings(
    policy_id=POLICY,
    authors=(str(AUTHOR), str(SECOND)),
    organisations={
        "northvale": Organisation("Northvale Council", domains=("northvale.example",)),
        "southmere": Organisation("Southmere Council", domains=("southmere.example",)),
    },
)
THREADS = tuple(f"01kb2m6y3t9v8w5x4z7q1r0p{end}" for end in ("aa", "ab"))
TRICKY = (
    "\r\n",
    "\r",
    "\n",
    '"""',
    "'''",
    "\\",
    '\\"',
    "\t",
    "😀",
    "👩‍👩‍👧",
    "\u202e",
    "\x1b[31m",
    "é",
    "é",
    "# x",
    "[[a]]",
)

ulids = st.builds("{}{}".format, st.sampled_from("01234567"), st.text(ULID_LETTERS, min_size=25, max_size=25))
words = st.lists(
    st.one_of(st.sampled_from(TRICKY), st.text(st.characters(exclude_categories=("Cs",)), max_size=12)), max_size=8
).map("".join)
long_words = st.integers(1, 9_000).map(lambda size: "wörd " * size)
moments = st.integers(86_400, 253_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
object_ids = st.text("0123456789abcdef", min_size=40, max_size=40)
people = st.sampled_from(PEOPLE).map(str)
passages = st.builds(
    lambda start, size, exact: Anchor(
        path="policy/a.md", blob="a" * 40, version="b" * 40, start=start, end=start + size, exact=exact
    ),
    st.integers(0, 5000),
    st.integers(0, 300),
    words,
)
anchors = st.one_of(passages, st.just(Anchor(path="policy/a.md", blob="a" * 40)), st.just(Anchor(topic="purdah")))
edits = st.builds(events.RecordedEdit, path=st.just("policy/a.md"), before=words, after=words, start=st.integers(0, 99))
sources = st.none() | st.builds(Source, format=st.just("docx"), export=words, item=words, digest=words)

COMMON = {
    "policy_id": st.just(POLICY),
    "id": ulids,
    "clock": st.integers(1, MAX_CLOCK),
    "after": st.lists(ulids, max_size=3).map(tuple),
    "at": moments,
    "by": people,
    "organisation": st.sampled_from(("northvale", "southmere", "unaffiliated")),
    "recorded_by": st.just("") | people,
    "source": sources,
}
paths = st.sampled_from(("policy/a.md", "policy/ä b.md", "policy/aux.md"))
covers = st.lists(st.builds(events.Cover, path=paths, blob=object_ids), min_size=1, max_size=3).map(tuple)
FIELDS: dict[type[AnyEvent], dict[str, st.SearchStrategy[object]]] = {
    events.Commented: {
        "kind": st.sampled_from(events.KINDS),
        "blocking": st.booleans(),
        "body": words,
        "anchors": st.lists(anchors, max_size=3).map(tuple),
    },
    events.Suggested: {
        "kind": st.sampled_from(events.KINDS),
        "body": words,
        "replacement": words | long_words,
        "anchors": st.tuples(passages),
    },
    events.MoveSuggested: {
        "kind": st.sampled_from(events.KINDS),
        "blocking": st.booleans(),
        "body": words,
        "anchors": st.tuples(passages),
        "target": st.tuples(passages),
    },
    events.Replied: {"body": words | long_words},
    events.Revised: {"body": words, "replacement": st.none() | words},
    events.Withdrawn: {"body": words},
    events.Reopened: {"body": words, "edit": st.none() | edits, "edits": st.lists(edits, max_size=2).map(tuple)},
    events.Linked: {"to": ulids, "relation": st.sampled_from(("duplicate", "related"))},
    events.Reattached: {"anchors": st.tuples(anchors), "body": words},
    events.Answered: {"satisfied": st.booleans(), "body": words},
    events.Redacted: {"on": ulids, "body": words},
    events.Decided: {
        "verdict": st.sampled_from(("accepted", "accepted-with-changes", "noted", "deferred", "declined", "duplicate")),
        "on": ulids,
        "body": words,
        "edit": st.none() | edits,
        "edits": st.lists(edits, max_size=2).map(tuple),
    },
    events.MarkedDone: {"commit": object_ids, "body": words},
    events.SignedOff: {
        "position": st.sampled_from(events.POSITIONS),
        "body": words,
        "covers": covers,
    },
    events.Released: {
        "version": words,
        "text": object_ids,
        "gates": st.lists(
            st.builds(
                events.GateRecord,
                name=words,
                passed=st.booleans(),
                evidence=st.lists(words, max_size=2).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
        "override": words,
    },
    events.RoundOpened: {
        "until": st.dates(),
        "asked": st.lists(words, max_size=2).map(tuple),
        "text": st.just("") | object_ids,
        "body": words,
    },
    events.RoundClosed: {"round": ulids, "body": words},
    events.WasRead: {"path": paths, "blob": object_ids},
    events.Classified: {
        "path": paths,
        "old": object_ids,
        "new": object_ids,
        "change_class": st.sampled_from(CHANGE_CLASSES),
        "body": words,
    },
    events.CompanionChecked: {"path": paths, "blob": object_ids, "of": covers, "body": words},
    events.Dismissed: {"finding": words, "body": words},
    events.Settled: {
        "of": st.lists(ulids, min_size=1, max_size=3).map(tuple),
        "choice": st.just("") | ulids,
        "body": words,
    },
    events.Confirmed: {"of": st.lists(ulids, min_size=1, max_size=3).map(tuple), "body": words},
}


def events_of(kind: type[AnyEvent]) -> st.SearchStrategy[AnyEvent]:
    """Return a strategy for events of one type."""
    return st.builds(kind, **COMMON, **FIELDS[kind])  # type: ignore[arg-type]


every_event = st.one_of([events_of(kind) for kind in events.EVENT_TYPES])


@st.composite
def recorded(draw: st.DrawFn) -> Recorded:
    """Return an event of few ids and threads, so that events meet: with what its commit shows, forged ones included."""
    kind = draw(st.sampled_from(events.EVENT_TYPES))
    thread = draw(st.sampled_from(THREADS))
    root = kind in {events.Commented, events.Suggested, events.MoveSuggested}
    close = st.sampled_from([f"01kb2m6y3t9v8w5x4z7q1r0p{a}{b}" for a in "bc" for b in "abcdef"])
    by = draw(st.sampled_from(PEOPLE))
    fields = COMMON | FIELDS[kind]
    fields |= {name: close for name in ("on", "to", "choice") if name in fields}
    if kind in {events.Settled, events.Confirmed}:
        fields["of"] = st.lists(close, min_size=1, max_size=3).map(tuple)
    fields |= {
        "id": st.just(thread) if root and draw(st.booleans()) else close,
        "clock": st.integers(1, 6),
        "after": st.lists(close | st.sampled_from(THREADS), max_size=3).map(tuple),
        "by": st.just(str(by)),
        "organisation": st.just(SETTINGS.organisation_of(by)),
        "recorded_by": st.just(""),
    }
    event: AnyEvent = draw(st.builds(kind, **fields))  # type: ignore[arg-type]
    author = draw(st.sampled_from((by, by, by, READER)))
    commit = draw(st.sampled_from((None, "c" * 40, "d" * 40)))
    provenance = Provenance(
        commit,
        author,
        draw(st.sampled_from((SETTINGS, SETTINGS, None))),
        draw(st.booleans()),
        draw(st.sampled_from(("none", "none", "valid", "foreign"))),
        draw(st.sampled_from(((), (), (Revocation("e" * 40, by.key),)))),
    )
    inside = not isinstance(event, events.OutsideEvent)
    return Recorded(event, thread if inside else "", f"reviews/{event.id}.toml", provenance)


def comment(identifier: str, by: Person = REVIEWER, **fields: object) -> ThreadEvent:
    """Return a comment with the least that it needs."""
    common = {"policy_id": POLICY, "id": identifier, "clock": 1, "at": datetime(2026, 11, 22, tzinfo=UTC)}
    common |= {"by": str(by), "organisation": SETTINGS.organisation_of(by), "kind": "general", "body": "Why?"}
    return events.Commented(**(common | fields))  # type: ignore[arg-type]
