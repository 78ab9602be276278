"""The last look at a change of a Markdown text: it touches its own block, and leaves every other one as it was."""

import re

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.fitted_change import FittedChange, Misfit

_BAR = re.compile(r"(?<!\\)\|")
_NAMES = {"code": "code", "html": "HTML", "rule": "a line", "front-matter": "front matter", "alert": "an alert"}


def guarded(text: str, change: FittedChange) -> FittedChange | Misfit:
    """Return the change; a misfit where it would make something else of the text around it."""
    if change.applied(text) == text:
        return change
    before = [block for block in document_of(text).blocks if block.kind != "blank"]
    after = [block for block in document_of(change.applied(text)).blocks if block.kind != "blank"]
    first = sum(block.content_end < change.start for block in before)
    touched = [block for block in before if block.content_end >= change.start and block.start < max(change.end, 1)]
    touched = touched or [block for block in before[first : first + 1] if block.start <= change.start]
    last = len(before) - first - len(touched)
    shift = len(change.words) - (change.end - change.start)
    if not _same(text, before[:first], change.applied(text), after[:first], 0):
        return Misfit("it would make something else of the text before it")
    rest = after[len(after) - last :] if last else []
    if len(after) < first + last or not _same(text, before[len(before) - last :], change.applied(text), rest, shift):
        return Misfit("it would make something else of the text behind it")
    return _own_block(text, change, touched, after[first : len(after) - last])


def _same(old: str, blocks: list[Block], new: str, others: list[Block], shift: int) -> bool:
    """Whether both are the same blocks with the same words at the same places."""
    return len(blocks) == len(others) and all(
        (block.kind, block.level, block.within, block.text[0] + shift)
        == (other.kind, other.level, other.within, other.text[0])
        and old[slice(*block.text)] == new[slice(*other.text)]
        for block, other in zip(blocks, others, strict=True)
    )


def _own_block(text: str, change: FittedChange, touched: list[Block], made: list[Block]) -> FittedChange | Misfit:
    """Look at the block that the change is about: words inside it leave it what it is."""
    if len(touched) != 1 or not change.words:
        return change
    block = touched[0]
    whole = change.start <= block.text[0] and block.text[1] <= change.end
    if "\n" in change.words or (whole and len(made) == 1):
        return change if not whole or block.kind != "heading" or made[0].kind == "heading" else _turned(block, made[0])
    if len(made) != 1:
        return Misfit("it would cut the passage into several parts")
    if (made[0].kind, made[0].level, made[0].within) != (block.kind, block.level, block.within):
        return _turned(block, made[0])
    bars = len(_BAR.findall(text[change.start : change.end])), len(_BAR.findall(change.words))
    if block.kind == "table" and bars[0] != bars[1]:
        return Misfit("it would give a row of the table another number of cells")
    return change


def _turned(block: Block, other: Block) -> Misfit:
    names = [_NAMES.get(each.kind, f"a {each.within[-1] if each.within else each.kind}") for each in (block, other)]
    if names[0] == names[1]:
        names = [f"{name} of level {each.level or 1}" for name, each in zip(names, (block, other), strict=True)]
    return Misfit(f"it would make {names[1]} of {names[0]}")
