"""Passages and remarks on one line of limited width."""

import re

from reviewtui.domain.policy.anchor import CONTEXT
from reviewtui.domain.record.thread import Thread
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_change, rendered_text

_BREAK = re.compile(r"[ \t]*\r?\n(?P<block>[ \t]*\r?\n)?\s*")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BEFORE = 60
"""Characters of what stands before a place, by which it is told."""
PARAGRAPH_END, LINE_END = "¶", "↵"


def clipped(text: str, width: int = 88) -> str:
    """Return `text` on one line of at most `width` characters, cut behind a word as long as that leaves most of it."""
    flat = single_spaced(text)
    if len(flat) <= width:
        return flat
    words = flat[:width].rpartition(" ")[0]
    return f"{words.rstrip(' ,;:') if len(words) > width // 2 else flat[: width - 1]}…"


def last_words(text: str, most: int) -> str:
    """Return the end of `text` from a word on, in `most` characters; all of it where it is no longer."""
    return text if len(text) <= most else f"…{text[-most:].partition(' ')[2] or text[-most:]}"


def first_words(text: str, most: int) -> str:
    """Return the beginning of `text` up to the end of a word, in `most` characters; all of it where it is no longer."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]}…"


def excerpt(passage: str, width: int = 88) -> str:
    """Return a passage of the policy as its reader sees it, on one line of at most `width` characters."""
    return clipped(rendered_text(passage).replace(" | ", " \u2502 "), width)


def with_breaks_shown(words: str) -> str:
    """Return words on one line, with a sign where a paragraph (¶) or line (↵) ends: a break can be all that is new."""
    return _BREAK.sub(lambda match: f" {PARAGRAPH_END if match['block'] else LINE_END} ", words)


def after_words(before: str) -> str:
    """Return after which words something is put in, by the last of the words `before` it."""
    cells = [cell for cell in _CELL_BORDER.split(before) if cell.strip()]
    flat = single_spaced(rendered_text(cells[-1])) if cells else ""
    # Context is cut to a number of characters: its first word may be the end of one.
    is_cut = len(before) >= CONTEXT and before[0].isalnum() and len(cells) == 1
    if len(flat) > _BEFORE:
        flat = last_words(flat, _BEFORE)
    elif is_cut:
        flat = f"…{flat.partition(' ')[2] or flat}"
    return f"after “{flat}”" if flat else "at the beginning"


def asked_break(thread: Thread) -> str:
    """Return what a suggestion without words asks for: a break that begins or goes; empty for any other."""
    passage, replacement = thread.anchors[0].exact if thread.anchors else "", thread.replacement or ""
    if thread.replacement is None or (passage + replacement).strip() or "\n" not in passage + replacement:
        return ""
    begins = "\n" in replacement
    what = "paragraph" if (replacement if begins else passage).count("\n") > 1 else "line"
    return f"{'begin a' if begins else 'no'} new {what} {after_words(thread.anchors[0].prefix)}"


def gist(thread: Thread, width: int) -> str:
    """Return on one line of `width` characters what a remark says, else what it asks for."""
    return clipped(thread.body or _wish(thread), width)


def _wish(thread: Thread) -> str:
    """Return what a suggestion asks for, as its reader will see it."""
    if thread.is_move:
        return f"move it {after_words(thread.anchors[1].prefix)}"
    if asked := asked_break(thread):
        return asked
    if not thread.replacement:
        return "" if thread.replacement is None else "delete it"
    return f"\u2192 {rendered_change(thread.anchors[0].exact, thread.replacement)[1]}"
