"""Pre-election periods: what is asked or released in one is warned about, since councils may not speak out then."""

from datetime import date

from reviewtui.domain.settings.settings import PreElection, Settings


def periods_touched(settings: Settings, first: date, last: date) -> tuple[PreElection, ...]:
    """Return the pre-election periods of the settings that share a day with `first` to `last`, both included."""
    return tuple(period for period in settings.pre_election if period.start <= last and first <= period.end)


def warnings(settings: Settings, what: str, first: date, last: date) -> tuple[str, ...]:
    """Return one sentence for each pre-election period into which `what` falls from `first` to `last`."""
    return tuple(
        f"{what} falls into the pre-election period from {period.start} to {period.end}; "
        "ask your elections team before you go on."
        for period in periods_touched(settings, first, last)
    )
