"""What tests of gates do again and again: put a draft with remarks before a gate, and read its evidence."""

from datetime import date
from typing import Any

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.record import events
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.settings.settings import Settings
from tests.making import RULES, blob, draft_of, kept, made, number
from tests.strategies import REVIEWER

TODAY = date(2027, 2, 10)
PATH = "policy/posts.md"
TEXTS = {PATH: "# Posts\n\nOfficers must think before they post.\n"}
CHANGED = {PATH: "# Posts\n\nOfficers may post.\n"}
ANCHOR = Anchor(path=PATH, blob=blob(TEXTS[PATH]), version="a" * 40, start=9, end=17, exact="Officers")


def remark(count: int, **fields: object) -> Recorded:
    """Return a committed remark of Northvale."""
    common = {"kind": "wording", "body": f"Remark {count}."}
    return kept(made(events.Commented, count, REVIEWER, **(common | fields)), number(count))


def case(*recorded: Recorded, texts: dict[str, str] = TEXTS, roles: Settings = RULES, **fields: Any) -> GateInput:
    """Return what a gate judges: a draft with events of a review."""
    return GateInput(draft_of(texts, *recorded, older=TEXTS.values(), roles=roles), TODAY, **fields)


def judged(name: str, given: GateInput) -> Gate:
    """Return what a gate says; whatever that is, it asks for something unless it passes, and only then."""
    gate = GATES[name](given)
    assert gate.name == name
    assert bool(gate.flips) is not gate.passed
    assert gate.judged or gate.evidence
    return gate


def told(gate: Gate) -> str:
    """Return the evidence of a gate."""
    return " | ".join(evidence.text for evidence in gate.evidence)
