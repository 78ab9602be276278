"""Readiness as rows."""

from collections.abc import Iterator

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.unseen import Estimate


def readiness_data(readiness: Readiness) -> dict[str, object]:
    """Return the verdict as `ready --json` documents it."""
    return {
        "ready": readiness.ready,
        "target": readiness.target,
        "base": readiness.base or None,
        "share": round(readiness.share, 3),
        "position": readiness.position,
        "gates": [_gate_data(gate) for gate in readiness.gates],
        "unseen": _unseen_data(readiness.unseen),
    }


def _gate_data(gate: Gate) -> dict[str, object]:
    return {
        "name": gate.name,
        "title": gate.title,
        "passed": gate.passed,
        "weight": gate.weight,
        "evidence": [
            {
                "text": e.text,
                "thread": e.thread or None,
                "finding": e.finding or None,
                "path": e.path or None,
                "start": e.start,
                "end": e.end,
            }
            for e in gate.evidence
        ],
        "flips": gate.flips or None,
    }


ASSUMED = "organisations read independently of each other, and each could have raised each point"


def _unseen_data(unseen: Estimate | None) -> dict[str, object] | None:
    if unseen is None:
        return None
    return {
        "estimate": round(unseen.unseen, 1),
        "low": round(unseen.low, 1),
        "high": round(unseen.high, 1),
        "points": unseen.points,
        "raised_once": unseen.once,
        "raised_twice": unseen.twice,
        "organisations": unseen.organisations,
        "assumes": ASSUMED,
    }


def unseen_line(unseen: Estimate) -> str:
    """Return the estimate in one sentence, with what it assumes."""
    interval = f"{unseen.low:.0f} to {unseen.high:.0f}"
    alone = f"{unseen.once} of {unseen.points} were raised by one organisation only"
    return f"Still unseen: about {unseen.unseen:.0f} points ({interval}), since {alone}; it assumes that {ASSUMED}."


def verdict_line(readiness: Readiness) -> str:
    """Return the verdict in one sentence."""
    if readiness.ready:
        return f"{readiness.target} is ready: all {len(readiness.gates)} gates pass."
    return f"{readiness.target} is not ready: {len(readiness.closed)} of {len(readiness.gates)} gates do not pass."


def readiness_lines(readiness: Readiness, most: int = 8) -> Iterator[str]:
    """Yield the verdict with each gate, its evidence (`most` items at the most) and what would flip it."""
    yield verdict_line(readiness)
    if not readiness.ready:
        yield f"It is {readiness.position}."
    if readiness.unseen is not None:
        yield unseen_line(readiness.unseen)
    for gate in readiness.gates:
        if gate.passed and len(gate.evidence) == 1:
            yield f"  ✓ {gate.title}: {gate.evidence[0].text}"
            continue
        yield f"  {'✓' if gate.passed else '✗'} {gate.title}"
        if gate.flips:
            yield f"      → {gate.flips}"
        for evidence in gate.evidence[:most]:
            yield f"      {evidence.text}"
        if len(gate.evidence) > most:
            yield f"      … and {len(gate.evidence) - most} more"
