"""Which sentence of an old text is which of a new one, before any single word is compared.

Words that stand in many sentences ("period is ten days") can be kept in more than one way with equally few changes, and
a plain word diff takes any of these. So whole sentences are paired first: equal ones, then ones that are alike, in the
order of both texts. What a deleted sentence shares with the one beside it is then no reason to find it there.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewtui.text.diff.alignment import Block, align, align_gap
from reviewtui.text.placement.similarity import Weights, stem_of_word
from reviewtui.text.placement.tuning import ALIKE_SENTENCES, BLOCK_RANK, MANY_HOLDERS, PART_OF_SENTENCE, TELLING_WORDS
from reviewtui.text.words.words import MARK_ONLY

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts as words and their numbers; `starts` says at which word each sentence begins, `ranks` how.

    The marks before a sentence (a bullet, a hash) belong to it. Ranks: 3 for a heading, 2 for a block, 1 for
    a line, 0 inside a line.
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
            NumberedSentence(self, first, stop, self.numbers[first:stop].replace(MARK_ONLY, ""), rank)
            for first, stop, rank in zip(edges, edges[1:], ranks, strict=False)
        ]
        return [sentence for sentence in made if sentence.words]


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
        terms = Counter(map(stem_of_word, self.side.words[self.first : self.stop]))
        del terms[""]
        return terms


@dataclass(frozen=True, slots=True)
class SentencePair:
    """The old sentences `old` are the new sentences `new`, given as ranges; one of both is a single sentence."""

    old: Range
    new: Range


def matching_sentence_words(old: Side, new: Side, gap: tuple[int, int, int, int], weight: Weights) -> Iterator[Block]:
    """Yield the runs of words that stay the same between two texts, inside of paired sentences and between pairs."""
    a, a_end, b, b_end = gap
    olds, news = old.within(a, a_end), new.within(b, b_end)
    if len(olds) < 2 and len(news) < 2:
        yield from align_gap(old.numbers, new.numbers, gap)
        return
    for pair in sentence_pairs(olds, news, weight):
        i, x = olds[pair.old[0]].first, olds[pair.old[1] - 1].stop
        j, y = news[pair.new[0]].first, news[pair.new[1] - 1].stop
        yield from align_gap(old.numbers, new.numbers, (a, i, b, j))
        yield from align_gap(old.numbers, new.numbers, (i, x, j, y))
        a, b = x, y
    yield from align_gap(old.numbers, new.numbers, (a, a_end, b, b_end))


def sentence_pairs(
    old: Sequence[NumberedSentence], new: Sequence[NumberedSentence], weight: Weights
) -> list[SentencePair]:
    """Return which sentences are the same, rising on both sides: equal ones first, then alike ones between these."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for p, q in [*_equal_pairs(old, new), (len(old), len(new))]:
        if i < p and j < q:
            pairs += [(i + x, j + y) for x, y in _alike_pairs(old[i:p], new[j:q], weight)]
        if p < len(old):
            pairs.append((p, q))
        i, j = p + 1, q + 1
    return _widened(_settled(_in_their_blocks(pairs, old, new), old, new), old, new, weight)


def _equal_pairs(old: Sequence[NumberedSentence], new: Sequence[NumberedSentence]) -> list[tuple[int, int]]:
    """Return the equal sentences of a longest common subsequence, in which a long sentence counts for more.

    Each word stands for its whole sentence, so that the exact comparison of words compares sentences.
    """
    numbers: dict[str, str] = {}
    old_spelled, new_spelled = (_spelled(sentences, numbers) for sentences in (old, new))
    old_at, new_at = (_ends(sentences) for sentences in (old, new))
    shared: Counter[tuple[int, int]] = Counter()
    for i, j, n in align(old_spelled, new_spelled):
        at = 0
        while at < n:
            p, q = bisect_right(old_at, i + at), bisect_right(new_at, j + at)
            step = min(old_at[p] - i, new_at[q] - j, n) - at
            shared[p, q] += step
            at += step
    return [(p, q) for (p, q), size in sorted(shared.items()) if 2 * size > len(old[p].words)]


