"""Words that others wrote, put into Markdown so that they stay words: nothing in them is a mark, a tag or a link."""

import re

from reviewtui.text.words.visible import visible

_MARKS = re.compile(r"([\\`*_{}\[\]|~$>@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""Marks inside a line, and what would make a link of an address; what only counts at a line's beginning is left."""
_LONGEST = 400


def plain(text: str, longest: int = _LONGEST) -> str:
    """Return `text` on one line, with every mark of Markdown and HTML taken as a character; cut at `longest`."""
    line = " ".join(visible(text).split())
    short = line if len(line) <= longest else f"{line[: longest - 1]}…"
    return _MARKS.sub(r"\\\1", short.replace("&", "&amp;").replace("<", "&lt;"))
