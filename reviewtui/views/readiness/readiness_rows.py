"""Readiness as rows."""

from collections.abc import Iterator
from math import floor

from reviewtui.domain.counted_nouns import plural
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.unseen import Estimate


def readiness_data(readiness: Readiness) -> dict[str, object]:
    """Return the verdict as `ready --json` documents it."""
    return {
        "ready": readiness.ready,
        "target": readiness.target,
        "base": readiness.base or None,
        "share": None if readiness.share is None else round(readiness.share, 3),
        "position": readiness.position,
        "question": readiness.question or None,
        "work": [{"what": kind.name, "done": kind.done, "left": kind.left} for kind in readiness.work],
        "gates": [_gate_data(gate) for gate in readiness.gates],
        "unseen": _unseen_data(readiness.unseen),
    }


def _gate_data(gate: Gate) -> dict[str, object]:
    return {
        "name": gate.name,
        "title": gate.title,
        "judged": gate.judged,
        "passed": gate.passed if gate.judged else None,
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
        "at_least": floor(unseen.least),
        "estimate": round(unseen.unseen, 1) if unseen.telling else None,
        "low": round(unseen.low, 1) if unseen.telling else None,
        "high": round(unseen.high, 1) if unseen.telling else None,
        "points": unseen.points,
        "raised_once": unseen.once,
        "raised_twice": unseen.twice,
        "organisations": unseen.organisations,
        "assumes": ASSUMED,
    }


def unseen_line(unseen: Estimate) -> str:
    """Return the estimate in one sentence, with what it assumes; its interval only where that says something."""
    least = floor(unseen.least)
    if not unseen.telling and not least:
        return "Still unseen: too few points were raised twice to say how many."
    if not unseen.telling:
        return f"Still unseen: at least {least} more {plural(least, 'point')}; too few were raised twice to say more."
    alone = f"{unseen.once} of {unseen.points} were raised by one organisation only"
    guess = f"about {unseen.unseen:.0f} ({unseen.low:.0f} to {unseen.high:.0f})"
    if not least:
        return f"Still unseen: perhaps none, by the best guess {guess}, since {alone}; it assumes that {ASSUMED}."
    return (
        f"Still unseen: at least {least} more {plural(least, 'point')}, by the best guess {guess}, since {alone}; "
        f"it assumes that {ASSUMED}."
    )


def verdict_line(readiness: Readiness) -> str:
    """Return the verdict in one sentence."""
    judged, closed = len(readiness.judged), len(readiness.closed)
    if readiness.ready:
        every = f"all {judged} gates that have something to judge pass" if judged != 1 else "its one gate passes"
        return f"{readiness.target} is ready: {every}."
    if readiness.question and not closed:
        return f"{readiness.target} is not ready: no partner organisation has read all of it."
    return f"{readiness.target} is not ready: {closed} of {judged} gates {'does' if closed == 1 else 'do'} not pass."


def sign_of(gate: Gate) -> str:
    """Return the sign of a gate: passed, shut, or with nothing to judge."""
    return ("✓" if gate.passed else "✗") if gate.judged else "\u2013"


def readiness_lines(readiness: Readiness, most: int = 8) -> Iterator[str]:
    """Yield the verdict with each gate, its evidence (`most` items at the most) and what would flip it."""
    yield verdict_line(readiness)
    if not readiness.ready:
        yield f"It is {readiness.position}."
    if readiness.unseen is not None:
        yield unseen_line(readiness.unseen)
    for gate in readiness.gates:
        if not gate.is_shut and len(gate.evidence) == 1:
            yield f"  {sign_of(gate)} {gate.title}: {gate.evidence[0].text}"
            if gate.flips:
                yield f"      → {gate.flips}"
            continue
        yield f"  {sign_of(gate)} {gate.title}"
        if gate.flips:
            yield f"      → {gate.flips}"
        for evidence in gate.evidence[:most]:
            yield f"      {evidence.text}"
        if len(gate.evidence) > most:
            yield f"      … and {len(gate.evidence) - most} more"
