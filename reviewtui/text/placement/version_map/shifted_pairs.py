"""Pairs of equal sentences put where they belong: in their section, their block, and whole where one was taken out.

Sentences that several sections share can be paired in more than one way with equally much in common. A reader takes the
one in which a section, an item or a row goes or stays as a whole.
"""

from collections.abc import Sequence

from reviewtui.text.placement.tuning import BLOCK_RANK, HEADING_RANK
from reviewtui.text.placement.version_map.numbered_sentence import NumberedSentence

_SentencePair = tuple[int, int]


def shifted_pairs(
    pairs: list[_SentencePair], old: Sequence[NumberedSentence], new: Sequence[NumberedSentence]
) -> list[_SentencePair]:
    """Return the pairs, rising on both sides as before, with those in the wrong place moved to the right one."""
    in_sections = _in_their_sections(_in_their_sections(pairs, old, new, 0), old, new, 1)
    return _shifted_runs(_in_their_blocks(in_sections, old, new), old, new)


def _in_their_sections(
    pairs: list[_SentencePair], old: Sequence[NumberedSentence], new: Sequence[NumberedSentence], side: int
) -> list[_SentencePair]:
    """Return the pairs with those that left the section of their heading for an equal sentence of another one.

    Moved is what stands on `side` (0 the old one, 1 the new one): to an equal sentence without a partner, under the
    heading that is the heading of the other side.
    """
    texts = (old, new)
    heads = _heads(old), _heads(new)
    partner = {pair[1 - side]: pair[side] for pair in pairs}
    kept: list[_SentencePair] = []
    for number, pair in enumerate(pairs):
        low = kept[-1][side] if kept else -1
        high = pairs[number + 1][side] if number + 1 < len(pairs) else len(texts[side])
        wanted = partner.get(heads[1 - side][pair[1 - side]], -1)
        moved = pair[side]
        if wanted >= 0 and heads[side][moved] != wanted:
            words = texts[side][moved].words
            equal = (at for at in range(low + 1, high) if heads[side][at] == wanted and texts[side][at].words == words)
            moved = next(equal, moved)
        kept.append((moved, pair[1]) if side == 0 else (pair[0], moved))
    return kept


def _heads(sentences: Sequence[NumberedSentence]) -> list[int]:
    """Return for each sentence which heading stands over it; -1 before the first one, and a heading is its own."""
    heads: list[int] = []
    head = -1
    for index, sentence in enumerate(sentences):
        head = index if sentence.rank >= HEADING_RANK else head
        heads.append(head)
    return heads


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


def _shifted_runs(
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
