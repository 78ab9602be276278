"""Words that both texts have: where they stand in the other one, and that they say something else there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewtui.text.words.sentences import Span

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class KeptWordsChange:
    """Words that both versions have and that say something else, or nothing, in one of them; `reason` in words."""

    old: Span
    new: Span
    reason: str
    alarm: bool = True


def kept_places(old: str, new: str, hunks: Sequence[tuple[Span, Span]], places: Iterable[int]) -> dict[int, int]:
    """Return where the characters at some places of the old text stand in the new one, of those that stayed.

    They are letters, or stand alike behind the last letter before them.
    """
    bounds = (((0, 0), (0, 0)), *hunks, ((len(old), len(old)), (len(new), len(new))))
    letters: dict[int, tuple[list[int], list[int]]] = {}
    kept: dict[int, int] = {}
    for place in places:
        index = bisect_right(hunks, place, key=lambda hunk: hunk[0][0])
        (gone, come), (next_gone, next_come) = bounds[index], bounds[index + 1]
        if place < gone[1]:
            continue
        if index not in letters:
            parts = (old, gone[1], next_gone[0]), (new, come[1], next_come[0])
            here, there = ([match.start() for match in _LETTER.finditer(*part)] for part in parts)
            letters[index] = here, there
        here, there = letters[index]
        number = bisect_left(here, place + 1) - 1
        if 0 <= number < len(there):
            at = there[number] + place - here[number]
            if old[here[number] : place + 1] == new[there[number] : at + 1]:
                kept[place] = at
    return kept
