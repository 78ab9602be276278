"""All gates: a new one is one function in the module of its kind and one line here.

A gate sees only its `GateInput`. What it needs besides is a new field there, filled in `judge_draft`
(`workspace/judging/readiness_judging.py`), which alone reads the history and runs the checks.
"""

from collections.abc import Callable

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates import organisation_gates, release_gates, remark_gates, text_gates
from reviewtui.domain.readiness.gates.gate_input import GateInput

GATES: dict[str, Callable[[GateInput], Gate]] = {
    "blocking": remark_gates.blocking,
    "undecided": remark_gates.undecided,
    "carried-out": remark_gates.carried_out,
    "orphaned": remark_gates.orphaned,
    "placeholders": text_gates.placeholders,
    "findings": text_gates.findings,
    "topics": text_gates.topics,
    "companions": text_gates.companions,
    "coverage": organisation_gates.coverage,
    "signoffs": organisation_gates.signoffs,
    "round": organisation_gates.round_closed,
    "stability": organisation_gates.stability,
    "pre-election": release_gates.pre_election,
    "record": release_gates.record,
}
