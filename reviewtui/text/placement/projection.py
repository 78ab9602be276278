"""One pair of texts: where each word of the old one is in the new one, by the word diff."""

from bisect import bisect_right
from functools import cached_property

from reviewtui.text.diff.alignment import Block
from reviewtui.text.diff.word_comparison import matching_words
from reviewtui.text.words.words import Numbering, WordTable


class Projection:
    """The word map between two texts, made when first used."""

    def __init__(self, old: WordTable, new: WordTable, numbering: Numbering) -> None:
        self.old = old
        self.new = new
        self._numbering = numbering

    @cached_property
    def blocks(self) -> list[Block]:
        """The runs of words that stay the same."""
        return matching_words(self.old, self.new, self._numbering)

    @cached_property
    def _starts(self) -> list[int]:
        return [block[0] for block in self.blocks]

    def pieces(self, first: int, stop: int) -> list[Block]:
        """Return the parts of the old words `first` to `stop` that stay the same."""
        blocks = self.blocks
        index = max(0, bisect_right(self._starts, first) - 1)
        found: list[Block] = []
        while index < len(blocks):
            i, j, n = blocks[index]
            if i >= stop:
                break
            low, high = max(i, first), min(i + n, stop)
            if low < high:
                found.append((low, j + low - i, high - low))
            index += 1
        return found

    def gap(self, first: int, stop: int) -> tuple[int, int]:
        """Return the new words between what stays the same before `first` and from `stop` on."""
        blocks = self.blocks
        index = bisect_right(self._starts, max(first - 1, -1)) - 1
        low = 0
        if index >= 0:
            i, j, n = blocks[index]
            low = j + min(n, first - i) if first > i else j
        high = len(self.new.words)
        index = bisect_right(self._starts, stop) - 1
        if index >= 0 and blocks[index][0] + blocks[index][2] > stop:
            high = blocks[index][1] + stop - blocks[index][0]
        elif index + 1 < len(blocks):
            high = blocks[index + 1][1]
        return low, max(low, high)
