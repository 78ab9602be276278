"""When something was, as every screen tells it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reviewtui.views.time_in_words import ago, day_words

_TODAY = date(2026, 11, 29)
_NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 11, 29), "today"),
        (date(2026, 11, 28), "yesterday"),
        (date(2026, 11, 22), "7 days ago"),
        (date(2026, 11, 9), "9 Nov"),
        (date(2025, 11, 29), "29 Nov 2025"),
        (date(2026, 12, 1), "1 Dec"),
    ],
)
def test_a_day_is_counted_for_a_week_and_then_named(day: date, told: str) -> None:
    """With its year where that is another one; what is to come has its date."""
    assert day_words(day, _TODAY) == told


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=20), "9 Nov"),
        (timedelta(days=-20), "19 Dec 2026 (the writer's clock is ahead)"),
    ],
)
def test_a_moment_of_today_is_told_by_hours(passed: timedelta, told: str) -> None:
    """Earlier ones by their day; a clock that is ahead is told."""
    assert ago(_NOW - passed, _NOW) == told
