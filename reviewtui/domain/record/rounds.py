"""Review rounds: windows of time in which organisations are asked to read, and which remarks came too late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reviewtui.domain.record.events import RoundClosed, RoundOpened


@dataclass(frozen=True, slots=True)
class Round:
    """A review window; `closed` is None while no author has ended it."""

    opened: RoundOpened
    closed: RoundClosed | None = None

    @property
    def id(self) -> str:
        """The id of the event that opened it."""
        return self.opened.id

    def is_open(self, today: date) -> bool:
        """Say whether remarks made on the day `today` still come in time; the last day is `until` itself."""
        return self.closed is None and today <= self.opened.until

    def days_left(self, today: date) -> int:
        """Return how many days are left after `today`; 0 on the last day and when it is over."""
        return max(0, (self.opened.until - today).days) if self.is_open(today) else 0

    def ran_full_time(self) -> bool:
        """Say whether it was closed, and not before the end of its last day."""
        return self.closed is not None and self.closed.at.date() > self.opened.until

    def takes(self, moment: datetime) -> bool:
        """Say whether a remark made at `moment` (UTC) came within the window."""
        if moment < self.opened.at or moment.date() > self.opened.until:
            return False
        return self.closed is None or moment <= self.closed.at


def rounds_of(opened: Iterable[RoundOpened], closed: Iterable[RoundClosed]) -> tuple[Round, ...]:
    """Return the rounds that these events amount to, in the order in which they were opened.

    A round that was closed twice is closed by the first; closing one that is not known does nothing.
    """
    ends: dict[str, RoundClosed] = {}
    for end in sorted(closed, key=lambda event: event.order):
        ends.setdefault(end.round, end)
    begun = sorted(opened, key=lambda event: (event.at, event.clock, event.id))
    return tuple(Round(event, ends.get(event.id)) for event in begun)


def is_late(moment: datetime, rounds: Iterable[Round], releases: Iterable[datetime] = ()) -> bool:
    """Say whether a remark made at `moment` came after a round, and in no other one; `releases` are their moments.

    What was said before the first round is not late: nobody had been asked yet. Nor is what was said after a release,
    which is about the next draft, until a round asks about that one.
    """
    since = max((at for at in releases if at <= moment), default=None)
    begun = [
        begun_round
        for begun_round in rounds
        if begun_round.opened.at <= moment and (since is None or begun_round.opened.at > since)
    ]
    return bool(begun) and not any(begun_round.takes(moment) for begun_round in begun)
