"""Makes a comparison readable: agreement by chance inside rewritten prose is no agreement.

The idea of diff-match-patch's semantic clean-up, over words: a run that stays the same but is shorter than the
changes on both its sides joins them.
"""

from reviewtui.text.alignment import Block
from reviewtui.text.words import WordTable

_CONTENT = 3
"""A kept run of more than this many words in a row reads well whatever stands beside it, unless it is dwarfed."""


def readable_blocks(blocks: list[Block], old: WordTable, new: WordTable) -> list[Block]:
    """Return `blocks` without the runs that chop a rewritten passage into splinters."""
    kept: list[Block] = []
    stops = [*blocks, (len(old.words), len(new.words), 0)]
    i = j = 0
    for index, (x, y, n) in enumerate(blocks):
        before = max(x - i, y - j)
        next_x, next_y, _ = stops[index + 1]
        after = max(next_x - x - n, next_y - y - n)
        if n <= before and n <= after and n <= _CONTENT:
            continue
        kept.append((x, y, n))
        i, j = x + n, y + n
    return kept
