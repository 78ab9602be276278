"""What of a Markdown text stands in the file and is not said to its reader: struck out, hidden, code, quoted.

The one grammar tells it (`text/markdown`): blocks of code, quotes, comments, definitions, and pieces that are struck.
An alert is said, though it is written as a quotation, and so is code inside a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.silent_elements import silent_elements

_MAYBE = re.compile(r"~|<|`{3}|^(?: {4}|\t)|^[ \t]*[>*+\d-]|^[ \t]*\[[^\]\n]*\]:|!\[|^(?:---|\+\+\+)", re.MULTILINE)
"""Without one of these nothing of a text is silent."""
_HOW = {
    "code": "turned into code", "comment": "hidden", "definition": "hidden", "front-matter": "hidden",
    "hidden": "hidden",
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
    elements = (Silence(start, end, _HOW[look]) for start, end, look in silent_elements(document))
    silent = chain(_silent_blocks(document), _silent_pieces(document), elements)
    stretches: list[Silence] = []
    for silence in sorted(silent):
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
