"""Review rounds: windows of time in which organisations are asked to read, and which remarks came too late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reviewtui.domain.act import Act
from reviewtui.domain.event import MAX_CLOCK
from reviewtui.domain.identifier import resolve
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review_commands import CloseRound, OpenRound
from reviewtui.domain.review_events import RoundClosed, RoundOpened


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
    for end in sorted(closed, key=lambda event: (event.clock, event.at, event.id)):
        ends.setdefault(end.round, end)
    begun = sorted(opened, key=lambda event: (event.at, event.clock, event.id))
    return tuple(Round(event, ends.get(event.id)) for event in begun)


def is_late(moment: datetime, rounds: Iterable[Round], releases: Iterable[datetime] = ()) -> bool:
    """Say whether a remark made at `moment` came after a round, and in no other one; `releases` are their moments.

    What was said before the first round is not late: nobody had been asked yet. Nor is what was said after a release,
    which is about the next draft, until a round asks about that one.
    """
    since = max((at for at in releases if at <= moment), default=None)
    begun = [one for one in rounds if one.opened.at <= moment and (since is None or one.opened.at > since)]
    return bool(begun) and not any(one.takes(moment) for one in begun)


def open_round(act: Act, command: OpenRound, text: str, rounds: tuple[Round, ...]) -> RoundOpened:
    """Return the event of a round about the policy whose tree id is `text`.

    Raises:
        Refused: I am no author, its end lies in the past, nobody is asked or an organisation is not known, or another
            round is open.

    """
    _demand_author(act, "opens")
    today = act.moment.date()
    if command.until < today:
        raise Refused(f"{command.until} is over; give the last day of the round, as in --until {today}.")
    running = next((one for one in rounds if one.is_open(today)), None)
    if running is not None:
        raise Refused(f"A round is open until {running.opened.until}; close it first: reviewtui round close.")
    asked = tuple(dict.fromkeys(command.asked)) or act.settings.asked()
    unknown = [name for name in asked if name not in act.settings.organisations]
    if unknown:
        known = ", ".join(act.settings.organisations) or "none yet"
        raise Refused(f"There is no organisation '{unknown[0]}' in the settings. Known: {known}.")
    if not asked:
        raise Refused("Nobody would be asked; name organisations with --ask ORG: reviewtui organisation list.")
    fields = act.common() | {"clock": _next_clock(rounds)}
    return RoundOpened(**fields, until=command.until, asked=asked, text=text, body=command.body.strip())


def close_round(act: Act, command: CloseRound, rounds: tuple[Round, ...]) -> RoundClosed:
    """Return the event that ends a round; without one named, the one that nobody has closed yet.

    Raises:
        Refused: I am no author, there is no such round, it is closed already, or several could be meant.

    """
    _demand_author(act, "closes")
    waiting = {one.id: one for one in rounds if one.closed is None}
    if command.round:
        chosen = resolve(command.round, (one.id for one in rounds), what="round")
        if chosen not in waiting:
            raise Refused(f"Round {command.round} is closed already.")
    elif len(waiting) == 1:
        (chosen,) = waiting
    elif waiting:
        ends = ", ".join(f"{one.id[-6:]} (until {one.opened.until})" for one in waiting.values())
        raise Refused(f"Several rounds were never closed: {ends}. Say which: reviewtui round close ROUND.")
    else:
        raise Refused("No round is open; 'reviewtui round list' shows the ones that were.")
    return RoundClosed(**act.common() | {"clock": _next_clock(rounds)}, round=chosen, body=command.body.strip())


def _demand_author(act: Act, does: str) -> None:
    if not act.settings.is_author(act.person):
        raise Refused(f"Only an author {does} a round; {act.person} is not one of the authors.")


def _next_clock(rounds: Iterable[Round]) -> int:
    clocks = [event.clock for one in rounds for event in (one.opened, one.closed) if event is not None]
    return min(MAX_CLOCK, 1 + max(clocks, default=0))
