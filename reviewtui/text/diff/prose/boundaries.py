"""Where a passage that was put in or taken out begins: at a sentence or a line, if the words around it allow that.

"A must. [A may. ]B" and "A m[ust. A m]ay. B" say the same; a reader wants the first. The idea is that of git's
indent heuristic, over sentences.
"""

import re

from reviewtui.text.diff.sequences.alignment import common_prefix, common_suffix
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


def settled_ahead(text: str, start: int, end: int, other: str, at: int) -> tuple[int, int, int]:
    """Return by how much the passage may begin further on, at a line, where it ends then, and where in the other text.

    What is taken out of two rows that end alike may be the end of one and the beginning of the next: it is the next
    row. 0 where it stays.
    """
    if "\n" not in text[start:end]:
        return 0, end, at
    behind, there = _past_marks(text, end), _past_marks(other, at)
    most = common_prefix(text, text, start, behind, min(FARTHEST_SHIFT, end - start, len(text) - behind))
    most = common_prefix(other, text, there, start, min(most, len(other) - there))
    line = text.find("\n", start, start + most)
    if line < 0:
        return 0, end, at
    shift = line + 1 - start
    stop = behind + shift
    while text[stop - 1].isspace():
        stop -= 1
    return shift, stop, there + shift


def _past_marks(text: str, at: int) -> int:
    """Return the next place that is neither white space nor the bar of a table."""
    while at < len(text) and (text[at] in " |"):
        at += 1
    return at
