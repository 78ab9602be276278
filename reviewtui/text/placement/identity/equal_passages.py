"""Whether words that went to another file are those of a passage, or of an equal one that stood elsewhere.

Several files may say the same in the same words, as a footer or a form does. Where such words stand in a new file, they
came from the place whose neighbours came along; where those of others fit as well, nobody can say whose they are.
"""

from reviewtui.text.placement.matching import Matcher
from reviewtui.text.placement.tuning import FITS_BETTER
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.units import Corpus, Unit


def copied_from_another(matcher: Matcher, units: list[Unit], path: str, span: Span) -> bool:
    """Say whether characters `span` of the new file `path` fit an equal old passage as well as the one of `units`."""
    if not units or matcher.versions.partner.get(units[0].path) == path:
        return False
    old, new = matcher.versions.old, matcher.versions.new
    there = new.touched(path, *span)
    return bool(there) and any(_is_anothers(old, unit, new, there) for unit in units)


def _is_anothers(old: Corpus, unit: Unit, new: Corpus, there: list[Unit]) -> bool:
    twins = [twin for twin in old.equal(unit) if twin is not unit]
    if not twins:
        return False
    place = max(there, key=lambda each: len(unit.bag & each.bag))
    return max(_fit(old, twin, new, place) for twin in twins) > _fit(old, unit, new, place) - FITS_BETTER


def _fit(old: Corpus, unit: Unit, new: Corpus, place: Unit) -> float:
    """Return how much what stands around an old sentence is like what stands around a new one: 0 to 3."""
    pairs = [(_beside(old, unit, step), _beside(new, place, step)) for step in (-1, 1)]
    pairs.append((old.section(unit), new.section(place)))
    return sum(_alike(before, after) for before, after in pairs)


def _beside(corpus: Corpus, unit: Unit, step: int) -> Unit | None:
    units, index = corpus.units(unit.path), unit.index + step
    return units[index] if 0 <= index < len(units) else None


def _alike(before: Unit | None, after: Unit | None) -> float:
    """Return the share of terms that two neighbours have in common."""
    if before is None or after is None or not (before.bag or after.bag):
        return 0.0
    return (before.bag & after.bag).total() / (before.bag | after.bag).total()
