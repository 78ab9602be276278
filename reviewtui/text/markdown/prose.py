"""The prose of a text: what a reader takes as one piece each, a paragraph, a heading, a list item, a cell.

Code between fences, comments, front matter and definitions of links are no prose. What stands between the tags of HTML
is, and so are indented lines, since much that is pasted into a text stands indented.
"""

import re
from collections.abc import Iterator

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.html import html_parts
from reviewtui.text.markdown.parsing.lines import line_stop
from reviewtui.text.span import Span

_FLOWING = frozenset({"paragraph", "heading"})
_EMPTY_LINE = re.compile(r"\n[ \t>]*\r?(?=\n)")
_LETTERED = re.compile(r"^[ \t>]*(?:\u2022|\(?[a-z]{1,2}\))[ \t]+", re.MULTILINE)
"""Markers of lists that the grammar does not know, and writers of rules do."""
_HEAD = re.compile(r"(?:\s|<[^<>]*>|[*_`#]+(?=\s)|>)+")
_TAIL = re.compile(r"(?:\s|<[^<>]*>)+\Z")
_MOST_TAIL = 400


def prose_spans(document: Document) -> Iterator[Span]:
    """Give where each piece of prose stands, in reading order, without marks, tags and white space around it."""
    for block in document.blocks:
        yield from block_prose(document.source, block)


def block_prose(source: str, block: Block) -> Iterator[Span]:
    """Give where the pieces of prose of one block stand."""
    if block.kind in _FLOWING:
        yield from _flowing(source, *block.text)
    elif block.kind == "table":
        for row in block.rows:
            for start, end in row:
                yield from _split_at_tags(source, start, end)
    elif block.kind == "html" or (block.kind == "code" and line_stop(source, block.start) >= block.text[0]):
        yield from _apart(source, block)


def _flowing(source: str, start: int, end: int) -> Iterator[Span]:
    """Split a paragraph where a tag breaks its lines, and before the items of a lettered list."""
    if source.find(")", start, end) < 0 and source.find("\u2022", start, end) < 0:
        yield from _split_at_tags(source, start, end)
        return
    at, words = start, source[start:end]
    for match in _LETTERED.finditer(words):
        yield from _split_at_tags(source, at, start + match.start())
        at = start + match.end()
    yield from _split_at_tags(source, at, end)


def _apart(source: str, block: Block) -> Iterator[Span]:
    start, end = block.text
    at = start
    for match in _EMPTY_LINE.finditer(source, start, end):
        yield from _flowing(source, at, match.start())
        at = match.end()
    yield from _flowing(source, at, end)


def _split_at_tags(source: str, start: int, end: int) -> Iterator[Span]:
    if source.find("<", start, end) >= 0:
        at = start
        for kind, first, last in html_parts(source[start:end]):
            if kind in {"break", "comment"}:
                yield from _trimmed(source, at, start + first)
                at = start + last
        start = at
    yield from _trimmed(source, start, end)


def _trimmed(source: str, start: int, end: int) -> Iterator[Span]:
    head = _HEAD.match(source, start, end)
    start = head.end() if head else start
    while start < end and (source[end - 1].isspace() or source[end - 1] == ">"):
        tail = _TAIL.search(source, max(start, end - _MOST_TAIL), end)
        if tail is None:
            break
        end = tail.start()
    if start < end:
        yield start, end
