"""The headings of a Markdown text: its outline.

What stands in code, in comments, in quotes, in lists and in footnotes is no heading of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.seen_text import block_words

UNTITLED = "(untitled)"
_REACHES_FAR = re.compile(
    r"```|~~~|<[!?]|<(?:script|pre|style|textarea)|\r(?!\n)|^ {0,3}\[|^[ \t]+:", re.MULTILINE | re.IGNORECASE
)
"""What can make a heading of a line, or keep it from being one, far from it: code, comments, definitions."""
_CANDIDATE = re.compile(r"^\ufeff? {0,3}(?:#{1,6}(?=[ \t\r\n]|\Z)|=+[ \t]*\r?$|-+[ \t]*\r?$)", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\r?\n(?=[^ \t\r\n:])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; offsets are those of its lines in the file."""

    level: int
    title: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def headings(text: str) -> tuple[Heading, ...]:
    """Return the headings of a Markdown text in reading order."""
    if _REACHES_FAR.search(text):
        return _headings(document_of(text))
    return tuple(_near_candidates(text))


def heading_of(document: Document, block: Block) -> Heading:
    """Return a heading with its words as a reader sees them."""
    return Heading(
        block.level, " ".join(block_words(document, block).split()) or UNTITLED, block.start, block.content_end
    )


def is_heading(block: Block) -> bool:
    """Say whether a block is a heading of the outline."""
    return block.kind == "heading" and block.is_top


def _headings(document: Document) -> tuple[Heading, ...]:
    return tuple(heading_of(document, block) for block in document.blocks if is_heading(block))


def _near_candidates(text: str) -> Iterator[Heading]:
    """Read only the runs of lines in which a heading can be, for a text in which nothing reaches beyond an empty line.

    A text is read for its outline at each start and for each version, and headings are a small part of it.
    """
    done = front_matter_end(text)
    found = _CANDIDATE.search(text, done)
    while found is not None:
        start = max(done, _run_start(text, done, found.start()))
        blank = _BLANK.search(text, found.end() - 1)
        end = blank.end() if blank else len(text)
        document = Document(text[start:end], is_file=not start).read()
        for heading in _headings(document):
            yield replace(heading, start=heading.start + start, end=heading.end + start)
        done = end
        found = _CANDIDATE.search(text, end)


def _run_start(text: str, low: int, at: int) -> int:
    """Return where the lines begin that belong together with the one at `at`: behind an empty line, at the margin."""
    while at > low:
        blank = max(text.rfind("\n\n", low, at), text.rfind("\n\r\n", low, at))
        if blank < 0:
            return low
        begin = text.find("\n", blank + 1) + 1
        if begin < len(text) and text[begin] not in " \t\r\n:":
            return begin
        at = blank
    return low
