"""What accepting suggestions would do, as rows."""

from collections.abc import Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.forecast import Forecast
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft


def forecast_data(forecast: Forecast) -> dict[str, object]:
    """Return what would be as `ready --json` documents it under `if_accepted`."""
    return {
        "accepted": [thread.id for thread in forecast.accepted],
        "skipped": [thread.id for thread in forecast.skipped],
        "ready": forecast.after.ready,
        "opens": [gate.name for gate in forecast.opened],
        "shuts": [gate.name for gate in forecast.shut],
        "breaks": [thread.id for thread in forecast.broken],
        "findings": [
            {"id": finding.id, "check": finding.check, "message": finding.message} for finding in forecast.appeared
        ],
    }


def forecast_lines(draft: Draft, forecast: Forecast) -> Iterator[str]:
    """Yield the same as text."""
    count = len(forecast.accepted)
    yield ""
    yield f"If {counted(count, 'remark')} were accepted ({_names(draft, forecast.accepted)}):"
    if forecast.skipped:
        why = "they want the same words, have no place, or what is around them says something else now"
        yield f"  left out, since {why}: {_names(draft, forecast.skipped)}"
    for sign, word, gates in (("✓", "would pass", forecast.opened), ("✗", "would shut", forecast.shut)):
        for gate in gates:
            yield f"  {sign} {gate.title} {word}"
    if not forecast.opened and not forecast.shut:
        yield "  no gate would flip"
    if forecast.broken:
        yield f"  would lose their place or their meaning: {_names(draft, forecast.broken)}"
    for finding in forecast.appeared:
        yield f"  would appear: {finding.check}: {finding.message}"


def _names(draft: Draft, threads: tuple[Thread, ...]) -> str:
    return ", ".join(draft.review.name_of(thread.id) for thread in threads) or "none"
