"""What stands in a Word file beside its words: drawings with text boxes in them, formatting that somebody changed."""

from typing import Any

from reviewtui.exchange.word.package.names import attribute, child, name_of, value_of
from reviewtui.exchange.word.reading.changes import FORMATTING
from reviewtui.exchange.word.reading.run_text import boxes_in, without_fallback
from reviewtui.exchange.word.reading.tally import Tally


def text_boxes(element: Any, tally: Tally) -> list[Any]:
    """Return the text boxes of a drawing, each once, and count what else there is in it."""
    holders = without_fallback(element) if name_of(element) == "mc:AlternateContent" else [element]
    boxes = [box for holder in holders for box in boxes_in(holder)]
    names = {name_of(inner) for holder in holders for inner in holder.iter()}
    if names & {"dgm:relIds", "c:chart"}:
        tally.count("drawing")
    elif name_of(element) == "w:object":
        tally.count("object")
    elif not boxes and names & {"a:blip", "v:imagedata"}:
        described = (attribute(i, "w:descr") for h in holders for i in h.iter() if name_of(i) == "wp:docPr")
        tally.count("picture", next(described, ""))
    return boxes


def note_formatting(properties: Any, tally: Tally) -> None:
    """Count the changes of formatting among properties."""
    for inner in properties.iter() if properties is not None else ():
        if name_of(inner) in FORMATTING:
            tally.count("formatting")


def note_white(properties: Any, words: str, tally: Tally) -> None:
    """Count words in white without a ground of their own: on paper nobody sees them."""
    white = value_of(properties, "w:color").upper() == "FFFFFF"
    if white and words.strip() and child(properties, "w:shd") is None and child(properties, "w:highlight") is None:
        tally.count("white", words)


def note_placeholder(element: Any, tally: Tally) -> None:
    """Count a field that nobody has filled in."""
    if child(child(element, "w:sdtPr"), "w:showingPlcHdr") is not None:
        tally.count("placeholder")


def math_text(element: Any) -> str:
    """Return the plain characters of a formula."""
    return "".join(inner.text or "" for inner in element.iter() if name_of(inner) == "m:t")
