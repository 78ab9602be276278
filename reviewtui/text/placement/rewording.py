"""A passage placed by its sentences: each is matched, a phrase is found inside, what belongs together is joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewtui.text.placement.identity.same_sentence import is_same, likes_best, outdone, stands_twice
from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.spots import Spot
from reviewtui.text.placement.sub_phrase import clause_inside, phrase_inside
from reviewtui.text.placement.tuning import (
    ACCEPT,
    CLEAR,
    CLEARLY_MORE,
    FOUND_SHARE,
    LEAST_SUBSTANCE,
    MUCH_LESS_ALIKE,
    NEIGHBOUR_REACH,
    NEIGHBOURS,
    OUTDONE,
    SHARES_CLEARLY_MORE,
    THIN_REPLACED,
    TIE,
    TOGETHER,
    WHOLE_FROM,
)
from reviewtui.text.words.units import Unit


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of the passage, the sentence it became, and the part of it that is the passage."""

    unit: Unit
    match: Match
    span: tuple[int, int]


def reworded_spots(matcher: Matcher, path: str, start: int, end: int) -> tuple[Spot, ...]:
    """Return where a passage is: one spot, several when they are equally likely, none when it is gone."""
    units = matcher.versions.old.touched(path, start, end)
    if not units:
        return _outside_prose(matcher, path, start, end)
    rows = [row for unit in units if (row := _find(matcher, unit, start, end)) is not None]
    if not rows:
        return ()
    if len(rows) == 1:
        tied = _tied(matcher, rows[0])
        if tied:
            return tuple(Spot(match.path, *match.span, sure=0.5) for match in tied)
    group = _together(rows)
    found = _weight(matcher, [row.unit for row in _around(group, rows, len(units))])
    if found < FOUND_SHARE * _weight(matcher, units) and sum(row.match.similarity == 1.0 for row in group) < 2:
        return ()
    low, high = min(row.span[0] for row in group), max(row.span[1] for row in group)
    sure = min(1.0, sum(row.match.score for row in group) / len(group))
    return (Spot(group[0].match.path, low, high, sure),)


def _find(matcher: Matcher, unit: Unit, start: int, end: int) -> FoundSentence | None:
    refused = 0.0
    for match in matcher.matches(unit):
        if match.similarity < refused - MUCH_LESS_ALIKE:
            break
        if not is_same(matcher, unit, match):
            refused = max(refused, match.similarity if match.expected else 0.0)
        else:
            clearest = _clearest(matcher, unit, match)
            span = _part(matcher, unit, clearest, max(start, unit.start), min(end, unit.end))
            if span is not None:
                return FoundSentence(unit, clearest, span)
    beside = _beside_neighbours(matcher, unit)
    if beside is None:
        return None
    span = _part(matcher, unit, beside, max(start, unit.start), min(end, unit.end))
    return FoundSentence(unit, beside, span) if span is not None else None


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
    if compared.is_parallel or compared.substance < compared.order or not likes_best(matcher, unit, best, substance):
        return None
    if outdone(matcher, unit, best, substance):
        return None
    expected = any(match.expected and match.units == best.units for match in matcher.candidates(unit))
    if stands_twice(best) or (compared.is_thin and (expected or compared.replaced >= THIN_REPLACED)):
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
            if is_same(matcher, units[index], match):
                yield match.path, match.units[0].index


def _part(matcher: Matcher, unit: Unit, match: Match, start: int, end: int) -> tuple[int, int] | None:
    """Return where the part `start` to `end` of a sentence is in the sentence that was found for it."""
    inside = [index for index, term in enumerate(unit.terms) if start < term.end and term.start < end]
    if len(inside) == len(unit.terms):
        whole = match.units[0].start, match.units[-1].end
        low, high = match.span
        return whole if high - low >= WHOLE_FROM * (whole[1] - whole[0]) else match.span
    part = phrase_inside(unit.terms, match.terms, inside[0], inside[-1] + 1, match.similarity) if inside else None
    part = part or _literal(matcher, unit, match, (start, end))
    if part is None and inside:
        text, weight = matcher.versions.new.texts[match.path], matcher.versions.open_files.weight
        part = clause_inside(unit.keys, (inside[0], inside[-1] + 1), text, match.terms, weight)
    return part


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


def _tied(matcher: Matcher, sentence: FoundSentence) -> list[Match]:
    """Return all matches when others are as likely as the best, and nothing but the words speaks for it."""
    best = sentence.match
    if best.expected:
        return []
    rivals = _rivals(matcher, sentence.unit, best)
    if best.similarity < CLEAR:
        substance = matcher.compared(sentence.unit, best.keys).substance - OUTDONE
        rivals = [match for match in rivals if matcher.compared(sentence.unit, match.keys).substance >= substance]
    if best.score >= ACCEPT:
        least = matcher.compared(sentence.unit, best.keys).shared - SHARES_CLEARLY_MORE
        rivals = [match for match in rivals if matcher.compared(sentence.unit, match.keys).shared > least]
    return [best, *rivals] if rivals else []


def _clearest(matcher: Matcher, unit: Unit, best: Match) -> Match:
    """Return of places that are equally likely the one that shares clearly more rare words; else the best."""
    shared = {match: matcher.compared(unit, match.keys).shared for match in (best, *_rivals(matcher, unit, best))}
    first = max(shared, key=lambda match: shared[match])
    clear = all(shared[first] - other >= SHARES_CLEARLY_MORE for match, other in shared.items() if match is not first)
    return first if clear and first.expected == best.expected and is_same(matcher, unit, first) else best


def _rivals(matcher: Matcher, unit: Unit, best: Match) -> list[Match]:
    """Return the other places of a sentence that are about as likely as the best one."""
    partner = matcher.versions.partner.get(unit.path)
    return [
        match
        for match in matcher.matches(unit)
        if best.score - match.score < TIE
        and (match.path == partner) == (best.path == partner)
        and not match.overlaps(best)
    ]


def _together(sentences: list[FoundSentence]) -> list[FoundSentence]:
    """Return those sentences of a passage that stand together in the new version and hold most of it."""
    groups: list[list[FoundSentence]] = []
    for sentence in sorted(sentences, key=lambda row: (row.match.path, row.span)):
        last = groups[-1][-1].match if groups else None
        match = sentence.match
        if last is not None and last.path == match.path and match.units[0].index - last.units[-1].index <= TOGETHER:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return max(groups, key=lambda group: sum(len(row.unit.keys) * row.match.similarity for row in group))


def _around(group: list[FoundSentence], rows: list[FoundSentence], count: int) -> list[FoundSentence]:
    """Return the sentences of a passage of `count` that stand near a group of them or not far from it."""
    path, low, high = group[0].match.path, group[0].match.units[0].index, group[-1].match.units[-1].index
    reach = TOGETHER + count
    return [
        row
        for row in rows
        if row.match.path == path
        and low - reach <= row.match.units[0].index
        and row.match.units[-1].index <= high + reach
    ]


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
