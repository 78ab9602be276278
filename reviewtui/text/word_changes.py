"""The words that differ between two texts, as spans: the raw finding that hunks are made of."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.text.alignment import align
from reviewtui.text.gaps import changed_spans
from reviewtui.text.stretches import Stretch
from reviewtui.text.words import MARK_ONLY, Numbering

_CELLS = 4_000_000
"""Larger gaps, in pairs of words, are cut before they are compared exactly."""


class WordChange(NamedTuple):
    """The words of `old[old_start:old_end]` became those of `new[new_start:new_end]`, in code points.

    `old_size` and `new_size` count all words of a side, `old_words` and `new_words` those that are more than marks.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old_size: int
    new_size: int
    old_words: int
    new_words: int


def word_changes(old: str, new: str) -> Iterator[WordChange]:
    """Yield the changes in reading order; between them both texts hold the same words, marks aside."""
    numbering = Numbering()
    for a, a_end, b, b_end in changed_spans(old, new):
        yield from _changes(Stretch(old, a, a_end), Stretch(new, b, b_end), numbering)


def _changes(old: Stretch, new: Stretch, numbering: Numbering) -> Iterator[WordChange]:
    one, two = numbering.string(old.words), numbering.string(new.words)
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    i = j = 0
    for x, y, n in [*align(one, two, _CELLS), (len(one), len(two), 0)]:
        if x > i or y > j:
            gone.append((i, x))
            come.append((j, y))
        i, j = x + n, y + n
    for (i, x), (j, y), before, after in zip(gone, come, old.spans(gone), new.spans(come), strict=True):
        marks = one.count(MARK_ONLY, i, x), two.count(MARK_ONLY, j, y)
        yield WordChange(*before, *after, x - i, y - j, x - i - marks[0], y - j - marks[1])
