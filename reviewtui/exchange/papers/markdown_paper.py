"""A paper as Markdown in which nothing that others wrote is a mark, a tag or a link."""

import re
from collections.abc import Iterator

from reviewtui.exchange.papers.paper import (
    Compared,
    Items,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperParagraph,
    PaperTable,
    PaperWords,
)
from reviewtui.text.words.visible import visible

_LONGEST = 20_000
"""A paper is whole; this only bounds what a hostile file can do."""
_NOTHING = "\u2013"
_MARKS = re.compile(
    r"([\\`*_{}|~$>@]|\[(?=[\[^]|[ xX]\])|\](?=\s*[(\[:])|:(?=//)|(?<=www)\.)",
    re.IGNORECASE,
)
"""Marks inside a line, and what would make a link of an address; what only counts at a line's beginning is left.

A pair of brackets by itself is none: no paper defines where a name in brackets leads.
"""
_AT_START = re.compile(r"\A(\d{0,9})([#+.):-])")


def as_markdown(paper: Paper) -> str:
    """Return the paper as one text."""
    lines = [f"# {plain(paper.title)}"]
    for block in paper.blocks:
        lines += ["", *_lines(block)]
    return "\n".join(lines) + "\n"


def _lines(block: PaperBlock) -> Iterator[str]:
    if isinstance(block, PaperHeading):
        yield f"{'#' * block.level} {plain(block.text)}"
    elif isinstance(block, PaperParagraph):
        yield _at_start(_words(block.words))
    elif isinstance(block, Items):
        yield from (f"- {_at_start(_words(item))}" for item in block.items)
    elif isinstance(block, Compared):
        yield from _compared(block)
    else:
        yield from _table(block)


def _compared(block: Compared) -> Iterator[str]:
    where, was = (f", {plain(place)}" if place else "" for place in (block.where, block.was))
    why = f" ({plain(block.why)})" if block.why else ""
    if not block.before and not block.after:
        yield f"- {plain(block.why)}{where}"
    elif block.before == block.after:
        yield f"- The same words{where}: “{plain(block.after)}”{why}"
    elif block.before and block.after:
        yield f"- Before{was or where}: “{plain(block.before)}”"
        yield ""
        yield f"  Now{where if was else ''}: “{plain(block.after)}”"
    elif block.after:
        yield f"- New{where}: “{plain(block.after)}”{why}"
    else:
        yield f"- Taken out{where}: “{plain(block.before)}”{why}"


def _table(block: PaperTable) -> Iterator[str]:
    yield _at_start(f"{plain(block.caption)}:")
    yield ""
    yield f"| {' | '.join(map(plain, block.head))} |"
    yield f"|{'---|' * len(block.head)}"
    for row in block.rows:
        yield f"| {' | '.join(plain(cell) or _NOTHING for cell in row)} |"


def _words(phrases: PaperWords) -> str:
    return "".join(_marked(phrase.text, phrase.look) for phrase in phrases)


def _marked(text: str, look: str) -> str:
    if look == "quote":
        return f"“{plain(text)}”"
    if look == "strong" and text.strip():
        return f"**{plain(text)}**"
    # Blanks at the ends keep phrases apart, and `plain` takes them away.
    return f"{' ' * text.startswith(' ')}{plain(text)}{' ' * (text.endswith(' ') and bool(text.strip()))}"


def _at_start(line: str) -> str:
    """Return a line whose first characters begin no heading and no list."""
    return _AT_START.sub(r"\1\\\2", line, count=1)


def plain(text: str) -> str:
    """Return words of others on one line, with every mark of Markdown and HTML in them taken as a character."""
    line = " ".join(visible(text).split())
    short = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return _MARKS.sub(r"\\\1", short.replace("&", "&amp;").replace("<", "&lt;"))
