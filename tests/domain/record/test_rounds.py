"""Review rounds: when they are open, what comes too late, and who may open and close them."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import CloseRound, OpenRound
from reviewtui.domain.actions.holding_rounds import close_round, open_round
from reviewtui.domain.record.events import RoundClosed, RoundOpened
from reviewtui.domain.record.rounds import Round, is_late, rounds_of
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import PreElection, Settings, periods_touched
from tests.making import made, number
from tests.strategies import AUTHOR, REVIEWER, SETTINGS

START = datetime(2027, 2, 1, 9, tzinfo=UTC)
UNTIL = date(2027, 2, 14)
ORGANISATIONS = tuple(SETTINGS.organisations)


def actor(moment: datetime = START, person: object = AUTHOR, settings: Settings = SETTINGS) -> Actor:
    """Return an act at `moment` with an id of its own."""
    number = f"{int(moment.timestamp()):026d}"
    return Actor(person, settings, moment, lambda: number)  # type: ignore[arg-type]


def opened(moment: datetime = START, until: date = UNTIL) -> RoundOpened:
    """Return a round from `moment` to `until`."""
    return open_round(actor(moment), OpenRound(until, ORGANISATIONS[:1]), "", ())


def closed(one: RoundOpened, moment: datetime) -> RoundClosed:
    """Return the closing of a round."""
    return close_round(actor(moment), CloseRound(), (Round(one),))


def test_the_last_day_is_still_in_time() -> None:
    """A remark late in the evening of the last day is in time, one on the day after is not."""
    rounds = (Round(opened()),)
    assert not is_late(datetime(2027, 2, 14, 23, 59, tzinfo=UTC), rounds)
    assert is_late(datetime(2027, 2, 15, 0, 0, tzinfo=UTC), rounds)
    assert rounds[0].days_left(UNTIL) == 0
    assert rounds[0].is_open(UNTIL)
    assert not rounds[0].is_open(UNTIL + timedelta(days=1))


def test_a_round_runs_until_the_end_of_its_last_day() -> None:
    """One that is closed on that day, be it in its last minute, has not run its full time."""
    last_minute, next_day = datetime(2027, 2, 14, 23, 59, tzinfo=UTC), datetime(2027, 2, 15, 0, 0, tzinfo=UTC)
    assert not Round(opened(), closed(opened(), last_minute)).ran_full_time()
    assert Round(opened(), closed(opened(), next_day)).ran_full_time()
    assert not Round(opened()).ran_full_time()


def test_a_window_holds_its_first_and_its_last_moment() -> None:
    """From the moment of opening to that of closing, both included; whatever the last day, it ends with the closing."""
    instant = timedelta(microseconds=1)
    early = START + timedelta(days=2)
    one = Round(opened(), closed(opened(), early))
    assert [one.takes(moment) for moment in (START - instant, START, early, early + instant)] == [
        False,
        True,
        True,
        False,
    ]
    assert not one.is_open(START.date())
    assert one.days_left(START.date()) == 0
    assert Round(opened()).days_left(START.date()) == 13
    late = Round(opened(), closed(opened(), START + timedelta(days=20)))
    assert not late.takes(START + timedelta(days=19))


def test_what_is_said_with_the_release_is_about_the_next_draft() -> None:
    """A round that was opened at the very moment of a release belongs to what was released."""
    old = Round(first := opened(), closed(first, START + timedelta(hours=1)))
    later = START + timedelta(days=1)
    assert is_late(later, (old,), ())
    assert not is_late(later, (old,), (START,))
    assert is_late(later, (old,), (START - timedelta(seconds=1),))
    assert not is_late(later, (old,), (later,))
    assert is_late(later, (old,), (later + timedelta(seconds=1),))
    assert is_late(later, (old,), (START - timedelta(days=2), START - timedelta(days=1)))
    assert not is_late(START, (Round(opened()),))
    assert not is_late(later, (old,), (START - timedelta(days=1), START + timedelta(hours=2)))
    assert not is_late(later, (old, Round(opened(later))))


def test_rounds_come_in_the_order_in_which_they_were_opened() -> None:
    """By time, then clock, then id; each with the first of its closings, by clock, then time, then id."""
    hour = timedelta(hours=1)

    def begun(count: int, clock: int, at: datetime = START) -> RoundOpened:
        return made(RoundOpened, count, AUTHOR, until=UNTIL, clock=clock, at=at)

    def ended(count: int, clock: int, at: datetime = START) -> RoundClosed:
        return made(RoundClosed, count, AUTHOR, round=number(1), clock=clock, at=at)

    first, second, third = begun(1, 5), begun(2, 5), begun(3, 4)
    early = begun(4, 9, START - hour)
    assert [one.opened for one in rounds_of((second, first, third, early), ())] == [early, third, first, second]
    for ends in (
        (ended(7, 2, START + hour), ended(6, 3)),
        (ended(7, 2, START - hour), ended(6, 2)),
        (ended(6, 2), ended(7, 2)),
        (ended(7, 2, START - hour), ended(6, 2, START)),
    ):
        for order in (ends, ends[::-1]):
            assert rounds_of((first, second), order) == (Round(first, ends[0]), Round(second))
    assert rounds_of((), (ended(7, 2),)) == ()


def test_what_was_said_before_any_round_is_not_late() -> None:
    """Nobody had been asked yet."""
    assert not is_late(START - timedelta(days=1), (Round(opened()),))
    assert not is_late(START, ())


def test_what_is_said_after_a_release_is_about_the_next_draft() -> None:
    """A round of the released draft makes nothing late that came after the release; one of the next draft does."""
    old = Round(first := opened(), closed(first, START + timedelta(days=15)))
    released, later = START + timedelta(days=20), START + timedelta(days=30)
    assert is_late(later, (old,))
    assert not is_late(later, (old,), (released,))
    assert is_late(START + timedelta(days=18), (old,), (released,))
    anew = Round(opened(START + timedelta(days=21), START.date() + timedelta(days=25)))
    assert is_late(later, (old, anew), (released,))


def test_a_closed_round_takes_no_more() -> None:
    """After an early end a remark is late although the last day has not come; a second round takes it again."""
    first = opened()
    early = Round(first, closed(first, START + timedelta(days=2)))
    later = START + timedelta(days=3)
    assert is_late(later, (early,))
    assert not early.ran_full_time()
    second = Round(opened(START + timedelta(days=2, hours=1)))
    assert not is_late(later, (early, second))
    assert Round(first, closed(first, START + timedelta(days=14))).ran_full_time()


@given(order=st.permutations(range(3)), twice=st.booleans())
def test_the_order_of_events_means_nothing(order: list[int], *, twice: bool) -> None:
    """Rounds come out alike in whichever order their events are told, and of two closings the first counts."""
    begun = [opened(START + timedelta(days=20 * n), UNTIL + timedelta(days=20 * n)) for n in range(3)]
    ends = [closed(begun[0], START + timedelta(days=1)), closed(begun[2], START + timedelta(days=41))]
    ends.append(msgspec.structs.replace(ends[0], id="7" * 26, clock=9) if twice else ends[0])
    expected = rounds_of(begun, ends[:2])
    assert rounds_of([begun[n] for n in order], [ends[n] for n in order]) == expected


def test_who_may_open_and_what_is_refused() -> None:
    """A reviewer, a day that is over, an unknown organisation, nobody to ask, a second round: one sentence each."""
    asked = OpenRound(UNTIL, ORGANISATIONS[:1])
    for command, who, rounds, words in (
        (asked, REVIEWER, (), "Only an author"),
        (OpenRound(date(2027, 1, 31), ORGANISATIONS[:1]), AUTHOR, (), "is over"),
        (OpenRound(UNTIL, ("nowhere",)), AUTHOR, (), "nowhere"),
        (asked, AUTHOR, (Round(opened()),), "close it first"),
    ):
        with pytest.raises(Refused, match=words):
            open_round(actor(person=who), command, "", rounds)
    nobody = msgspec.structs.replace(SETTINGS, organisations={})
    with pytest.raises(Refused, match="There is nobody to ask"):
        open_round(actor(settings=nobody), OpenRound(UNTIL), "", ())


def test_closing_names_one_round() -> None:
    """Without a name the one that is not closed is meant; none, a closed one and several are refused."""
    with pytest.raises(Refused, match="No round is open"):
        close_round(actor(), CloseRound(), ())
    first = opened()
    over = Round(first, closed(first, START + timedelta(days=1)))
    with pytest.raises(Refused, match="closed already"):
        close_round(actor(), CloseRound(first.id), (over,))
    with pytest.raises(Refused, match="Several"):
        close_round(actor(), CloseRound(), (Round(first), Round(opened(START + timedelta(days=1)))))


@given(st.integers(-3, 3), st.integers(0, 4))
def test_pre_election_periods_hold_both_their_days(offset: int, length: int) -> None:
    """A window touches a period if they share a day."""
    period = PreElection(date(2027, 3, 22), date(2027, 3, 23))
    settings = msgspec.structs.replace(SETTINGS, pre_election=(period,))
    first = date(2027, 3, 22) + timedelta(days=offset)
    days = {first + timedelta(days=n) for n in range(length + 1)}
    shared = bool(days & {period.start, period.end})
    assert bool(periods_touched(settings, first, max(days))) is shared
