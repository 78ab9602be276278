"""What stands before the words of a new paragraph in Markdown: an item's marker, a heading's signs, a quote's."""

import re
from collections.abc import Sequence

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.reading.paragraph import Paragraph
from reviewtui.text.markdown.parsing.lines import line_start

_NUMBER = re.compile(r"\d{1,9}(?=[.)])")


def new_block(source: str, before: Sequence[SentParagraph], paragraph: Paragraph) -> str | None:
    """Return the line ends and marks with which a new paragraph begins behind the last one of `before`.

    None where it would stand in a list of which nothing is there to go by.
    """
    here = before[-1]
    if paragraph.level:
        return f"\n\n{'#' * min(6, paragraph.level)} "
    if paragraph.item is None:
        return f"\n\n{_inner(here)}"
    depth, ordered = paragraph.item.depth + 1, paragraph.item.ordered
    like = next(
        (block for block in reversed(before) if block.first and block.depth == depth and block.ordered == ordered), None
    )
    tight = "\n" if here.depth else "\n\n"
    if like is not None and here.depth:
        return tight + _next_marker(_marker(source, like), like)
    if depth == 1:
        return tight + ("1. " if ordered else "* ")
    if here.depth == depth - 1:
        return "\n" + " " * len(_marker(source, here)) + ("1. " if ordered else "* ")
    return None


def _marker(source: str, item: SentParagraph) -> str:
    """All that stands before the words of an item in its line."""
    return source[line_start(source, item.start) : item.start]


def _next_marker(marker: str, item: SentParagraph) -> str:
    return _NUMBER.sub(lambda match: str(int(match[0]) + 1), marker) if item.ordered else marker


def _inner(here: SentParagraph) -> str:
    """The marks of the quote or footnote in which a paragraph stands; one behind an item is a paragraph of its own."""
    if here.kind == "note":
        return "    "
    return "> " * here.quote if here.quote and not here.depth and here.kind == "paragraph" else ""
