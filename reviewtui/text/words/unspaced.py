"""Words in scripts that put no spaces between them, by the rules of Unicode (UAX 29, the library uniseg).

Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan and others: a run of such letters is cut into words, or into
letters where no rule tells words apart. No piece cuts a letter with its marks. Everything else stays in one piece.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise

from uniseg.graphemecluster import grapheme_cluster_boundaries
from uniseg.wordbreak import words

_BELONGS = frozenset("\u0e33\u0eb3") | frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Characters with a width of their own that belong to the letter before them: vowels, the second half of a flag."""
_VIRAMA = 9
"""The class of signs that join a consonant to the next one, in Indic scripts."""
_LONGEST_LETTER = 32
"""Code points before a place in which its letter begins: flags in a row are counted from there."""
_SCRIPTS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ede\u0f00-\u0fbc\u1000-\u109f\u1780-\u17dd\u1950-\u19df\u1a20-\u1aad"
    "\u1b00-\u1b4b\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua980-\ua9c0"
    "\ua9e0-\ua9fe\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)
_UNSPACED = re.compile(f"[{_SCRIPTS}]")


def has_unspaced(text: str) -> bool:
    """Say whether letters of such a script stand in `text`."""
    return not text.isascii() and _UNSPACED.search(text) is not None


@lru_cache(maxsize=2048)
def word_pieces(token: str) -> tuple[str, ...]:
    """Return a run without white space as words that can be compared: the pieces together are the run."""
    if not has_unspaced(token):
        return (token,) if token else ()
    bounds = set(grapheme_cluster_boundaries(token))
    pieces: list[str] = []
    at = 0
    for word in words(token):
        if at in bounds:
            pieces.append(word)
        else:
            pieces[-1] += word
        at += len(word)
    return tuple(pieces)


def piece_spans(token: str, start: int = 0) -> list[tuple[int, int]]:
    """Return where the pieces of a run that begins at `start` stand."""
    pieces = word_pieces(token)
    ends = list(accumulate(map(len, pieces), initial=start))
    return list(pairwise(ends))


def letter_start(text: str, low: int, at: int) -> int:
    """Return where the letter with all its marks begins that `at` stands in, `low` at the earliest, but behind it."""
    before = text[at - 1]
    joins = before == "\u200d" or (before > "\u0900" and unicodedata.combining(before) == _VIRAMA)
    if at <= low or not (joins or text[at] in _BELONGS):
        return at
    begin = max(low, at - _LONGEST_LETTER)
    bounds = [begin + bound for bound in grapheme_cluster_boundaries(text[begin : at + 1])]
    start = bounds[-2]
    return start if start > low else at


def whole_letters(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return spans that are widened to where letters with all their marks begin and end."""
    if not spans or text.isascii():
        return spans
    bounds = list(grapheme_cluster_boundaries(text))
    widened: list[tuple[int, int]] = []
    for start, end in spans:
        first = max(bound for bound in bounds if bound <= start)
        stop = min(bound for bound in bounds if bound >= end)
        if widened and first <= widened[-1][1]:
            first = widened.pop()[0]
        widened.append((first, stop))
    return tuple(widened)
