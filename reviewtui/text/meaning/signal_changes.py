"""What the signals of one passage say and those of another do not.

Signals are compared within families: a duty with a duty, a limit with a limit. Signals that say the same together
("if … not" and "unless") are brought to one form first. What one side has alone and the other puts nothing in its
place of is left out where it binds nobody: "will", "one", "all", "when".
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from reviewtui.text.meaning.duty_words import ABLE
from reviewtui.text.meaning.signals import Signal, SignalKind


@dataclass(frozen=True, slots=True)
class MeaningChange:
    """One change of meaning: the words before and after ("must → should") and what kind of change it is."""

    words: str
    reason: str


_IF = frozenset(
    {"if", "only if", "unless", "except", "subject to", "where possible", "where needed", "where appropriate"}
)
_LIMITS = frozenset({"at least", "at most", "more than", "less than"})
_FAMILIES: tuple[tuple[str, SignalKind, Callable[[str], bool]], ...] = (
    ("another duty", "duty", lambda _: True),
    ("negation", "negation", lambda _: True),
    ("another amount", "amount", lambda _: True),
    ("another date", "date", lambda _: True),
    ("another condition", "condition", _IF.__contains__),
    ("another limit", "condition", _LIMITS.__contains__),
    ("another time", "condition", lambda value: value not in _IF | _LIMITS),
    ("another scope", "scope", lambda _: True),
)
"""What is compared with what, in the order in which changes are told; signals of other families never make a pair."""
_EQUAL: tuple[tuple[tuple[tuple[SignalKind, str], ...], tuple[tuple[SignalKind, str], ...]], ...] = (
    ((("scope", "only"), ("condition", "if")), (("condition", "only if"),)),
    ((("condition", "if"), ("negation", "not")), (("condition", "unless"),)),
    ((("condition", "unless"), ("duty", "must not")), (("condition", "only if"), ("duty", "may"))),
    ((("condition", "until"), ("duty", "must not")), (("condition", "only if"), ("duty", "may"))),
)
"""Signals that together say the same as others together: "if … not" and "unless", "not … unless" and "only if"."""
_WEAK_SCOPES = frozenset(
    """all every each everyone everybody any anyone anybody both some certain selected most""".split()
)


def signal_changes(before: tuple[Signal, ...], after: tuple[Signal, ...]) -> list[MeaningChange]:
    """Return what only one side says, in the order duty, negation, amount, date, condition, scope."""
    if [each[:2] for each in before] == [each[:2] for each in after] or _told(before) == _told(after):
        return []
    changes: list[MeaningChange] = []
    for reason, kind, belongs in _FAMILIES:
        here = [signal for signal in before if signal.kind == kind and belongs(signal.value)]
        there = [signal for signal in after if signal.kind == kind and belongs(signal.value)]
        if here != there:
            changes += _compared(here, there, reason)
    return changes


def _told(signals: tuple[Signal, ...]) -> Counter[tuple[SignalKind, str]]:
    """Return what the strong signals say together, in one form."""
    counts: Counter[tuple[SignalKind, str]] = Counter([signal[:2] for signal in signals])
    for several, same in _EQUAL:
        times = min([counts[part] for part in several])
        if times:
            counts.subtract(dict.fromkeys(several, times))
            counts.update(dict.fromkeys(same, times))
    return +counts


def _compared(before: list[Signal], after: list[Signal], reason: str) -> list[MeaningChange]:
    gone, come = _only_in(before, after), _only_in(after, before)
    if not gone or not come:
        # Nothing stands in the place of what one side has alone.
        gone = [signal for signal in gone if not _weak(signal)]
        come = [signal for signal in come if not _weak(signal)]
    pairs = _amount_pairs(gone, come) if reason == "another amount" else list(zip(gone, come, strict=False))
    changes = [MeaningChange(f"{was.words} → {now.words}", reason) for was, now in pairs]
    alone_here, alone_there = _without(gone, [was for was, _ in pairs]), _without(come, [now for _, now in pairs])
    if reason == "another amount" and pairs:
        alone_here, alone_there = ([each for each in side if not _weak(each)] for side in (alone_here, alone_there))
    changes += [MeaningChange(f"“{signal.words}” is gone", reason) for signal in alone_here]
    return changes + [MeaningChange(f"“{signal.words}” is new", reason) for signal in alone_there]


def _amount_pairs(gone: list[Signal], come: list[Signal]) -> list[tuple[Signal, Signal]]:
    """Return which amount became which: of one unit and both in figures or in words, then of one unit, then the rest.

    Those of one sort are paired in their order where there are as many of them on both sides; else nobody can say.
    """
    pairs: list[tuple[Signal, Signal]] = []
    for sort in (_unit_and_figure, _unit, lambda _: ""):
        here, there = (_without(side, [pair[at] for pair in pairs]) for at, side in enumerate((gone, come)))
        for each in dict.fromkeys(map(sort, here)):
            alike = [[signal for signal in side if sort(signal) == each] for side in (here, there)]
            if len(alike[0]) == len(alike[1]):
                pairs += zip(*alike, strict=True)
    return sorted(pairs, key=lambda pair: gone.index(pair[0]))


def _unit_and_figure(signal: Signal) -> str:
    return f"{_unit(signal)} {any(char.isdigit() for char in signal.words)}"


def _unit(signal: Signal) -> str:
    return "".join(char for char in signal.value if not char.isdigit() and char not in " .,")


def _without(signals: list[Signal], paired: list[Signal]) -> list[Signal]:
    """Return the signals that are not among `paired`, each of which takes away one."""
    return _beyond(signals, Counter(map(repr, paired)), repr)


def _only_in(here: list[Signal], there: list[Signal]) -> list[Signal]:
    """Return the signals that `there` does not have as often: of several with one value not those in the same words."""
    reworded = _beyond(here, Counter(map(_as_worded, there)), _as_worded)
    kept = Counter(signal.value for signal in here) - Counter(signal.value for signal in reworded)
    return _beyond(reworded, Counter(signal.value for signal in there) - kept, lambda signal: signal.value)


def _as_worded(signal: Signal) -> str:
    return f"{signal.value} {signal.words}"


def _beyond(signals: list[Signal], left: Counter[str], name: Callable[[Signal], str]) -> list[Signal]:
    """Return the signals for whose name nothing is `left`."""
    beyond: list[Signal] = []
    for signal in signals:
        if left[name(signal)] > 0:
            left[name(signal)] -= 1
        else:
            beyond.append(signal)
    return beyond


def _weak(signal: Signal) -> bool:
    """Say whether a signal that has nothing in its place on the other side changes no duty."""
    words = " ".join(signal.words.lower().split())
    if signal.kind == "duty":
        # "will be published" and "is published" bind alike.
        return signal.value == "will" or words in ABLE
    if signal.kind == "amount":
        # "one" alone is mostly a pronoun.
        return words in {"one", "a", "an", "un"}
    if signal.kind == "scope":
        return words in _WEAK_SCOPES
    if signal.kind == "condition":
        # "when" and "where" mostly tell, "if" mostly binds.
        return signal.value == "including" or (signal.value == "if" and words != "if")
    return False
