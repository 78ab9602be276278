"""Which elements of two sequences stay the same, in order: the ground that every comparison stands on.

Sequences are strings whose code points stand for words (`numbering`), so that slicing, comparing and the exact
longest common subsequence (Hyyrö 2004, bit-parallel, in rapidfuzz) run at the speed of C. Large gaps are cut first
at runs and words that stand once on each side (`unique_runs`), so memory stays bounded and no time limit is needed.
"""

from collections.abc import Iterator

from rapidfuzz.distance import Indel, Postfix, Prefix

from reviewtui.text.diff.sequences.unique_runs import Pivot, gram_pivots, unique_pivots
from reviewtui.text.diff.tuning import EXACT_CELLS, FEW_CELLS, MOST_CELLS

_FIRST_STEP = 64
"""So many elements are compared at first; equal ends are mostly short."""

MatchingBlock = tuple[int, int, int]
"""`old[i:i+n]` equals `new[j:j+n]`: the positions `i`, `j` and the length `n`."""

SpanPair = tuple[int, int, int, int]
"""What is compared: `old[start:end]` and `new[start:end]`, as `(old_start, old_end, new_start, new_end)`."""


def align(old: str, new: str, cells: int = EXACT_CELLS) -> list[MatchingBlock]:
    """Return the runs that stay the same, in order and never empty; next to each other runs are joined.

    Gaps of more than `cells` pairs are cut at pivots first: faster, and exact in all but texts that repeat themselves.
    """
    return join_blocks(align_gap(old, new, (0, len(old), 0, len(new)), cells))


def join_blocks(blocks: Iterator[MatchingBlock] | list[MatchingBlock]) -> list[MatchingBlock]:
    """Join runs that continue each other on both sides."""
    joined: list[MatchingBlock] = []
    for i, j, n in blocks:
        if joined:
            li, lj, ln = joined[-1]
            if li + ln == i and lj + ln == j:
                joined[-1] = (li, lj, ln + n)
                continue
        joined.append((i, j, n))
    return joined


def align_gap(old: str, new: str, gap: SpanPair, cells: int = EXACT_CELLS) -> Iterator[MatchingBlock]:
    """Yield the runs that stay the same inside one gap."""
    a, a_end, b, b_end = gap
    if 0 < (a_end - a) * (b_end - b) <= FEW_CELLS:
        yield from _exact(old[a:a_end], new[b:b_end], a, b)
        return
    head = common_prefix(old, new, a, b, min(a_end - a, b_end - b))
    if head:
        yield (a, b, head)
        a, b = a + head, b + head
    tail = common_suffix(old, new, a_end, b_end, min(a_end - a, b_end - b))
    a_end, b_end = a_end - tail, b_end - tail
    if a < a_end and b < b_end:
        yield from _align_middle(old[a:a_end], new[b:b_end], a, b, cells)
    if tail:
        yield (a_end, b_end, tail)


def _align_middle(old: str, new: str, a: int, b: int, cells: int) -> Iterator[MatchingBlock]:
    size = len(old) * len(new)
    if size <= cells:
        yield from _exact(old, new, a, b)
        return
    pivots = (gram_pivots(old, new) or unique_pivots(old, new)) if cells < MOST_CELLS else []
    if pivots:
        runs = _between(old, new, pivots, 2 * cells)
    elif size <= EXACT_CELLS:
        runs = _exact(old, new, 0, 0)
    else:
        runs = _halves(old, new, cells)
    for x, y, n in runs:
        yield (a + x, b + y, n)


def _halves(old: str, new: str, cells: int) -> Iterator[MatchingBlock]:
    """Compare halves: nothing stands out, and an exact answer would need gigabytes."""
    i, j = len(old) // 2, len(new) // 2
    yield from align_gap(old, new, (0, i, 0, j), cells)
    yield from align_gap(old, new, (i, len(old), j, len(new)), cells)


def _exact(old: str, new: str, a: int, b: int) -> Iterator[MatchingBlock]:
    for block in Indel.opcodes(old, new).as_matching_blocks():
        if block.size:
            yield (a + block.a, b + block.b, block.size)


def _between(old: str, new: str, pivots: list[Pivot], cells: int) -> Iterator[MatchingBlock]:
    i = j = 0
    for x, y in pivots:
        if x < i or y < j:
            continue
        if x > i and y > j:
            yield from align_gap(old, new, (i, x, j, y), cells)
        size = common_prefix(old, new, x, y, min(len(old) - x, len(new) - y))
        yield (x, y, size)
        i, j = x + size, y + size
    yield from align_gap(old, new, (i, len(old), j, len(new)), cells)


def common_prefix(old: str, new: str, i: int, j: int, most: int) -> int:
    """Return how many elements from `old[i]` and `new[j]` on are equal, at most `most`."""
    done, step = 0, _FIRST_STEP
    while done < most:
        at, there, size = i + done, j + done, min(step, most - done)
        same = Prefix.similarity(old[at : at + size], new[there : there + size])
        done += same
        if same < size:
            break
        step *= 4
    return done


def common_suffix(old: str, new: str, i: int, j: int, most: int) -> int:
    """Return how many elements before `old[i]` and `new[j]` are equal, at most `most`."""
    done, step = 0, _FIRST_STEP
    while done < most:
        at, there, size = i - done, j - done, min(step, most - done)
        same = Postfix.similarity(old[at - size : at], new[there - size : there])
        done += same
        if same < size:
            break
        step *= 4
    return done
