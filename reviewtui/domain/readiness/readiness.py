"""How far a draft is from its target: every gate judged, the work left, and the position between two versions.

Each piece of work is something that a person does: decide a remark, read a section, sign off, mend a finding. The list
of what is left only shrinks when somebody did something, and grows when somebody found something.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reviewtui.domain.counted_nouns import counted, first_few, plural
from reviewtui.domain.readiness.gate import Evidence, Gate, nothing_to_judge
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.readiness.raised_points import points_of
from reviewtui.domain.readiness.unraised_estimate import Estimate, estimate
from reviewtui.domain.record.events import Released
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.settings.settings import GateSetting

_MOST_NAMED = 1
_AGREED = frozenset({"support", "no-objection", "abstain"})


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work in pieces: how many are done and how many are left; `name` as in "3 remarks to decide"."""

    name: str
    done: int
    left: int


def work_of(given: GateInput) -> tuple[Work, ...]:
    """Return the work on a draft by kind."""
    return (_remarks(given), _reading(given), _signing(given), _findings(given))


def open_question(given: GateInput) -> str:
    """Return why it is not yet a question how ready a draft is, empty when it is one.

    It is one as soon as an organisation other than the authors' has read all of it, at whatever time. Once the target
    of the settings is released, it is one only when the text is another one than that.
    """
    rules = given.draft.effective_settings
    if given.stability.unchanged and given.draft.target != rules.target:
        return f"the text is still that of {given.stability.release}; nothing has changed since"
    own = rules.own_organisations()
    partners = [name for name in rules.organisations if name not in own]
    if not partners:
        return "no partner organisation is named; name one: reviewtui organisation add"
    texts = given.coverage
    read = {name: sum(name in each.readers | each.earlier for each in texts) for name in partners}
    if any(count == len(texts) for count in read.values()) and texts:
        return ""
    best = max(partners, key=read.__getitem__)
    if not read[best]:
        return "no partner organisation has read it"
    unread = [_title(given, text.path) for text in texts if best not in text.readers | text.earlier]
    present = sum(best in text.readers for text in texts)
    older = f" ({present} as {'it stands' if present == 1 else 'they stand'} now)" if present < read[best] else ""
    return (
        f"no partner organisation has read all of it; {rules.organisation_name(best)} has read {read[best]} of "
        f"{counted(len(texts), 'section')}{older}, not {first_few(unread, _MOST_NAMED)}"
    )


def _title(given: GateInput, path: str) -> str:
    section = given.draft.policy.section_at(path)
    return f"“{section.title}”" if section else path


def _remarks(given: GateInput) -> Work:
    since = max((event.at for event in given.draft.review.submitted(Released)), default=None)
    done = sum(not t.is_undecided and (since is None or t.root.at > since) for t in given.remarks)
    left = sum(thread.is_undecided for thread in given.remarks)
    deferred = left - sum(thread.is_open for thread in given.remarks)
    put_off = f" ({deferred} deferred, still blocking)" if deferred else ""
    return Work(f"{plural(left, 'remark')} to decide{put_off}", done, left)


def _reading(given: GateInput) -> Work:
    asked = frozenset(given.draft.effective_settings.asked())
    texts = given.coverage
    done = sum(len(text.readers & asked) for text in texts)
    left = len(asked) * len(texts) - done
    return Work(f"{plural(left, 'reading')} of a section as it stands", done, left)


def _signing(given: GateInput) -> Work:
    rows = given.signoffs
    done = sum(row.position in _AGREED and not row.is_stale and not row.missing for row in rows)
    left = len(rows) - done
    return Work(f"{plural(left, 'sign-off')} of the text as it stands", done, left)


def _findings(given: GateInput) -> Work:
    left = len(given.findings)
    return Work(f"{plural(left, 'finding')} to mend", given.dismissed, left)


def in_words(work: tuple[Work, ...]) -> Iterator[str]:
    """Yield what is left, a kind at a time: "3 remarks to decide"."""
    return (f"{kind.left} {kind.name}" for kind in work if kind.left)


_MOST_TITLES = 4
"""Gates that are named where a release is refused; the Ready screen has all of them."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdict on a draft for a target version; `base` is the last release, empty before the first.

    `question` says why it is not yet a question how ready it is (empty when it is one); `work` is what was done since
    the last release and what is left. `unseen` estimates the points that nobody has raised yet, None where the remarks
    cannot carry an estimate. `advised` are the findings that do not stand in the way.
    """

    target: str
    gates: tuple[Gate, ...]
    base: str = ""
    question: str = ""
    work: tuple[Work, ...] = ()
    unseen: Estimate | None = None
    advised: tuple[Finding, ...] = ()

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
        given.advised,
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
