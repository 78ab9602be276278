"""A passage placed by its sentences: each is matched, a phrase is found inside, what belongs together is joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewtui.text.placement.corroboration import stands
from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.spots import Spot
from reviewtui.text.placement.sub_phrase import phrase_inside
from reviewtui.text.placement.tuning import (
    ACCEPT,
    ACCEPT_FAR,
    CLEARLY_MORE,
    FOUND_SHARE,
    LEAST_SUBSTANCE,
    NEIGHBOUR_REACH,
    NEIGHBOURS,
    REWRITTEN_WORTH,
    RIVALS,
    TIE,
    TOGETHER,
)
from reviewtui.text.words.units import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence of the passage, the sentence it became, and the part of it that is the passage."""

    unit: Unit
    match: Match
    span: tuple[int, int]


def reworded_spots(matcher: Matcher, path: str, start: int, end: int) -> tuple[Spot, ...]:
    """Return where a passage is: one spot, several when they are equally likely, none when it is gone."""
    units = matcher.versions.old.touched(path, start, end)
    if not units:
        return _outside_prose(matcher, path, start, end)
    found = [one for unit in units if (one := _find(matcher, unit, start, end)) is not None]
    if not found:
        return ()
    if len(found) == 1:
        tied = _tied(matcher, found[0])
        if tied:
            return tuple(Spot(match.path, *match.span, sure=0.5) for match in tied)
    group = _together(found)
    if _weight(matcher, [one.unit for one in group]) < FOUND_SHARE * _weight(matcher, units):
        return ()
    low, high = min(one.span[0] for one in group), max(one.span[1] for one in group)
    sure = min(1.0, sum(one.match.score for one in group) / len(group))
    return (Spot(group[0].match.path, low, high, sure),)


def accepted(match: Match) -> bool:
    """Say whether a match is good enough to be an answer."""
    return match.score >= (ACCEPT if match.expected else ACCEPT_FAR)


def _find(matcher: Matcher, unit: Unit, start: int, end: int) -> Found | None:
    for match in matcher.matches(unit):
        if _is_it(matcher, unit, match):
            span = _part(matcher, unit, match, max(start, unit.start), min(end, unit.end))
            if span is not None:
                return Found(unit, match, span)
    beside = _beside_neighbours(matcher, unit)
    if beside is None:
        return None
    span = _part(matcher, unit, beside, max(start, unit.start), min(end, unit.end))
    return Found(unit, beside, span) if span is not None else None


def _beside_neighbours(matcher: Matcher, unit: Unit) -> Match | None:
    """Return the new sentence that says enough of what `unit` says and stands where its neighbours went."""
    runs: dict[tuple[str, int, int], None] = {}
    for path, index in _neighbours_homes(matcher, unit):
        count = len(matcher.versions.new.units(path))
        for there in range(max(0, index - NEIGHBOUR_REACH), min(count, index + NEIGHBOUR_REACH + 1)):
            if matcher.versions.claimed_by(path, there) is None and path in matcher.versions.open_files.texts:
                runs[path, there, there + 1] = None
    scored: list[tuple[float, Match]] = []
    for run in runs:
        match = matcher.match(unit, run, expected=False)
        compared = matcher.compared(unit, match.keys)
        if match.units[0].heading == unit.heading and compared.substance >= LEAST_SUBSTANCE:
            scored.append((compared.substance, match))
    scored.sort(key=lambda row: (-row[0], row[1].path, row[1].span))
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < CLEARLY_MORE):
        return None
    substance, best = scored[0]
    compared = matcher.compared(unit, best.keys)
    if compared.is_parallel or compared.substance < compared.order or not _likes_best(matcher, unit, best, substance):
        return None
    return replace(best, score=substance, part=None)


def _neighbours_homes(matcher: Matcher, unit: Unit) -> Iterator[tuple[str, int]]:
    """Yield where the sentences around one went, as far as that is sure: file and number."""
    units = matcher.versions.old.units(unit.path)
    stands = matcher.versions.standing(unit.path)
    for index in range(max(0, unit.index - NEIGHBOURS), min(len(units), unit.index + NEIGHBOURS + 1)):
        if index == unit.index or not units[index].keys:
            continue
        if index in stands:
            yield matcher.versions.partner[unit.path], stands[index]
            continue
        for match in matcher.matches(units[index])[:1]:
            if _is_it(matcher, units[index], match):
                yield match.path, match.units[0].index


