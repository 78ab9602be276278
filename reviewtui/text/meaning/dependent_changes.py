"""Which changes of one sentence hang together: made alone, one of them would bind, deny or count as nobody wrote."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reviewtui.text.meaning.language.passage_language import ALARMS
from reviewtui.text.meaning.signals import Signal, signals_of
from reviewtui.text.span import Span

_BINDING = frozenset({"duty", "negation", "condition"})
"""What says whether, and on what condition: half of such a change with half of another one is a third rule."""
_COUNTED = frozenset({"duty", "amount", "date"})
_SENTENCE_END = re.compile(r"[.!?]['\"\u201d\u2019)*_]*\s*\Z")
_CLAUSE_END = re.compile(r"[,;:()\u2013\u2014]|\b(?:and|or|but)\b", re.IGNORECASE)
_OF_RANGE = re.compile(r"\s*(?:(?:[^\W\d]+\s+){0,3}(?:and|or|to|until|till)|[-\u2013\u2014/])\s*[£$€]?", re.IGNORECASE)
"""What stands between the two ends of a range."""
_REACH = 4
"""So many words may stand between a word of duty and the verb, or the person, that it is about."""
_MOST = 60
"""So many changes of one sentence are tried one by one; with more of them it is another sentence."""


class PieceChange(NamedTuple):
    """The characters `start` to `end` of a text become `words`."""

    start: int
    end: int
    words: str


class _Heard(NamedTuple):
    """What is heard in a sentence: its signals, its amounts and dates in order, and what of it binds."""

    values: Counter[tuple[str, str]]
    figures: tuple[str, ...]
    binding: Counter[tuple[str, str]]


def dependent_changes(
    text: str, changes: Sequence[PieceChange], sentences: Callable[[], Sequence[Span]]
) -> Iterator[Span]:
    """Yield the groups of changes that hang together, each by the numbers of its first and last change.

    `changes` are in reading order and apart from each other; `sentences` tells where those of the text stand, and is
    asked only where there is something to compare.
    """
    if len(changes) < 2:
        return
    for first, last, (start, end) in _of_one_sentence(changes, sentences()):
        own = [PieceChange(each.start - start, each.end - start, each.words) for each in changes[first : last + 1]]
        linked = {at for low, high in _Sentence(text[start:end], own).groups() for at in range(low, high)}
        for _, run in groupby(enumerate(sorted(linked)), key=lambda pair: pair[1] - pair[0]):
            links = [link for _, link in run]
            yield first + links[0], first + links[-1] + 1


def denials(words: str) -> int:
    """Return how often a passage denies."""
    return sum(_denies(signal) for alarm in ALARMS for signal in signals_of(words, alarm))


def _denies(signal: Signal) -> bool:
    return signal.kind == "negation" or signal.value.endswith(" not")


def _is_spelled(signal: Signal) -> bool:
    """Whether a number is written as a word and measures nothing: with others beside it, it is only a word."""
    return signal.kind == "amount" and signal.value.isdecimal() and signal.words.replace(" ", "").isalpha()


def _of_one_sentence(changes: Sequence[PieceChange], sentences: Sequence[Span]) -> Iterator[tuple[int, int, Span]]:
    """Yield the runs of several changes in one sentence, by their numbers, and where the sentence stands."""
    at, run, around = 0, [0, -1], (-1, -1)
    for number, change in enumerate(changes):
        while at < len(sentences) and sentences[at][1] < max(change.start, 1):
            at += 1
        touched = [span for span in sentences[at : at + 3] if _touches(change, span)]
        goes_on = touched and touched[0][0] < around[1] and run[1] == number - 1
        if not goes_on and run[1] > run[0]:
            yield run[0], run[1], around
        if goes_on:
            run[1], around = number, (around[0], max(around[1], touched[-1][1]))
        else:
            run, around = [number, number if touched else -1], (touched[0][0], touched[-1][1]) if touched else (-1, -1)
    if run[1] > run[0]:
        yield run[0], run[1], around


def _touches(change: PieceChange, sentence: Span) -> bool:
    """Whether a change is one of this sentence; a whole sentence put in before or behind it is none."""
    start, end = sentence
    if change.start == change.end and change.start in sentence:
        return not _SENTENCE_END.search(change.words)
    return change.start < end and start < max(change.end, change.start + 1)


@dataclass(frozen=True)
class _Sentence:
    """A sentence and its changes."""

    text: str
    changes: Sequence[PieceChange]

    def groups(self) -> Iterator[Span]:
        """Yield the changes that hang together; groups may overlap."""
        last = len(self.changes) - 1
        if last >= _MOST:
            yield 0, last
            return
        everything = range(last + 1)
        before, after = self._heard(()), self._heard(everything)
        alone = [self._heard((number,)) for number in everything]
        others = [self._heard([other for other in everything if other != number]) for number in everything]
        bearing = [n for n in everything if alone[n].values != before.values or others[n].values != after.values]
        made = [heard for n in bearing for heard in (alone[n], others[n])]
        if len(bearing) > 1 and any(_is_another(heard, before, after) for heard in made):
            yield bearing[0], bearing[-1]
        for number in range(last):
            binds = any(alone[n].binding != before.binding for n in (number, number + 1))
            counts = all(alone[n].figures != before.figures for n in (number, number + 1))
            if (binds and self._is_near(number)) or (counts and _OF_RANGE.fullmatch(self._between(number))):
                yield number, number + 1

    def _heard(self, made: Collection[int]) -> _Heard:
        """Return what is heard once these changes were made."""
        parts, at = [], 0
        for number in made:
            change = self.changes[number]
            parts += [self.text[at : change.start], change.words]
            at = change.end
        words = "".join((*parts, self.text[at:]))
        signals = [signal for alarm in ALARMS for signal in signals_of(words, alarm)]
        values: Counter[tuple[str, str]] = Counter()
        for signal in signals:
            if not _is_spelled(signal):
                values[signal.kind, signal.value] += 1
                values[signal.kind, ""] += signal.kind in _COUNTED
            values["denial", ""] += _denies(signal)
        figures = tuple(signal.value for signal in signals if signal.kind in {"amount", "date"})
        binding = Counter({key: count for key, count in values.items() if key[0] in _BINDING and key[1]})
        return _Heard(+values, figures, binding)

    def _between(self, number: int) -> str:
        return self.text[self.changes[number].end : self.changes[number + 1].start]

    def _is_near(self, number: int) -> bool:
        """Whether a change stands in the reach of a word of duty that the next one touches, or the other way round."""
        between = self._between(number)
        return len(between.split()) <= _REACH and not _CLAUSE_END.search(between)


def _is_another(heard: _Heard, before: _Heard, after: _Heard) -> bool:
    """Whether a sentence with a part of its changes says what it said neither before nor says with all of them."""
    if heard.values in (before.values, after.values):
        return False
    if before.binding != after.binding:
        return True
    keys = {*heard.values, *before.values, *after.values}
    return any(
        not min(before.values[key], after.values[key])
        <= heard.values[key]
        <= max(before.values[key], after.values[key])
        for key in keys
    )
