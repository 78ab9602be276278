"""The meaning alarm: did the duty of a passage change, and of what class is a change.

Two passages are compared by their signals (`signals`): what only one of them has is a change of meaning, whatever
else was reworded; everything else is wording.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from reviewtui.text.holders import other_holder
from reviewtui.text.signals import Kind, Signal, carries, plain, signals_of

_WORDS = re.compile(r"\d[\d,.:/-]*|n['\u2019]t|[^\W\d_]+")
_LINKING = frozenset(
    [
        "day",
        "days",
        "hour",
        "hours",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "working",
        "than",
        "least",
        "to",
        "pounds",
        "percent",
        "cent",
        "minutes",
    ]
)

ChangeClass = Literal["editorial", "substantive", "new-rule"]

_REASONS: dict[Kind, str] = {
    "duty": "another duty",
    "negation": "negation",
    "amount": "another amount",
    "date": "another date",
    "condition": "another condition",
    "scope": "another scope",
}


@dataclass(frozen=True, slots=True)
class MeaningChange:
    """One change of meaning: the words before and after ("must → should") and what kind of change it is."""

    words: str
    reason: str


def meaning_changes(old: str, new: str) -> tuple[MeaningChange, ...]:
    """Return what changed in the duty of a passage, empty when it was only reworded."""
    holder = _holder_changed(old, new)
    if _carriers(old) == _carriers(new):
        return holder
    before, after = signals_of(old), signals_of(new)
    changes: list[MeaningChange] = []
    for kind, reason in _REASONS.items():
        gone = _only_in(before, after, kind)
        come = _only_in(after, before, kind)
        gone, come = _without_equivalents(kind, gone, come)
        changes += _paired(gone, come, reason)
    return (*changes, *holder)


def _holder_changed(old: str, new: str) -> tuple[MeaningChange, ...]:
    holders = other_holder(plain(old), plain(new)) if old and new else None
    return (MeaningChange(f"{holders[0]} → {holders[1]}", "another one is bound"),) if holders else ()


def _carriers(text: str) -> list[str]:
    """Return the words that can carry a duty, and all numbers: where they are the same, the duty is."""
    words = _WORDS.findall(text.lower())
    return [word for word in words if carries(word) or word[0].isdigit() or word == "n't" or word in _LINKING]


def change_class(old: str, new: str) -> tuple[ChangeClass, str]:
    """Return the class of a change and why; an empty side means that the passage was added or taken away."""
    if not old.strip():
        duties = [signal for signal in signals_of(new) if signal.kind == "duty" and signal.value not in _SOFT]
        if duties:
            return "new-rule", f"new words with “{duties[0].words}”"
        return ("substantive", "new words") if len(plain(new).split()) > 3 else ("editorial", "a few new words")
    if not new.strip():
        return "substantive", "words taken away"
    changes = meaning_changes(old, new)
    if changes:
        return "substantive", changes[0].words
    return "editorial", "wording"


_SOFT = frozenset({"will", "may"})


def _only_in(here: tuple[Signal, ...], there: tuple[Signal, ...], kind: Kind) -> list[Signal]:
    left = Counter(signal.value for signal in there if signal.kind == kind)
    only: list[Signal] = []
    for signal in here:
        if signal.kind != kind:
            continue
        if left[signal.value]:
            left[signal.value] -= 1
        else:
            only.append(signal)
    return only


def _without_equivalents(kind: Kind, gone: list[Signal], come: list[Signal]) -> tuple[list[Signal], list[Signal]]:
    """Leave out what binds alike: a weak signal that only one side has, with nothing in its place."""
    if gone and come:
        return gone, come
    return [one for one in gone if not _weak(kind, one)], [one for one in come if not _weak(kind, one)]


def _weak(kind: Kind, signal: Signal) -> bool:
    if kind == "duty":
        # "will be published" and "is published" bind alike.
        return signal.value == "will"
    if kind == "amount":
        # "one" is mostly a pronoun, "first" mostly an order of telling.
        return signal.value == "1" and not signal.words[0].isdigit()
    if kind == "scope":
        return signal.value != "only"
    return kind == "condition" and signal.value == "including"


def _paired(gone: list[Signal], come: list[Signal], reason: str) -> list[MeaningChange]:
    pairs = max(len(gone), len(come))
    found: list[MeaningChange] = []
    for index in range(pairs):
        before = gone[index].words if index < len(gone) else "—"
        after = come[index].words if index < len(come) else "—"
        found.append(MeaningChange(f"{before} → {after}", reason))
    return found
