"""Whether a place that speaks for itself with a few words only is confirmed by what stood around the passage.

A heading, a name or half a sentence stands in many texts. Where it is found far from where the word diff expects it, it
is the same passage only if its words are many and rare enough to stand for themselves, or if what stood beside it came
along.
"""

from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.tuning import (
    ALONE,
    ALONE_NEAR,
    BESIDE_ALIKE,
    BESIDE_APART,
    BESIDE_CAME,
    BESIDE_NEAR,
    BESIDE_SENTENCES,
    BESIDE_WORDS,
)
from reviewtui.text.words.units import Unit


def stands(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether `match` is expected, tells enough by its own words, or has company."""
    if match.expected:
        return True
    near = matcher.versions.partner.get(unit.path) == match.path
    if near and match.part is None:
        return True
    return told(matcher, unit, match) >= (ALONE_NEAR if near else ALONE) or _in_company(matcher, unit, match)


def told(matcher: Matcher, unit: Unit, match: Match) -> float:
    """Return how much the terms tell that a sentence shares with the place that was found for it."""
    there = set(match.keys)
    return sum(map(matcher.versions.open_files.weight, filter(there.__contains__, set(unit.keys))))


def _in_company(matcher: Matcher, unit: Unit, match: Match) -> bool:
    return _words_came(matcher, unit, match) or any(
        _beside(candidate, match)
        for other in _neighbours(matcher, unit)
        for candidate in matcher.candidates(other)[:1]
        if candidate.likeness >= BESIDE_ALIKE
    )


def _words_came(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether words around the sentence stand around the place as well."""
    versions = matcher.versions
    first, stop = versions.old_table(unit.path).range(unit.start, unit.end)
    low, high = versions.new_table(match.path).range(*match.span)
    around = [
        *matcher.words.pieces(unit.path, max(0, first - BESIDE_WORDS), first),
        *matcher.words.pieces(unit.path, stop, stop + BESIDE_WORDS),
    ]
    came = [one for one in around if one.path == match.path and low - BESIDE_NEAR <= one.new <= high + BESIDE_NEAR]
    return sum(one.size for one in came) >= BESIDE_CAME


def _neighbours(matcher: Matcher, unit: Unit) -> list[Unit]:
    units = matcher.versions.old.units(unit.path)
    around = range(max(0, unit.index - BESIDE_SENTENCES), min(len(units), unit.index + BESIDE_SENTENCES + 1))
    return [units[index] for index in around if index != unit.index and len(units[index].keys) > 1]


def _beside(candidate: Match, match: Match) -> bool:
    if candidate.path != match.path or candidate.overlaps(match):
        return False
    return (
        match.units[0].index - BESIDE_APART <= candidate.units[-1].index
        and candidate.units[0].index <= match.units[-1].index + BESIDE_APART
    )
