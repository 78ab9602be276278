"""The styles of a Word file: which are headings, which hide their text, which number their paragraphs."""

import re
from dataclasses import dataclass
from typing import Any

from reviewtui.exchange.word.package.xml_names import attribute, child, children, is_on, value_of
from reviewtui.exchange.word.reading.change_attributes import format_change
from reviewtui.exchange.word.reading.paragraph import TrackedChange

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|titolo|título|kop|rubrik|pennawd)\s*(?P<level>[1-9])\Z", re.IGNORECASE
)
_TITLE = frozenset({"title", "titel", "titre"})
_MOST_PARENTS = 20
_DEEPEST = 9
_SIDES = (("left", "start"), ("leftChars", "startChars"))
"""The names of an indent, in the two kinds of the format, in twentieths of a point and in letters."""
_LEAST_INDENT = 360
_MONOSPACED = re.compile(
    r"courier|consolas|monospace|menlo|monaco|source code|lucida console|deja ?vu sans mono|cascadia", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says that matters to a review; None and empty where it says nothing itself."""

    name: str
    parent: str = ""
    level: int = 0
    list_id: str = ""
    depth: int = 0
    looks: tuple[tuple[str, bool], ...] = ()


class Styles:
    """All styles of a file by id, each with what it takes over from those that it is based on."""

    def __init__(self, root: Any) -> None:
        self._styles = {attribute(element, "w:styleId"): _style(element) for element in children(root, "w:style")}
        self.default = next(
            (
                attribute(element, "w:styleId")
                for element in children(root, "w:style")
                if attribute(element, "w:type") == "paragraph"
                and attribute(element, "w:default") in {"1", "true", "on"}
            ),
            "",
        )
        defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
        self._defaults = dict(looks_of(defaults))

    def chain(self, identifier: str) -> list[Style]:
        """Return a style and those that it is based on, the nearest first."""
        styles: list[Style] = []
        while identifier in self._styles and len(styles) < _MOST_PARENTS:
            styles.append(self._styles[identifier])
            identifier = styles[-1].parent
        return styles

    def name(self, identifier: str) -> str:
        """Return the name of a style, which people see, or its id where the file names none."""
        return self._styles[identifier].name if identifier in self._styles else identifier

    def heading_level(self, identifier: str) -> int:
        """Return 1 to 9 for a heading; 0 for any other style. A document's title is a heading of level 1."""
        for style in self.chain(identifier):
            match = _HEADING.match(style.name)
            if match is not None:
                return int(match["level"])
            if style.name.casefold() in _TITLE:
                return 1
            if style.level:
                return style.level
        match = _HEADING.match(identifier) if identifier not in self._styles else None
        return int(match["level"]) if match else 0

    def numbering(self, identifier: str) -> tuple[str, int]:
        """Return the list of a style's paragraphs, and how deep they are in it."""
        return next(((style.list_id, style.depth) for style in self.chain(identifier) if style.list_id), ("", 0))

    def looks(self, paragraph: str, character: str) -> dict[str, bool]:
        """Return how text of two styles looks."""
        looks = {look: on for look, on in self._defaults.items() if look == "hidden"}
        for style in reversed(self.chain(paragraph)):
            # A heading is bold as a heading, which is no emphasis of its words.
            looks.update((look, on) for look, on in style.looks if look == "hidden")
        for style in reversed(self.chain(character)):
            looks.update(style.looks)
        return looks


def heading_level(styles: Styles, style: str, properties: Any) -> int:
    """Return 1 to 9 for a heading, 0 for any other paragraph."""
    outline = value_of(properties, "w:outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < _DEEPEST else 0
    return styles.heading_level(style)


def is_indented(properties: Any) -> bool:
    """Say whether a paragraph stands further in by a quarter of an inch at least, by its own properties."""
    indent = child(properties, "w:ind")
    if indent is None:
        return False
    left, by_letters = (attribute(indent, f"w:{name}") or attribute(indent, f"w:{other}") for name, other in _SIDES)
    return (left.isdigit() and int(left) >= _LEAST_INDENT) or (by_letters.isdigit() and int(by_letters) > 0)


def looks_of(properties: Any) -> tuple[tuple[str, bool], ...]:
    """Return which looks run properties switch on or off."""
    if properties is None:
        return ()
    looks = [(look, switch) for look, name in _LOOKS if (switch := is_on(properties, name)) is not None]
    fonts = child(properties, "w:rFonts")
    if fonts is not None and (font := attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")):
        looks.append(("code", _MONOSPACED.search(font) is not None))
    return tuple(looks)


def restyled_by(properties: Any) -> TrackedChange | None:
    """Return who struck words with these properties through, or did so no more; None where nobody did, tracked."""
    change = format_change(properties, "w:rPrChange")
    if change is None:
        return None
    before = child(child(properties, "w:rPrChange"), "w:rPr")
    now, then = (dict(looks_of(each)).get("strike", False) for each in (properties, before))
    return change if now != then else None


_LOOKS = (
    ("bold", "w:b"), ("italic", "w:i"), ("strike", "w:strike"), ("strike", "w:dstrike"), ("hidden", "w:vanish"),
    ("hidden", "w:webHidden"),
)  # fmt: skip


def _style(element: Any) -> Style:
    paragraph = child(element, "w:pPr")
    outline = value_of(paragraph, "w:outlineLvl")
    numbering = child(paragraph, "w:numPr")
    depth = value_of(numbering, "w:ilvl")
    return Style(
        name=value_of(element, "w:name"),
        parent=value_of(element, "w:basedOn"),
        level=int(outline) + 1 if outline.isdigit() and int(outline) < _DEEPEST else 0,
        list_id=value_of(numbering, "w:numId"),
        depth=int(depth) if depth.isdigit() else 0,
        looks=looks_of(child(element, "w:rPr")),
    )
