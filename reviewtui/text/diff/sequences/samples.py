"""Where a long stretch of two texts can be cut: samples of the old text that stand once nearby in the new one.

A sample is looked for near where the last one was found, with `str.find`, so that a light edit costs next to nothing
and no word has to be split off before. Where samples are missed in a row the reach grows; after a large move, or in a
text that was wrapped anew, that ends soon, and the words themselves have to be compared (`unique_runs`).
"""

from collections.abc import Iterator

from reviewtui.text.diff.sequences.alignment import SpanPair
from reviewtui.text.diff.tuning import (
    SAMPLE,
    SAMPLE_MOST_REACH,
    SAMPLE_PATIENCE,
    SAMPLE_REACH,
    SAMPLE_RETRY,
    SAMPLE_STEP,
)


def sampled_cuts(old: str, new: str, gap: SpanPair) -> Iterator[tuple[int, int]]:
    """Yield offsets, rising on both sides, at which both texts go on with the same characters, between two words."""
    start, end, other, other_end = gap
    reach, missed = SAMPLE_REACH, 0
    shift = other - start
    at = old.find(" ", start + SAMPLE_STEP, end)
    while 0 <= at < end - SAMPLE:
        place = _nearby(old, new, at, (max(other, at + shift - reach), min(other_end, at + shift + reach)))
        if place < 0:
            missed += 1
            if missed % SAMPLE_PATIENCE == 0:
                reach *= 2
                if reach > SAMPLE_MOST_REACH:
                    return
            at = old.find(" ", at + SAMPLE_RETRY, end)
            continue
        yield at, place
        other, shift = place + 1, place - at
        reach, missed = SAMPLE_REACH, 0
        at = old.find(" ", at + SAMPLE_STEP, end)


def _nearby(old: str, new: str, at: int, window: tuple[int, int]) -> int:
    """Return where the sample at `at` stands in a window of the new text, -1 unless once, and alone in the old one."""
    sample = old[at : at + SAMPLE]
    low, high = window
    place = new.find(sample, low, high)
    if place < 0 or new.find(sample, place + 1, high) >= 0:
        return -1
    around = (high - low) // 2
    if old.find(sample, max(0, at - around), at + SAMPLE - 1) >= 0 or old.find(sample, at + 1, at + around) >= 0:
        return -1
    return place
