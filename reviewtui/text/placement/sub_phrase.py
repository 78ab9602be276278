"""A phrase found inside the sentence that its own sentence became."""

from dataclasses import dataclass

from reviewtui.text.diff.alignment import Block, align
from reviewtui.text.placement.tuning import SAME_SENTENCE, SUB_PHRASE_KEPT
from reviewtui.text.words.terms import Term
from reviewtui.text.words.words import Numbering


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The terms `first` to `stop` of an old sentence, and what stays the same in the new one."""

    first: int
    stop: int
    blocks: list[Block]
    size: int

    @property
    def kept(self) -> list[Block]:
        """The parts of the phrase that stay."""
        first, stop = self.first, self.stop
        return [
            (max(i, first), j + max(i, first) - i, min(i + n, stop) - max(i, first))
            for i, j, n in self.blocks
            if i < stop and i + n > first
        ]

    @property
    def before(self) -> tuple[int, int]:
        """The last term before the phrase that stays: behind it, on both sides; the beginning when there is none."""
        return max(((i + n, j + n) for i, j, n in self.blocks if i + n <= self.first), default=(-1, 0))

    @property
    def after(self) -> tuple[int, int]:
        """The first term behind the phrase that stays, on both sides; the end when there is none."""
        return min(((i, j) for i, j, _ in self.blocks if i >= self.stop), default=(-1, self.size))


def phrase_inside(old: list[Term], new: list[Term], first: int, stop: int, likeness: float) -> tuple[int, int] | None:
    """Return where the terms `first` to `stop` of the old sentence are in the new one; None when they were cut.

    `likeness` is how alike the sentences are: only in one that is clearly the same may a phrase be replaced whole.
    """
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair([term.key for term in old], [term.key for term in new]))
    phrase = _Phrase(first, stop, blocks, len(new))
    kept = phrase.kept
    if kept and sum(n for _, _, n in kept) * SUB_PHRASE_KEPT >= stop - first:
        low, high = _stretched(phrase, kept)
        return new[low].start, new[high - 1].end
    (old_before, before), (old_after, after) = phrase.before, phrase.after
    replaced = old_before == first and old_after == stop and likeness >= SAME_SENTENCE
    if replaced and 0 < after - before <= stop - first + 2:
        return new[before].start, new[after - 1].end
    return None


def _stretched(phrase: _Phrase, kept: list[Block]) -> tuple[int, int]:
    """Return the new terms of a phrase: what was kept, and as much of the changed edges as the phrase had."""
    i, j, _ = kept[0]
    low = max(j - (i - phrase.first), phrase.before[1]) if i > phrase.first else j
    i, j, n = kept[-1]
    high = j + n
    if i + n < phrase.stop:
        high = min(high + phrase.stop - i - n, phrase.after[1])
    return low, high
