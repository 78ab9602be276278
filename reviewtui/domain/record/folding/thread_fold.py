"""One thread's events folded into its state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.causality import ancestors, causal_order
from reviewtui.domain.record.events import (
    Answered,
    Decided,
    Linked,
    MarkedDone,
    MoveSuggested,
    OutsideEvent,
    Reattached,
    Redacted,
    Reopened,
    Revised,
    Root,
    Suggested,
    ThreadEvent,
    Withdrawn,
)
from reviewtui.domain.record.folding.repeated_imports import repeated_replies
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.thread import Entry, Thread, ThreadState, resulting
from reviewtui.domain.record.validity.authorship import LATE, identity_of, is_late
from reviewtui.domain.record.validity.permission import refusal, why_mere_file

MAX_CLOCK_JUMP = 1_000_000
"""Clocks count one by one; an event that leaps farther would leave no later number to anybody."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The remark's own words in force, and the event that said them."""

    body: str
    replacement: str | None
    event: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The state that the decisions, re-openings and withdrawals of a thread amount to."""

    state: ThreadState
    decision: Decided | None = None


def fold_thread(root: Recorded, remark: Root, members: Sequence[Recorded]) -> Thread:
    """Return the thread of `root`, whose event is `remark`.

    `members` are all events of its folder, the root included, in any order.
    """
    if len(members) == 1:
        return _alone(root, remark)
    entries = _entries(root, members)
    effective = {entry.event.id: entry.event for entry in entries if not entry.refusal}
    seen = _Sight(effective)
    words = _words_in_force(root, entries)
    outcome = _outcome(effective, seen)
    anchors, reattached = _anchors_in_force(remark, entries)
    commits = {entry.event.id: entry.recorded.provenance.commit for entry in entries}
    return Thread(
        id=remark.id,
        root=remark,
        entries=entries,
        state=outcome.state,
        flags=_flags(entries, effective, outcome.decision, seen),
        body=words.body,
        replacement=words.replacement,
        anchors=anchors,
        decision=outcome.decision,
        decision_commit=commits.get(outcome.decision.id) if outcome.decision else None,
        done=_done(effective, outcome.decision, seen),
        words_event=words.event,
        reattached=reattached,
        refusal=entries[0].refusal,
        links=tuple((e.to, e.relation) for e in effective.values() if isinstance(e, Linked)),
    )


def _alone(root: Recorded, remark: Root) -> Thread:
    """The thread of a remark about which nothing was said yet: most threads of a large review, most of the time."""
    refused = _refusals(root, (root,))[remark.id]
    provenance = root.provenance
    flags = (
        ("pending", provenance.pending),
        ("refused", bool(refused)),
        ("cancelled", root.cancelled),
        ("carried", not refused and identity_of(root) == "carried"),
        ("late-by-revoked", is_late(root.event, root.provenance)),
        ("unchecked", not provenance.known or provenance.signature == "unchecked"),
    )
    return Thread(
        id=remark.id,
        root=remark,
        entries=(Entry(root, remark, refused),),
        state="open",
        flags=frozenset(name for name, holds in flags if holds),
        body=remark.words,
        replacement=remark.replacement if isinstance(remark, Suggested) else None,
        anchors=_with_target(remark, remark.anchors),
        words_event=remark.id,
        refusal=refused,
    )


def _entries(root: Recorded, members: Sequence[Recorded]) -> tuple[Entry, ...]:
    by_id = {m.event.id: m for m in members}
    events: dict[str, ThreadEvent] = {key: m.event for key, m in by_id.items() if not isinstance(m.event, OutsideEvent)}
    rest = {key: event for key, event in events.items() if key != root.event.id}
    order = (root.event.id, *causal_order(rest))
    refusals = _refusals(root, [by_id[key] for key in order])
    order = _without_say(order, rest, refusals)
    hidden = {
        event.on: event.body for key, event in events.items() if isinstance(event, Redacted) and not refusals[key]
    }
    copies = repeated_replies([events[key] for key in order if not refusals[key]])
    return tuple(Entry(by_id[key], events[key], refusals[key], hidden.get(key), copies.get(key, "")) for key in order)


def _without_say(order: Sequence[str], rest: Mapping[str, ThreadEvent], refusals: Mapping[str, str]) -> tuple[str, ...]:
    """The same order, in which what is refused has no say about the order of what counts."""
    if not any(refusals.values()):
        return tuple(order)
    counting = iter(causal_order({key: event for key, event in rest.items() if not refusals[key]}))
    return tuple(key if refusals[key] or key not in rest else next(counting) for key in order)


def _refusals(root: Recorded, ordered: Sequence[Recorded]) -> dict[str, str]:
    refusals: dict[str, str] = {}
    clocks: dict[str, int] = {}
    for member in ordered:
        key = member.event.id
        if key != root.event.id and isinstance(member.event, Root):
            refusals[key] = "it stands in the folder of another thread"
            continue
        seen = max((clocks.get(other, 0) for other in member.event.after), default=0)
        if member.event.clock > seen + MAX_CLOCK_JUMP:
            refusals[key] = "its clock runs far ahead of what it had seen"
            continue
        refusals[key] = why_mere_file(member)
        if not refusals[key]:
            clocks[key] = member.event.clock
            refusals[key] = refusal(member, root)
    return refusals


def _words_in_force(root: Recorded, entries: Sequence[Entry]) -> _Words:
    first = entries[0]
    replacement = root.event.replacement if isinstance(root.event, Suggested) else None
    words = _Words(first.words, replacement if first.hidden is None else None, root.event.id)
    for entry in entries[1:]:
        if isinstance(entry.event, Revised) and not entry.refusal:
            given = entry.event.replacement
            kept = words.replacement if given is None or not isinstance(root.event, Suggested) else given
            words = _Words(entry.words, kept if entry.hidden is None else None, entry.event.id)
    return words


def _anchors_in_force(remark: Root, entries: Sequence[Entry]) -> tuple[tuple[Anchor, ...], bool]:
    for entry in reversed(entries):
        if isinstance(entry.event, Reattached) and not entry.refusal:
            return _with_target(remark, entry.event.anchors), True
    return _with_target(remark, remark.anchors), False


def _with_target(remark: Root, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """Return where a remark stands; for a move what is to move, and behind it where to, unless both were said anew."""
    return (*anchors, *remark.target) if isinstance(remark, MoveSuggested) and len(anchors) == 1 else anchors


class _Sight:
    """Which of the events that have an effect had seen which others."""

    def __init__(self, events: Mapping[str, ThreadEvent]) -> None:
        self.events = events
        self._known: dict[str, frozenset[str]] = {}

    def before(self, key: str) -> frozenset[str]:
        """Return what `key` had seen."""
        if key not in self._known:
            self._known[key] = ancestors(key, self.events)
        return self._known[key]

    def newest(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return those of `keys` that no other of them had seen; all of them where they stand in a circle."""
        seen = frozenset().union(*(self.before(key) for key in keys)) if len(keys) > 1 else frozenset()
        return tuple(key for key in keys if key not in seen) or tuple(keys)


