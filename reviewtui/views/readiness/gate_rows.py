"""Readiness as rows that lead to their places."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.views.readiness.readiness_rows import sign_of
from reviewtui.views.styled_text import Styled, StyledLine, line


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate, or one thing that speaks for or against it."""

    lines: tuple[StyledLine, ...]
    gate: Gate | None = None
    evidence: Evidence | None = None

    @property
    def leads(self) -> bool:
        """Whether it has a place to go to."""
        return self.evidence is not None and _leads(self.evidence)


def gate_rows(readiness: Readiness) -> Iterator[GateRow]:
    """Yield the gates with their evidence: those that do not pass first."""
    for gate in sorted(readiness.gates, key=lambda each: (not each.is_shut, not each.judged)):
        sign = Styled(f"{sign_of(gate)} ", ("good" if gate.passed else "bad") if gate.judged else "muted")
        head = [line(sign, Styled(gate.title, "strong" if gate.is_shut else ""))]
        if gate.flips:
            head.append(line(Styled("  \u2192 ", "muted"), Styled(gate.flips, "muted")))
        yield GateRow(tuple(head), gate)
        for evidence in gate.evidence:
            sign = Styled("  \u25b8 " if _leads(evidence) else "    ", "key")
            yield GateRow((line(sign, Styled(evidence.text, "" if gate.is_shut else "muted")),), gate, evidence)


def _leads(evidence: Evidence) -> bool:
    return bool(evidence.thread or evidence.finding or evidence.path)
