"""Where a letter that both texts have stands in the other one; layout and marks of lists between hunks may differ."""

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]
_LETTER = re.compile(r"[^\W\d_]")


def kept_place(old: str, new: str, hunks: Sequence[tuple[Span, Span]], place: int) -> int | None:
    """Return where the letter at `place` of the old text stands in the new one, None where it did not stay."""
    index = bisect_right(hunks, place, key=lambda hunk: hunk[0][0]) - 1
    gone, come = hunks[index] if index >= 0 else ((0, 0), (0, 0))
    if place < gone[1]:
        return None
    end = hunks[index + 1][1][0] if index + 1 < len(hunks) else len(new)
    count = sum(1 for _ in _LETTER.finditer(old, gone[1], place))
    letters = (match.start() for number, match in enumerate(_LETTER.finditer(new, come[1], end)) if number == count)
    return next(letters, None)
