"""Stretches of a text as words; where a word stands is counted from the words' lengths, and only when asked for.

With one blank between any two words, word `k` would stand behind the lengths of `k` words and `k` blanks: its even
offset. What is wider than one blank, and what lies between two stretches, shifts all words behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

_TOKEN = re.compile(r"\S+")
_WIDE_BLANKS = (re.compile(r"\n\s+"), re.compile(r"\s\s+"))
"""White space of more than one character: as it nearly always looks, which is quickly found, and in any form."""


class Stretches:
    """The words of `text[start:end]` for each of `spans`, in reading order; offsets are code points of `text`.

    `ranges` holds the first and stop index of each stretch in `words`, where an empty word stands behind each: an
    insertion at the end of one stretch and at the beginning of the next are two places.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self.words: list[str] = []
        self.ranges: list[tuple[int, int]] = []
        for start, end in spans:
            first = len(self.words)
            self.words += text[start:end].split()
            self.ranges.append((first, len(self.words)))
            self.words.append("")

    def places(self, firsts: Sequence[int], stops: Sequence[int]) -> tuple[list[int], list[int]]:
        """Return where runs of words begin and where they end, given by first and stop index in rising order.

        An empty run is the gap before the word at its index.
        """
        even = list(accumulate(map(len, self.words), initial=0))
        gaps = {first for first, stop in zip(firsts, stops, strict=True) if first == stop}
        at, shifts = self._shifts(even, gaps)
        starts = [even[first] + first for first in firsts]
        ends = [even[stop] + stop - (stop > first) for first, stop in zip(firsts, stops, strict=True)]
        return (
            [place + shifts[bisect_left(at, place)] for place in starts],
            [place + shifts[bisect_left(at, place)] for place in ends],
        )

    def _shifts(self, even: list[int], gaps: set[int]) -> tuple[list[int], list[int]]:
        """Return the even offsets behind which words are shifted, and by how much up to each and behind the last.

        Of the empty words behind stretches only those in `gaps` get their place.
        """
        at: list[int] = []
        shifts = [0]
        for (start, end), (first, stop) in zip(self._spans, self.ranges, strict=True):
            if first < stop:
                begin, behind = _stripped(self._text, start, end)
                shift = begin - even[first] - first
                at.append(even[first] + first - 1)
                shifts.append(shift)
                missing = behind - shift - even[stop] - stop + 1
                if missing:
                    for low, high in _wide_blanks(self._text, begin, behind, missing):
                        at.append(low - shift)
                        shift += high - low - 1
                        shifts.append(shift)
            if stop in gaps:
                at.append(even[stop] + stop - 1)
                shifts.append(_next_word(self._text, end) - even[stop] - stop)
        return at, shifts


def _next_word(text: str, at: int) -> int:
    """Return where the next word begins, behind the last one where the text ends."""
    following = _TOKEN.search(text, at)
    return following.start() if following else len(text.rstrip())


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words of `text[start:end]` begin and end."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _wide_blanks(text: str, start: int, end: int, missing: int) -> list[tuple[int, int]]:
    """Return the blanks of more than one character, which together are `missing` characters wider than one each."""
    spans: list[tuple[int, int]] = []
    for pattern in _WIDE_BLANKS:
        spans = [match.span() for match in pattern.finditer(text, start, end)]
        if sum([high - low - 1 for low, high in spans]) == missing:
            break
    return spans
