"""Finds a part of a sentence within the new sentence that the whole one became: by its words, else by its clause."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewtui.text.diff.sequences.alignment import MatchingBlock, align
from reviewtui.text.placement.sentence_matching.sentence_likeness import BINDING
from reviewtui.text.placement.tuning import CLAUSE_SHARED, PHRASE_KEPT, SAME_SENTENCE
from reviewtui.text.words.terms import Term
from reviewtui.text.words.words import Numbering

_CLAUSE_SIGN = re.compile(r"[,;:()\u2013\u2014]")


@dataclass(frozen=True, slots=True)
class _PhraseMatch:
    """The terms `first` to `stop` of an old sentence, and what stays the same in the new one."""

    first: int
    stop: int
    blocks: list[MatchingBlock]
    size: int

    @property
    def kept(self) -> list[MatchingBlock]:
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


def phrase_inside(old: list[Term], new: list[Term], first: int, stop: int, similarity: float) -> tuple[int, int] | None:
    """Return where the terms `first` to `stop` of the old sentence are in the new one; None when they were cut.

    `similarity` is how alike the sentences are: only in one that is clearly the same may a phrase be replaced whole.
    """
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair([term.key for term in old], [term.key for term in new]))
    phrase = _PhraseMatch(first, stop, blocks, len(new))
    kept = phrase.kept
    if kept and sum(n for _, _, n in kept) * PHRASE_KEPT >= stop - first:
        low, high = _stretched(phrase, kept)
        return new[low].start, new[high - 1].end
    (old_before, before), (old_after, after) = phrase.before, phrase.after
    replaced = old_before == first and old_after == stop and similarity >= SAME_SENTENCE
    if replaced and 0 < after - before <= stop - first + 2:
        return new[before].start, new[after - 1].end
    return None


def _stretched(phrase: _PhraseMatch, kept: list[MatchingBlock]) -> tuple[int, int]:
    """Return the new terms of a phrase: what was kept, and as much of the changed edges as the phrase had."""
    i, j, _ = kept[0]
    low = max(j - (i - phrase.first), phrase.before[1]) if i > phrase.first else j
    i, j, n = kept[-1]
    high = j + n
    if i + n < phrase.stop:
        high = min(high + phrase.stop - i - n, phrase.after[1])
    return low, high


def clause_inside(
    old: Sequence[str], part: tuple[int, int], text: str, new: Sequence[Term], weight: Callable[[str], float]
) -> tuple[int, int] | None:
    """Return the clause of a new sentence that says most of a part of the old one; None where none stands out.

    `part` counts terms of the old sentence. It has been put otherwise, so that no run of its words is left.
    """
    wanted = frozenset(old[slice(*part)]) - BINDING
    others = frozenset(old) - wanted - BINDING
    clauses: list[list[Term]] = [list(new[:1])]
    for last, term in pairwise(new):
        if _CLAUSE_SIGN.search(text, last.end, term.start):
            clauses.append([])
        clauses[-1].append(term)
    scored: list[tuple[float, int]] = []
    for index, terms in enumerate(clauses):
        keys = {term.key for term in terms}
        scored.append((sum(map(weight, keys & wanted)) - sum(map(weight, keys & others)), -index))
    scored.sort(reverse=True)
    if len(scored) < 2 or scored[0][0] < CLAUSE_SHARED or scored[0][0] - scored[1][0] < CLAUSE_SHARED / 2:
        return None
    best = clauses[-scored[0][1]]
    return best[0].start, best[-1].end
