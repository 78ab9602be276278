"""Two texts compared word by word: lines that stand once on each side first, then the words in between.

The outer scheme of patience diff (Bram Cohen) over lines, with an exact longest common subsequence of words inside
each gap. Unchanged lines cost no more than splitting the text.
"""

from collections import Counter
from itertools import chain

from reviewtui.text.alignment import Block, align, align_gap, increasing, join_blocks
from reviewtui.text.words import Numbering, WordTable

_LONG_RUN = 180
"""Shorter runs of equal lines, in characters, may be equal by chance or have moved: their words are compared."""
_LONG_LINE = 24
"""Shorter lines (blank, a bullet, a repeated heading) are no anchors, in characters."""


def matching_words(old: WordTable, new: WordTable, numbering: Numbering | None = None) -> list[Block]:
    """Return the runs of words (`str.split`) that stay the same, marks on words aside.

    A `numbering` that is handed in serves many comparisons of the same policy.
    """
    if old.text == new.text:
        count = len(old.words)
        return [(0, 0, count)] if count else []
    numbering = Numbering() if numbering is None else numbering
    anchors = _line_anchors(old.lines, new.lines)
    if not anchors:
        return align(numbering.string(old.words), numbering.string(new.words))
    return _between_lines(old, new, anchors, numbering)


def _line_anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    old_count, new_count = Counter(old), Counter(new)
    once = {
        line for line, count in old_count.items() if count == 1 and len(line) >= _LONG_LINE and new_count.get(line) == 1
    }
    long_lines = sum(len(line) >= _LONG_LINE for line in old)
    if len(once) * 8 < long_lines:
        # Most lines differ, as after re-wrapping: the few equal ones would cut sentences at random.
        return []
    where = {line: j for j, line in enumerate(new) if line in once}
    return increasing([(i, where[line]) for i, line in enumerate(old) if line in once])


def _between_lines(old: WordTable, new: WordTable, anchors: list[tuple[int, int]], numbering: Numbering) -> list[Block]:
    blocks: list[Block] = []
    i = j = a = b = 0
    for (first, stop), second in [*_runs(old.lines, new.lines, anchors), ((len(old.lines),) * 2, len(new.lines))]:
        gap_old, gap_new = _flat(old.line_words[i:first]), _flat(new.line_words[j:second])
        blocks += _gap(gap_old, gap_new, a, b, numbering)
        a, b = a + len(gap_old), b + len(gap_new)
        size = sum(map(len, old.line_words[first:stop]))
        if size:
            blocks.append((a, b, size))
        a, b, i, j = a + size, b + size, stop, second + stop - first
    return join_blocks(blocks)


def _runs(old: list[str], new: list[str], anchors: list[tuple[int, int]]) -> list[tuple[tuple[int, int], int]]:
    """Grow anchors both ways to runs of equal lines: `((old_first, old_stop), new_first)`."""
    runs: list[tuple[tuple[int, int], int]] = []
    i = j = 0
    for x, y in anchors:
        if x < i or y < j:
            continue
        first, second = x, y
        while first > i and second > j and old[first - 1] == new[second - 1]:
            first, second = first - 1, second - 1
        i, j = x + 1, y + 1
        while i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
        if sum(len(line) for line in old[first:i]) >= _LONG_RUN:
            runs.append(((first, i), second))
    return runs


def _flat(lines: list[list[str]]) -> list[str]:
    return list(chain.from_iterable(lines))


def _gap(old: list[str], new: list[str], a: int, b: int, numbering: Numbering) -> list[Block]:
    if not old or not new:
        return []
    one, two = numbering.string(old), numbering.string(new)
    return [(a + i, b + j, n) for i, j, n in align_gap(one, two, (0, len(one), 0, len(two)))]
