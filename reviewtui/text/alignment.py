"""Which elements of two sequences stay the same, in order: the ground that every comparison stands on.

Sequences are strings whose code points stand for words (`numbering`), so that slicing, comparing and the exact
longest common subsequence (Hyyrö 2004, bit-parallel, in rapidfuzz) run at the speed of C. Large gaps are cut first
at words that stand once on each side (patience diff), so memory stays bounded and no time limit is needed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Indel

Block = tuple[int, int, int]
"""`old[i:i+n]` equals `new[j:j+n]`: the positions `i`, `j` and the length `n`."""

Gap = tuple[int, int, int, int]
"""What is compared: `old[start:end]` and `new[start:end]`, as `(old_start, old_end, new_start, new_end)`."""

_EXACT_CELLS = 64_000_000
_HARD_CELLS = 400_000_000


def align(old: str, new: str) -> list[Block]:
    """Return the runs that stay the same, in order and never empty; next to each other runs are joined."""
    return join_blocks(align_gap(old, new, (0, len(old), 0, len(new))))


def join_blocks(blocks: Iterator[Block] | list[Block]) -> list[Block]:
    """Join runs that continue each other on both sides."""
    joined: list[Block] = []
    for i, j, n in blocks:
        if joined:
            li, lj, ln = joined[-1]
            if li + ln == i and lj + ln == j:
                joined[-1] = (li, lj, ln + n)
                continue
        joined.append((i, j, n))
    return joined


def align_gap(old: str, new: str, gap: Gap) -> Iterator[Block]:
    """Yield the runs that stay the same inside one gap."""
    a, a_end, b, b_end = gap
    head = common_prefix(old, new, a, b, min(a_end - a, b_end - b))
    if head:
        yield (a, b, head)
        a, b = a + head, b + head
    tail = common_suffix(old, new, a_end, b_end, min(a_end - a, b_end - b))
    a_end, b_end = a_end - tail, b_end - tail
    if a < a_end and b < b_end:
        yield from _align_middle(old[a:a_end], new[b:b_end], a, b)
    if tail:
        yield (a_end, b_end, tail)


def _align_middle(old: str, new: str, a: int, b: int) -> Iterator[Block]:
    cells = len(old) * len(new)
    if cells <= _EXACT_CELLS:
        yield from _exact(old, new, a, b)
        return
    anchors = unique_anchors(old, new)
    if anchors:
        yield from _between(old, new, anchors, a, b)
    elif cells <= _HARD_CELLS:
        yield from _exact(old, new, a, b)
    else:
        # Nothing stands out and an exact answer would need gigabytes: compare halves.
        i, j = len(old) // 2, len(new) // 2
        for x, y, n in align(old[:i], new[:j]):
            yield (a + x, b + y, n)
        for x, y, n in align(old[i:], new[j:]):
            yield (a + i + x, b + j + y, n)


def _exact(old: str, new: str, a: int, b: int) -> Iterator[Block]:
    for block in Indel.opcodes(old, new).as_matching_blocks():
        if block.size:
            yield (a + block.a, b + block.b, block.size)


def _between(old: str, new: str, anchors: list[tuple[int, int]], a: int, b: int) -> Iterator[Block]:
    i = j = 0
    for x, y in anchors:
        if x < i or y < j:
            continue
        back = common_suffix(old, new, x, y, min(x - i, y - j))
        ahead = common_prefix(old, new, x, y, min(len(old) - x, len(new) - y))
        for p, q, n in align_gap(old, new, (i, x - back, j, y - back)):
            yield (a + p, b + q, n)
        yield (a + x - back, b + y - back, back + ahead)
        i, j = x + ahead, y + ahead
    for p, q, n in align_gap(old, new, (i, len(old), j, len(new))):
        yield (a + p, b + q, n)


def unique_anchors(old: str, new: str) -> list[tuple[int, int]]:
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
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = previous[index]
    return found[::-1]


def common_prefix(old: str, new: str, i: int, j: int, most: int) -> int:
    """Return how many elements from `old[i]` and `new[j]` on are equal, at most `most`."""
    done, step = 0, 8
    while done < most:
        size = min(step, most - done)
        if old[i + done : i + done + size] == new[j + done : j + done + size]:
            done += size
            step *= 2
        elif size == 1:
            break
        else:
            most = done + size - 1
            step = size // 2
    return done


def common_suffix(old: str, new: str, i: int, j: int, most: int) -> int:
    """Return how many elements before `old[i]` and `new[j]` are equal, at most `most`."""
    done, step = 0, 8
    while done < most:
        size = min(step, most - done)
        if old[i - done - size : i - done] == new[j - done - size : j - done]:
            done += size
            step *= 2
        elif size == 1:
            break
        else:
            most = done + size - 1
            step = size // 2
    return done
