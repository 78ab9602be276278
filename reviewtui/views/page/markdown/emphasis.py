"""Which runs of stars, underscores and tildes are marks of emphasis (CommonMark 0.31, section 6.2)."""

import unicodedata
from dataclasses import dataclass

STYLES = {("*", 1): "emphasis", ("*", 2): "strong", ("_", 1): "emphasis", ("_", 2): "strong", ("~", 2): "strike"}

_REACH = 64
"""How many open marks are looked back over; a bound for texts that are nothing but marks."""


@dataclass(slots=True)
class Run:
    """A run of one delimiter; `start` and `end` shrink as marks are paired off."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int

    @property
    def left(self) -> int:
        """How many of its characters are not paired yet."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks of equal length with the text between them."""

    open_start: int
    open_end: int
    close_start: int
    close_end: int
    style: str


def run_at(text: str, start: int, end: int) -> Run:
    """Return the delimiter run `text[start:end]` and whether it can open or close emphasis."""
    char = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if char == "_":
        opens, closes = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
    else:
        opens, closes = left, right
    if char == "~" and end - start != 2:
        opens = closes = False
    return Run(char, start, end, opens, closes, end - start)


def pair_off(runs: list[Run]) -> list[Pair]:
    """Return the pairs of marks among `runs`, which stand in reading order; uses the runs up."""
    pairs: list[Pair] = []
    open_runs: list[Run] = []
    for closer in runs:
        while closer.closes and closer.left:
            index = _opener(open_runs, closer)
            if index is None:
                break
            del open_runs[index + 1 :]
            opener = open_runs[index]
            pairs.append(_pair(opener, closer))
            if not opener.left:
                open_runs.pop()
        if closer.opens and closer.left:
            open_runs.append(closer)
    return pairs


def _pair(opener: Run, closer: Run) -> Pair:
    size = 2 if opener.left >= 2 and closer.left >= 2 else 1
    pair = Pair(
        opener.end - size, opener.end, closer.start, closer.start + size, STYLES.get((closer.char, size), "emphasis")
    )
    opener.end -= size
    closer.start += size
    return pair


def _opener(runs: list[Run], closer: Run) -> int | None:
    for index in range(len(runs) - 1, max(-1, len(runs) - 1 - _REACH), -1):
        opener = runs[index]
        if opener.char != closer.char:
            continue
        either = opener.closes or closer.opens
        if either and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3):
            continue
        return index
    return None


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
