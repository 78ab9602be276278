"""A thread: a root remark with all that was said and decided about it."""

from dataclasses import dataclass
from typing import Literal, get_args

from reviewtui.domain.identifier import short
from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.causality import ancestors
from reviewtui.domain.record.events import (
    Decided,
    MarkedDone,
    MoveSuggested,
    RecordedEdit,
    RemarkKind,
    Reopened,
    Replied,
    Root,
    Suggested,
    ThreadEvent,
    Withdrawn,
)
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.validity.authorship import carrier_of

ThreadState = Literal[
    "open", "contested", "accepted", "accepted-with-changes", "noted", "deferred", "declined", "duplicate", "withdrawn"
]
STATES: tuple[ThreadState, ...] = get_args(ThreadState)


def in_words(state: str) -> str:
    """Return a state or a verdict as people read it."""
    return state.replace("-", " ")


FLAGS = (
    "pending",
    "late",
    "refused",
    "cancelled",
    "carried",
    "late-by-revoked",
    "unchecked",
    "not-in-text",
    "older-words",
    "unsatisfied",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a thread in its causal place.

    `refusal` says why it has no effect, `hidden` why its words are not shown, `same_as` which reply before it was
    brought in from the same words of the same file.
    """

    recorded: Recorded
    event: ThreadEvent
    refusal: str = ""
    hidden: str | None = None
    same_as: str = ""

    @property
    def by(self) -> Person:
        """Whose words these are."""
        return parse_person(self.event.by)

    @property
    def carried_by(self) -> Person | None:
        """Who committed it for its writer, where nothing proves that these are the writer's words."""
        return carrier_of(self.recorded) if not self.refusal else None

    @property
    def words(self) -> str:
        """The words that may be shown."""
        return self.event.words if self.hidden is None else f"(removed by the author: {self.hidden})"


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark as it stands.

    `body`, `replacement` and `anchors` are those in force after revisions and re-attachments; `on_copies` are decisions
    on copies of it that nobody who decided it had seen.
    """

    id: str
    root: Root
    entries: tuple[Entry, ...]
    state: ThreadState
    flags: frozenset[str]
    body: str
    replacement: str | None
    anchors: tuple[Anchor, ...]
    decision: Decided | None = None
    decision_commit: str | None = None
    done: MarkedDone | None = None
    words_event: str = ""
    reattached: bool = False
    refusal: str = ""
    links: tuple[tuple[str, str], ...] = ()
    same_as: str = ""
    on_copies: tuple[Entry, ...] = ()

    @property
    def state_in_words(self) -> str:
        """The state as people read it; of a second copy of another thread, that it is one."""
        return f"the same as {short(self.same_as)}" if self.same_as else in_words(self.state)

    @property
    def replies(self) -> tuple[Entry, ...]:
        """The replies that count, each once."""
        replies = (entry for entry in self.entries if isinstance(entry.event, Replied))
        return tuple(entry for entry in replies if not entry.refusal and not entry.same_as)

    @property
    def is_suggestion(self) -> bool:
        """Whether it suggests exact words."""
        return isinstance(self.root, Suggested)

    @property
    def is_move(self) -> bool:
        """Whether it asks for a passage to stand elsewhere; its second anchor is where."""
        return isinstance(self.root, MoveSuggested) and len(self.anchors) > 1

    @property
    def kind(self) -> RemarkKind:
        """What sort of remark it is."""
        return self.root.kind

    @property
    def blocking(self) -> bool:
        """Whether the reviewer holds that the policy must not be released like this."""
        return self.root.blocking

    @property
    def by(self) -> Person:
        """Who made the remark."""
        return parse_person(self.root.by)

    @property
    def is_hidden(self) -> bool:
        """Whether the words in force were removed by the author."""
        return any(entry.hidden is not None for entry in self.entries if entry.event.id == self.words_event)

    @property
    def decision_words(self) -> str:
        """What the author said with the decision in force, unless that was removed."""
        if self.decision is None:
            return ""
        return next((entry.words for entry in self.entries if entry.event.id == self.decision.id), "")

    @property
    def withdrawal(self) -> Entry | None:
        """The withdrawal by whoever made the remark, if that is how it stands."""
        if self.state != "withdrawn":
            return None
        entries = (entry for entry in reversed(self.entries) if not entry.refusal)
        return next((entry for entry in entries if isinstance(entry.event, Withdrawn)), None)

    @property
    def standing_decisions(self) -> tuple[Entry, ...]:
        """The decisions that nothing later replaced or took back; several where they did not know of each other."""
        events = {entry.event.id: entry.event for entry in self.entries if not entry.refusal}
        acts = [key for key, event in events.items() if isinstance(event, Decided | Reopened)]
        seen = frozenset[str]().union(*(ancestors(key, events) for key in acts))
        last = {key for key in acts if key not in seen} or set(acts)
        return tuple(e for e in self.entries if e.event.id in last and isinstance(e.event, Decided))

    @property
    def edit(self) -> RecordedEdit | None:
        """What the decision in force did to the text in one place; None where it did nothing, or moved words."""
        return self.decision.edit if self.decision is not None else None

    @property
    def took_out(self) -> bool:
        """Whether the decision in force took words out of the text; the numbers of a list may have been counted on."""
        if self.decision is None or self.edit is None:
            return False
        deletes = self.replacement == "" and self.decision.verdict == "accepted"
        return deletes or not self.edit.after.strip()

    @property
    def counts(self) -> bool:
        """Whether it has any effect at all: a refused root or a second copy of another thread has none."""
        return not self.refusal and not self.same_as

    @property
    def is_submitted(self) -> bool:
        """Whether it counts, and others may know of it."""
        return self.counts and not self.is_pending

    @property
    def is_open(self) -> bool:
        """Whether the author still has to decide it."""
        return self.counts and self.state in {"open", "contested"}

    @property
    def is_undecided(self) -> bool:
        """Whether it stands in the way of a release: open, or deferred though it is blocking."""
        return self.is_open or (self.counts and self.state == "deferred" and self.blocking)

    @property
    def waits_for_hand(self) -> bool:
        """Whether it was accepted without words for the text, and nobody said yet in which commit it was done.

        Praise asks for nothing, so nothing is left to do.
        """
        if self.decision is None or self.decision.verdict not in {"accepted", "accepted-with-changes"}:
            return False
        if self.kind == "praise":
            return False
        return self.counts and not self.decision.all_edits and self.done is None

    @property
    def is_pending(self) -> bool:
        """Whether its root is not committed yet."""
        return self.entries[0].recorded.provenance.pending


def resulting(decision: Decided) -> tuple[str, tuple[str, ...], str]:
    """Return what a decision amounts to: two that are equal in it do not contest each other."""
    return (decision.verdict, tuple(edit.after for edit in decision.all_edits), decision.of)
