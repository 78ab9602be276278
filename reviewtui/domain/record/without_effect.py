"""Events that have no effect: none of them is silent until an author says that it is known, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.record.events import Settled
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.validity.authorship import LATE, is_late
from reviewtui.domain.record.validity.same_id import reference_of

Cause = Literal["refused", "late-by-revoked", "cancelled", "lost-id", "rootless"]
_ROOTLESS = "its thread has no remark here"


@dataclass(frozen=True, slots=True)
class WithoutEffect:
    """An event without effect: `cause` in a word and `why` in a sentence; `settled` is what an author said of it."""

    recorded: Recorded
    cause: Cause
    why: str
    reference: str
    settled: Settled | None = None

    @property
    def by(self) -> Person:
        """Whose words it says they are."""
        return parse_person(self.recorded.event.by)

    @property
    def is_loud(self) -> bool:
        """Whether it stands in the way of a release: committed, and no author has said that it is known."""
        return self.settled is None and not self.recorded.provenance.pending

    @property
    def repair(self) -> str:
        """What can be done about it, in a line."""
        if self.recorded.provenance.pending:
            mine = "" if self.recorded.provenance.made_here else "if you made it: reviewtui submit --yes; else "
            return f"it is only in this clone; {mine}remove the file {self.recorded.path}"
        anew = "whoever made it makes it anew under their own name"
        if self.cause == "cancelled":
            anew = f"an author chooses it: reviewtui settle {self.reference} --choose {self.reference} -m WHY"
        if self.cause == "late-by-revoked":
            anew = f"an author lets it count: reviewtui confirm {self.reference} -m WHY"
        if self.cause == "rootless":
            anew = "sync again, its remark may still be on its way"
        return f"{anew}; an author acknowledges it: reviewtui settle {self.reference} -m WHY"


def without_effect(review: Review) -> tuple[WithoutEffect, ...]:
    """Return every event of `review` that has no effect, those that nobody has acknowledged first."""
    rows = (
        WithoutEffect(
            recorded, cause, why, _named(recorded, review), review.settlements.word_on(recorded, review.several)
        )
        for recorded, cause, why in _causes(review)
    )
    return tuple(sorted(rows, key=lambda row: not row.is_loud))


def unacknowledged(review: Review) -> tuple[WithoutEffect, ...]:
    """Return the events without effect that no author has acknowledged."""
    return tuple(row for row in without_effect(review) if row.is_loud)


def _causes(review: Review) -> Iterator[tuple[Recorded, Cause, str]]:
    for recorded, why in review.refused():
        late: Cause = "late-by-revoked" if why == LATE or is_late(recorded.event, recorded.provenance) else "refused"
        yield recorded, "cancelled" if recorded.cancelled else late, why
    for recorded in review.rootless:
        yield recorded, "rootless", _ROOTLESS
    for lost in review.lost:
        yield lost.recorded, "lost-id", lost.why


def _named(recorded: Recorded, review: Review) -> str:
    """The name by which people and settlements mean exactly this event: its id, unless another content has it too."""
    several = recorded.reference or recorded.event.id in review.several
    return reference_of(recorded) if several else recorded.event.id
