"""Which suggestions for one text want to change the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewtui.text.merge.edits import TouchedSpan, touch, word_edits


@dataclass(frozen=True, slots=True)
class Replacement:
    """`words` for the characters `start` to `end` (code points) of the text called `path`."""

    path: str
    start: int
    end: int
    words: str


def overlap_groups(texts: Mapping[str, str], wanted: Sequence[Replacement]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of indices of `wanted` that touch the same words, each group joined by a chain of clashes.

    It is the rule by which `merge_replacement` refuses: insertions at one spot do not overlap, nor do suggestions that
    quote the same sentence and change different words of it.
    """
    group = list(range(len(wanted)))
    rows = sorted(_touches(texts, wanted), key=lambda row: (row[1], row[2].low, row[0]))
    for place, (index, path, here) in enumerate(rows):
        for other, other_path, there in rows[place + 1 :]:
            if other_path != path or there.low > here.high:
                break
            if _root(group, index) != _root(group, other) and here.clashes(there):
                group[_root(group, index)] = _root(group, other)
    members_by_root: dict[int, list[int]] = {}
    for index in range(len(wanted)):
        members_by_root.setdefault(_root(group, index), []).append(index)
    return tuple(sorted(tuple(members) for members in members_by_root.values() if len(members) > 1))


def _touches(texts: Mapping[str, str], wanted: Sequence[Replacement]) -> list[tuple[int, str, TouchedSpan]]:
    touches = []
    for index, edit_wanted in enumerate(wanted):
        text = texts[edit_wanted.path]
        for edit in word_edits(text[edit_wanted.start : edit_wanted.end], edit_wanted.words):
            placed = edit.shifted(edit_wanted.start)
            if placed.has_words(text):
                touches.append((index, edit_wanted.path, touch(text, placed)))
    return touches


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index
