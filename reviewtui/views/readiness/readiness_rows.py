"""Readiness as rows: the gates with their evidence, the verdict, and what accepting suggestions would do."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import floor

from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.domain.readiness.forecast import Forecast
from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.unraised_estimate import Estimate
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.deciding.acceptance_preview import meaning_if_accepted

_MOST_EVIDENCE = 8
"""Pieces of evidence that the lines of a gate tell."""
LEADS = "\u21b5"
"""The sign of what enter goes to."""


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate, or one thing that speaks for or against it (`evidence`)."""

    lines: tuple[StyledLine, ...]
    gate: Gate
    evidence: Evidence | None = None

    @property
    def leads(self) -> bool:
        """Whether it has a place to go to."""
        return self.evidence is not None and _leads(self.evidence)


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
    judged, closed, gates = len(readiness.judged), len(readiness.closed), len(readiness.gates)
    rest = (
        f"; {gates - judged} {'has' if gates - judged == 1 else 'have'} nothing to judge yet" if gates > judged else ""
    )
    if readiness.ready:
        every = f"all {judged} gates that have something to judge pass" if judged != 1 else "its one gate passes"
        return f"{readiness.target} is ready: {every}."
    if readiness.question and not closed:
        return f"{readiness.target} is not ready: no partner organisation has read all of it."
    return (
        f"{readiness.target} is not ready: {closed} of {judged} gates {'does' if closed == 1 else 'do'} not pass{rest}."
    )


def position_line(readiness: Readiness) -> str:
    """Return where the draft stands in one sentence; what is no question yet is said to be none."""
    about = f"How near it is to {readiness.target} is" if readiness.question else "It is"
    return f"{about} {readiness.position}."


def sign_of(gate: Gate) -> str:
    """Return the sign of a gate: passed, shut, or with nothing to judge."""
    return ("✓" if gate.passed else "✗") if gate.judged else "\u2013"


def readiness_lines(readiness: Readiness) -> Iterator[str]:
    """Yield the verdict with each gate, the first of its evidence and what would flip it."""
    yield verdict_line(readiness)
    if not readiness.ready:
        yield position_line(readiness)
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
        for evidence in gate.evidence[:_MOST_EVIDENCE]:
            yield f"      {evidence.text}"
        if len(gate.evidence) > _MOST_EVIDENCE:
            yield f"      … and {len(gate.evidence) - _MOST_EVIDENCE} more"


def gate_rows(readiness: Readiness, unfolded: AbstractSet[str]) -> Iterator[GateRow]:
    """Yield the gates, those that do not pass first, with the evidence of those whose names are `unfolded`."""
    for gate in sorted(readiness.gates, key=lambda each: (not each.is_shut, not each.judged)):
        yield GateRow((_head(gate),), gate)
        for evidence in gate.evidence if gate.name in unfolded else ():
            sign = Styled(f"  {LEADS} " if _leads(evidence) else "    ", "key")
            yield GateRow((line(sign, Styled(evidence.text, "" if gate.is_shut else "muted")),), gate, evidence)


def _head(gate: Gate) -> StyledLine:
    """A gate on one line: what it is, and what would make it pass, which says how much of it there is."""
    sign = Styled(f"{sign_of(gate)} ", ("good" if gate.passed else "bad") if gate.judged else "muted")
    flips = Styled(f": {gate.flips}" if gate.flips else "", "muted")
    return line(sign, Styled(gate.title, "strong" if gate.is_shut else ""), flips)


def _leads(evidence: Evidence) -> bool:
    return bool(evidence.thread or evidence.finding or evidence.path)


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
    for thread in forecast.accepted:
        if meaning := meaning_if_accepted(draft, thread):
            yield f"  would say something else ({draft.review.name_of(thread.id)}): {meaning}"
    for finding in forecast.appeared:
        yield f"  would appear: {finding.check}: {finding.message}"


def _names(draft: Draft, threads: tuple[Thread, ...]) -> str:
    return ", ".join(draft.review.name_of(thread.id) for thread in threads) or "none"
