"""Where two texts can differ at all: what is left when equal lines and equal ends are taken away.

The outer scheme of patience diff (Bram Cohen) over lines; only what lies between the equal lines is split into words.
All spans are code points, begin and end between words, and between two of them both texts are the same characters.
"""

from collections import Counter
from itertools import accumulate

from reviewtui.text.alignment import Gap, common_prefix, common_suffix
from reviewtui.text.anchors import increasing

_LONG_LINE = 24
"""Shorter lines (blank, a bullet, a repeated heading) are no anchors, in characters."""
_LONG_RUN = 180
"""Shorter runs of equal lines, in characters, may be equal by chance or have moved: their words are compared."""
_FEW_ALIKE = 8
"""When fewer than one in so many long lines is found again, the text was wrapped anew."""

Run = tuple[int, int, int]
"""Equal lines: the first and stop line of the old text and the first of the new one."""


def changed_spans(old: str, new: str) -> list[Gap]:
    """Return the spans in which the two texts can differ, in order: `(old_start, old_end, new_start, new_end)`."""
    a, a_end, b, b_end = _between_equal_lines(old, new)
    one, two = old[a:a_end].splitlines(keepends=True), new[b:b_end].splitlines(keepends=True)
    old_at, new_at = list(accumulate(map(len, one), initial=a)), list(accumulate(map(len, two), initial=b))
    runs = [run for run in equal_runs(one, two) if old_at[run[1]] - old_at[run[0]] >= _LONG_RUN]
    spans: list[Gap] = []
    i = j = 0
    for first, stop, second in [*runs, (len(one), len(one), len(two))]:
        span = trimmed(old, new, (old_at[i], old_at[first], new_at[j], new_at[second]))
        if span[0] < span[1] or span[2] < span[3]:
            spans.append(span)
        i, j = stop, second + stop - first
    return spans


def _between_equal_lines(old: str, new: str) -> Gap:
    """Return what lies between the first and the last lines that differ."""
    head = common_prefix(old, new, 0, 0, min(len(old), len(new)))
    head = old.rfind("\n", 0, head) + 1
    tail = common_suffix(old, new, len(old), len(new), min(len(old), len(new)) - head)
    line = old.find("\n", len(old) - tail) + 1 if tail else 0
    tail = len(old) - line if line else 0
    return head, len(old) - tail, head, len(new) - tail


def trimmed(old: str, new: str, span: Gap) -> Gap:
    """Return `span` without the words in which both sides begin and end alike."""
    a, a_end, b, b_end = span
    head = common_prefix(old, new, a, b, min(a_end - a, b_end - b))
    if head:
        head = max(old.rfind(" ", a, a + head), old.rfind("\n", a, a + head), a - 1) + 1 - a
    a, b = a + head, b + head
    tail = common_suffix(old, new, a_end, b_end, min(a_end - a, b_end - b))
    if tail:
        blanks = [at for at in (old.find(" ", a_end - tail, a_end), old.find("\n", a_end - tail, a_end)) if at >= 0]
        tail = a_end - min(blanks) if blanks else 0
    return a, a_end - tail, b, b_end - tail


def equal_runs(old: list[str], new: list[str]) -> list[Run]:
    """Return runs of equal lines around long lines that stand once on each side; none when most lines differ."""
    old_count, new_count = Counter(old), Counter(new)
    once = {
        line for line, count in old_count.items() if count == 1 and len(line) >= _LONG_LINE and new_count.get(line) == 1
    }
    if not once or len(once) * _FEW_ALIKE < sum([len(line) >= _LONG_LINE for line in old]):
        # Most lines differ, as after re-wrapping: the few equal ones would cut sentences at random.
        return []
    where = {line: j for j, line in enumerate(new) if line in once}
    return _grown(old, new, increasing([(i, where[line]) for i, line in enumerate(old) if line in once]))


def _grown(old: list[str], new: list[str], anchors: list[tuple[int, int]]) -> list[Run]:
    """Grow anchors both ways to runs of equal lines."""
    runs: list[Run] = []
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
        runs.append((first, i, second))
    return runs
