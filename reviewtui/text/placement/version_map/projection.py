"""One pair of texts: where each word of the old one is in the new one.

Equal lines come first, then the sentences between them, then the words of paired sentences. Lines that stand once on
each side hold, however short their run: for a passage it matters more that its surroundings stay together than that the
fewest words change, which is what `prose_diff` is for.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from reviewtui.text.diff.sequences.alignment import MatchingBlock, SpanPair, join_blocks
from reviewtui.text.diff.sequences.changed_spans import EqualLines, equal_runs
from reviewtui.text.placement.version_map.numbered_sentence import Side
from reviewtui.text.placement.version_map.sentence_pairs import matching_sentence_words
from reviewtui.text.placement.version_map.term_weights import Weights
from reviewtui.text.words.words import Numbering, WordTable

Starts = Callable[[], tuple[Sequence[int], Sequence[int]]]
"""At which word each sentence of a text begins, and how; asked for only when it changed."""


class Projection:
    """The word map between two texts, made when first used."""

    def __init__(self, old: WordTable, new: WordTable, numbering: Numbering, starts: tuple[Starts, Starts]) -> None:
        self.old = old
        self.new = new
        self._numbering = numbering
        self._sentences = starts

    @cached_property
    def blocks(self) -> list[MatchingBlock]:
        """The runs of words that stay the same."""
        if self.old.text == self.new.text:
            count = len(self.old.words)
            return [(0, 0, count)] if count else []
        return join_blocks(list(self._matched()))

    def _matched(self) -> Iterator[MatchingBlock]:
        old_numbers, new_numbers = self._numbering.pair(self.old.words, self.new.words)
        sides = [
            Side(table.words, numbers, *starts())
            for numbers, table, starts in zip(
                (old_numbers, new_numbers), (self.old, self.new), self._sentences, strict=True
            )
        ]
        weights = Weights(self.old.words, self.new.words)
        for kept, gap in self._gaps():
            if kept:
                yield kept
            if gap[0] < gap[1] and gap[2] < gap[3]:
                yield from matching_sentence_words(sides[0], sides[1], gap, weights)

    def _gaps(self) -> Iterator[tuple[MatchingBlock | None, SpanPair]]:
        """Yield the runs of words in equal lines, each with the gap before it; the last gap goes without."""
        firsts, others = (list(accumulate(map(len, table.line_words), initial=0)) for table in (self.old, self.new))
        a = b = 0
        for i, x, j in _surely_equal(self.old.lines, self.new.lines):
            yield None, (a, firsts[i], b, others[j])
            a, b = firsts[x], others[j + x - i]
            if firsts[i] < a:
                yield (firsts[i], others[j], a - firsts[i]), (a, a, b, b)
        yield None, (a, firsts[-1], b, others[-1])

    @cached_property
    def _starts(self) -> list[int]:
        return [block[0] for block in self.blocks]

    def kept_runs(self, first: int, stop: int) -> list[MatchingBlock]:
        """Return the parts of the old words `first` to `stop` that stay the same."""
        blocks = self.blocks
        index = max(0, bisect_right(self._starts, first) - 1)
        pieces: list[MatchingBlock] = []
        while index < len(blocks):
            i, j, n = blocks[index]
            if i >= stop:
                break
            low, high = max(i, first), min(i + n, stop)
            if low < high:
                pieces.append((low, j + low - i, high - low))
            index += 1
        return pieces

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


def _surely_equal(old: list[str], new: list[str]) -> Iterator[EqualLines]:
    """Yield the runs of equal lines, each from its first line on that stands once.

    What stands before such a line, alike in many places, belongs as a rule to what is above it: the sentences decide.
    """
    count = Counter(old)
    for first, stop, second in equal_runs(old, new):
        sure = next((at for at in range(first, stop) if count[old[at]] == 1), first)
        yield sure, stop, second + sure - first
