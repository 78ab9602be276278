"""Changes gathered into the paragraphs, list items and table rows that hold them, as a reader takes them in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from reviewtui.text.diff.policy_diff import ClassedChange, FileDiff
from reviewtui.text.diff.text_comparison import COMPARISONS
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.meaning.class_values import CHANGE_CLASSES, ChangeClass
from reviewtui.views.comparison.comparison import Comparison, totals_line
from reviewtui.views.comparison.kept_units import KeptWords

_PART = re.compile(r"(?:“[^“”]*”|[^;“]|;(?! )|“)+?(?=; |\Z)")
"""A part of a reason; what is quoted may hold a semicolon."""
_MORE = re.compile(r"\d+ more")
_RANK = {name: rank for rank, name in enumerate(CHANGE_CLASSES)}
ChangeWeight = Literal["new-rule", "substantive", "doubt", "editorial"]
WEIGHTS: tuple[ChangeWeight, ...] = get_args(ChangeWeight)
"""How much a change asks of its reader, the most first: its class, with doubt apart from what is known to matter."""
_WORDS: dict[ChangeWeight, str] = {"doubt": "substantive, in doubt"}


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    """Text of both versions that belongs together and differs; a side that has none is empty.

    `old` and `new` are code points of the two files; `folded` counts the unchanged lines between the block before
    and this one; a passage that moved is a block of its own, with one change.
    """

    old: tuple[int, int]
    new: tuple[int, int]
    changes: tuple[ClassedChange, ...]
    folded: int = 0

    @property
    def change_class(self) -> ChangeClass:
        """The highest class of its changes."""
        return max((change.change_class for change in self.changes), key=_RANK.__getitem__)

    @property
    def in_doubt(self) -> bool:
        """Whether it is substantive only because nothing shows that it is editorial."""
        return self.change_class == "substantive" and not any(change.alarm for change in self.changes)

    @property
    def weight(self) -> ChangeWeight:
        """Its class; a doubt is one of its own."""
        return "doubt" if self.in_doubt else self.change_class

    @property
    def goes(self) -> bool:
        """Whether it left for another file, so that its newer place is not in this one."""
        return self.changes[0].direction == "to"

    @property
    def moved(self) -> ClassedChange | None:
        """The move that it is, if it is one."""
        return self.changes[0] if self.changes[0].op == "move" else None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why its changes have their class, each once, those of the highest class first, and how many are not told."""
        ranked = sorted(self.changes, key=lambda change: (-_RANK[change.change_class], not change.alarm))
        parts = dict.fromkeys(part.strip() for change in ranked for part in _PART.findall(change.reason))
        more = sum(int(part.removesuffix(" more")) for part in parts if _MORE.fullmatch(part))
        told = [part for part in parts if not _MORE.fullmatch(part)]
        return (*told, f"{more} more") if more else tuple(told)


def blocks_of(comparison: Comparison, file: FileDiff) -> tuple[ChangeBlock, ...]:
    """Return the changed blocks of a pair of files, in reading order of the new one."""
    old, new = comparison.texts(file)
    kept = KeptWords(old, new, COMPARISONS.of(old, new).hunks)
    blocks: list[ChangeBlock] = []
    for change in file.changes:
        if change.op == "move":
            blocks.append(
                ChangeBlock((change.old_start, change.old_end), (change.new_start, change.new_end), (change,))
            )
            continue
        here, there = (change.old_start, change.old_end), (change.new_start, change.new_end)
        block = ChangeBlock(*kept.blocks(here, there), (change,))
        last = next((n for n in range(len(blocks) - 1, -1, -1) if blocks[n].moved is None), None)
        if last is not None and (_meet(blocks[last].old, block.old) or _meet(blocks[last].new, block.new)):
            blocks[last] = _joined(blocks[last], block)
        else:
            blocks.append(block)
    return tuple(_folded(blocks, new))


def _meet(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _joined(block: ChangeBlock, other: ChangeBlock) -> ChangeBlock:
    return ChangeBlock(_around(block.old, other.old), _around(block.new, other.new), (*block.changes, *other.changes))


def _around(span: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(span[0], other[0]), max(span[1], other[1])


def _folded(blocks: Iterable[ChangeBlock], new: str) -> Iterator[ChangeBlock]:
    at = front_matter_end(new)
    for block in blocks:
        if block.goes:
            yield block
            continue
        between = new[at : max(at, block.new[0])]
        yield replace(block, folded=sum(1 for row in between.splitlines() if row.strip()))
        at = max(at, block.new[1])


def counted_blocks(blocks: Iterable[ChangeBlock]) -> list[ChangeBlock]:
    """Return those of the changed passages that count."""
    return [block for block in blocks if not block.goes]


def weight_counts(blocks: Iterable[ChangeBlock]) -> Counter[ChangeWeight]:
    """Count changed passages by how much they ask of their reader."""
    return Counter(block.weight for block in counted_blocks(blocks))


def stat_lines(comparison: Comparison) -> Iterator[str]:
    """Yield one line a changed file: how many changes of which class."""
    yield totals_line(comparison)
    for file in comparison.files():
        blocks = blocks_of(comparison, file)
        found = weight_counts(blocks)
        counts = [f"{found[each]} {_WORDS.get(each, each)}" for each in reversed(WEIGHTS) if found[each]]
        leave = sum(block.goes for block in blocks)
        counts += [f"{leave} moved to another file"] if leave else []
        yield f"  {comparison.heading(file)}: {', '.join(counts) or 'no words changed'}"
