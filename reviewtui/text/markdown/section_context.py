"""What one passage stands under: the heading over it, and the words that lead to the list it is an item of.

For all blocks of a text at once, as a comparison asks, it is `block_parents`; whether it changed is `surroundings`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import document_of, parted_text
from reviewtui.text.markdown.headings import heading_of, is_outline_heading

_BOLD = re.compile(r"(?P<mark>[*_]{1,3})(?=\S)[^*_]+(?P=mark)[:.]?")
_STOPS = (".", "!", "?", ";", ",")
_LABEL_WORDS = 6
"""A line without a stop that has no more words stands like a heading."""


class SectionContext(NamedTuple):
    """The title of the nearest heading, and the last line of the paragraph before the list; empty where none is.

    `label` is the nearest line before it under the same heading that stands there like a heading: "**Allowed**".
    """

    heading: str
    lead: str
    label: str = ""


def section_context_of(text: str, start: int) -> SectionContext:
    """Return what the character `start` of a text stands under."""
    document, base = parted_text(text).section(start)
    reached = reversed(document.blocks[: document.index_at(start - base) + 1])
    over = next((block for block in reached if is_outline_heading(block)), None)
    title = " ".join(heading_of(document, over).title.split()) if over else ""
    blocks = document.solid_blocks
    at = bisect_right([block.start for block in blocks], start - base) - 1
    if at < 0:
        return SectionContext(title, "")
    label = _label(document.source, blocks[:at], over.start if over else 0)
    return SectionContext(title, _last_line(document.source, _leading(blocks, at)), label)


def lead_block(text: str, start: int) -> Block | None:
    """Return the block before the list that the character `start` of a text stands in; None where it is in no list."""
    blocks = document_of(text).solid_blocks
    return _leading(blocks, bisect_right([block.start for block in blocks], start) - 1)


def _leading(blocks: Sequence[Block], at: int) -> Block | None:
    if at < 0 or "item" not in blocks[at].within:
        return None
    depth = len(blocks[at].within)
    return next((block for block in reversed(blocks[:at]) if len(block.within) < depth), None)


def _label(text: str, blocks: Sequence[Block], start: int) -> str:
    """Return the last of some blocks behind `start` that stands like a heading, or leads on with a colon at the end."""
    for back, block in enumerate(reversed(blocks)):
        if block.start <= start < block.end and block.kind == "heading":
            break
        line = _last_line(text, block)
        if line and "item" not in block.within and (is_label(line) or (back == 0 and _bare(line).endswith(":"))):
            return line
    return ""


def _last_line(text: str, block: Block | None) -> str:
    if block is None or block.kind != "paragraph":
        return ""
    lines = text[slice(*block.text)].strip().splitlines()
    return " ".join(lines[-1].split()) if lines else ""


def _bare(line: str) -> str:
    return line.strip().strip("*_ ")


def is_label(line: str) -> bool:
    """Say whether a line stands over what follows like a heading: all of it bold, or few words without a stop."""
    if "\n" in line.strip() or not line.strip():
        return False
    bare = _bare(line)
    short = len(bare.split()) <= _LABEL_WORDS and not bare.endswith(_STOPS)
    return _BOLD.fullmatch(line.strip()) is not None or short


def leads_on(text: str, start: int, end: int) -> bool:
    """Say whether a passage leads to what stands behind it: its last line ends with a colon or is a label."""
    if _bare(text[start:end]).endswith(":"):
        return True
    document, base = parted_text(text).section(start)
    block = document.block_at(start - base)
    if block is None or block.kind != "paragraph" or "item" in block.within:
        return False
    words = document.source[slice(*block.text)]
    return text[start:end].strip() in words and "\n" not in words.strip() and is_label(words)


def is_in_heading(text: str, start: int) -> bool:
    """Say whether the character `start` of a text belongs to a heading."""
    document, base = parted_text(text).section(start)
    block = document.block_at(start - base)
    return block is not None and is_outline_heading(block) and start - base < block.content_end
