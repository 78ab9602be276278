"""The lists of a Word file, and the number that each paragraph of one shows, which no text of the file holds."""

import re
from dataclasses import dataclass, field
from typing import Any

from reviewtui.exchange.word.package.xml_names import attribute, child, children, value_of
from reviewtui.exchange.word.reading.paragraph import ListItem
from reviewtui.exchange.word.reading.styles import Styles

_DEEPER_STYLE = re.compile(r"List (?:Bullet|Number) (?P<depth>[2-5])\Z", re.IGNORECASE)
_DEEPEST = 9
_BULLETS = frozenset({"bullet", "none", ""})
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered."""

    form: str
    pattern: str
    start: int = 1
    style: str = ""


@dataclass
class ListCounters:
    """All lists by id, and how far each has counted."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarts: dict[str, set[int]] = field(default_factory=dict)
    """The depths at which a list still has to start anew: lists of one kind count on from each other else."""

    @classmethod
    def of(cls, root: Any) -> "ListCounters":
        """Return the lists that a numbering part defines."""
        kinds = {attribute(element, "w:abstractNumId"): _levels(element) for element in children(root, "w:abstractNum")}
        numbering = cls()
        for element in children(root, "w:num"):
            identifier, kind = attribute(element, "w:numId"), value_of(element, "w:abstractNumId")
            numbering._levels[identifier] = dict(kinds.get(kind, {}))
            numbering._kinds[identifier] = kind
            for override in children(element, "w:lvlOverride"):
                numbering._override(identifier, override)
        return numbering

    def _override(self, identifier: str, override: Any) -> None:
        depth, start = _number(attribute(override, "w:ilvl")), value_of(override, "w:startOverride")
        inner = child(override, "w:lvl")
        level = _level(inner) if inner is not None else self._levels[identifier].get(depth)
        if level is not None:
            first = _number(start, level.start) if start else level.start
            self._levels[identifier][depth] = Level(level.form, level.pattern, first, level.style)
        if start:
            self._restarts.setdefault(identifier, set()).add(depth)

    def level(self, identifier: str, depth: int) -> Level | None:
        """Return how a depth of a list is numbered; None for no list."""
        return self._levels.get(identifier, {}).get(depth)

    def count(self, identifier: str, depth: int) -> tuple[bool, str]:
        """Count one paragraph of a list: say whether it is numbered, and what it shows."""
        level = self.level(identifier, depth)
        if level is None:
            return False, ""
        counts = self._counts.setdefault(self._kinds.get(identifier, identifier), {})
        if depth in self._restarts.get(identifier, ()):
            self._restarts[identifier].remove(depth)
            counts.pop(depth, None)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _DEEPEST):
            counts.pop(deeper, None)
        if level.form in _BULLETS:
            return False, ""
        return True, re.sub(
            r"%([1-9])", lambda match: self._shown(identifier, int(match[1]) - 1, counts), level.pattern
        )

    def _shown(self, identifier: str, depth: int, counts: dict[int, int]) -> str:
        level = self.level(identifier, depth)
        return number_text(counts.get(depth, level.start if level else 1), level.form if level else "decimal")


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
    # A style of its own for each depth ("List Bullet 2") is a list of its own in the file.
    named = _DEEPER_STYLE.match(styles.name(style)) if not depth else None
    return ListItem(list_id, int(named["depth"]) - 1 if named is not None else depth, ordered, label)


def _depth_of_style(numbering: ListCounters, list_id: str, style: str, depth: int) -> int:
    """The depth that a list keeps for the paragraphs of a style."""
    for deeper in range(_DEEPEST):
        level = numbering.level(list_id, deeper)
        if level is not None and level.style == style:
            return deeper
    return depth


def number_text(number: int, form: str) -> str:
    """Return a number as a list shows it."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    return f"{number:02}" if form == "decimalZero" else str(number)


def _levels(element: Any) -> dict[int, Level]:
    return {_number(attribute(each, "w:ilvl")): _level(each) for each in children(element, "w:lvl")}


def _level(element: Any) -> Level:
    start = value_of(element, "w:start")
    return Level(
        value_of(element, "w:numFmt"), value_of(element, "w:lvlText"), _number(start, 1), value_of(element, "w:pStyle")
    )


def _number(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isdigit() and len(text) < 7 else otherwise
