"""A passage placed by its sentences: each is assigned, a phrase is found inside, what belongs together is joined."""

import re
from dataclasses import dataclass, replace

from reviewtui.text.placement.equal_passages import place_among_equals
from reviewtui.text.placement.place_values import PlaceCandidate
from reviewtui.text.placement.same_clause import is_another_of_its_kind
from reviewtui.text.placement.sentence_matching.sentence_assignment import Claim, SentenceAssignment
from reviewtui.text.placement.sentence_matching.sentence_likeness import (
    SentenceLikeness,
    compare_sentences,
    densest_part,
    share_own_words,
)
from reviewtui.text.placement.sentence_matching.sentence_part import clause_inside, phrase_inside
from reviewtui.text.placement.tuning import LEAST_ORDER
from reviewtui.text.span import Span
from reviewtui.text.words.units import Unit

TOLD = 0.5
"""A place with this probability is told; less is offered."""
_LIKELY = 0.25
"""A place with this probability is told too where it has words in a row that no other sentence has."""
_BESIDE = 0.15
"""So likely a sentence of a passage has to be where another one of it is told."""
_MUCH_KEPT, _LITTLE_TOLD = 0.3, 0.57
"""Where less of what a sentence says is left, a place is told with this probability."""
_IN_FILE, _WELL_KEPT, _IN_ORDER = 0.35, 0.55, 0.43
"""In the file that its own became a place is told with this probability, for so much of what it says and its order.

Of 15 such places 14 were right; the other one was a picture.
"""
_LEAST_KEPT = 0.2
"""Where so little of it is left, what stands around it tells nothing: of 4 places 2 were right, of those before 4."""
_HALF_KEPT, _FEW_WORDS, _MORE_WORDS = 0.5, 2, 3
"""Where less than half of what a sentence says is left, or not much, so many words tell it: another rule has one."""
_ORDER_KEPT = 0.75
"""Unless so much of its words, with those that bind them, stayed in their order: "managers: what you need to do"."""
_RIVAL = 0.5
"""A place with so much of the probability of the likeliest one is its rival: neither is told."""
_WHOLE_FROM = 0.45
"""A sentence that became so much of a longer one, in letters, is that whole sentence now; less is a part of it.

Readers' labels differ on it; from here on both count the place as right.
"""
_PART_KEPT = 0.75
"""A part must hold so much of what the sentence says."""
_TOGETHER = 3
"""Sentences of a passage stand together within so many sentences."""
_NEW_BETWEEN = 12
"""They also do with so many sentences put between them, as long as none of these is an old one."""
_FOUND_SHARE = 0.4
"""What was found of a passage must hold this much of it, in sentences or in words by how much they tell."""


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of the passage, the place that it went to, and the part of that place that is the passage."""

    unit: Unit
    claim: Claim
    span: Span


def reworded_locations(assignment: SentenceAssignment, path: str, start: int, end: int) -> tuple[PlaceCandidate, ...]:
    """Return where a passage is: one location, several when each may be it, none when it is gone."""
    units = assignment.versions.old.touched(path, start, end)
    if not units:
        return _outside_prose(assignment, path, start, end)
    rows = [row for unit in units if (row := _find(assignment, unit, (start, end))) is not None]
    if len(units) > 1:
        rows = [row for row in rows if _is_its_own(assignment, row)]
    group = _together(assignment, rows)
    if not any(_tells(assignment, row) for row in group):
        return _rival_locations(assignment, units[0]) if len(units) == 1 else ()
    held = [row.unit for row in _around(group, rows, len(units))]
    share = _weight(assignment, held) / max(_weight(assignment, units), 1e-9)
    share = max(share, len(held) / len(units))
    if share < _FOUND_SHARE:
        return ()
    low, high = min(row.span[0] for row in group), max(row.span[1] for row in group)
    sure = min(1.0, share) * sum(row.claim.probability for row in group) / len(group)
    whole = start <= units[0].start and units[-1].end <= end
    return (PlaceCandidate(group[0].claim.place.path, low, high, sure, whole=whole),)


def _find(assignment: SentenceAssignment, unit: Unit, passage: Span) -> FoundSentence | None:
    claims = _rival_claims(assignment, unit)
    part = max(passage[0], unit.start), min(passage[1], unit.end)
    if len(claims) == 1 and claims[0].probability >= _BESIDE:
        span = _part(assignment, unit, claims[0], part)
        if span is not None:
            return FoundSentence(unit, claims[0], span)
    return None if part == (unit.start, unit.end) else _split_off(assignment, unit, part)


def _is_its_own(assignment: SentenceAssignment, row: FoundSentence) -> bool:
    """Say whether a sentence was found at itself: at none that says the same of, or is put alike about, another one.

    Of one that has equals an edited one may be any.
    """
    versions, unit, place = assignment.versions, row.unit, row.claim.place
    if len(versions.old.equal(unit)) < 2:
        return unit.keys == place.keys or not is_another_of_its_kind(versions.old, unit, place.keys)
    if unit.keys != place.keys:
        return False
    there = unit.path, (unit.start, unit.end)
    return not place_among_equals(versions.old, there, versions.new, (place.path, place.span)).spans


def _split_off(assignment: SentenceAssignment, unit: Unit, part: Span) -> FoundSentence | None:
    """Return where a part of a sentence is that became a sentence of its own, told by words that only it has."""
    versions = assignment.versions
    keys = [term.key for term in unit.terms if part[0] < term.end and term.start < part[1]]
    for claim in assignment.claims(unit):
        if share_own_words(keys, claim.place.keys, (versions.old, versions.new)):
            span = _part(assignment, unit, claim, part)
            sure = max(claim.probability, TOLD)
            return None if span is None else FoundSentence(unit, replace(claim, probability=sure), span)
    return None


def _tells(assignment: SentenceAssignment, row: FoundSentence) -> bool:
    """Say whether a sentence is surely enough where it was found: by all evidence, or by words that only it has."""
    alike, versions = row.claim.comparison, assignment.versions
    if _keeps_enough_words(alike) and row.claim.probability >= (TOLD if alike.kept >= _MUCH_KEPT else _LITTLE_TOLD):
        return alike.kept >= _LEAST_KEPT and alike.order >= LEAST_ORDER
    if _is_well_kept_in_its_file(assignment, row):
        return True
    likely = row.claim.probability >= _LIKELY
    return likely and share_own_words(row.unit.keys, row.claim.place.keys, (versions.old, versions.new))


def _keeps_enough_words(alike: SentenceLikeness) -> bool:
    """Say whether so many words stayed that it is no other rule with one of them: "members may vote", "must pay"."""
    if alike.kept >= _HALF_KEPT or alike.order >= _ORDER_KEPT:
        return True
    return alike.words >= (_FEW_WORDS if alike.kept >= _MUCH_KEPT else _MORE_WORDS)


def _is_well_kept_in_its_file(assignment: SentenceAssignment, row: FoundSentence) -> bool:
    """Say whether a sentence was found in the file that its own became, with most of its words in their order.

    In another file as many words may be those of a parallel text. Pictures have names of a few words.
    """
    alike, unit = row.claim.comparison, row.unit
    if assignment.versions.partner.get(unit.path) != row.claim.place.path or row.claim.probability < _IN_FILE:
        return False
    return alike.kept >= _WELL_KEPT and alike.order >= _IN_ORDER and not unit.text.startswith("![", unit.start)


def _rival_claims(assignment: SentenceAssignment, unit: Unit) -> list[Claim]:
    """Return the likeliest place of a sentence and the others, apart from it, that are nearly as likely."""
    rivals: list[Claim] = []
    for claim in assignment.claims(unit):
        apart = not any(claim.place.overlaps(other.place) for other in rivals)
        if not rivals or (apart and claim.probability >= _RIVAL * rivals[0].probability):
            rivals.append(claim)
    return rivals


def _rival_locations(assignment: SentenceAssignment, unit: Unit) -> tuple[PlaceCandidate, ...]:
    """Return the places of a sentence that most likely is at one of them, and nobody can say at which."""
    rivals = _rival_claims(assignment, unit)
    if len(rivals) < 2 or sum(claim.probability for claim in rivals) < TOLD:
        return ()
    return tuple(PlaceCandidate(claim.place.path, *claim.place.span, sure=claim.probability) for claim in rivals)


def _part(assignment: SentenceAssignment, unit: Unit, claim: Claim, part: Span) -> Span | None:
    """Return where a part of a sentence is in the place that was found for it."""
    inside = [index for index, term in enumerate(unit.terms) if part[0] < term.end and term.start < part[1]]
    terms = claim.place.terms
    if len(inside) == len(unit.terms):
        return _whole_or_part(assignment, unit, claim)
    there = phrase_inside(unit.terms, terms, inside[0], inside[-1] + 1, claim.comparison.order) if inside else None
    there = there or _literal(assignment, unit, claim, part)
    if there is None and inside:
        text, weight = assignment.versions.new.texts[claim.place.path], assignment.versions.open_files.weight
        there = clause_inside(unit.keys, (inside[0], inside[-1] + 1), text, terms, weight)
    return there


def _whole_or_part(assignment: SentenceAssignment, unit: Unit, claim: Claim) -> Span:
    """Return the place of a whole sentence, or the part of a much longer place that holds what it says."""
    low, high = claim.place.span
    terms, keys = claim.place.terms, claim.place.keys
    first, stop = densest_part(unit.keys, keys)
    part = low if first == 0 else terms[first].start, high if stop == len(terms) else terms[stop - 1].end
    if part[1] - part[0] >= _WHOLE_FROM * (high - low):
        return low, high
    held = compare_sentences(unit.keys, keys[first:stop], assignment.versions.open_files.weight)
    return part if held.kept >= _PART_KEPT else (low, high)


def _literal(assignment: SentenceAssignment, unit: Unit, claim: Claim, part: Span) -> Span | None:
    """Return where the very characters of a part stand in the sentence, as the same one of equally many."""
    words = unit.text[slice(*part)]
    before = [at.start() for at in re.finditer(re.escape(words), unit.text[unit.start : unit.end])]
    low, high = claim.place.span
    there = assignment.versions.new.texts[claim.place.path][low:high]
    after = [at.start() for at in re.finditer(re.escape(words), there)]
    if len(before) != len(after) or part[0] - unit.start not in before:
        return None
    at = low + after[before.index(part[0] - unit.start)]
    return at, at + len(words)


def _together(assignment: SentenceAssignment, sentences: list[FoundSentence]) -> list[FoundSentence]:
    """Return those sentences of a passage that stand together in the new version and hold most of it."""
    groups: list[list[FoundSentence]] = [[]]
    for sentence in sorted(sentences, key=lambda row: (row.claim.place.path, row.span)):
        if groups[-1] and _stand_together(assignment, groups[-1][-1], sentence):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return max(groups, key=lambda group: sum(map(_held, group)))


def _stand_together(assignment: SentenceAssignment, one: FoundSentence, other: FoundSentence) -> bool:
    """Say whether two sentences of a passage are near each other, or only new ones were put between them."""
    last, place = one.claim.place, other.claim.place
    if last.path != place.path or place.first - last.last > _NEW_BETWEEN:
        return False
    if place.first - last.last <= _TOGETHER:
        return True
    between = range(last.last + 1, place.first)
    in_order = one.unit.index < other.unit.index
    return in_order and all(assignment.versions.claimed_by(place.path, number) is None for number in between)


def _held(sentence: FoundSentence) -> float:
    """Return how much of a sentence is where it was found, in words, by how likely it is there."""
    return len(sentence.unit.keys) * sentence.claim.comparison.substance * sentence.claim.probability


def _around(group: list[FoundSentence], rows: list[FoundSentence], count: int) -> list[FoundSentence]:
    """Return the sentences of a passage of `count` that stand near a group of them or not far from it."""
    path, low, high = group[0].claim.place.path, group[0].claim.place.first, group[-1].claim.place.last
    reach = _TOGETHER + count
    places = ((row, row.claim.place) for row in rows)
    return [
        row for row, there in places if there.path == path and low - reach <= there.first and there.last <= high + reach
    ]


def _weight(assignment: SentenceAssignment, units: list[Unit]) -> float:
    return sum(assignment.versions.open_files.weight(key) for unit in units for key in unit.keys)


def _outside_prose(assignment: SentenceAssignment, path: str, start: int, end: int) -> tuple[PlaceCandidate, ...]:
    """Place what is no sentence (front matter, code, a link's target): by the word diff alone."""
    projection = assignment.versions.projection(path)
    if projection is None:
        return ()
    first, stop = projection.old.range(start, end)
    pieces = projection.kept_runs(first, stop)
    kept = sum(n for _, _, n in pieces)
    if kept * 2 <= stop - first:
        return ()
    low, high = pieces[0][1], pieces[-1][1] + pieces[-1][2]
    return (
        PlaceCandidate(assignment.versions.partner[path], *projection.new.span(low, high), sure=kept / (stop - first)),
    )
