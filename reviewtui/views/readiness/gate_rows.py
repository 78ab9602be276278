"""Readiness as rows: one a gate, under which its evidence unfolds; each piece leads to its place."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reviewtui.domain.readiness.gate import Evidence, Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.views.readiness.readiness_rows import sign_of
from reviewtui.views.styled_text import Styled, StyledLine, line

_FOLDED, _UNFOLDED = "\u25b8", "\u25be"


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


def gate_rows(readiness: Readiness, unfolded: AbstractSet[str]) -> Iterator[GateRow]:
    """Yield the gates, those that do not pass first, with the evidence of those whose names are `unfolded`."""
    for gate in sorted(readiness.gates, key=lambda each: (not each.is_shut, not each.judged)):
        yield GateRow((_head(gate, is_unfolded=gate.name in unfolded),), gate)
        for evidence in gate.evidence if gate.name in unfolded else ():
            sign = Styled("  \u25b8 " if _leads(evidence) else "    ", "key")
            yield GateRow((line(sign, Styled(evidence.text, "" if gate.is_shut else "muted")),), gate, evidence)


def _head(gate: Gate, *, is_unfolded: bool) -> StyledLine:
    """A gate on one line: what it is, how much speaks for or against it, and what would make it pass."""
    sign = Styled(f"{sign_of(gate)} ", ("good" if gate.passed else "bad") if gate.judged else "muted")
    count = len(gate.evidence)
    fold = Styled(f"  {_UNFOLDED if is_unfolded else _FOLDED}{count}" if count else "", "muted")
    flips = Styled(f"  \u2192 {gate.flips}" if gate.flips else "", "muted")
    return line(sign, Styled(gate.title, "strong" if gate.is_shut else ""), fold, flips)


def _leads(evidence: Evidence) -> bool:
    return bool(evidence.thread or evidence.finding or evidence.path)
