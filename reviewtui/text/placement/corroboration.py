"""Whether a place that speaks for itself with a few words only is confirmed by what stood around the passage.

A heading, a name or half a sentence stands in many texts. Where it is found far from where the word diff expects it, it
is the same passage only if its words are many and rare enough to stand for themselves, or if what stood beside it came
along.
"""

from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.words.units import Unit

_ALONE = 3.2
"""Weight of shared terms (`Corpus.weight`) with which a passage needs no company: about four rare words."""
_ALONE_NEAR = 1.6
"""The same for a part of a sentence in the file that the passage's own file became."""
_REACH = 2
"""Sentences on each side of the passage that are asked where they went."""
_AROUND = 12
_NEAR = 30
_CAME = 4
_ALIKE = 0.6
_APART = 3


def stands(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether `match` is expected, tells enough by its own words, or has company."""
    if match.expected:
        return True
    near = matcher.versions.partner.get(unit.path) == match.path
    if near and match.part is None:
        return True
    return told(matcher, unit, match) >= (_ALONE_NEAR if near else _ALONE) or _in_company(matcher, unit, match)


def told(matcher: Matcher, unit: Unit, match: Match) -> float:
    """Return how much the terms tell that a sentence shares with the place that was found for it."""
    there = set(match.keys)
    return sum(map(matcher.versions.open_files.weight, filter(there.__contains__, set(unit.keys))))


def _in_company(matcher: Matcher, unit: Unit, match: Match) -> bool:
    return _words_came(matcher, unit, match) or any(
        _beside(candidate, match)
        for other in _neighbours(matcher, unit)
        for candidate in matcher.candidates(other)[:1]
        if candidate.likeness >= _ALIKE
    )


def _words_came(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether words around the sentence stand around the place as well."""
    versions = matcher.versions
    first, stop = versions.old_table(unit.path).range(unit.start, unit.end)
    low, high = versions.new_table(match.path).range(*match.span)
    around = [
        *matcher.words.pieces(unit.path, max(0, first - _AROUND), first),
        *matcher.words.pieces(unit.path, stop, stop + _AROUND),
    ]
    came = [one for one in around if one.path == match.path and low - _NEAR <= one.new <= high + _NEAR]
    return sum(one.size for one in came) >= _CAME


def _neighbours(matcher: Matcher, unit: Unit) -> list[Unit]:
    units = matcher.versions.old.units(unit.path)
    around = range(max(0, unit.index - _REACH), min(len(units), unit.index + _REACH + 1))
    return [units[index] for index in around if index != unit.index and len(units[index].keys) > 1]


def _beside(candidate: Match, match: Match) -> bool:
    if candidate.path != match.path or candidate.overlaps(match):
        return False
    return (
        match.units[0].index - _APART <= candidate.units[-1].index
        and candidate.units[0].index <= match.units[-1].index + _APART
    )
