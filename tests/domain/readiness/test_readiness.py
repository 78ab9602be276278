"""The verdict on a draft: every gate that is on has to pass, and work done and left says how far it is."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.readiness.gate import Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.readiness.readiness import Readiness, Work, judge_readiness
from reviewtui.domain.settings.settings import GateSetting, Settings
from tests.making import RULES, draft_of

DAY = date(2027, 2, 1)
TEXTS = {"policy/posts.md": "# Posts\n\nOfficers must think before they post.\n"}


def standing(done: int, left: int, gates: str = "", question: str = "") -> Readiness:
    """Return the verdict on gates that pass (+) or not (-), with so much work done and left."""
    made = tuple(Gate(f"g{n}", f"Gate {n}", sign == "+", ()) for n, sign in enumerate(gates))
    return Readiness("1.0", made, "0.9", question, (Work("remarks to decide", done, left),))


@given(st.integers(0, 9), st.integers(0, 9), st.text("+-"))
def test_the_share_is_that_of_the_work(done: int, left: int, gates: str) -> None:
    """Ready when no gate is shut and it is a question; the share is what is done of all work."""
    found = standing(done, left, gates)
    assert found.ready is ("-" not in gates)
    assert len(found.closed) == gates.count("-")
    assert found.share == pytest.approx(done / (done + left) if done + left else 0)
    unread = standing(done, left, gates, question="nobody has read it")
    assert (unread.ready, unread.share) == (False, None)


def test_a_gate_with_nothing_to_judge_stands_in_nobodys_way() -> None:
    """It is not counted, neither as passed nor as shut."""
    found = Readiness("1.0", (nothing_to_judge("round", "Round", "none yet", "open one"),))
    assert (found.ready, found.judged, found.closed) == (True, (), ())


@pytest.mark.parametrize(
    ("found", "position"),
    [
        (standing(3, 0, "+"), "as far as 1.0: nothing stands in the way"),
        (
            standing(1, 1, "-"),
            "half-way between 0.9 and 1.0: 1 of 2 pieces of work are done; left: 1 remarks to …",
        ),
        (standing(2, 1, "-"), "closer to 1.0 than to 0.9: 2 of 3 pieces of work are done; left: 1 remarks to decide"),
        (standing(1, 2, "-"), "closer to 0.9 than to 1.0: 1 of 3 pieces of work are done; left: 2 remarks to decide"),
        (
            standing(9, 0, "+-"),
            "closer to 1.0 than to 0.9: 9 of 9 pieces of work are done; left: what stands open in Gate 1",
        ),
        (standing(9, 0, "+", question="nobody has read it"), "not yet a question: nobody has read it"),
    ],
)
def test_the_position_says_between_which_two_versions(found: Readiness, position: str) -> None:
    """Half of the work is the middle."""
    assert found.position.startswith(position.removesuffix("…"))


def test_before_the_first_release_the_way_begins_with_the_draft() -> None:
    """There is no version to be closer to."""
    found = Readiness("1.0", standing(1, 2, "-").gates, work=standing(1, 2).work)
    assert found.position.startswith("closer to the first draft than to 1.0")


def judged(settings: Settings, target: str = "") -> Readiness:
    """Return the verdict on a draft without remarks under `settings`."""
    return judge_readiness(GateInput(draft_of(TEXTS, roles=settings), DAY), target, "0.9")


def test_gates_are_judged_in_their_order_whatever_they_once_weighed() -> None:
    """All fourteen where the settings name none; one that they switch off is left out, and never the record."""
    assert [gate.name for gate in judged(RULES).gates] == list(GATES)
    off = {name: GateSetting(on=False) for name in ("stability", "record", "unknown")}
    weighed = msgspec.structs.replace(RULES, gates=off | {"blocking": GateSetting(weight=2.5)})
    assert [gate.name for gate in judged(weighed).gates] == [name for name in GATES if name != "stability"]
    assert judged(weighed).gates == judged(msgspec.structs.replace(RULES, gates=off)).gates


def test_the_target_is_that_of_the_settings_unless_another_is_asked_for() -> None:
    """The last release is handed on."""
    settings = msgspec.structs.replace(RULES, target="2.0")
    assert (judged(settings).target, judged(settings, "3.0").target, judged(settings).base) == ("2.0", "3.0", "0.9")


def test_the_settings_in_force_count() -> None:
    """Not those by which the text is read, which may hold edits that nobody allowed."""
    edited = msgspec.structs.replace(RULES, gates={name: GateSetting(on=False) for name in GATES})
    draft = draft_of(TEXTS)
    read_by = type(draft)(
        edited, founded=True, effective_settings=RULES, policy=draft.policy, version=draft.version, review=draft.review
    )
    assert len(judge_readiness(GateInput(read_by, DAY)).gates) == len(GATES)
