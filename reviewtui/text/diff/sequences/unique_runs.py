"""Where long sequences are cut before they are compared: runs and words that stand once on each side, in common order.

Samples of the old text are looked for near where the last one was found, so that a light edit costs next to nothing;
only when that fails, as after large moves, are all runs of the new text looked at. Single words come last (patience
diff, Bram Cohen).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from reviewtui.text.diff.tuning import (
    PIVOT_DENSE_STEP,
    PIVOT_ENOUGH,
    PIVOT_MOST_REACH,
    PIVOT_PATIENCE,
    PIVOT_REACH,
    PIVOT_STEP,
    PIVOT_WORDS,
)

Pivot = tuple[int, int]
"""A position of the old sequence, and the position of the new one that is the same."""


def gram_pivots(old: str, new: str) -> list[Pivot]:
    """Return positions at which equal runs of words begin, rising on both sides; none where nothing is alike."""
    pivots = list(_near(old, new))
    if len(pivots) * PIVOT_ENOUGH * PIVOT_STEP < len(old):
        pivots = _anywhere(old, new)
    return increasing(pivots)


def _near(old: str, new: str) -> Iterator[Pivot]:
    shift = missed = 0
    reach = PIVOT_REACH
    for i in range(0, len(old) - PIVOT_WORDS + 1, PIVOT_STEP):
        gram = old[i : i + PIVOT_WORDS]
        high = max(0, i + shift + reach)
        j = new.find(gram, max(0, i + shift - reach), high)
        if j < 0:
            missed += 1
            if missed % PIVOT_PATIENCE == 0:
                reach *= 2
                if reach > PIVOT_MOST_REACH:
                    return
        elif new.find(gram, j + 1, high) < 0 and _alone(old, gram, i, reach):
            yield i, j
            shift, missed, reach = j - i, 0, PIVOT_REACH


def _alone(old: str, gram: str, i: int, reach: int) -> bool:
    return old.find(gram, i + 1, i + reach) < 0 and old.find(gram, max(0, i - reach), i + PIVOT_WORDS - 1) < 0


def _anywhere(old: str, new: str) -> list[Pivot]:
    """Return the samples that stand once in the whole new text, in old order."""
    samples: dict[str, int] = {}
    for i in range(0, len(old) - PIVOT_WORDS + 1, PIVOT_DENSE_STEP):
        gram = old[i : i + PIVOT_WORDS]
        samples[gram] = -1 if gram in samples else i
    places: dict[int, int] = {}
    for j, i in enumerate([samples.get(new[j : j + PIVOT_WORDS], -1) for j in range(len(new) - PIVOT_WORDS + 1)]):
        if i >= 0:
            places[i] = -1 if i in places else j
    return sorted((i, j) for i, j in places.items() if j >= 0)


def unique_pivots(old: str, new: str) -> list[tuple[int, int]]:
    """Return positions of elements that stand once on each side, beside an equal neighbour, in common order."""
    seen_new = Counter(new)
    once = {char for char, count in Counter(old).items() if count == 1 and seen_new.get(char) == 1}
    if not once:
        return []
    where = {char: j for j, char in enumerate(new) if char in once}
    pairs = [(i, where[char]) for i, char in enumerate(old) if char in once]
    agreed = [(i, j) for i, j in pairs if _neighbours_agree(old, new, i, j)]
    return increasing(agreed)


def _neighbours_agree(old: str, new: str, i: int, j: int) -> bool:
    before = i > 0 and j > 0 and old[i - 1] == new[j - 1]
    return before or (i + 1 < len(old) and j + 1 < len(new) and old[i + 1] == new[j + 1])


def increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest subsequence of `pairs` (ordered by the first number) whose second numbers rise."""
    tops: list[int] = []
    ends: list[int] = []
    previous = [-1] * len(pairs)
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tops, j)
        if place == len(tops):
            tops.append(j)
            ends.append(index)
        else:
            tops[place] = j
            ends[place] = index
        previous[index] = ends[place - 1] if place else -1
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]
