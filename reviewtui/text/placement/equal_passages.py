"""Which of several equal passages one is, when some of them went: told by what they stand in, and else not told.

"Records are kept for two years." can stand under ten headings. Where one of these goes, a word diff may take any of the
others for it: what tells them apart is the rest of their own block, the headings and labels over them, and the words
before and behind them, in this order.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewtui.text.markdown.document import document_of
from reviewtui.text.placement.surroundings import surroundings_of
from reviewtui.text.span import Span
from reviewtui.text.words.units import Corpus

_MOST = 50
"""So many equal passages are looked at."""
_REACH = 600
"""So many characters before and behind a passage tell it from its equals."""
_EDGE = "\0"
"""Where a file begins or ends."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST = 80
"""Words of the longest passage that is looked for in other marks; a longer one hardly stands anywhere twice."""
_BESIDE = 60
"""So many characters on either side tell a gap from others."""


class _Occurrence(NamedTuple):
    """One of several equal passages: the characters `start` to `end` of `text`."""

    text: str
    start: int
    end: int


def has_twin(text: str, passage: str) -> bool:
    """Say whether the words of `passage` stand in `text` more than once, whatever marks and letter case they have."""
    if text.find(passage, text.find(passage) + 1) >= 0:
        return True
    words = _LETTERS.findall(passage)
    if not words or len(words) > _LONGEST:
        return False
    found = _words_in_a_row(tuple(words)).finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def has_twin_gap(text: str, at: int) -> bool:
    """Say whether the words right before a gap and behind it stand in `text` more than once in a row."""
    before = _LETTERS.findall(text[max(0, at - _BESIDE) : at])[-2:]
    behind = _LETTERS.findall(text[at : at + _BESIDE])[:2]
    found = _words_in_a_row((*before, *behind)).finditer(text)
    return next(found, None) is not None and next(found, None) is not None


@lru_cache(maxsize=512)
def _words_in_a_row(words: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def undecided(old: Corpus, there: tuple[str, Span], new: Corpus, here: tuple[str, Span]) -> list[Span]:
    """Return all places of a passage of which an equal one went; none where it is clear which one it is.

    The passage stood `there`, in file and code points, and was found word for word `here`.
    """
    stretch = _stretch(old, *there)
    own, place = (_found(corpus.texts[path], span, stretch) for corpus, (path, span) in ((old, there), (new, here)))
    if own is None or place is None:
        return []
    words = own.text[own.start : own.end]
    before, after = list(_equals(own.text, words)), list(_equals(place.text, words))
    if len(after) >= len(before) or all(_is_rather(own, rival, place) for rival in before if rival != own):
        return []
    into = there[1][0] - own.start
    return [(each.start + into, each.start + into + here[1][1] - here[1][0]) for each in after]


def _stretch(corpus: Corpus, path: str, span: Span) -> Span:
    """Return how far the sentences of a passage reach before and behind it, in code points."""
    units = corpus.touched(path, *span)
    if not units:
        return 0, 0
    return max(0, span[0] - units[0].start), max(0, units[-1].end - span[1])


def _found(text: str, span: Span, stretch: Span) -> _Occurrence | None:
    start, end = span[0] - stretch[0], span[1] + stretch[1]
    return _Occurrence(text, start, end) if 0 <= start < end <= len(text) else None


def _equals(text: str, words: str) -> Iterator[_Occurrence]:
    at = -1
    for _ in range(_MOST):
        at = text.find(words, at + 1)
        if at < 0:
            return
        yield _Occurrence(text, at, at + len(words))


def _is_rather(own: _Occurrence, rival: _Occurrence, place: _Occurrence) -> bool:
    """Say whether a passage rather than an equal one is what stands at a place."""
    ours, theirs, there = (_within_block(each) for each in (own, rival, place))
    votes = _votes(ours, theirs, there)
    if any(votes):
        return min(votes) >= 0
    over_own, over_rival, over_place = (_over(each) for each in (own, rival, place))
    if over_own != over_rival and over_place in (over_own, over_rival):
        return over_place == over_own
    votes = _votes(*(_around(each) for each in (own, rival, place)))
    return any(votes) and min(votes) >= 0


def _votes(
    own: Sequence[Sequence[str]], rival: Sequence[Sequence[str]], place: Sequence[Sequence[str]]
) -> tuple[int, ...]:
    """Return for the words before and for those behind: 1 where more of the own ones stand there, -1 the reverse."""
    return tuple(
        (more := _alike(one, there) - _alike(other, there)) // max(abs(more), 1)
        for one, other, there in zip(own, rival, place, strict=True)
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words are the same, from the first on."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _around(each: _Occurrence) -> tuple[list[str], list[str]]:
    """Return the words before a passage, the nearest first, and those behind it."""
    before = _WORD.findall(f"{_EDGE} {each.text[: each.start]}"[-_REACH:])
    return before[::-1], _WORD.findall(f"{each.text[each.end :]} {_EDGE}"[:_REACH])


def _within_block(each: _Occurrence) -> tuple[list[str], list[str]]:
    """Return the same of its own paragraph, item or row alone."""
    low, high = _own_block(each)
    before = _WORD.findall(each.text[min(low, each.start) : each.start])
    return before[::-1], _WORD.findall(each.text[each.end : max(high, each.end)])


def _own_block(each: _Occurrence) -> Span:
    block = document_of(each.text).block_at(each.start)
    if block is None:
        return each.start, each.end
    rows = (row for row in block.rows if row and row[0][0] <= each.start <= row[-1][1])
    row = next(rows, None)
    return (row[0][0], row[-1][1]) if row else block.text


def _over(each: _Occurrence) -> tuple[str, ...]:
    """Return the headings over a passage and the words that lead to it."""
    around = surroundings_of(each.text, (each.start, each.end))
    return (*around.headings, *around.leads)
