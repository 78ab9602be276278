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
    for place, (index, path, one) in enumerate(rows):
        for other, other_path, two in rows[place + 1 :]:
            if other_path != path or two.low > one.high:
                break
            if _root(group, index) != _root(group, other) and one.clashes(two):
                group[_root(group, index)] = _root(group, other)
    found: dict[int, list[int]] = {}
    for index in range(len(wanted)):
        found.setdefault(_root(group, index), []).append(index)
    return tuple(sorted(tuple(members) for members in found.values() if len(members) > 1))


def _touches(texts: Mapping[str, str], wanted: Sequence[Replacement]) -> list[tuple[int, str, TouchedSpan]]:
    found = []
    for index, one in enumerate(wanted):
        text = texts[one.path]
        for edit in word_edits(text[one.start : one.end], one.words):
            placed = edit.shifted(one.start)
            if placed.has_words(text):
                found.append((index, one.path, touch(text, placed)))
    return found


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index
