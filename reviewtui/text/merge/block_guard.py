"""What a change of a Markdown text must not do: make something else of the blocks before, around or behind it."""

import re
from dataclasses import dataclass

from reviewtui.text.diff.hidden_stretches import SEEN, hidden_stretches
from reviewtui.text.markdown.block import LITERAL, Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.front_matter import breaks_settings, front_matter, front_matter_end
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.list_items import has_empty_line, opened_levels, opener_of
from reviewtui.text.span import Span

BAR = re.compile(r"(?<!\\)\|")
"""What divides two cells of a row."""
_LETTERS = re.compile(r"(?<![^\W_])[^\W_]+")
_NAMES = {
    "heading": "a heading",
    "code": "code",
    "html": "HTML",
    "rule": "a line",
    "front-matter": "front matter",
    "alert": "an alert",
    "item": "an item",
}


def reason_against(text: str, change: Edit, *, is_move: bool = False) -> str:
    """Return what a change would break, as the end of a sentence; empty where it breaks nothing.

    What a move takes stays in the text: what leads to it will lead to it again.
    """
    if change.applied(text) == text:
        return ""
    comparison = _compared(text, change)
    reason = (
        comparison.around()
        or _silence(text, change)
        or comparison.table()
        or _settings(text, change)
        or ("" if is_move else comparison.reference())
    )
    return reason or (comparison.within() if comparison.touched and comparison.made else "")


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The blocks of a text and those after a change; `first` before it and `last` behind it are to be the same."""

    change: Edit
    old: Document
    new: Document
    before: list[Block]
    after: list[Block]
    first: int
    last: int

    @property
    def touched(self) -> list[Block]:
        """The blocks that the change is about."""
        return self.before[self.first : len(self.before) - self.last]

    @property
    def made(self) -> list[Block]:
        """What the change makes of them."""
        return self.after[self.first : len(self.after) - self.last]

    @property
    def behind(self) -> tuple[list[Block], list[Block]]:
        """The blocks behind it, of both texts."""
        return self.before[len(self.before) - self.last :], self.after[len(self.after) - self.last :]

    def around(self) -> str:
        """Return what would become of the other blocks."""
        shift = len(self.change.words) - (self.change.end - self.change.start)
        if not _same(self.old, self.before[: self.first], self.new, self.after[: self.first], 0):
            return "it would make something else of the text before it"
        behind, rest = self.behind
        if len(self.after) < self.first + self.last or not _same(self.old, behind, self.new, rest, shift):
            return "it would make something else of the text behind it"
        return ""

    def reference(self) -> str:
        """Return what would become of the links and marks that lead from other blocks to one that is touched."""
        if not any(block.kind == "definition" or "footnote" in block.within for block in self.touched):
            return ""
        pairs = [*zip(self.before[: self.first], self.after, strict=False), *zip(*self.behind, strict=True)]
        same = all(block_words(self.old, old) == block_words(self.new, new) for old, new in pairs)
        return "" if same else "a link or a footnote mark elsewhere leads to it; change that first"

    def table(self) -> str:
        """Return what would become of a table of which a passage takes a part, and more."""
        start, end = self.change.start, self.change.end
        cut = any(
            block.kind == "table" and not start <= block.start < block.content_end <= end for block in self.touched
        )
        cut = cut and any(
            start < block.content_end and block.start < end and block.kind != "table" for block in self.touched
        )
        return "it reaches into a table; suggest other words for its cells or rows by themselves" if cut else ""

    def across(self) -> str:
        """Return what would become of words that stay of the first and the last block: they stay in such a one."""
        first, last = self.touched[0], self.touched[-1]
        behind = self.change.start + len(self.change.words)
        for block, (low, high), at in (
            (first, (first.text[0], self.change.start), first.text[0]),
            (last, (self.change.end, last.text[1]), behind),
        ):
            made = next((each for each in reversed(self.made) if each.start <= at), self.made[0])
            is_same = (made.kind, made.level, made.within) == (block.kind, block.level, block.within)
            if not is_same and any(map(str.isalnum, self.old.source[low:high])):
                return f"a part of {_name(block)} would stand outside of it; suggest other words for each by itself"
        return ""

    def within(self) -> str:
        """Return what would become of the blocks that are touched."""
        return self.inside() if len(self.touched) == 1 else self.across()

    def inside(self) -> str:
        """Return what would become of the one block that is touched: words in it leave it what it is."""
        longer = len(self.after) - len(self.before)
        for number in range(len(self.before) - self.last, len(self.before)):
            if opener_of(self.before, number) == self.first != opener_of(self.after, number + longer):
                return "what hangs on the item would hang on another one"
        if self.last and self._cuts_container(self.touched[0], self.before[self.first + 1]):
            return "it would cut the list or the quote in two; begin its lines as the lines there begin"
        block = self.touched[0]
        replaces = self.change.start < self.change.end and not self._takes_whole_lines()
        if replaces and block.within and not all(made.within for made in self.made):
            # What is put in behind the last words may be meant to follow the list; what replaces them is not.
            return f"a part of it would stand outside of {_name(block)}; begin its lines as the lines there begin"
        return _turned_unasked(block, self.made, self.change.words) or self._against_block(block)

    def _takes_whole_lines(self) -> bool:
        return not self.change.start or self.old.source[self.change.start - 1] == "\n"

    def _cuts_container(self, block: Block, following: Block) -> bool:
        """Whether two blocks of one list or quote would stand apart; whole lines may be put between them."""
        text = self.old.source
        if self._takes_whole_lines():
            return False
        shared = min(len(block.within), len(following.within))
        if opened := opened_levels(following):
            level, (_, sign) = opened[0]
            own = dict(opened_levels(block)).get(level)
            is_next = block.within[level : level + 1] == ("item",) and (not own or text[own[1] - 1] == text[sign - 1])
            shared = min(shared, level + is_next)
        if "quote" in following.within[:shared] and has_empty_line(text, block, following):
            shared = following.within.index("quote")
        return any(made.within[:shared] != following.within[:shared] for made in self.made)

    def _against_block(self, block: Block) -> str:
        words, made = self.change.words, self.made
        covers = self.change.start <= block.text[0] and block.text[1] <= self.change.end
        if block.kind == "table":
            is_other = covers and "\n" in words and all(each.kind != "table" for each in made)
            return "" if is_other else _against_table(self.old.source, block, self.new.source, made)
        if not words:
            return ""
        if block.kind in LITERAL and not (self.change.start <= block.start and block.content_end <= self.change.end):
            return "" if [each.kind for each in made] == [block.kind] else f"it would break {_name(block)}"
        if "\n" in words or (covers and len(made) == 1):
            return _turned(block, made[0]) if covers and block.kind == "heading" != made[0].kind else ""
        if len(made) != 1:
            return "it would cut the passage into several parts"
        same = (made[0].kind, made[0].level, made[0].within) == (block.kind, block.level, block.within)
        return "" if same else _turned(block, made[0])


def _silence(text: str, change: Edit) -> str:
    """Return whether words beside a change would no longer be said, or be said that were hidden or struck out."""
    new = change.applied(text)
    shift = len(new) - len(text)
    before = _silent_words(text, (0, change.start), (change.end, len(text)), 0)
    after = _silent_words(new, (0, change.start), (change.end + shift, len(new)), shift)
    if after - before:
        return "it would hide or silence words beside it"
    return "it would show words beside it that are hidden or struck out" if before - after else ""


def _settings(text: str, change: Edit) -> str:
    """Return whether the settings at the head of a file would not be read any more as they are meant."""
    if change.start >= front_matter_end(text):
        return ""
    before, after = front_matter(text), front_matter(change.applied(text))
    if before == after or not after or not breaks_settings(before, after):
        return ""
    return "the settings at the head of the file might not be read any more; put the value between double quotes"


def _silent_words(text: str, ahead: Span, behind: Span, shift: int) -> set[int]:
    """Return where the words begin that are not said, before a change and, less what it shifts, behind it."""
    words: set[int] = set()
    for stretch in hidden_stretches(text):
        if stretch.how in SEEN:
            continue
        for (low, high), by in ((ahead, 0), (behind, shift)):
            inside = max(low, stretch.start), min(high, stretch.end)
            words.update(match.start() - by for match in _LETTERS.finditer(text, *inside) if inside[0] < inside[1])
    return words


def _compared(text: str, change: Edit) -> _Comparison:
    old, new = document_of(text), document_of(change.applied(text))
    before, after = old.solid_blocks, new.solid_blocks
    first = sum(block.content_end < change.start for block in before)
    touched = sum(block.content_end >= change.start and block.start < max(change.end, 1) for block in before)
    if not touched:
        touched = sum(block.start <= change.start for block in before[first : first + 1])
    return _Comparison(change, old, new, before, after, first, len(before) - first - touched)


def _same(old: Document, blocks: list[Block], new: Document, others: list[Block], shift: int) -> bool:
    """Whether both are the same blocks with the same words at the same places."""
    return len(blocks) == len(others) and all(
        (block.kind, block.level, block.within, block.text[0] + shift)
        == (other.kind, other.level, other.within, other.text[0])
        and old.source[slice(*block.text)] == new.source[slice(*other.text)]
        for block, other in zip(blocks, others, strict=True)
    )


def _against_table(old: str, table: Block, new: str, made: list[Block]) -> str:
    """Return what would become of a table: its rows stay together, and none gets another number of cells."""
    if [block.kind for block in made].count("table") != 1 or made[0].kind != "table":
        return "it would break the table"
    if len(made[0].rows) < len(table.rows) and len(made) > 1:
        return "it would cut the table in two"
    lines = old[table.start : table.content_end].splitlines()
    head, *others = new[made[0].start : made[0].content_end].splitlines()
    if any(line not in lines and cell_count(line) != cell_count(head) for line in others):
        return "it would give a row of the table another number of cells"
    return ""


def cell_count(line: str) -> int:
    """Return how many cells a row of a table has."""
    inner = line.strip(" \t>").removeprefix("|")
    return len(BAR.findall(inner[:-1])) + 1


def _turned_unasked(block: Block, made: list[Block], words: str) -> str:
    """Say what words make of a block that they hardly ask for: a heading by a line below, a list within an item."""
    if len(made) != 1:
        return ""
    if block.kind == "paragraph" and made[0].kind == "heading":
        if not words.lstrip().startswith("#"):
            return "the line below would make a heading of it"
        if block.within:
            return _turned(block, made[0])
    is_deeper = block.within and len(made[0].within) > len(block.within)
    return "it would begin a list or a quote within it" if is_deeper else ""


def _turned(block: Block, other: Block) -> str:
    names = [_name(each) for each in (block, other)]
    if names[0] == names[1]:
        names = [f"{name} of level {each.level or 1}" for name, each in zip(names, (block, other), strict=True)]
    return f"it would make {names[1]} of {names[0]}"


def _name(block: Block) -> str:
    kind = block.within[-1] if block.within and block.kind == "paragraph" else block.kind
    return _NAMES.get(kind, f"a {kind}")
