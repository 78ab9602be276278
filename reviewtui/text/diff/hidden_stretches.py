"""What of a Markdown text stands in the file and is not said to its reader: struck out, hidden, code, quoted.

The one grammar tells it (`text/markdown`): blocks of code, quotes, comments, definitions, and pieces that are struck.
An alert is said, though it is written as a quotation, and so is code inside a sentence; where words of duty became
that, or a heading, a reader is told. What is set apart, by a style that nobody knows, in the head of a table or in the
box of an alert, is seen, and a reader may pass it by.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from reviewtui.text.markdown.block_parents import BINDING
from reviewtui.text.markdown.document import Document, parted_text
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.silent_elements import silent_elements

_MAYBE = re.compile(
    r"~|<|`|\{|!\[|-[ \t:]*\||\|[ \t:]*-|^(?: {4}| {0,3}\t)|^[ \t*+\d.):-]*(?:>|[*+.):-](?:[ \t]{2}|\t))"
    r"|^[ \t>*+\d.):-]*(?:\[[^\]\n]*\]:|#)|^[ \t>]*(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)
"""Without one of these nothing of a text is silent but its front matter."""
_HOW = {
    "code": "turned into code", "comment": "hidden", "definition": "hidden", "front-matter": "hidden",
    "hidden": "hidden",
    "strike": "struck out", "image": "turned into the text of a picture", "quoted": "turned into a quotation",
    "apart": "set apart", "heading": "made a heading", "inline-code": "put between marks of code",
    "head": "put into the head of a table", "box": "put into a box that notes, tips or warns",
}  # fmt: skip
SEEN = frozenset(_HOW[look] for look in ("apart", "head", "box", "heading", "inline-code"))
"""What does not silence words and may make a reader pass them by."""


@dataclass(frozen=True, slots=True, order=True)
class HiddenStretch:
    """Where words stand that are not said, offsets in code points, and how that came."""

    start: int
    end: int
    how: str


@lru_cache(maxsize=64)
def hidden_stretches(text: str) -> tuple[HiddenStretch, ...]:
    """Return the stretches of a Markdown text that are not plainly said, in their order; none lies in another."""
    front = front_matter_end(text)
    if "{" not in text[:front] and not _MAYBE.search(text, front):
        settings = text[:front].rstrip("\r\n")
        return (HiddenStretch(0, len(settings), _HOW["front-matter"]),) if settings else ()
    parts = parted_text(text).parts(lambda start, end: start < front or _MAYBE.search(text, start, end) is not None)
    return tuple(_moved(stretch, base) for document, base in parts for stretch in _of_document(document))


def silence_at(text: str, at: int) -> str:
    """Return how what stands at a place of a text is not plainly said; empty where it is."""
    document, base = next(parted_text(text).around(at))
    return silence_in(_of_document(document), at - base)


def silence_in(stretches: Sequence[HiddenStretch], at: int) -> str:
    """Return how that one of some stretches, given in order, is silent that holds a place; empty where none does."""
    index = bisect_right(stretches, at, key=attrgetter("start")) - 1
    return stretches[index].how if index >= 0 and at < stretches[index].end else ""


def _moved(stretch: HiddenStretch, by: int) -> HiddenStretch:
    return replace(stretch, start=stretch.start + by, end=stretch.end + by) if by else stretch


@lru_cache(maxsize=64)
def _of_document(document: Document) -> Sequence[HiddenStretch]:
    elements = (HiddenStretch(start, end, _HOW[look]) for start, end, look in silent_elements(document))
    silent = chain(_silent_blocks(document), _silent_pieces(document), elements)
    stretches = sorted(silent)
    silenced = _side_by_side(stretch for stretch in stretches if stretch.how not in SEEN)
    apart = _side_by_side(stretch for stretch in stretches if stretch.how in SEEN)
    return sorted([*silenced, *_between(apart, silenced)]) if apart else silenced


def _side_by_side(stretches: Iterable[HiddenStretch]) -> list[HiddenStretch]:
    """Return stretches, given in order, without what of one lies in an earlier one."""
    alone: list[HiddenStretch] = []
    for stretch in stretches:
        if not alone or stretch.end > alone[-1].end:
            start = max(stretch.start, alone[-1].end) if alone else stretch.start
            alone.append(HiddenStretch(start, stretch.end, stretch.how))
    return alone


def _between(stretches: list[HiddenStretch], others: list[HiddenStretch]) -> Iterator[HiddenStretch]:
    """Yield what of the stretches lies in none of the others; both are in order."""
    for start, end, how in ((each.start, each.end, each.how) for each in stretches):
        at = start
        first = bisect_right(others, at, key=lambda other: other.end)
        for other in others[first : bisect_left(others, end, lo=first, key=lambda other: other.start)]:
            if at < other.start:
                yield HiddenStretch(at, other.start, how)
            at = max(at, other.end)
        if at < end:
            yield HiddenStretch(at, end, how)


def _silent_blocks(document: Document) -> Iterator[HiddenStretch]:
    alert = 0
    for block in document.blocks:
        alert = block.quote if block.kind == "alert" else min(alert, block.quote)
        if block.kind == "table" and block.rows and block.rows[0]:
            yield HiddenStretch(block.rows[0][0][0], block.rows[0][-1][1], _HOW["head"])
        if block.kind == "heading":
            if BINDING.search(document.source, *block.text):
                yield HiddenStretch(*block.text, _HOW["heading"])
        elif block.kind in _HOW:
            yield HiddenStretch(block.start, block.content_end, _HOW[block.kind])
        elif block.quote > alert:
            yield HiddenStretch(block.start, block.content_end, _HOW["quoted"])
        elif alert and block.kind not in {"alert", "blank", "table"}:
            yield HiddenStretch(block.start, block.content_end, _HOW["box"])


def _silent_pieces(document: Document) -> Iterator[HiddenStretch]:
    for look in ("strike", "comment", "image"):
        for start, end in document.spans_of(look):
            yield HiddenStretch(start, end, _HOW[look])
    for start, end in document.spans_of("code"):
        if BINDING.search(document.source, start, end):
            yield HiddenStretch(start, end, _HOW["inline-code"])
