"""What a passage stands under: the heading over it, and the words that lead to the list it is an item of."""

from bisect import bisect_right
from typing import NamedTuple

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.headings import headings


class Standing(NamedTuple):
    """The title of the nearest heading, and the last line of the paragraph before the list; empty where none is."""

    heading: str
    lead: str


def standing_of(text: str, start: int) -> Standing:
    """Return what the character `start` of a text stands under."""
    outline = headings(text)
    over = bisect_right([heading.start for heading in outline], start) - 1
    title = " ".join(outline[over].title.split()) if over >= 0 else ""
    blocks = [block for block in document_of(text).blocks if block.kind != "blank"]
    at = bisect_right([block.start for block in blocks], start) - 1
    if at < 0 or "item" not in blocks[at].within:
        return Standing(title, "")
    depth = len(blocks[at].within)
    before = next((block for block in reversed(blocks[:at]) if len(block.within) < depth), None)
    if before is None or before.kind != "paragraph":
        return Standing(title, "")
    lines = text[slice(*before.text)].strip().splitlines()
    return Standing(title, " ".join(lines[-1].split()) if lines else "")


def is_in_heading(text: str, start: int) -> bool:
    """Say whether the character `start` of a text belongs to a heading."""
    return any(heading.start <= start < heading.end for heading in headings(text))
