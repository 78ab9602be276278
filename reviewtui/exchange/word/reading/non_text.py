"""What stands in a Word file beside its words: drawings with text boxes in them, formatting that somebody changed."""

from collections.abc import Iterator
from typing import Any

from reviewtui.exchange.word.package.xml_names import attribute, child, name_of, value_of
from reviewtui.exchange.word.reading.change_attributes import FORMATTING, KINDS, change_in, change_of
from reviewtui.exchange.word.reading.left_out import LeftOut
from reviewtui.exchange.word.reading.paragraph import TrackedChange
from reviewtui.exchange.word.reading.run_text import boxes_in, without_fallback

_Piece = tuple[str, tuple[TrackedChange, ...]]


def text_boxes(element: Any, left_out: LeftOut) -> list[Any]:
    """Return the text boxes of a drawing, each once, and count what else there is in it."""
    holders = without_fallback(element) if name_of(element) == "mc:AlternateContent" else [element]
    boxes = [box for holder in holders for box in boxes_in(holder)]
    names = {name_of(inner) for holder in holders for inner in holder.iter()}
    if names & {"dgm:relIds", "c:chart"}:
        left_out.count("drawing")
    elif name_of(element) == "w:object":
        left_out.count("object")
    elif not boxes and names & {"a:blip", "v:imagedata"}:
        described = (attribute(i, "w:descr") for h in holders for i in h.iter() if name_of(i) == "wp:docPr")
        left_out.count("picture", next(described, ""))
    return boxes


def note_formatting(properties: Any, left_out: LeftOut) -> None:
    """Count the changes of formatting among properties."""
    for inner in properties.iter() if properties is not None else ():
        if name_of(inner) in FORMATTING:
            left_out.count("formatting")


def note_table(table: Any, left_out: LeftOut) -> None:
    """Count the changes of a table's own formatting, and of that of its rows."""
    for inner in table:
        if name_of(inner) in {"w:tblPr", "w:tblGrid"}:
            note_formatting(inner, left_out)
        elif name_of(inner) == "w:tr":
            note_formatting(child(inner, "w:trPr"), left_out)
            note_formatting(child(inner, "w:tblPrEx"), left_out)


def note_colour(properties: Any, words: str, left_out: LeftOut) -> None:
    """Count words in white without a ground of their own, which nobody sees on paper, and words marked in colour."""
    white = value_of(properties, "w:color").upper() == "FFFFFF"
    if white and words.strip() and child(properties, "w:shd") is None and child(properties, "w:highlight") is None:
        left_out.count("white", words)
    if words.strip() and value_of(properties, "w:highlight") not in {"", "none"}:
        left_out.count("highlight", words)


def is_unfilled(element: Any, left_out: LeftOut) -> bool:
    """Say whether a field shows only what its form asks for, and count it: those are nobody's words.

    Words in it that somebody changed or commented on are read.
    """
    if child(child(element, "w:sdtPr"), "w:showingPlcHdr") is None:
        return False
    left_out.count("placeholder", "".join(inner.text or "" for inner in element.iter() if name_of(inner) == "w:t"))
    return not any(name_of(inner) in _OF_SOMEBODY for inner in element.iter())


_OF_SOMEBODY = frozenset({*KINDS, "w:commentRangeStart", "w:commentReference"})


def math_pieces(element: Any, changes: tuple[TrackedChange, ...] = ()) -> Iterator[_Piece]:
    """Give the plain characters of a formula, with who put in and took out each piece of them."""
    for inner in element:
        name = name_of(inner)
        change = change_of(inner)
        if name == "m:t":
            yield inner.text or "", changes
        elif change is not None:
            yield from math_pieces(inner, (*changes, change))
        else:
            own = change_in(child(inner, "w:rPr")) if name == "m:r" else ()
            yield from math_pieces(inner, (*changes, *(each for each in own if each is not None)))


def note_wordless(element: Any, change: TrackedChange, left_out: LeftOut) -> None:
    """Count what somebody put in or took out that is no words: a picture, the beginning of a page, a field."""
    names = [name_of(inner) for inner in element.iter()]
    what = [_WORDLESS[name] for name in names if name in _WORDLESS and "w:txbxContent" not in names]
    what += ["break" for inner in element.iter() if name_of(inner) == "w:br" and attribute(inner, "w:type") in _BREAKS]
    begins = any(attribute(inner, "w:fldCharType") == "begin" for inner in element.iter())
    if not what and begins and not _WORDS & set(names):
        what = ["field"]
    verb = "put in" if change.kind in {"insert", "move-to"} else "taken out"
    for each in what:
        left_out.count("wordless", f"{each} {verb} by {change.author or 'nobody named'}")


_WORDLESS = {"w:drawing": "picture", "w:pict": "picture", "w:object": "object"}
_BREAKS = frozenset({"page", "column"})
_WORDS = frozenset({"w:t", "w:delText", "w:sym", "m:t"})
