"""Makes a comparison readable: agreement by chance inside rewritten prose is no agreement.

The idea of diff-match-patch's semantic clean-up, over words: a run that stays the same but is shorter than the
changes on both its sides joins them.
"""

from collections.abc import Iterable

from reviewtui.text.alignment import Gap

_CONTENT = 3
"""A kept run of more than this many words in a row reads well whatever stands beside it."""


def readable_runs(runs: Iterable[Gap]) -> list[Gap]:
    """Return the runs of changed words, joined where only a splinter stands between two of them."""
    joined: list[Gap] = []
    for i, x, j, y in runs:
        if joined:
            before, last, other, end = joined[-1]
            kept = i - last
            if kept <= _CONTENT and kept <= max(last - before, end - other) and kept <= max(x - i, y - j):
                joined[-1] = before, x, other, y
                continue
        joined.append((i, x, j, y))
    return joined
