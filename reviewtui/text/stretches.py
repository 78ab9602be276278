"""A stretch of a text as words; where a word stands is counted from their lengths, and only when asked for."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, chain

_TOKEN = re.compile(r"\S+")


class Stretch:
    """The words of `text[start:end]`, in reading order; offsets are code points of `text`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._parts = text[start:end].split("\n\n")
        self._split = list(map(str.split, self._parts))
        self.words = self._split[0] if len(self._split) == 1 else list(chain.from_iterable(self._split))

    def spans(self, runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the offsets of runs of words, given as first and stop index in rising order.

        An empty run is the gap before the word at its index.
        """
        firsts, shifts, lengths = self._places
        count = len(self.words)
        found: list[tuple[int, int]] = []
        part = 0
        for first, stop in runs:
            if first == count:
                found.append(self._behind)
                continue
            while firsts[part + 1] <= first:
                part += 1
            start = end = shifts[part] + lengths[first] + first
            if stop > first:
                while firsts[part + 1] < stop:
                    part += 1
                end = shifts[part] + lengths[stop] + stop - 1
            found.append((start, end))
        return found

    @cached_property
    def _behind(self) -> tuple[int, int]:
        """The gap before the word that follows the stretch; at the end of the text the one behind its last word."""
        following = _TOKEN.search(self._text, self._end)
        at = following.start() if following else len(self._text.rstrip())
        return at, at

    @cached_property
    def _places(self) -> tuple[list[int], list[int], list[int]]:
        """First words of parts with one blank between words, what to add to the lengths in each, and these lengths.

        Word `k` of a part begins at the part's shift, plus the length of all words before `k`, plus `k` blanks.
        """
        lengths = list(accumulate(map(len, self.words), initial=0))
        firsts: list[int] = []
        shifts: list[int] = []
        at, first = self._start, 0
        for part, words in zip(self._parts, self._split, strict=True):
            if words:
                stop = first + len(words)
                lead = part.find(words[0])
                if lengths[stop] - lengths[first] + len(words) - 1 == len(part.rstrip()) - lead:
                    firsts.append(first)
                    shifts.append(at + lead - lengths[first] - first)
                else:
                    firsts += range(first, stop)
                    starts = [at + match.start() for match in _TOKEN.finditer(part)]
                    shifts += [start - lengths[first + k] - first - k for k, start in enumerate(starts)]
                first = stop
            at += len(part) + 2
        return [*firsts, len(self.words) + 1], shifts, lengths
