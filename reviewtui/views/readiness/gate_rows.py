"""Readiness as rows that lead to their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.views.piece import Line, Piece, line


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate, or one thing that speaks for or against it."""

    lines: tuple[Line, ...]
    gate: Gate | None = None
    evidence: Evidence | None = None

    @property
    def leads(self) -> bool:
        """Whether it has a place to go to."""
        return self.evidence is not None and _leads(self.evidence)


def gate_rows(readiness: Readiness) -> Iterator[GateRow]:
    """Yield the gates with their evidence: those that do not pass first."""
    for gate in sorted(readiness.gates, key=lambda each: each.passed):
        sign = Piece("\u2713 ", "good") if gate.passed else Piece("\u2717 ", "bad")
        head = [line(sign, Piece(gate.title, "" if gate.passed else "strong"))]
        if gate.flips and not gate.passed:
            head.append(line(Piece("  \u2192 ", "muted"), Piece(gate.flips, "muted")))
        yield GateRow(tuple(head), gate)
        for evidence in gate.evidence:
            sign = Piece("  \u25b8 " if _leads(evidence) else "    ", "key")
            yield GateRow((line(sign, Piece(evidence.text, "muted" if gate.passed else "")),), gate, evidence)


def _leads(evidence: Evidence) -> bool:
    return bool(evidence.thread or evidence.finding or evidence.path)
