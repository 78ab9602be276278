"""Where a passage that was put in or taken out begins: at a sentence or a line, if the words around it allow that.

"A must. [A may. ]B" and "A m[ust. A m]ay. B" say the same; a reader wants the first. The idea is that of git's
indent heuristic, over sentences.
"""

import re

from reviewtui.text.diff.alignment import common_suffix
from reviewtui.text.diff.tuning import FARTHEST_SHIFT

_BEGINNING = re.compile(r"[.!?:;][\"'\u2019\u201d)\]*_]*\s+|\n\s*")


def settled(text: str, start: int, end: int, other: str, at: int) -> tuple[int, int]:
    """Return by how many characters the passage `text[start:end]` may be shifted back, and where it ends then.

    It stands in one text only, and at `at` in the other. 0 where it stays.
    """
    if start < 2 or text[start - 2] != text[end - 1]:
        return 0, end
    behind = end
    while behind < len(text) and text[behind].isspace():
        behind += 1
    most = common_suffix(text, text, start, behind, min(FARTHEST_SHIFT, start, at))
    most = common_suffix(other, text, at, start, most)
    places = [match.end() for match in _BEGINNING.finditer(text, max(0, start - most - 8), start)]
    if not places or not start - most <= places[-1] < start:
        return 0, end
    stop = behind - start + places[-1]
    while text[stop - 1].isspace():
        stop -= 1
    return start - places[-1], stop
