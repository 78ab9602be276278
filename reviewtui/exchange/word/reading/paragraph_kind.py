"""What a paragraph of a Word file is: a heading of which level, an item of which list."""

from typing import Any

from reviewtui.exchange.word.package.names import child, value_of
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import ListItem
from reviewtui.exchange.word.reading.styles import Styles

_DEEPEST = 9


def heading_level(styles: Styles, style: str, properties: Any) -> int:
    """Return 1 to 9 for a heading, 0 for any other paragraph."""
    outline = value_of(properties, "w:outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < _DEEPEST else 0
    return styles.heading_level(style)


def list_item(styles: Styles, numbering: ListCounters, style: str, properties: Any) -> ListItem | None:
    """Return the place of a paragraph in a list, and count it there; None for one that stands in none."""
    own = child(properties, "w:numPr")
    list_id, depth = styles.numbering(style)
    depth = _depth_of_style(numbering, list_id, style, depth)
    if own is not None:
        list_id = value_of(own, "w:numId") or list_id
        level = value_of(own, "w:ilvl")
        depth = int(level) if level.isdigit() else depth
    if list_id in {"", "0"} or numbering.level(list_id, depth) is None:
        return None
    ordered, label = numbering.count(list_id, depth)
    return ListItem(list_id, depth, ordered, label)


def _depth_of_style(numbering: ListCounters, list_id: str, style: str, depth: int) -> int:
    """The depth that a list keeps for the paragraphs of a style."""
    for deeper in range(_DEEPEST):
        level = numbering.level(list_id, deeper)
        if level is not None and level.style == style:
            return deeper
    return depth
