"""Passages and remarks on one line of limited width."""

import re

from reviewtui.domain.record.thread import Thread
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_change, rendered_text

_BREAK = re.compile(r"[ \t]*\r?\n(?P<block>[ \t]*\r?\n)?\s*")
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


def excerpt(passage: str, width: int = 88) -> str:
    """Return a passage of the policy as its reader sees it, on one line of at most `width` characters."""
    return clipped(rendered_text(passage).replace(" | ", " \u2502 "), width)


def with_breaks_shown(words: str) -> str:
    """Return words on one line, with a sign where a paragraph (¶) or line (↵) ends: a break can be all that is new."""
    return _BREAK.sub(lambda match: f" {PARAGRAPH_END if match['block'] else LINE_END} ", words)


def after_words(before: str) -> str:
    """Return after which words something is put in, by the last of the words `before` it."""
    flat = single_spaced(rendered_text(before))
    if not flat:
        return "at the beginning"
    return (
        f"after “{flat}”"
        if len(flat) <= _BEFORE
        else f"after “…{flat[-_BEFORE:].partition(' ')[2] or flat[-_BEFORE:]}”"
    )


def gist(thread: Thread, width: int) -> str:
    """Return on one line of `width` characters what a remark says, else what it asks for."""
    return clipped(thread.body or _wish(thread), width)


def _wish(thread: Thread) -> str:
    """Return what a suggestion asks for, as its reader will see it."""
    if thread.is_move:
        return f"move it {after_words(thread.anchors[1].prefix)}"
    if not thread.replacement:
        return "" if thread.replacement is None else "delete it"
    return f"\u2192 {rendered_change(thread.anchors[0].exact, thread.replacement)[1]}"
