"""Which changes of one sentence are one change: made apart, the one would say what nobody wrote without the other."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewtui.text.meaning.dependent_changes import PieceChange, denials, dependent_changes
from reviewtui.text.words.sentences import sentence_spans

_SENTENCE_END = re.compile(r"[.!?:;]['\"\u201d\u2019)*_]*\s|\n[ \t>]*\n")
_BETWEEN = 2
"""So many words that stayed between two changes of one sentence belong to one change."""


class SpanChange(NamedTuple):
    """Characters of a text, and those of its changed copy that stand for them."""

    old: tuple[int, int]
    new: tuple[int, int]


def joined_changes(old: str, new: str, changes: Iterable[SpanChange]) -> Iterator[SpanChange]:
    """Yield the changes of `old` into `new` in reading order, those that belong together as one."""
    apart = list(changes)
    pieces = [PieceChange(*change.old, new[slice(*change.new)]) for change in apart]
    groups = dependent_changes(old, pieces, lambda: sentence_spans(old))
    bound = {number for first, last in groups for number in range(first + 1, last + 1)}
    waiting: SpanChange | None = None
    for number, change in enumerate(apart):
        if waiting is None:
            waiting = change
        elif number in bound or _are_one(old, new, waiting, change):
            waiting = SpanChange((waiting.old[0], change.old[1]), (waiting.new[0], change.new[1]))
        else:
            yield waiting
            waiting = change
    if waiting is not None:
        yield waiting


def _are_one(old: str, new: str, first: SpanChange, second: SpanChange) -> bool:
    """Say whether two changes with words that stay between them are one."""
    between = old[first.old[1] : second.old[0]]
    near = len(between.split()) <= _BETWEEN and not _SENTENCE_END.search(between)
    return near or turn_one_sentence(_words(old, new, first), between, _words(old, new, second))


def runs_as_one(
    text: str, changes: Sequence[PieceChange], sentences: Callable[[], Sequence[tuple[int, int]]]
) -> Iterator[slice]:
    """Yield which changes of one sentence are one, each run of several; `changes` are in reading order, and apart."""
    linked = {
        number for low, high in dependent_changes(text, changes, sentences) for number in range(low + 1, high + 1)
    }
    for number, (one, other) in enumerate(pairwise(changes), 1):
        words = [(text[each.start : each.end], each.words) for each in (one, other)]
        if turn_one_sentence(words[0], text[one.end : other.start], words[1]):
            linked.add(number)
    begin = 0
    for number in range(1, len(changes) + 1):
        if number not in linked:
            if number - begin > 1:
                yield slice(begin, number)
            begin = number


def turn_one_sentence(first: tuple[str, str], between: str, second: tuple[str, str]) -> bool:
    """Say whether two changes are in one sentence, and one of them has a "not" more or less than before."""
    if any(_SENTENCE_END.search(words) for words in (*first, between)):
        return False
    return turns_negation(*first) or turns_negation(*second)


def turns_negation(gone: str, come: str) -> bool:
    """Say whether one side of a change denies more often than the other."""
    return denials(gone) != denials(come)


def _words(old: str, new: str, change: SpanChange) -> tuple[str, str]:
    return old[slice(*change.old)], new[slice(*change.new)]
