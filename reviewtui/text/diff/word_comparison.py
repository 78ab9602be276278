"""Two texts compared word by word for the placement of passages: equal lines first, then the words in between.

Lines that stand once on each side hold, however short their run: for a passage it matters more that its surroundings
stay together than that the fewest words change, which is what `prose_diff` is for.
"""

from itertools import chain

from reviewtui.text.diff.alignment import Block, align, align_gap, join_blocks
from reviewtui.text.diff.gaps import Run, equal_runs
from reviewtui.text.words.words import Numbering, WordTable


def matching_words(old: WordTable, new: WordTable, numbering: Numbering | None = None) -> list[Block]:
    """Return the runs of words (`str.split`) that stay the same, marks on words aside.

    A `numbering` that is handed in serves many comparisons of the same policy.
    """
    if old.text == new.text:
        count = len(old.words)
        return [(0, 0, count)] if count else []
    numbering = Numbering() if numbering is None else numbering
    runs = equal_runs(old.lines, new.lines)
    if not runs:
        return align(*numbering.pair(old.words, new.words))
    return _between_lines(old, new, runs, numbering)


def _between_lines(old: WordTable, new: WordTable, runs: list[Run], numbering: Numbering) -> list[Block]:
    blocks: list[Block] = []
    i = j = a = b = 0
    for first, stop, second in [*runs, (len(old.lines), len(old.lines), len(new.lines))]:
        gap_old, gap_new = _flat(old.line_words[i:first]), _flat(new.line_words[j:second])
        blocks += _gap(gap_old, gap_new, a, b, numbering)
        a, b = a + len(gap_old), b + len(gap_new)
        size = sum(map(len, old.line_words[first:stop]))
        if size:
            blocks.append((a, b, size))
        a, b, i, j = a + size, b + size, stop, second + stop - first
    return join_blocks(blocks)


def _flat(lines: list[list[str]]) -> list[str]:
    return list(chain.from_iterable(lines))


def _gap(old: list[str], new: list[str], a: int, b: int, numbering: Numbering) -> list[Block]:
    if not old or not new:
        return []
    one, two = numbering.pair(old, new)
    return [(a + i, b + j, n) for i, j, n in align_gap(one, two, (0, len(one), 0, len(two)))]
