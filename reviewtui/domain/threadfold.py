"""One thread's events folded into its state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.anchor import Anchor
from reviewtui.domain.causality import ancestors, causal_order, newest
from reviewtui.domain.events import (
    Answered,
    Commented,
    Decided,
    Linked,
    MarkedDone,
    Reattached,
    Redacted,
    Released,
    Reopened,
    Revised,
    Root,
    SignedOff,
    Suggested,
    ThreadEvent,
    Withdrawn,
)
from reviewtui.domain.permission import refusal
from reviewtui.domain.record import Recorded
from reviewtui.domain.thread import Entry, State, Thread

MAX_CLOCK_JUMP = 1_000_000


@dataclass(frozen=True, slots=True)
class _Words:
    """The remark's own words in force, and the event that said them."""

    body: str
    replacement: str | None
    event: str


@dataclass(frozen=True, slots=True)
class _Standing:
    """The state that the decisions, re-openings and withdrawals of a thread amount to."""

    state: State
    decision: Decided | None = None


def fold_thread(root: Recorded, remark: Root, members: Sequence[Recorded]) -> Thread:
    """Return the thread of `root`, whose event is `remark`.

    `members` are all events of its folder, the root included, in any order.
    """
    entries = _entries(root, members)
    effective = {entry.event.id: entry.event for entry in entries if not entry.refusal}
    words = _words_in_force(root, entries)
    standing = _standing(effective)
    anchors, reattached = _anchors_in_force(remark, entries)
    commits = {entry.event.id: entry.recorded.provenance.commit for entry in entries}
    return Thread(
        id=remark.id,
        root=remark,
        entries=entries,
        state=standing.state,
        flags=_flags(entries, effective, standing.decision),
        body=words.body,
        replacement=words.replacement,
        anchors=anchors,
        decision=standing.decision,
        decision_commit=commits.get(standing.decision.id) if standing.decision else None,
        done=next((e.event for e in reversed(entries) if isinstance(e.event, MarkedDone) and not e.refusal), None),
        words_event=words.event,
        reattached=reattached,
        refusal=entries[0].refusal,
        links=tuple((e.to, e.relation) for e in effective.values() if isinstance(e, Linked)),
    )


def _entries(root: Recorded, members: Sequence[Recorded]) -> tuple[Entry, ...]:
    by_id = {m.event.id: m for m in members}
    events: dict[str, ThreadEvent] = {
        key: m.event for key, m in by_id.items() if not isinstance(m.event, SignedOff | Released)
    }
    rest = {key: event for key, event in events.items() if key != root.event.id}
    order = (root.event.id, *causal_order(rest))
    refusals = _refusals(root, [by_id[key] for key in order], events)
    hidden = {
        event.on: event.body for key, event in events.items() if isinstance(event, Redacted) and not refusals[key]
    }
    return tuple(Entry(by_id[key], events[key], refusals[key], hidden.get(key)) for key in order)


def _refusals(root: Recorded, ordered: Sequence[Recorded], events: Mapping[str, ThreadEvent]) -> dict[str, str]:
    found: dict[str, str] = {}
    for member in ordered:
        key = member.event.id
        if key != root.event.id and isinstance(member.event, Commented | Suggested):
            found[key] = "it stands in the folder of another thread"
            continue
        seen = max((events[other].clock for other in member.event.after if other in events), default=0)
        if member.event.clock > seen + MAX_CLOCK_JUMP:
            found[key] = "its clock runs far ahead of what it had seen"
            continue
        found[key] = refusal(member, root)
    return found


def _words_in_force(root: Recorded, entries: Sequence[Entry]) -> _Words:
    first = entries[0]
    replacement = root.event.replacement if isinstance(root.event, Suggested) else None
    words = _Words(first.words, replacement if first.hidden is None else "", root.event.id)
    for entry in entries[1:]:
        if isinstance(entry.event, Revised) and not entry.refusal:
            given = entry.event.replacement
            kept = words.replacement if given is None or replacement is None else given
            words = _Words(entry.words, kept if entry.hidden is None else "", entry.event.id)
    return words


def _anchors_in_force(remark: Root, entries: Sequence[Entry]) -> tuple[tuple[Anchor, ...], bool]:
    for entry in reversed(entries):
        if isinstance(entry.event, Reattached) and not entry.refusal:
            return entry.event.anchors, True
    return remark.anchors, False


def _standing(events: Mapping[str, ThreadEvent]) -> _Standing:
    acts = [key for key, event in events.items() if isinstance(event, Decided | Reopened)]
    last = newest(acts, events)
    decisions = [event for key in last if isinstance(event := events[key], Decided)]
    if not decisions:
        return _Standing("withdrawn" if _withdrawn(events, last) else "open")
    if len(decisions) < len(last):
        return _Standing("contested")
    if len({_resulting(decision) for decision in decisions}) > 1:
        return _Standing("contested")
    return _Standing(decisions[0].verdict, decisions[0])


def _resulting(decision: Decided) -> tuple[str, str | None, str]:
    return (decision.verdict, decision.edit.after if decision.edit else None, decision.of)


def _withdrawn(events: Mapping[str, ThreadEvent], reopened: Sequence[str]) -> bool:
    undone: set[str] = set()
    for key in reopened:
        undone |= ancestors(key, events)
    return any(isinstance(event, Withdrawn) and key not in undone for key, event in events.items())


def _flags(entries: Sequence[Entry], events: Mapping[str, ThreadEvent], decision: Decided | None) -> frozenset[str]:
    flags = set()
    if any(entry.recorded.provenance.pending for entry in entries):
        flags.add("pending")
    if any(entry.refusal for entry in entries):
        flags.add("refused")
    if any(not entry.recorded.provenance.known for entry in entries):
        flags.add("unchecked")
    if decision is not None and _has_unseen_words(decision, events):
        flags.add("older-words")
    if _unsatisfied(entries):
        flags.add("unsatisfied")
    return frozenset(flags)


def _has_unseen_words(decision: Decided, events: Mapping[str, ThreadEvent]) -> bool:
    seen = ancestors(decision.id, events)
    undone = {key for event in events.values() if isinstance(event, Reopened) for key in ancestors(event.id, events)}
    return any(
        isinstance(event, Revised | Withdrawn) and key not in seen and key not in undone
        for key, event in events.items()
    )


def _unsatisfied(entries: Sequence[Entry]) -> bool:
    answers = [entry.event for entry in entries if isinstance(entry.event, Answered) and not entry.refusal]
    return bool(answers) and not answers[-1].satisfied