def _spelled(sentences: Sequence[NumberedSentence], numbers: dict[str, str]) -> str:
    return "".join(
        numbers.setdefault(
            sentence.words, chr(0x100 + len(numbers)) if len(numbers) < 0xD000 else chr(0x1000 + len(numbers))
        )
        * len(sentence.words)
        for sentence in sentences
    )


def _ends(sentences: Sequence[NumberedSentence]) -> list[int]:
    ends: list[int] = []
    at = 0
    for sentence in sentences:
        at += len(sentence.words)
        ends.append(at)
    return ends


def _in_their_blocks(
    pairs: list[tuple[int, int]], old: Sequence[NumberedSentence], new: Sequence[NumberedSentence]
) -> list[tuple[int, int]]:
    """Return the pairs with those cells of a row, or sentences of a block, that left their own for an equal one."""
    kept = pairs[:1]
    for pair in pairs[1:]:
        (i, j), (p, q) = kept[-1], pair
        apart = _parted(old, i, p), _parted(new, j, q)
        if apart == (True, False):
            pair = _equal_in_block(old, i, p), q  # noqa: PLW2901  # the pair in its own block
        elif apart == (False, True):
            pair = p, _equal_in_block(new, j, q)  # noqa: PLW2901  # the same on the other side
        kept.append(pair)
    return kept


def _equal_in_block(sentences: Sequence[NumberedSentence], first: int, at: int) -> int:
    """Return a sentence behind `first` in its block that says the same as the one `at`, which is behind that block."""
    for index in range(first + 1, at):
        if sentences[index].rank >= BLOCK_RANK:
            break
        if sentences[index].words == sentences[at].words:
            return index
    return at


def _parted(sentences: Sequence[NumberedSentence], first: int, last: int) -> bool:
    """Say whether a block begins behind the sentence `first`, up to `last`."""
    return any(sentence.rank >= BLOCK_RANK for sentence in sentences[first + 1 : last + 1])


def _settled(
    pairs: list[tuple[int, int]], old: Sequence[NumberedSentence], new: Sequence[NumberedSentence]
) -> list[tuple[int, int]]:
    """Return the pairs with each run of deleted or added sentences shifted to begin where a section or line begins.

    Sentences that several sections share can be taken from the end of one or of the next: a section goes whole.
    """
    edges = [(-1, -1), *pairs, (len(old), len(new))]
    for k in range(1, len(edges)):
        (p, q), (x, y) = edges[k - 1], edges[k]
        if x - p > 1 and y - q == 1:
            _shift(edges, k, old, 0)
        elif y - q > 1 and x - p == 1:
            _shift(edges, k, new, 1)
    return edges[1:-1]


def _shift(edges: list[tuple[int, int]], k: int, sentences: Sequence[NumberedSentence], side: int) -> None:
    """Shift the run of sentences before the pair `k`, which stand on one side only, to where it begins best."""
    first, size = edges[k - 1][side] + 1, edges[k][side] - edges[k - 1][side] - 1
    best, rank = 0, sentences[first].rank
    for step in (-1, 1):
        # Going back, the pairs before the run take its last sentences; going on, those behind it take its first ones.
        at, shift = (k - 1, -1) if step < 0 else (k, 0)
        while 0 < at < len(edges) - 1 and (at in {k - 1, k} or _follow(edges, at, step)):
            here = edges[at][side]
            if sentences[here].words != sentences[here - step * size].words:
                break
            start = first + shift if step < 0 else first + shift + 1
            if start < len(sentences) and sentences[start].rank > rank:
                best, rank = shift if step < 0 else shift + 1, sentences[start].rank
            at, shift = at + step, shift + step
    for at in range(k + best, k) if best < 0 else range(k, k + best):
        p, q = edges[at]
        move = size if best < 0 else -size
        edges[at] = (p + move, q) if side == 0 else (p, q + move)


def _follow(edges: list[tuple[int, int]], at: int, step: int) -> bool:
    """Say whether the pair `at` stands right beside the one before it, on both sides."""
    (p, q), (x, y) = edges[at], edges[at - step]
    return p - x == q - y == step


