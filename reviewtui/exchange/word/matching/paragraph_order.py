"""Which of two rows of paragraphs stand in one order, and what was put elsewhere without tracking."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """Paragraphs `first` to `last` of what was sent, which stand behind paragraph `behind` now (-1: before all)."""

    first: int
    last: int
    behind: int


def longest_rising(pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the longest part of pairs whose second numbers rise with the first: the others were moved."""
    tails: list[int] = []
    """The smallest last number of a rising row of each length."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in sorted(pairs):
        at = bisect_left(tails, pairs[place])
        before[place] = ends[at - 1] if at else None
        tails[at : at + 1] = [pairs[place]]
        ends[at : at + 1] = [place]
    kept: dict[int, int] = {}
    last = ends[-1] if ends else None
    while last is not None:
        kept[last] = pairs[last]
        last = before[last]
    return kept


def moved(pairs: Mapping[int, int], sent: Sequence[int]) -> tuple[Moved, ...]:
    """Return what stands elsewhere, paragraphs that went together as one; `sent` are their numbers where they stood."""
    kept = longest_rising(pairs)
    groups: list[Moved] = []
    behind = previous = -1
    for place in sorted(pairs):
        index = sent[pairs[place]]
        if place in kept:
            behind = previous = index
            continue
        last = groups[-1] if groups else None
        follows = pairs[place] > 0 and last is not None and sent[pairs[place] - 1] == last.last == previous
        if last is not None and follows:
            groups[-1] = Moved(last.first, index, last.behind)
        else:
            groups.append(Moved(index, index, behind))
        previous = index
    return tuple(groups)
