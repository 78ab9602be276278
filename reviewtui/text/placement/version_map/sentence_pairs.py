"""Which sentence of an old text is which of a new one, before any single word is compared.

Words that stand in many sentences ("period is ten days") can be kept in more than one way with equally few changes, and
a plain word diff takes any of these. So whole sentences are paired first: equal ones, then ones that are alike, in the
order of both texts. What a deleted sentence shares with the one beside it is then no reason to find it there.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from reviewtui.text.diff.sequences.alignment import MatchingBlock, align, align_gap
from reviewtui.text.placement.tuning import ALIKE_SENTENCES, MANY_HOLDERS, PART_OF_SENTENCE, TELLING_WORDS
from reviewtui.text.placement.version_map.numbered_sentence import NumberedSentence, Side
from reviewtui.text.placement.version_map.shifted_pairs import shifted_pairs
from reviewtui.text.words.terms import bare_stem


class Weights(dict[str, float]):
    """How much each term tells: a rare one much, one that stands everywhere in both texts nearly nothing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()
        for word, count in (Counter(old) + Counter(new)).items():
            self._counts[bare_stem(word)] += count
        self._size = 2 + len(old) + len(new)

    def __missing__(self, key: str) -> float:
        """Weigh a term when it is first asked for."""
        weight = self[key] = log(self._size / (0.5 + self._counts[key]))
        return weight

    def total(self, terms: Mapping[str, int]) -> float:
        """Return what a bag of terms weighs."""
        return sum([self[key] * count for key, count in terms.items()])

    def shared(self, bag: Mapping[str, int], other: Mapping[str, int]) -> float:
        """Return what weighs that two bags of terms have in common."""
        return sum([self[key] * min(count, other[key]) for key, count in bag.items() if key in other])


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """The old sentences `old` are the new sentences `new`, given as ranges; one of both is a single sentence."""

    old: Range
    new: Range


def matching_sentence_words(
    old: Side, new: Side, gap: tuple[int, int, int, int], weight: Weights
) -> Iterator[MatchingBlock]:
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
    return _widened(shifted_pairs(pairs, old, new), old, new, weight)


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
