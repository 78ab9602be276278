"""How far a draft is from its target: every gate judged, the verdict, and the position between two versions."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.readiness.points import points_of
from reviewtui.domain.readiness.remaining_work import Work, in_words, open_question, work_of
from reviewtui.domain.readiness.unseen_estimate import Estimate, estimate
from reviewtui.domain.settings.settings import GateSetting

_MOST_TITLES = 4
"""Gates that are named where a release is refused; the Ready screen has all of them."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict on a draft for a target version; `base` is the last release, empty before the first.

    `question` says why it is not yet a question how ready it is (empty when it is one); `work` is what was done since
    the last release and what is left. `unseen` estimates the points that nobody has raised yet, None where the remarks
    cannot carry an estimate.
    """

    target: str
    gates: tuple[Gate, ...]
    base: str = ""
    question: str = ""
    work: tuple[Work, ...] = ()
    unseen: Estimate | None = None

    @property
    def ready(self) -> bool:
        """Whether a partner has read all of it, and every gate that has something to judge passes."""
        return not self.question and not self.closed

    @property
    def judged(self) -> tuple[Gate, ...]:
        """The gates that have something to judge."""
        return tuple(gate for gate in self.gates if gate.judged)

    @property
    def closed(self) -> tuple[Gate, ...]:
        """The gates that stand in the way."""
        return tuple(gate for gate in self.gates if gate.is_shut)

    @property
    def not_ready(self) -> str:
        """What stands in the way, in one short line: the gates by their titles, the first few of them."""
        titles = [gate.title for gate in self.closed] or [self.question]
        return f"{self.target} is not ready: {first_few(titles, _MOST_TITLES)}"

    @property
    def share(self) -> float | None:
        """How much of the work is done, 0 to 1; None as long as it is no question."""
        if self.question:
            return None
        done = sum(kind.done for kind in self.work)
        whole = done + sum(kind.left for kind in self.work)
        return done / whole if whole else 0.0

    @property
    def position(self) -> str:
        """Where the draft stands between the last release and the target, told by work; half of it is the middle."""
        if self.question:
            return f"not yet a question: {self.question}"
        if self.ready:
            return f"as far as {self.target}: nothing stands in the way"
        base = self.base or "the first draft"
        done = sum(kind.done for kind in self.work)
        whole = done + sum(kind.left for kind in self.work)
        left = ", ".join(in_words(self.work)) or f"what stands open in {', '.join(gate.title for gate in self.closed)}"
        counted = f"{done} of {whole} pieces of work are done; left: {left}"
        if 2 * done == whole and whole:
            return f"half-way between {base} and {self.target}: {counted}"
        near, far = (self.target, base) if 2 * done > whole else (base, self.target)
        return f"closer to {near} than to {far}: {counted}"


def judge_readiness(given: GateInput, target: str = "", base: str = "") -> Readiness:
    """Judge every gate, in the order of the registry; one that is switched off is left out unless it would be shut."""
    settings = given.draft.effective_settings
    gates = (
        _as_once_bound(gate_of, given, name)
        if settings.gate(name).on or name == "record"
        else _switched_off(gate_of(given), given)
        for name, gate_of in GATES.items()
    )
    return Readiness(
        target or given.draft.target,
        tuple(gate for gate in gates if gate is not None),
        base,
        open_question(given),
        work_of(given),
        estimate(points_of(given.draft)),
    )


def _as_once_bound(gate_of: Callable[[GateInput], Gate], given: GateInput, name: str) -> Gate:
    """Return a gate, shut where a bound that it had while partners were asked shuts it: it was required of them."""
    gate, now = gate_of(given), given.draft.effective_settings.gate(name)
    for once in given.once_bounds.get(name, ()):
        if gate.is_shut or (once.at_least, once.at_most) == (now.at_least, now.at_most):
            continue
        before = gate_of(given.under(name, once))
        if before.is_shut:
            why = Evidence(f"its bound was lowered after partners were asked: {_bound(once)} then, {_bound(now)} now")
            flips = f"{before.flips}, or release with --override"
            return replace(
                before, title=f"{before.title} (bound lowered)", evidence=(why, *before.evidence), flips=flips
            )
    return gate


def _bound(setting: GateSetting) -> str:
    bounds = (("at_least", setting.at_least), ("at_most", setting.at_most))
    return ", ".join(f"{name} = {value}" for name, value in bounds if value is not None) or "the usual one"


def _switched_off(gate: Gate, given: GateInput) -> Gate | None:
    """Return a gate that the settings switch off, None where nothing is hidden by that.

    One that was on while partners were asked was required of them, and stays shut (contract, section 2).
    """
    if not gate.is_shut:
        return None
    title, flips = f"{gate.title} (switched off)", f"switch it on in settings.toml: [gates.{gate.name}]"
    if gate.name not in given.once_on:
        return nothing_to_judge(gate.name, title, "on, it would not pass", flips)
    why = Evidence("it was on when partners were asked")
    return replace(gate, title=title, evidence=(why, *gate.evidence), flips=f"{flips}, or release with --override")
