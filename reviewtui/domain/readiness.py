"""How far a draft is from its target: every gate judged, and the verdict."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewtui.domain.gate import Gate
from reviewtui.domain.gates import blocking, carried_out, placed, placeholders, record, signoffs, undecided
from reviewtui.domain.gates.case import Case

# The registry: a new gate is one module and one line here.
GATES: dict[str, Callable[[Case], Gate]] = {
    blocking.NAME: blocking.judge,
    undecided.NAME: undecided.judge,
    carried_out.NAME: carried_out.judge,
    placed.NAME: placed.judge,
    placeholders.NAME: placeholders.judge,
    signoffs.NAME: signoffs.judge,
    record.NAME: record.judge,
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict on a draft for a target version."""

    target: str
    gates: tuple[Gate, ...]

    @property
    def ready(self) -> bool:
        """Whether every gate that is on passes."""
        return all(gate.passed for gate in self.gates)

    @property
    def closed(self) -> tuple[Gate, ...]:
        """The gates that do not pass."""
        return tuple(gate for gate in self.gates if not gate.passed)


def judge(case: Case, target: str = "") -> Readiness:
    """Judge every gate that the settings in force leave on, in the order of the registry; the record always counts."""
    settings = case.draft.rules
    gates = [
        replace(gate_of(case), weight=settings.gate(name).weight)
        for name, gate_of in GATES.items()
        if settings.gate(name).on or name == record.NAME
    ]
    return Readiness(target or settings.target, tuple(gates))
