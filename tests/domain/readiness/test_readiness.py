"""The verdict on a draft: every gate that is on has to pass, and the weights say how far it is."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.readiness import GATES, Readiness, judge
from reviewtui.domain.settings.settings import GateSetting, Settings
from tests.making import RULES, draft_of

DAY = date(2027, 2, 1)
TEXTS = {"policy/posts.md": "# Posts\n\nOfficers must think before they post.\n"}


def standing(*gates: tuple[bool, float]) -> Readiness:
    """Return the verdict on gates that pass or not, each with its weight."""
    return Readiness("1.0", tuple(Gate(f"g{n}", "", passed, (), "", w) for n, (passed, w) in enumerate(gates)), "0.9")


@given(st.lists(st.tuples(st.booleans(), st.sampled_from((0.0, 0.5, 1.0, 3.0)))))
def test_the_share_is_that_of_the_weight(gates: list[tuple[bool, float]]) -> None:
    """Ready when none is shut, whatever they weigh; the share is what passes of the whole weight, all where none is."""
    found = standing(*gates)
    weight = sum(weight for _, weight in gates)
    assert found.ready is all(passed for passed, _ in gates)
    assert [gate.passed for gate in found.closed] == [False] * sum(not passed for passed, _ in gates)
    assert found.share == pytest.approx(sum(w for passed, w in gates if passed) / weight if weight else 1)


@pytest.mark.parametrize(
    ("gates", "position"),
    [
        (((True, 1),), "as far as 1.0: nothing stands in the way"),
        (((True, 1), (False, 1)), "half-way between 0.9 and 1.0: 1 of 2 gates"),
        (((True, 1), (True, 1), (False, 1)), "closer to 1.0 than to 0.9: 2 of 3 gates; what remains: g2"),
        (((True, 1), (False, 1), (False, 1)), "closer to 0.9 than to 1.0: 1 of 3 gates; what remains: g1, g2"),
        (((True, 1), (False, 3)), "closer to 0.9 than to 1.0: 1 of 2 gates, 25% of their weight; what remains: g1"),
        (((True, 3), (False, 3)), "half-way between 0.9 and 1.0: 1 of 2 gates, 50% of their weight"),
        (((False, 0),), "closer to 1.0 than to 0.9: 0 of 1 gates, 100% of their weight; what remains: g0"),
    ],
)
def test_the_position_says_between_which_two_versions(gates: tuple[tuple[bool, float], ...], position: str) -> None:
    """Half of the weight is the middle; weights are told where one is not 1."""
    assert standing(*gates).position == position


def test_before_the_first_release_the_way_begins_with_the_draft() -> None:
    """There is no version to be closer to."""
    found = Readiness("1.0", standing((False, 1)).gates)
    assert found.position.startswith("closer to the first draft than to 1.0")


def judged(settings: Settings, target: str = "") -> Readiness:
    """Return the verdict on a draft without remarks under `settings`."""
    return judge(GateInput(draft_of(TEXTS, roles=settings), DAY), target, "0.9")


def test_gates_are_judged_in_their_order_with_their_weight() -> None:
    """All fourteen where the settings name none; one that they switch off is left out, and never the record."""
    assert [gate.name for gate in judged(RULES).gates] == list(GATES)
    off = {name: GateSetting(on=False) for name in ("stability", "record", "unknown")}
    weighed = msgspec.structs.replace(RULES, gates=off | {"blocking": GateSetting(weight=2.5)})
    found = judged(weighed)
    assert [gate.name for gate in found.gates] == [name for name in GATES if name != "stability"]
    assert {gate.name: gate.weight for gate in found.gates if gate.weight != 1} == {"blocking": 2.5}


def test_the_target_is_that_of_the_settings_unless_another_is_asked_for() -> None:
    """The last release is handed on."""
    settings = msgspec.structs.replace(RULES, target="2.0")
    assert (judged(settings).target, judged(settings, "3.0").target, judged(settings).base) == ("2.0", "3.0", "0.9")


def test_the_settings_in_force_count() -> None:
    """Not those by which the text is read, which may hold edits that nobody allowed."""
    edited = msgspec.structs.replace(RULES, gates={name: GateSetting(on=False) for name in GATES})
    draft = draft_of(TEXTS)
    read_by = type(draft)(
        edited, founded=True, roles=RULES, policy=draft.policy, version=draft.version, review=draft.review
    )
    assert len(judge(GateInput(read_by, DAY)).gates) == len(GATES)


def test_a_gate_that_passes_asks_for_nothing() -> None:
    """What would make a gate pass is told where it does not, and only there."""
    for gate in judged(RULES).gates:
        assert bool(gate.flips) is not gate.passed, gate.name
