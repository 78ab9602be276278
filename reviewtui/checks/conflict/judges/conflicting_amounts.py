"""Two sentences about one thing that give different numbers, deadlines, hours, sums or dates."""

import re

from reviewtui.checks.conflict.amount import Amount
from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, contrasts
from reviewtui.checks.conflict.statements import DENIES
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.tuning import AMOUNT_NEAR, COUNT_NEAR, MOST_HELD, PART_HELD

_CASE = re.compile(r"\b(?:if|where|when|unless|provided|once)\b[^,;:]*(?:,|\Z)", re.IGNORECASE)
"""What has to be so before a rule holds."""
_LIMITS = re.compile(
    r"\b(?:without|until|unless|before|more|longer|later|less|fewer|exceed\w*|over|beyond)\b", re.IGNORECASE
)
"""Behind a "not": what has to be there, or what may not be passed."""
_AT_ONCE = "0 day"
_PHRASE = 2
"""Concepts of what is counted that are enough to know it again: "trained editors"."""
_NAMES = {
    "duration": "different times",
    "money": "different sums",
    "percent": "different shares",
    "clock": "different hours",
    "date": "different dates",
    "count": "different numbers",
    "often": "different intervals",
    "age": "different ages",
}


def amount_conflict(comparison: ComparedRules) -> str:
    """Return that two sentences give different amounts of one thing, empty where they do not."""
    here, there = (amounts_of(plain) for plain in comparison.plains)
    if not here or not there or _are_lines(here, there) or _are_records(here, there):
        return ""
    if len(set(map(_denies, comparison.plains))) > 1:
        return ""
    if contrasts(comparison.first, comparison.second, _words_of(here + there)):
        return ""
    for ours, theirs in _opposed(here, there):
        counted = {*ours.counted} & {*theirs.counted}
        held = PART_HELD if ours.measure == "count" and len(counted) >= _PHRASE else MOST_HELD
        nearness = comparison.nearness((*concepts_of(ours.words), *concepts_of(theirs.words)), held)
        near = nearness >= (COUNT_NEAR if ours.measure == "count" else AMOUNT_NEAR)
        if near and (ours.measure != "count" or counted) and _are_in_parts_shared(comparison, ours, theirs):
            words = f"“{ours.words.strip()}” and “{theirs.words.strip()}”"
            return f"{_NAMES[ours.measure]} for the same thing: {words}"
    return ""


def _are_in_parts_shared(comparison: ComparedRules, ours: Amount, theirs: Amount) -> bool:
    """Whether each amount stands in a part of its sentence, up to a semicolon, that the other one speaks of too."""
    return all(
        not concepts_of(part) or {*concepts_of(part)} & comparison.shared
        for plain, amount in zip(comparison.plains, (ours, theirs), strict=True)
        for part in plain.split(";")
        if amount.words in part
    )


def _denies(plain: str) -> bool:
    """Whether a sentence turns what it says: "not without", "not before" and "not more than" do not."""
    line = _CASE.sub("", plain)
    match = DENIES.search(line)
    return match is not None and not _LIMITS.search(line, match.end())


def _words_of(amounts: tuple[Amount, ...]) -> frozenset[str]:
    return frozenset(concept for amount in amounts for concept in concepts_of(amount.words))


def _opposed(here: tuple[Amount, ...], there: tuple[Amount, ...]) -> list[tuple[Amount, Amount]]:
    """Return the first amounts of each measure that the two sides give and do not share.

    Where they share one, what is left over on each side is compared only where either has a single one left.
    """
    opposed = []
    for measure in _NAMES:
        ours, theirs = _own(measure, here, there), _own(measure, there, here)
        shares = len(ours) < sum(amount.measure == measure for amount in here)
        if not ours or not theirs or (shares and max(len(ours), len(theirs)) > 1):
            continue
        matching = [(a, b) for a in ours for b in theirs if _comparable(a, b)]
        matching.sort(key=lambda pair: _quotient(*pair))
        opposed += matching[:4] if measure in {"count", "date"} else matching[:1]
    return opposed


def _own(measure: str, ours: tuple[Amount, ...], theirs: tuple[Amount, ...]) -> list[Amount]:
    """The amounts of a measure that one side gives and the other does not."""
    return [a for a in ours if a.measure == measure and not any(b.measure == measure and a.is_same(b) for b in theirs)]


def _quotient(first: Amount, second: Amount) -> float:
    """How far two times are apart, so that of several the two are told that are likeliest meant for one thing."""
    days = sorted((first.days, second.days))
    return days[1] / days[0] if days[0] else 1.0


def _comparable(first: Amount, second: Amount) -> bool:
    """Whether two amounts say the same of it: how long, or until when; "kept for" and "deleted after" do."""
    if first.measure == "often" and first.counted and second.counted and not {*first.counted} & {*second.counted}:
        return False
    relations = {first.relation, second.relation}
    if _AT_ONCE in {first.value, second.value} and relations != {"deadline"}:
        return False
    one_case = first.case == second.case or first.measure == "percent"
    if not one_case and (second if first.case else first).relation != "after":
        return False
    if first.anchor and second.anchor and first.anchor != second.anchor:
        return False
    if "deadline" in relations and {first.anchor, second.anchor} & {"before", "notice"}:
        return False
    return first.is_of_one_size(second) and _are_of_one_kind(relations)


def _are_of_one_kind(relations: set[str]) -> bool:
    """Whether two amounts stand in one relation, as far as both say: "within" and "by", "for" and "after"."""
    return len(relations) == 1 or "" in relations or relations <= {"for", "after"}


def _are_records(here: tuple[Amount, ...], there: tuple[Amount, ...]) -> bool:
    """Whether two sentences give several kinds of amounts and share none: each is a record of its own."""
    both = {amount.measure for amount in here} & {amount.measure for amount in there}
    return len(both) > 1 and not any(a.measure == b.measure and a.is_same(b) for a in here for b in there)


def _are_lines(here: tuple[Amount, ...], there: tuple[Amount, ...]) -> bool:
    """Whether both sentences begin with a time, as the lines of a schedule do."""
    return all(any(amount.leads and amount.measure != "count" for amount in side) for side in (here, there))