def _outcome(events: Mapping[str, ThreadEvent], seen: _Sight) -> _Outcome:
    acts = [key for key, event in events.items() if isinstance(event, Decided | Reopened)]
    last = seen.newest(sorted(acts, key=lambda key: (events[key].clock, key)))
    decisions = [event for key in last if isinstance(event := events[key], Decided)]
    if not decisions:
        return _Outcome("withdrawn" if _withdrawn(events, last, seen) else "open")
    if len(decisions) < len(last):
        return _Outcome("contested")
    if len({resulting(decision) for decision in decisions}) > 1:
        return _Outcome("contested")
    return _Outcome(decisions[0].verdict, decisions[0])


def _withdrawn(events: Mapping[str, ThreadEvent], reopened: Sequence[str], seen: _Sight) -> bool:
    undone = {key for other in reopened for key in seen.before(other)}
    return any(isinstance(event, Withdrawn) and key not in undone for key, event in events.items())


def _flags(
    entries: Sequence[Entry], events: Mapping[str, ThreadEvent], decision: Decided | None, seen: _Sight
) -> frozenset[str]:
    provenances = [entry.recorded.provenance for entry in entries]
    flags = {
        "pending": any(provenance.pending for provenance in provenances),
        "refused": any(entry.refusal for entry in entries),
        "cancelled": any(entry.recorded.cancelled for entry in entries),
        "carried": any(identity_of(entry.recorded) == "carried" for entry in entries if not entry.refusal),
        "late-by-revoked": any(
            entry.refusal == LATE or is_late(entry.event, entry.recorded.provenance) for entry in entries
        ),
        "unchecked": any(not p.known or p.signature == "unchecked" for p in provenances),
        "older-words": decision is not None and _has_unseen_words(decision, events, seen),
        "unsatisfied": decision is not None and _unsatisfied(events, decision, seen),
    }
    return frozenset(flag for flag, holds in flags.items() if holds)


def _has_unseen_words(decision: Decided, events: Mapping[str, ThreadEvent], seen: _Sight) -> bool:
    reopened = [key for key, event in events.items() if isinstance(event, Reopened)]
    known = seen.before(decision.id).union(*(seen.before(key) for key in reopened))
    return any(isinstance(event, Revised | Withdrawn) and key not in known for key, event in events.items())


def _unsatisfied(events: Mapping[str, ThreadEvent], decision: Decided, seen: _Sight) -> bool:
    """Whether the last answer to the decision in force was a no; answers to earlier decisions do not count."""
    answers = [e for key, e in events.items() if isinstance(e, Answered) and decision.id in seen.before(key)]
    return bool(answers) and not answers[-1].satisfied


def _done(events: Mapping[str, ThreadEvent], decision: Decided | None, seen: _Sight) -> MarkedDone | None:
    """The last mark that the decision in force was carried out by hand."""
    if decision is None:
        return None
    marks = [e for key, e in events.items() if isinstance(e, MarkedDone) and decision.id in seen.before(key)]
    return marks[-1] if marks else None
