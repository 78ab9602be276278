"""What accepting suggestions would do, as rows."""

from collections.abc import Iterator

from reviewtui.domain.readiness.forecast import Foretold
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft


def foretold_data(foretold: Foretold) -> dict[str, object]:
    """Return what would be as `ready --json` documents it under `if_accepted`."""
    return {
        "accepted": [thread.id for thread in foretold.accepted],
        "skipped": [thread.id for thread in foretold.skipped],
        "ready": foretold.after.ready,
        "opens": [gate.name for gate in foretold.opened],
        "shuts": [gate.name for gate in foretold.shut],
        "breaks": [thread.id for thread in foretold.broken],
        "findings": [{"id": one.id, "check": one.check, "message": one.message} for one in foretold.appeared],
    }


def foretold_lines(draft: Draft, foretold: Foretold) -> Iterator[str]:
    """Yield the same as text."""
    count = len(foretold.accepted)
    yield ""
    yield f"If {count} remark{'s' * (count != 1)} were accepted ({_names(draft, foretold.accepted)}):"
    if foretold.skipped:
        yield f"  left out, since they want the same words or have no place: {_names(draft, foretold.skipped)}"
    for sign, word, gates in (("✓", "would pass", foretold.opened), ("✗", "would shut", foretold.shut)):
        for gate in gates:
            yield f"  {sign} {gate.title} {word}"
    if not foretold.opened and not foretold.shut:
        yield "  no gate would flip"
    if foretold.broken:
        yield f"  would lose their place or their meaning: {_names(draft, foretold.broken)}"
    for finding in foretold.appeared:
        yield f"  would appear: {finding.check}: {finding.message}"


def _names(draft: Draft, threads: tuple[Thread, ...]) -> str:
    return ", ".join(draft.review.name_of(thread.id) for thread in threads) or "none"
