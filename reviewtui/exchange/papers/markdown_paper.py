"""A paper as Markdown in which nothing that others wrote is a mark, a tag or a link."""

import re
from collections.abc import Iterator

from reviewtui.exchange.markdown_escaping import plain
from reviewtui.exchange.papers.paper import Block, Compared, Items, Paper, PaperHeading, PaperParagraph, Table, Words

_LONGEST = 20_000
"""A paper is whole; this only bounds what a hostile file can do."""
_NOTHING = "\u2013"
_AT_START = re.compile(r"\A(\d{0,9})([#+.):-])")


def as_markdown(paper: Paper) -> str:
    """Return the paper as one text."""
    lines = [f"# {_plain(paper.title)}"]
    for block in paper.blocks:
        lines += ["", *_lines(block)]
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, PaperHeading):
        yield f"{'#' * block.level} {_plain(block.text)}"
    elif isinstance(block, PaperParagraph):
        yield _at_start(_words(block.words))
    elif isinstance(block, Items):
        yield from (f"- {_at_start(_words(item))}" for item in block.items)
    elif isinstance(block, Compared):
        yield from _compared(block)
    else:
        yield from _table(block)


def _compared(block: Compared) -> Iterator[str]:
    where, was = (f", {_plain(place)}" if place else "" for place in (block.where, block.was))
    why = f" ({_plain(block.why)})" if block.why else ""
    if not block.before and not block.after:
        yield f"- {_plain(block.why)}{where}"
    elif block.before == block.after:
        yield f"- The same words{where}: “{_plain(block.after)}”{why}"
    elif block.before and block.after:
        yield f"- Before{was or where}: “{_plain(block.before)}”"
        yield ""
        yield f"  Now{where if was else ''}: “{_plain(block.after)}”"
    elif block.after:
        yield f"- New{where}: “{_plain(block.after)}”{why}"
    else:
        yield f"- Taken out{where}: “{_plain(block.before)}”{why}"


def _table(block: Table) -> Iterator[str]:
    yield _at_start(f"{_plain(block.caption)}:")
    yield ""
    yield f"| {' | '.join(map(_plain, block.head))} |"
    yield f"|{'---|' * len(block.head)}"
    for row in block.rows:
        yield f"| {' | '.join(_plain(cell) or _NOTHING for cell in row)} |"


def _words(phrases: Words) -> str:
    return "".join(_marked(phrase.text, phrase.look) for phrase in phrases)


def _marked(text: str, look: str) -> str:
    if look == "quote":
        return f"“{_plain(text)}”"
    if look == "strong" and text.strip():
        return f"**{_plain(text)}**"
    # Blanks at the ends keep phrases apart, and `plain` takes them away.
    return f"{' ' * text.startswith(' ')}{_plain(text)}{' ' * (text.endswith(' ') and bool(text.strip()))}"


def _at_start(line: str) -> str:
    """Return a line whose first characters begin no heading and no list."""
    return _AT_START.sub(r"\1\\\2", line, count=1)


def _plain(text: str) -> str:
    return plain(text, _LONGEST)
