"""How far a draft is from its target: every gate judged, the verdict, and the position between two versions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates import (
    blocking,
    carried_out,
    companions,
    coverage,
    findings,
    placed,
    placeholders,
    pre_election,
    record,
    signoffs,
    stability,
    topics,
    undecided,
)
from reviewtui.domain.readiness.gates import round as review_round
from reviewtui.domain.readiness.gates.gate_input import Case
from reviewtui.domain.readiness.unseen import Estimate, estimate, points_of

# The registry: a new gate is one module and one line here.
GATES: dict[str, Callable[[Case], Gate]] = {
    blocking.NAME: blocking.judge,
    undecided.NAME: undecided.judge,
    carried_out.NAME: carried_out.judge,
    placed.NAME: placed.judge,
    placeholders.NAME: placeholders.judge,
    findings.NAME: findings.judge,
    topics.NAME: topics.judge,
    companions.NAME: companions.judge,
    coverage.NAME: coverage.judge,
    signoffs.NAME: signoffs.judge,
    review_round.NAME: review_round.judge,
    stability.NAME: stability.judge,
    pre_election.NAME: pre_election.judge,
    record.NAME: record.judge,
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict on a draft for a target version; `base` is the last release, empty before the first.

    `unseen` estimates the points that nobody has raised yet, None where the remarks cannot carry an estimate.
    """

    target: str
    gates: tuple[Gate, ...]
    base: str = ""
    unseen: Estimate | None = None

    @property
    def ready(self) -> bool:
        """Whether every gate that is on passes."""
        return all(gate.passed for gate in self.gates)

    @property
    def closed(self) -> tuple[Gate, ...]:
        """The gates that do not pass."""
        return tuple(gate for gate in self.gates if not gate.passed)

    @property
    def share(self) -> float:
        """How much of the weight of all gates lies on those that pass, 0 to 1."""
        whole = sum(gate.weight for gate in self.gates)
        passed = sum(gate.weight for gate in self.gates if gate.passed)
        return passed / whole if whole else 1.0

    @property
    def position(self) -> str:
        """Where the draft stands between the last release and the target; half of the weight is the middle."""
        if self.ready:
            return f"as far as {self.target}: nothing stands in the way"
        base = self.base or "the first draft"
        counted = f"{len(self.gates) - len(self.closed)} of {len(self.gates)} gates"
        if any(gate.weight != 1 for gate in self.gates):
            counted += f", {self.share:.0%} of their weight"
        if self.share == 0.5:
            return f"half-way between {base} and {self.target}: {counted}"
        near, far = (self.target, base) if self.share > 0.5 else (base, self.target)
        return f"closer to {near} than to {far}: {counted}; what remains: {', '.join(g.name for g in self.closed)}"


def judge(case: Case, target: str = "", base: str = "") -> Readiness:
    """Judge every gate that the settings in force leave on, in the order of the registry; the record always counts."""
    settings = case.draft.rules
    gates = [
        replace(gate_of(case), weight=settings.gate(name).weight)
        for name, gate_of in GATES.items()
        if settings.gate(name).on or name == record.NAME
    ]
    return Readiness(target or settings.target, tuple(gates), base, estimate(points_of(case.draft)))
