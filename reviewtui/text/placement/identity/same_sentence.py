"""Whether a match is the sentence that is looked for: alike enough, where it may be, and no other one put alike.

A heading, a name or half a sentence stands in many texts. Where it is found far from where the word map expects it, it
is the same passage only if its words are many and rare enough to stand for themselves, or if what stood beside it came
along.
"""

from reviewtui.text.placement.identity.equal_passages import copied_from_another
from reviewtui.text.placement.identity.item_label import has_its_label
from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.similarity import SentenceComparison
from reviewtui.text.placement.tuning import (
    ACCEPT,
    ACCEPT_BESIDE,
    ACCEPT_FAR,
    ALONE,
    ALONE_NEAR,
    BESIDE_ALIKE,
    BESIDE_APART,
    BESIDE_CAME,
    BESIDE_NEAR,
    BESIDE_SENTENCES,
    BESIDE_WORDS,
    CLEAR,
    CLEARLY_MORE,
    FREELY_SHARED,
    OUTDONE,
    PUT_ALIKE,
    REWRITTEN_WORTH,
    RIVALS,
)
from reviewtui.text.words.units import Unit


def is_same(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a match is the sentence: alike enough and not a parallel one, or clearly rewritten."""
    if stands_twice(match) or copied_from_another(matcher, [unit], match.path, match.span):
        return False
    if match.similarity < 1.0:
        compared = matcher.compared(unit, match.keys)
        if match.similarity < CLEAR and outdone(matcher, unit, match, compared.substance + OUTDONE):
            return False
        if (
            (compared.is_rewritten or (compared.is_freely_rewritten and _stands_out(matcher, unit, match)))
            and match.score >= REWRITTEN_WORTH
            and stands(matcher, unit, match)
            and likes_best(matcher, unit, match, compared.substance)
        ):
            return True
        if _is_doubtful(matcher, unit, match, compared) and not has_its_label(matcher, unit, match):
            return False
    return stands(matcher, unit, match) and (accepted(match) or _holds_with_neighbours(matcher, unit, match))


def _holds_with_neighbours(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a place that is a little less alike is expected, has its neighbours and shares rare words."""
    compared = matcher.compared(unit, match.keys)
    return (
        match.expected
        and match.score >= ACCEPT_BESIDE
        and compared.shared >= FREELY_SHARED
        and _is_corroborated(matcher, unit, match)
        and likes_best(matcher, unit, match, compared.substance)
        and not outdone(matcher, unit, match, compared.substance)
    )


def _is_doubtful(matcher: Matcher, unit: Unit, match: Match, compared: SentenceComparison) -> bool:
    """Say whether a place shares too little with a sentence, or is put like it and about something else."""
    if (compared.is_thin and match.similarity < CLEAR) or (
        compared.keeps_form_alone and not _is_corroborated(matcher, unit, match)
    ):
        return True
    parallel = matcher.is_parallel(unit, match.keys, match.units[0].index, match.units[-1].index + 1)
    return parallel and not (compared.says_nearly_all and _has_no_siblings(matcher, unit, match))


def _has_no_siblings(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether no other sentence, before or after, is put like this one: none that it could be taken for."""
    if not match.expected and not _is_corroborated(matcher, unit, match):
        return False
    olds = (other.keys for other in matcher.versions.old.alike(unit, RIVALS) if other is not unit)
    news = (other.keys for other in matcher.candidates(unit) if not other.overlaps(match))
    return all(matcher.compared(unit, keys).order < PUT_ALIKE for keys in (*olds, *news))


def accepted(match: Match) -> bool:
    """Say whether a match is good enough to be an answer."""
    return match.score >= (ACCEPT if match.expected else ACCEPT_FAR)


def stands(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether `match` is expected, tells enough by its own words, or what stood beside it came along."""
    if match.expected:
        return True
    near = matcher.versions.partner.get(unit.path) == match.path
    if near and match.part is None:
        return True
    return shared_weight(matcher, unit, match) >= (ALONE_NEAR if near else ALONE) or _is_corroborated(
        matcher, unit, match
    )


def shared_weight(matcher: Matcher, unit: Unit, match: Match) -> float:
    """Return how much the terms tell that a sentence shares with the place that was found for it."""
    there = set(match.keys)
    return sum(map(matcher.versions.open_files.weight, filter(there.__contains__, set(unit.keys))))


def _is_corroborated(matcher: Matcher, unit: Unit, match: Match) -> bool:
    return _words_came(matcher, unit, match) or any(
        _beside(candidate, match)
        for other in _neighbours(matcher, unit)
        for candidate in matcher.candidates(other)[:1]
        if candidate.similarity >= BESIDE_ALIKE
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
    came = [run for run in around if run.path == match.path and low - BESIDE_NEAR <= run.new <= high + BESIDE_NEAR]
    return sum(run.size for run in came) >= BESIDE_CAME


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


def stands_twice(match: Match) -> bool:
    """Say whether the words of a part stand more than once in its sentence: any of them could be it."""
    if match.part is None:
        return False
    keys, part = [term.key for unit in match.units for term in unit.terms], match.keys
    return sum(keys[at : at + len(part)] == part for at in range(len(keys) - len(part) + 1)) > 1


def outdone(matcher: Matcher, unit: Unit, match: Match, substance: float) -> bool:
    """Say whether another place, which no other sentence has, holds more of the substance of a sentence than this."""
    return any(
        not other.overlaps(match)
        and matcher.compared(unit, other.keys).substance > substance
        and matcher.versions.claimed_by(other.path, other.units[0].index) is None
        for other in matcher.candidates(unit)
    )


def _stands_out(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a place has clearly more of the substance of a sentence than all others."""
    substance = matcher.compared(unit, match.keys).substance
    return all(
        other.overlaps(match) or matcher.compared(unit, other.keys).substance <= substance - CLEARLY_MORE
        for other in matcher.candidates(unit)
    )


def likes_best(matcher: Matcher, unit: Unit, match: Match, substance: float) -> bool:
    """Say whether no other sentence of the old version has more of its substance in a place."""
    for there in match.units:
        for other in matcher.versions.old.alike(there, RIVALS):
            if (
                other is not unit
                and matcher.compared(other, match.keys).substance > substance
                and not _has_its_own(matcher, other, match)
            ):
                return False
    return True


def _has_its_own(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a sentence certainly stands elsewhere than at a place."""
    partner, there = matcher.versions.partner.get(unit.path), matcher.versions.standing(unit.path).get(unit.index)
    return there is not None and (partner != match.path or there not in {place.index for place in match.units})
