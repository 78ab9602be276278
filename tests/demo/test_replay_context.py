"""The story's time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.demo.replay_context import StoryClock

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001
DAYS = st.lists(st.none() | st.integers(min_value=2, max_value=200), min_size=1, max_size=40)


@given(MOMENTS, DAYS)
def test_time_only_goes_forward(today: datetime, days: list[int | None]) -> None:
    """Whatever days the steps name, each step is later than the one before it."""
    clock = StoryClock(today)
    moments = []
    for days_ago in days:
        clock.advance(days_ago)
        moments.append(clock.now())
    assert moments == sorted(set(moments))


@given(MOMENTS, st.integers(min_value=2, max_value=200))
def test_a_day_is_a_working_day_in_the_past(today: datetime, days_ago: int) -> None:
    """A step falls on the day that it names, or on the Friday before it, and never less than a day ago."""
    clock = StoryClock(today)
    clock.advance(days_ago)
    assert clock.now().weekday() < 5
    assert timedelta(days=1) < today - clock.now() < timedelta(days=days_ago + 3)


def test_time_stands_still_during_a_step() -> None:
    """Two looks at the clock within one step say the same."""
    clock = StoryClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    clock.advance(2)
    assert clock.now() == clock.now() == datetime(2026, 11, 20, 9, 10, tzinfo=UTC)
