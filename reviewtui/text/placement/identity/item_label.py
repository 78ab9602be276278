"""The label of an item or row: the name or term before its first sign, by which a reader knows it again."""

import re

from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.tuning import LABEL
from reviewtui.text.words.units import Unit

_LABEL = re.compile(r"[^\w\n]*[^:|,;()\u2013\u2014\n]{2,60}[:|,(\u2013\u2014]")
_MARKER = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+|\|[ \t]*)[*_\[]*")


def has_its_label(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a place begins with the label of an item or row that no other one has, before or after.

    A name or a term with a sign behind it ("Editor: ...", "Ann Lee, Press") says which item it is, whatever follows.
    """
    label = _label(unit)
    if (
        match.part is not None
        or match.keys[: len(label)] != label
        or sum(map(matcher.versions.open_files.weight, label)) < LABEL
    ):
        return False
    versions = matcher.versions
    beside = (versions.old.units(unit.path), versions.new.units(match.path))
    return all(sum(each.keys[: len(label)] == label for each in units) == 1 for units in beside)


def _label(unit: Unit) -> list[str]:
    """Return the terms before the first sign of an item or row, none where it has no label."""
    line = unit.text[unit.text.rfind("\n", 0, unit.start) + 1 : unit.start]
    sign = _LABEL.match(unit.text, unit.start, unit.end)
    if sign is None or not _MARKER.fullmatch(line):
        return []
    return [term.key for term in unit.terms if term.end <= sign.end()]