def _alike_pairs(
    old: Sequence[NumberedSentence], new: Sequence[NumberedSentence], weight: Weights
) -> list[tuple[int, int]]:
    """Return pairs of sentences that are alike, rising on both sides and as much alike in all as can be."""
    bags = [sentence.terms for sentence in new]
    totals = [weight.total(bag) for bag in bags]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, bag in enumerate(bags):
        for word in bag:
            holders[word].append(index)
    rows: list[tuple[int, int, float]] = []
    for i, sentence in enumerate(old):
        bag, total = sentence.terms, weight.total(sentence.terms)
        telling = sorted([(-weight[word], word) for word in bag])[:TELLING_WORDS]
        near = {j for _, word in telling for j in holders.get(word, ())[:MANY_HOLDERS]}
        scored = [(i, j, 2 * weight.shared(bag, bags[j]) / max(total + totals[j], 1e-9)) for j in sorted(near)]
        rows += [row for row in scored if row[2] >= ALIKE_SENTENCES]
    return _heaviest(rows)


def _heaviest(rows: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the rows with the greatest sum among those that rise on both sides; `rows` are sorted."""
    best: list[tuple[float, int]] = []
    # The best chains by where they end on the new side: rising ends and rising sums.
    ends: list[int] = []
    tops: list[tuple[float, int]] = []
    pending: list[tuple[int, float, int]] = []
    row_of = -1
    for index, (i, j, alike) in enumerate(rows):
        if i != row_of:
            _enter(ends, tops, pending)
            pending, row_of = [], i
        at = bisect_left(ends, j) - 1
        before = tops[at] if at >= 0 else (0.0, -1)
        best.append((before[0] + alike, before[1]))
        pending.append((j, before[0] + alike, index))
    _enter(ends, tops, pending)
    chain: list[tuple[int, int]] = []
    index = tops[-1][1] if tops else -1
    while index >= 0:
        chain.append(rows[index][:2])
        index = best[index][1]
    return chain[::-1]


def _enter(ends: list[int], tops: list[tuple[float, int]], pending: list[tuple[int, float, int]]) -> None:
    for j, total, index in pending:
        at = bisect_right(ends, j)
        if at and tops[at - 1][0] >= total:
            continue
        if at and ends[at - 1] == j:
            at -= 1
            tops[at] = (total, index)
        else:
            ends.insert(at, j)
            tops.insert(at, (total, index))
        while at + 1 < len(tops) and tops[at + 1][0] <= total:
            del ends[at + 1], tops[at + 1]


def _widened(
    pairs: list[tuple[int, int]], old: Sequence[NumberedSentence], new: Sequence[NumberedSentence], weight: Weights
) -> list[SentencePair]:
    """Return the pairs with the sentences beside them that they were split into, or that were merged into them."""
    wide: list[SentencePair] = []
    for k, (i, j) in enumerate(pairs):
        low = (wide[-1].old[1], wide[-1].new[1]) if wide else (0, 0)
        high = pairs[k + 1] if k + 1 < len(pairs) else (len(old), len(new))
        pair = SentencePair((i, i + 1), (j, j + 1))
        if old[i].words != new[j].words:
            left, more = old[i].terms - new[j].terms, new[j].terms - old[i].terms
            if j + 1 < high[1] and _holds(left, new[j + 1], weight):
                pair = SentencePair((i, i + 1), (j, j + 2))
            elif j > low[1] and _holds(left, new[j - 1], weight):
                pair = SentencePair((i, i + 1), (j - 1, j + 1))
            elif i + 1 < high[0] and _holds(more, old[i + 1], weight):
                pair = SentencePair((i, i + 2), (j, j + 1))
            elif i > low[0] and _holds(more, old[i - 1], weight):
                pair = SentencePair((i - 1, i + 1), (j, j + 1))
        wide.append(pair)
    return wide


def _holds(rest: "Counter[str]", sentence: NumberedSentence, weight: Weights) -> bool:
    """Say whether most of what a sentence says is in the rest of another one that has no partner."""
    bag = sentence.terms
    return weight.shared(bag, rest) >= PART_OF_SENTENCE * weight.total(bag)
