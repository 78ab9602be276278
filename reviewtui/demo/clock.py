"""The story's own time: it runs in days counted back from today, so that the example never looks stale."""

from datetime import datetime, timedelta

_START_OF_WORK = timedelta(hours=9, minutes=10)
_BETWEEN_STEPS = timedelta(minutes=7)
_FRIDAY = 4


class StoryClock:
    """A clock that stands still during a step and never runs backwards."""

    def __init__(self, today: datetime) -> None:
        """Count days back from the day of `today` (UTC)."""
        self._midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        self._now: datetime | None = None

    def now(self) -> datetime:
        """Return the moment of the step that is being played (UTC)."""
        return self._now or self._midnight

    def advance(self, days_ago: int | None) -> None:
        """Go on to the next step: on the same day, or, given `days_ago`, at the beginning of that day's work.

        Councils rest at weekends: what would fall on one is done on the Friday before it.
        """
        later = None if self._now is None else self._now + _BETWEEN_STEPS
        if days_ago is not None or later is None:
            day = self._midnight - timedelta(days=days_ago or 0)
            morning = day - timedelta(days=max(0, day.weekday() - _FRIDAY)) + _START_OF_WORK
            later = morning if later is None else max(morning, later)
        self._now = later
