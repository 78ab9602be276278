"""Makes the runs of changed words readable, without changing what they say.

Words that agree by chance inside rewritten prose are no agreement (the idea of diff-match-patch's semantic clean-up,
over words); bullets, hashes and bars at the edge of a change belong to what stands around it.
"""

from collections.abc import Sequence

from reviewtui.text.diff.sequences.alignment import SpanPair
from reviewtui.text.diff.tuning import CONTENT_WORDS, LIGHT_LETTERS
from reviewtui.text.words.words import MARK_ONLY


def readable_runs(runs: Sequence[SpanPair], words: Sequence[str], numbers: str) -> list[SpanPair]:
    """Return the runs of changed words of one stretch as a reader wants to see them.

    `words` and `numbers` are those of the old text.
    """
    joined: list[SpanPair] = []
    for i, x, j, y in runs:
        if joined:
            first, start, second, end = joined[-1]
            if i - start <= CONTENT_WORDS:
                sizes = max(start - first, end - second), max(x - i, y - j)
                if MARK_ONLY not in numbers[start:i] and _agree_by_chance(words[start:i], sizes):
                    joined[-1] = first, x, second, y
                    continue
        joined.append((i, x, j, y))
    return joined


def wordy_runs(runs: Sequence[SpanPair], old: str, new: str) -> list[SpanPair]:
    """Return the runs of which more than marks is left when marks at their edges are taken off."""
    kept: list[SpanPair] = []
    for run in runs:
        i, x, j, y = run
        if i < x and MARK_ONLY in (old[i], old[x - 1]):
            i, x = _trimmed(old, i, x)
        if j < y and MARK_ONLY in (new[j], new[y - 1]):
            j, y = _trimmed(new, j, y)
        if i < x or j < y:
            kept.append((i, x, j, y))
    return kept


def _agree_by_chance(kept: Sequence[str], sizes: tuple[int, int]) -> bool:
    """Say whether the words between two changes of so many words only look kept."""
    if all(len(word) <= LIGHT_LETTERS for word in kept):
        return len(kept) <= min(sizes)
    return len(kept) < min(sizes)


def _trimmed(numbers: str, first: int, stop: int) -> tuple[int, int]:
    while first < stop and numbers[stop - 1] == MARK_ONLY:
        stop -= 1
    while first < stop and numbers[first] == MARK_ONLY:
        first += 1
    return first, stop
