"""The headings of a Markdown text: its outline.

What stands in code, in comments, in quotes, in lists and in footnotes is no heading of the text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.seen_text import block_words
from reviewtui.text.span import Span

UNTITLED = "(untitled)"
_FAR = re.compile(r"```|~~~|<!--|<[!?]|<(?:script|pre|style|textarea)|\r(?!\n)|\n[ \t]+:", re.IGNORECASE)
"""What can make a heading of a line, or keep it from being one, beyond an empty line."""
_DEFINITION = re.compile(r"^[ \t>]*\[", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
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
    near = None if _reaches_far(text) else _near_candidates(text)
    return _headings(document_of(text)) if near is None else tuple(near)


def heading_of(document: Document, block: Block) -> Heading:
    """Return a heading with its words as a reader sees them."""
    return Heading(
        block.level, " ".join(block_words(document, block).split()) or UNTITLED, block.start, block.content_end
    )


def is_outline_heading(block: Block) -> bool:
    """Say whether a block is a heading of the outline."""
    return block.kind == "heading" and block.is_top


def _headings(document: Document) -> tuple[Heading, ...]:
    return tuple(heading_of(document, block) for block in document.blocks if is_outline_heading(block))


def _reaches_far(text: str) -> bool:
    """Say whether a piece of code, a comment and the like may go on behind an empty line."""
    if text.lstrip(" \t").startswith(":"):
        return True
    for match in _FAR.finditer(text):
        end = text.find("-->", match.start() + 2) if match[0] == "<!--" else -1
        if end < 0 or _EMPTY_LINE.search(text, match.start(), end):
            return True
    return False


def _near_candidates(text: str) -> list[Heading] | None:
    """Read only the runs of lines in which a heading can be, for a text in which nothing reaches beyond an empty line.

    A text is read for its outline at each start and for each version, and headings are a small part of it. None where
    a link in such lines may have its definition elsewhere.
    """
    runs = _runs(text)
    if not runs:
        return []
    lines = "".join(text[start:end] for start, end in runs)
    if "[" in lines and _DEFINITION.search(text):
        return None
    shifts = list(accumulate((end - start for start, end in runs), initial=0))
    outline = []
    for heading in _headings(Document(lines, is_file=runs[0][0] == 0).read()):
        run = bisect_right(shifts, heading.start) - 1
        by = runs[run][0] - shifts[run]
        outline.append(Heading(heading.level, heading.title, heading.start + by, heading.end + by))
    return outline


def _runs(text: str) -> list[Span]:
    """Return the runs of lines between empty ones that hold what may be a heading; each begins at the margin."""
    runs: list[Span] = []
    done = front_matter_end(text)
    candidate = _CANDIDATE.search(text, done)
    while candidate is not None:
        start = max(done, _run_start(text, done, candidate.start()))
        blank = _BLANK.search(text, candidate.end() - 1)
        done = blank.end() if blank else len(text)
        runs.append((start, done))
        candidate = _CANDIDATE.search(text, done)
    return runs


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
