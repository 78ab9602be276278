"""What of a Markdown text stands in the file and is not said to its reader: struck out, hidden, code, quoted.

The one grammar tells it (`text/markdown`): blocks of code, quotes, comments, definitions, and pieces that are struck.
Elements of HTML are paired here, since one may begin in one block and end in another. An alert is said, though it is
written as a quotation, and so is code inside a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.parsing.html import html_parts

_MAYBE = re.compile(r"~|<|`{3}|^(?: {4}|\t)|^[ \t]*[>*+\d-]|^[ \t]*\[[^\]\n]*\]:|!\[|^(?:---|\+\+\+)", re.MULTILINE)
"""Without one of these nothing of a text is silent."""
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*?)(?P<alone>/?)>")
_HIDES = re.compile(r"display:\s*none|visibility:\s*hidden|(?<![\w-])hidden(?![\w-])", re.IGNORECASE)
_STRUCK_TAGS = frozenset({"s", "del", "strike"})
_HOW = {
    "code": "turned into code", "comment": "hidden", "definition": "hidden", "front-matter": "hidden",
    "strike": "struck out", "image": "turned into the text of a picture",
}  # fmt: skip
_QUOTED = "turned into a quotation"


@dataclass(frozen=True, slots=True, order=True)
class Silence:
    """Where words stand that are not said, offsets in code points, and how that came."""

    start: int
    end: int
    how: str


def silences(text: str) -> tuple[Silence, ...]:
    """Return the stretches of a Markdown text that are not said, in their order; none lies in another."""
    if not _MAYBE.search(text):
        return ()
    document = document_of(text)
    found = chain(_silent_blocks(document), _silent_pieces(document), _silent_elements(document) if "<" in text else ())
    stretches: list[Silence] = []
    for silence in sorted(found):
        if not stretches or silence.end > stretches[-1].end:
            start = max(silence.start, stretches[-1].end) if stretches else silence.start
            stretches.append(Silence(start, silence.end, silence.how))
    return tuple(stretches)


def _silent_blocks(document: Document) -> Iterator[Silence]:
    alert = 0
    for block in document.blocks:
        alert = block.quote if block.kind == "alert" else min(alert, block.quote)
        if block.kind in _HOW:
            yield Silence(block.start, block.content_end, _HOW[block.kind])
        elif block.quote > alert:
            yield Silence(block.start, block.content_end, _QUOTED)


def _silent_pieces(document: Document) -> Iterator[Silence]:
    for look in ("strike", "comment", "image"):
        for start, end in document.spans_of(look):
            yield Silence(start, end, _HOW[look])


def _silent_elements(document: Document) -> Iterator[Silence]:
    """Yield what stands inside elements of HTML that hide or strike it; one that never ends goes on to the end."""
    open_ones: list[tuple[str, int, str]] = []
    for start, end in sorted(_tags(document)):
        match = _TAG.match(document.source, start, end)
        if match is None or match["alone"]:
            continue
        name = match["name"].lower()
        if match["end"]:
            at = next((at for at in range(len(open_ones) - 1, -1, -1) if open_ones[at][0] == name), None)
            if at is not None:
                _, begin, how = open_ones[at]
                del open_ones[at:]
                if how:
                    yield Silence(begin, end, how)
        else:
            hides = "hidden" if _HIDES.search(match["rest"]) else "struck out" if name in _STRUCK_TAGS else ""
            open_ones.append((name, start, hides))
    yield from (Silence(begin, len(document.source), how) for _, begin, how in open_ones if how)


def _tags(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.kind == "html":
            yield from _tags_of(document.source, block)
    yield from document.spans_of("html")


def _tags_of(source: str, block: Block) -> Iterator[tuple[int, int]]:
    parts = html_parts(source[block.start : block.content_end])
    return ((block.start + first, block.start + last) for kind, first, last in parts if kind in {"tag", "break"})
