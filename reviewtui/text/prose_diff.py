"""Words compared between two strings: hunks with offsets on both sides.

White space, re-wrapping and Markdown's marks are no change of words; the exact comparison shows those too and
rebuilds both sides character by character. The result depends on nothing but the two strings.
"""

import re
from dataclasses import dataclass
from typing import Literal

from reviewtui.text.alignment import align
from reviewtui.text.cleanup import readable_changes
from reviewtui.text.word_changes import word_changes
from reviewtui.text.words import Numbering

_PIECES = re.compile(r"\s+|\S+")
_EXACT_CELLS = 4_000_000
"""Larger gaps of the exact comparison, in pairs of pieces, are cut before they are compared."""
Op = Literal["replace", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Hunk:
    """`old[old_start:old_end]` became `new[new_start:new_end]`, in code points."""

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class TextDiff:
    """All hunks between two texts, in reading order, and how many words they delete and insert."""

    hunks: tuple[Hunk, ...]
    words_deleted: int
    words_inserted: int


def diff_texts(old: str, new: str, *, readable: bool = True, exact: bool = False) -> TextDiff:
    """Compare two texts word by word.

    Between hunks both sides hold the same words; with `exact`, the same characters. `readable` joins hunks that
    only a word or two of agreement by chance would keep apart.
    """
    if old == new:
        return TextDiff((), 0, 0)
    if exact:
        return _diff_exactly(old, new)
    found = word_changes(old, new)
    if readable:
        found = readable_changes(found, old, new)
    changes = [one for one in found if one.old_words or one.new_words]
    hunks = tuple([_hunk(one[:2], one[2:4]) for one in changes])
    return TextDiff(hunks, sum([one.old_words for one in changes]), sum([one.new_words for one in changes]))


def rebuild(text: str, diff: TextDiff, other: str, *, backwards: bool = False) -> str:
    """Return the other side of an exact `diff`: the new text from the old one, or `backwards`."""
    parts: list[str] = []
    done = 0
    for hunk in diff.hunks:
        here, there = (hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end)
        if backwards:
            here, there = there, here
        parts += (text[done : here[0]], other[there[0] : there[1]])
        done = here[1]
    return "".join([*parts, text[done:]])


def _hunk(old: tuple[int, int], new: tuple[int, int]) -> Hunk:
    op: Op = "replace"
    if old[0] == old[1]:
        op = "insert"
    elif new[0] == new[1]:
        op = "delete"
    return Hunk(op, *old, *new)


def _diff_exactly(old: str, new: str) -> TextDiff:
    one, two = _PIECES.findall(old), _PIECES.findall(new)
    numbering = Numbering(exact=True)
    blocks = align(numbering.string(one), numbering.string(two), _EXACT_CELLS)
    old_ends, new_ends = _ends(one), _ends(two)
    hunks: list[Hunk] = []
    deleted = inserted = 0
    i = j = 0
    for x, y, n in [*blocks, (len(one), len(two), 0)]:
        if x > i or y > j:
            hunks.append(_hunk((old_ends[i], old_ends[x]), (new_ends[j], new_ends[y])))
            deleted += sum(not piece.isspace() for piece in one[i:x])
            inserted += sum(not piece.isspace() for piece in two[j:y])
        i, j = x + n, y + n
    return TextDiff(tuple(hunks), deleted, inserted)


def _ends(pieces: list[str]) -> list[int]:
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return ends
