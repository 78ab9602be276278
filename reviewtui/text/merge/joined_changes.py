"""Which changes of one sentence are one change: made apart, the one would say what nobody wrote without the other."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewtui.text.meaning.language.passage_language import ALARMS
from reviewtui.text.meaning.signals import signals_of

_SENTENCE_END = re.compile(r"[.!?:;]['\"\u201d\u2019)*_]*\s|\n[ \t>]*\n")
_BETWEEN = 2
"""So many words that stayed between two changes of one sentence belong to one change."""


class SpanChange(NamedTuple):
    """Characters of a text, and those of its changed copy that stand for them."""

    old: tuple[int, int]
    new: tuple[int, int]


def joined_changes(old: str, new: str, changes: Iterable[SpanChange]) -> Iterator[SpanChange]:
    """Yield the changes of `old` into `new` in reading order, those that belong together as one."""
    waiting: SpanChange | None = None
    for change in changes:
        if waiting is None:
            waiting = change
        elif are_one_change(_words(old, new, waiting), old[waiting.old[1] : change.old[0]], _words(old, new, change)):
            waiting = SpanChange((waiting.old[0], change.old[1]), (waiting.new[0], change.new[1]))
        else:
            yield waiting
            waiting = change
    if waiting is not None:
        yield waiting


def are_one_change(first: tuple[str, str], between: str, second: tuple[str, str]) -> bool:
    """Say whether two changes (the words that go, and those that come) with words that stay between them are one."""
    near = len(between.split()) <= _BETWEEN and not _SENTENCE_END.search(between)
    return near or turn_one_sentence(first, between, second)


def turn_one_sentence(first: tuple[str, str], between: str, second: tuple[str, str]) -> bool:
    """Say whether two changes are in one sentence, and one of them has a "not" more or less than before."""
    if any(_SENTENCE_END.search(words) for words in (*first, between)):
        return False
    return turns_negation(*first) or turns_negation(*second)


def turns_negation(gone: str, come: str) -> bool:
    """Say whether one side of a change denies more often than the other."""
    return _denials(gone) != _denials(come)


def _denials(words: str) -> int:
    signals = (signal for alarm in ALARMS for signal in signals_of(words, alarm))
    return sum(signal.kind == "negation" or signal.value.endswith(" not") for signal in signals)


def _words(old: str, new: str, change: SpanChange) -> tuple[str, str]:
    return old[slice(*change.old)], new[slice(*change.new)]
