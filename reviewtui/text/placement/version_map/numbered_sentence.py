"""A text as numbered words, cut into sentences that know how they begin."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewtui.text.placement.tuning import BLOCK_RANK
from reviewtui.text.words.terms import bare_stem
from reviewtui.text.words.words import MARK_ONLY

_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?")
"""The number of an item or a clause: "3.", "(a)", "7.4"."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts as words and their numbers; `starts` says at which word each sentence begins, `ranks` how.

    The marks before a sentence (a bullet, a hash) belong to it. Ranks: 8 to 3 for a heading of level 1
    to 6, 2 for a block, 1 for a line, 0 inside a line.
    """

    words: Sequence[str]
    numbers: str
    starts: Sequence[int]
    ranks: Sequence[int]

    def within(self, first: int, stop: int) -> list["NumberedSentence"]:
        """Return the sentences between two words, cut where they reach over these."""
        low = bisect_right(self.starts, first)
        high = bisect_left(self.starts, stop)
        edges = [first, *self.starts[low:high], stop]
        ranks = [self.ranks[low - 1] if low else 0, *self.ranks[low:high]]
        made = [
            NumberedSentence(self, first, stop, self._said(first, stop, rank), rank)
            for first, stop, rank in zip(edges, edges[1:], ranks, strict=False)
        ]
        return [sentence for sentence in made if sentence.words]

    def _said(self, first: int, stop: int, rank: int) -> str:
        """Return the numbers of the words of a sentence; that of an item or a clause is no word of it."""
        numbered = rank == BLOCK_RANK and stop - first > 1 and _ITEM_NUMBER.fullmatch(self.words[first])
        return self.numbers[first + bool(numbered) : stop].replace(MARK_ONLY, "")


@dataclass(frozen=True, eq=False)
class NumberedSentence:
    """The words `first` to `stop` of a text; `words` are their numbers without mere marks."""

    side: Side
    first: int
    stop: int
    words: str
    rank: int

    @cached_property
    def terms(self) -> "Counter[str]":
        """What it says: the stems of its words, and how often each stands in it."""
        words = self.side.words[self.first : self.stop]
        terms = Counter(map(bare_stem, words[1:] if len(words) > 1 and _ITEM_NUMBER.fullmatch(words[0]) else words))
        del terms[""]
        return terms
