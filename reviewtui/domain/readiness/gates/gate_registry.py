"""All gates: a new one is one module in the folder of its kind and one line here."""

from collections.abc import Callable

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates import pre_election_gate, record_gate
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.partners import coverage_gate, round_gate, signoffs_gate, stability_gate
from reviewtui.domain.readiness.gates.remarks import blocking_gate, carried_out_gate, orphaned_gate, undecided_gate
from reviewtui.domain.readiness.gates.text import companions_gate, findings_gate, placeholders_gate, topics_gate

GATES: dict[str, Callable[[GateInput], Gate]] = {
    blocking_gate.NAME: blocking_gate.judge,
    undecided_gate.NAME: undecided_gate.judge,
    carried_out_gate.NAME: carried_out_gate.judge,
    orphaned_gate.NAME: orphaned_gate.judge,
    placeholders_gate.NAME: placeholders_gate.judge,
    findings_gate.NAME: findings_gate.judge,
    topics_gate.NAME: topics_gate.judge,
    companions_gate.NAME: companions_gate.judge,
    coverage_gate.NAME: coverage_gate.judge,
    signoffs_gate.NAME: signoffs_gate.judge,
    round_gate.NAME: round_gate.judge,
    stability_gate.NAME: stability_gate.judge,
    pre_election_gate.NAME: pre_election_gate.judge,
    record_gate.NAME: record_gate.judge,
}
