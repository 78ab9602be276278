"""A passage placed by its sentences: each is matched, a phrase is found inside, what belongs together is joined.

A heading, a name or half a sentence stands in many texts. Where it is found far from where the word map expects it, it
is the same passage only if its words are many and rare enough to stand for themselves, or if what stood beside it came
along.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewtui.text.placement.matching import Match, Matcher
from reviewtui.text.placement.spots import Spot
from reviewtui.text.placement.sub_phrase import clause_inside, phrase_inside
from reviewtui.text.placement.tuning import (
    ACCEPT,
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
    FOUND_SHARE,
    LEAST_SUBSTANCE,
    MOST_LIKELY,
    NEIGHBOUR_REACH,
    NEIGHBOURS,
    REWRITTEN_WORTH,
    RIVALS,
    THIN_REPLACED,
    TIE,
    TOGETHER,
    UNSURE,
    WHOLE_FROM,
)
from reviewtui.text.words.units import Unit


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
    if _weight(matcher, [row.unit for row in group]) < FOUND_SHARE * _weight(matcher, units):
        return ()
    low, high = min(row.span[0] for row in group), max(row.span[1] for row in group)
    sure = min(1.0, sum(row.match.score for row in group) / len(group))
    return (Spot(group[0].match.path, low, high, sure),)


def accepted(match: Match) -> bool:
    """Say whether a match is good enough to be an answer."""
    return match.score >= (ACCEPT if match.expected else ACCEPT_FAR)


def _find(matcher: Matcher, unit: Unit, start: int, end: int) -> FoundSentence | None:
    for match in matcher.matches(unit):
        if _is_it(matcher, unit, match):
            span = _part(matcher, unit, match, max(start, unit.start), min(end, unit.end))
            if span is not None:
                return FoundSentence(unit, match, span)
    beside = _beside_neighbours(matcher, unit)
    if beside is None:
        return None
    span = _part(matcher, unit, beside, max(start, unit.start), min(end, unit.end))
    return FoundSentence(unit, beside, span) if span is not None else None


def nearest_places(matcher: Matcher, unit: Unit) -> list[tuple[Match, float]]:
    """Return the places most like a sentence that has none, and how sure each is: never more than half."""
    scored: list[tuple[Match, float]] = []
    for match in matcher.candidates(unit):
        substance = matcher.compared(unit, match.keys).substance
        if match.score > 0 and max(match.similarity, substance) >= LEAST_SUBSTANCE:
            scored.append((match, min(UNSURE, max(match.score, substance) / 2)))
    scored.sort(key=lambda row: (-row[1], row[0].path, row[0].span))
    apart: list[tuple[Match, float]] = []
    for match, sure in scored:
        if not any(match.overlaps(other) for other, _ in apart):
            apart.append((match, sure))
    return apart[:MOST_LIKELY]


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
    expected = any(match.expected and match.units == best.units for match in matcher.candidates(unit))
    if _stands_twice(best) or (compared.is_thin and (expected or compared.replaced >= THIN_REPLACED)):
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
    if _stands_twice(match):
        return False
    if match.similarity < 1.0:
        compared = matcher.compared(unit, match.keys)
        if (
            (compared.is_rewritten or (compared.is_freely_rewritten and _stands_out(matcher, unit, match)))
            and match.score >= REWRITTEN_WORTH
            and _likes_best(matcher, unit, match, compared.substance)
        ):
            return True
        if compared.is_thin and match.similarity < CLEAR:
            return False
        if matcher.is_parallel(unit, match.keys, match.units[0].index, match.units[-1].index + 1):
            return False
    return accepted(match) and stands(matcher, unit, match)


def _stands_twice(match: Match) -> bool:
    """Say whether the words of a part stand more than once in its sentence: any of them could be it."""
    if match.part is None:
        return False
    keys, part = [term.key for unit in match.units for term in unit.terms], match.keys
    return sum(keys[at : at + len(part)] == part for at in range(len(keys) - len(part) + 1)) > 1


def _stands_out(matcher: Matcher, unit: Unit, match: Match) -> bool:
    """Say whether a place has clearly more of the substance of a sentence than all others."""
    substance = matcher.compared(unit, match.keys).substance
    return all(
        other.overlaps(match) or matcher.compared(unit, other.keys).substance <= substance - CLEARLY_MORE
        for other in matcher.candidates(unit)
    )


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
    partner = matcher.versions.partner.get(sentence.unit.path)
    rivals = [
        match
        for match in matcher.matches(sentence.unit)
        if best.score - match.score < TIE
        and (match.path == partner) == (best.path == partner)
        and not match.overlaps(best)
    ]
    return [best, *rivals] if rivals else []


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
    return max(groups, key=lambda group: sum(len(sentence.unit.keys) for sentence in group))


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