def _is_it(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a match is the sentence: alike enough and not a parallel one, or clearly rewritten."""
    if match.likeness < 1.0:
        compared = matcher.compared(unit, match.keys)
        if (
            compared.is_rewritten
            and match.score >= REWRITTEN_WORTH
            and _likes_best(matcher, unit, match, compared.substance)
        ):
            return True
        if matcher.is_parallel(unit, match.keys, match.units[0].index, match.units[-1].index + 1):
            return False
    return accepted(match) and stands(matcher, unit, match)


def _likes_best(matcher: Matcher, unit: Unit, match: Match, substance: float) -> bool:
    """Say whether no other sentence of the old version has more of its substance in a place."""
    for there in match.units:
        for other in matcher.versions.old.alike(there, RIVALS):
            if other is not unit and matcher.compared(other, match.keys).substance > substance:
                return False
    return True


def _part(matcher: Matcher, unit: Unit, match: Match, start: int, end: int) -> tuple[int, int] | None:
    """Return where the part `start` to `end` of a sentence is in the sentence that was found for it."""
    inside = [index for index, term in enumerate(unit.terms) if start < term.end and term.start < end]
    if len(inside) == len(unit.terms):
        return match.span
    found = phrase_inside(unit.terms, match.terms, inside[0], inside[-1] + 1, match.likeness) if inside else None
    return found or _literal(matcher, unit, match, (start, end))


def _literal(matcher: Matcher, unit: Unit, match: Match, part: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the very characters of a part stand in the sentence, as the same one of equally many."""
    words = unit.text[slice(*part)]
    before = [at.start() for at in re.finditer(re.escape(words), unit.text[unit.start : unit.end])]
    low, high = match.span
    after = [at.start() for at in re.finditer(re.escape(words), matcher.versions.new.texts[match.path][low:high])]
    if len(before) != len(after) or part[0] - unit.start not in before:
        return None
    at = low + after[before.index(part[0] - unit.start)]
    return at, at + len(words)


def _tied(matcher: Matcher, found: Found) -> list[Match]:
    """Return all matches when others are as likely as the best, and nothing but the words speaks for it."""
    best = found.match
    if best.expected:
        return []
    partner = matcher.versions.partner.get(found.unit.path)
    rivals = [
        match
        for match in matcher.matches(found.unit)
        if best.score - match.score < TIE
        and (match.path == partner) == (best.path == partner)
        and not match.overlaps(best)
    ]
    return [best, *rivals] if rivals else []


def _together(found: list[Found]) -> list[Found]:
    """Return those sentences of a passage that stand together in the new version and hold most of it."""
    groups: list[list[Found]] = []
    for one in sorted(found, key=lambda row: (row.match.path, row.span)):
        last = groups[-1][-1].match if groups else None
        match = one.match
        if last is not None and last.path == match.path and match.units[0].index - last.units[-1].index <= TOGETHER:
            groups[-1].append(one)
        else:
            groups.append([one])
    return max(groups, key=lambda group: sum(len(one.unit.keys) for one in group))


def _weight(matcher: Matcher, units: list[Unit]) -> float:
    return sum(matcher.versions.open_files.weight(key) for unit in units for key in unit.keys)


def _outside_prose(matcher: Matcher, path: str, start: int, end: int) -> tuple[Spot, ...]:
    """Place what is no sentence (front matter, code, a link's target): by the word diff alone."""
    projection = matcher.versions.projection(path)
    if projection is None:
        return ()
    first, stop = projection.old.range(start, end)
    pieces = projection.pieces(first, stop)
    kept = sum(n for _, _, n in pieces)
    if kept * 2 <= stop - first:
        return ()
    low, high = pieces[0][1], pieces[-1][1] + pieces[-1][2]
    return (Spot(matcher.versions.partner[path], *projection.new.span(low, high), sure=kept / (stop - first)),)
