"""Which runs of words differ between two strings of numbered words: the complement of what stays the same."""

from typing import cast

from rapidfuzz.distance import Indel

from reviewtui.text.diff.sequences.alignment import SpanPair, align
from reviewtui.text.diff.tuning import EXACT_WORD_CELLS

_Operation = tuple[str, int, int, int, int]


def changed_runs(old: str, new: str, gap: SpanPair) -> list[SpanPair]:
    """Return the runs of a gap that differ, in order; between them both strings are equal."""
    a, a_end, b, b_end = gap
    if a == a_end or b == b_end:
        return [gap]
    old_part, new_part = old[a:a_end], new[b:b_end]
    runs: list[SpanPair] = []
    i, j = a, b
    if len(old_part) * len(new_part) > EXACT_WORD_CELLS:
        if set(old_part).isdisjoint(new_part):
            return [gap]
        kept = align(old_part, new_part, EXACT_WORD_CELLS)
    else:
        operations = cast(list[_Operation], Indel.opcodes(old_part, new_part).as_list())
        kept = [(x, y, end - x) for tag, x, end, y, _ in operations if tag == "equal"]
    for x, y, n in kept:
        if a + x > i or b + y > j:
            runs.append((i, a + x, j, b + y))
        i, j = a + x + n, b + y + n
    if i < a_end or j < b_end:
        runs.append((i, a_end, j, b_end))
    return runs
