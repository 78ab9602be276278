"""Where two texts can differ at all: what is left when equal lines and equal ends are taken away.

The outer scheme of patience diff (Bram Cohen) over lines; only what lies between the equal lines is split into words.
All spans are code points, begin and end between words, and between two of them both texts are the same characters.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from reviewtui.text.diff.sequences.alignment import SpanPair, align, common_prefix, common_suffix
from reviewtui.text.diff.sequences.samples import sampled_cuts
from reviewtui.text.diff.sequences.unique_runs import increasing
from reviewtui.text.diff.tuning import FEW_ALIKE, LARGE, LONG_LINE, LONG_RUN
from reviewtui.text.markdown.front_matter import front_matter_end

_ROW = "\n|"
_HEADING = re.compile(r"^#{1,6}[ \t]+\S.*", re.MULTILINE)
_FIRST_NUMBER = 0x100
_MOST_LINES = 0xD000
EqualLines = tuple[int, int, int]
"""Equal lines: the first and stop line of the old text and the first of the new one."""


def changed_spans(old: str, new: str, *, by_heading: bool = False) -> list[SpanPair]:
    """Return the spans in which the two texts can differ, in order: `(old_start, old_end, new_start, new_end)`.

    Front matter is compared with front matter and the text with the text: settings are no prose. `by_heading` keeps
    headings that both have, at the cost of a few more changed words.
    """
    end, other = front_matter_end(old), front_matter_end(new)
    if not end and not other:
        return _spans(old, new, by_heading=by_heading)
    body = _spans(old[end:], new[other:], by_heading=by_heading)
    return _spans(old[:end], new[:other], by_heading=False) + [
        (a + end, a_end + end, b + other, b_end + other) for a, a_end, b, b_end in body
    ]


def _spans(old: str, new: str, *, by_heading: bool) -> list[SpanPair]:
    cut = _cut_at_headings if by_heading else _cut_at_rows
    a, a_end, b, b_end = _between_equal_lines(old, new)
    old_lines, new_lines = old[a:a_end].splitlines(keepends=True), new[b:b_end].splitlines(keepends=True)
    spans: list[SpanPair] = []
    at, there = a, b
    for low, high, other, end in _long_runs(old_lines, new_lines, a, b):
        spans += cut(old, new, (at, low, there, other))
        at, there = high, end
    spans += cut(old, new, (at, a_end, there, b_end))
    return spans


def _cut_at_headings(old: str, new: str, gap: SpanPair) -> Iterator[SpanPair]:
    """Yield what of a gap differs, with the headings taken out first that both sides have once and in one order.

    Fewest changed words would keep a few words of another section, and show the heading as gone and as new.
    """
    a, a_end, b, b_end = gap
    olds = _headings(old, a, a_end)
    news = _headings(new, b, b_end) if olds else {}
    for heading in increasing([(olds[words], news[words]) for words in olds if words in news]) if news else ():
        yield from _cut_at_rows(old, new, (a, heading[0], b, heading[1]))
        a, b = heading
    yield from _cut_at_rows(old, new, (a, a_end, b, b_end))


def _headings(text: str, start: int, end: int) -> dict[str, int]:
    """Return where each heading begins of which there is one between two places."""
    headings: dict[str, int] = {}
    if start and text.find("\n#", start - 1, end) < 0:
        return headings
    several: set[str] = set()
    for match in _HEADING.finditer(text, start, end):
        words = match[0].rstrip()
        if words in headings:
            several.add(words)
        headings[words] = match.start()
    return {words: at for words, at in headings.items() if words not in several} if several else headings


def _cut_at_rows(old: str, new: str, gap: SpanPair) -> Iterator[SpanPair]:
    """Yield what of a gap differs, with the equal rows of tables taken out first.

    The cells of rows repeat themselves, so that fewest changed words would make one row of two others.
    """
    a, a_end, b, b_end = gap
    at, there = a, b
    old_lines, new_lines = _lines_with_rows(old, a, a_end), _lines_with_rows(new, b, b_end)
    if old_lines and new_lines and len(old_lines) + len(new_lines) < _MOST_LINES:
        numbers = {line: chr(_FIRST_NUMBER + n) for n, line in enumerate(dict.fromkeys([*old_lines, *new_lines]))}
        old_at, new_at = (
            list(accumulate(map(len, old_lines), initial=a)),
            list(accumulate(map(len, new_lines), initial=b)),
        )
        old_side, new_side = ("".join(map(numbers.__getitem__, lines)) for lines in (old_lines, new_lines))
        for i, j, n in align(old_side, new_side):
            for first, second in zip(range(i, i + n), range(j, j + n), strict=True):
                if old_lines[first].startswith(_ROW[1:]):
                    yield from _cut(old, new, (at, old_at[first], there, new_at[second]))
                    at, there = old_at[first + 1], new_at[second + 1]
    yield from _cut(old, new, (at, a_end, there, b_end))


def _lines_with_rows(text: str, start: int, end: int) -> list[str]:
    """Return the lines of `text[start:end]`; none where no row of a table begins in it."""
    return text[start:end].splitlines(keepends=True) if text.find(_ROW, start, end) >= 0 else []


def _long_runs(old: list[str], new: list[str], a: int, b: int) -> Iterator[SpanPair]:
    """Yield where the long runs of equal lines stand in both texts, whose lines begin at `a` and `b`."""
    runs = equal_runs(old, new)
    if runs:
        old_at, new_at = list(accumulate(map(len, old), initial=a)), list(accumulate(map(len, new), initial=b))
        for first, stop, second in runs:
            if old_at[stop] - old_at[first] >= LONG_RUN:
                yield old_at[first], old_at[stop], new_at[second], new_at[second + stop - first]


def _cut(old: str, new: str, gap: SpanPair) -> Iterator[SpanPair]:
    """Yield what of a gap differs, in pieces that can be compared at once."""
    a, a_end, b, b_end = trimmed(old, new, gap)
    if (a_end - a) * (b_end - b) > LARGE:
        for x, y in sampled_cuts(old, new, (a, a_end, b, b_end)):
            yield from _unequal(trimmed(old, new, (a, x, b, y)))
            a, b = x, y
        a, a_end, b, b_end = trimmed(old, new, (a, a_end, b, b_end))
    yield from _unequal((a, a_end, b, b_end))


def _unequal(span: SpanPair) -> Iterator[SpanPair]:
    if span[0] < span[1] or span[2] < span[3]:
        yield span


def _between_equal_lines(old: str, new: str) -> SpanPair:
    """Return what lies between the first and the last lines that differ."""
    head = common_prefix(old, new, 0, 0, min(len(old), len(new)))
    head = old.rfind("\n", 0, head) + 1
    tail = common_suffix(old, new, len(old), len(new), min(len(old), len(new)) - head)
    line = old.find("\n", len(old) - tail) + 1 if tail else 0
    tail = len(old) - line if line else 0
    return head, len(old) - tail, head, len(new) - tail


def trimmed(old: str, new: str, span: SpanPair) -> SpanPair:
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


def equal_runs(old: list[str], new: list[str]) -> list[EqualLines]:
    """Return runs of equal lines around long lines that stand once on each side; none when most lines differ."""
    where = dict(zip(new, range(len(new)), strict=True))
    shared = [(i, where[line]) for i, line in enumerate(old) if line in where and len(line) >= LONG_LINE]
    if not shared or len(shared) * FEW_ALIKE < sum([len(line) >= LONG_LINE for line in old]):
        # Most lines differ, as after re-wrapping: the few equal ones would cut sentences at random.
        return []
    old_count, new_count = Counter(old), Counter(new)
    once = [(i, j) for i, j in shared if old_count[old[i]] == 1 and new_count[old[i]] == 1]
    return _grown(old, new, increasing(once))


def _grown(old: list[str], new: list[str], pivots: list[tuple[int, int]]) -> list[EqualLines]:
    """Grow pivots both ways to runs of equal lines."""
    runs: list[EqualLines] = []
    i = j = 0
    for x, y in pivots:
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
