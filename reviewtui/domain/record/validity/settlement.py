"""What authors said of events without effect: that they know of them, which content counts, which late ones may.

Only the words of authors count here, made by a commit. Where two of them had not seen each other and choose different
contents, neither choice counts until an author chooses again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.domain.record.causality import ancestors
from reviewtui.domain.record.events import Confirmed, Settled
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.validity.permission import refusal
from reviewtui.domain.record.validity.same_id import distinct, reference_of


@dataclass(frozen=True, slots=True)
class Settlements:
    """By reference or id: the newest word on each event, the contents that were chosen, and what was confirmed."""

    words: Mapping[str, Settled] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()

    def word_on(self, recorded: Recorded, several: frozenset[str]) -> Settled | None:
        """Return what an author said of exactly this event; its id names it only while no other content has that."""
        if not self.words:
            return None
        by_id = self.words.get(recorded.event.id) if recorded.event.id not in several else None
        return self.words.get(reference_of(recorded), by_id)

    def with_confirmed(self, events: Sequence[Recorded]) -> Sequence[Recorded]:
        """Return `events`; what an author confirmed is late no more. An id confirms only while one content has it."""
        if not self.confirmed:
            return events
        contents = {(recorded.event.id, reference_of(recorded)) for recorded in events}
        ids = Counter(identifier for identifier, _ in contents)
        return [
            replace(recorded, provenance=replace(recorded.provenance, revoked=()))
            if recorded.provenance.revoked and not self.confirmed.isdisjoint(_names(recorded, ids))
            else recorded
            for recorded in events
        ]


def _names(recorded: Recorded, ids: Mapping[str, int]) -> set[str]:
    return {reference_of(recorded), *([recorded.event.id] if ids[recorded.event.id] == 1 else [])}


def settlements_of(events: Iterable[Recorded]) -> Settlements:
    """Return what the words of authors among `events` amount to."""
    settling = [recorded for recorded in events if isinstance(recorded.event, Settled | Confirmed)]
    if not settling:
        return Settlements()
    counting = [r.event for r in distinct(settling).kept if not r.provenance.pending and not refusal(r, None)]
    settled = {event.id: event for event in counting if isinstance(event, Settled)}
    on: dict[str, list[Settled]] = defaultdict(list)
    for event in settled.values():
        for reference in {*event.of, *([event.choice] if event.choice else [])}:
            on[reference].append(event)
    newest = {reference: _newest(words, settled) for reference, words in on.items()}
    chosen = {reference for reference, words in newest.items() if {word.choice for word in words} == {reference}}
    confirmed = {reference for event in counting if isinstance(event, Confirmed) for reference in event.of}
    words = {reference: max(last, key=lambda word: (word.clock, word.id)) for reference, last in newest.items()}
    return Settlements(words, frozenset(chosen), frozenset(confirmed))


def _newest(words: list[Settled], settled: Mapping[str, Settled]) -> list[Settled]:
    """Those of `words` that no other of them had seen; all of them where they stand in a circle."""
    seen = frozenset().union(*(ancestors(word.id, settled) for word in words)) if len(words) > 1 else frozenset()
    return [word for word in words if word.id not in seen] or words
