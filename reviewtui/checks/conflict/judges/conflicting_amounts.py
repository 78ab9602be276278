"""Two sentences about one thing that give different numbers, deadlines, hours, sums or dates."""

import re

from reviewtui.checks.conflict.amount import Amount
from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.clauses import about
from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.conflict.statements import DENIES
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import AMOUNT_AGREES
from reviewtui.checks.input.vocabulary import LIGHT
from reviewtui.text.meaning.holders import people_in

_CASE = re.compile(r"\b(?:if|where|when|unless|provided|once)\b[^,;:]*(?:,|\Z)", re.IGNORECASE)
"""What has to be so before a rule holds."""
_LIMITS = re.compile(
    r"\b(?:without|until|unless|before|more|longer|later|less|fewer|exceed\w*|over|beyond)\b", re.IGNORECASE
)
"""Behind a "not": what has to be there, or what may not be passed."""
_RUNS = re.compile(
    r"\s+(?:of(?=\s+(?:\w+ing|the|their|its|a|an|receipt)\b)|after|from|following|before|prior\s+to|since|(?:of\s+[\w\s]{2,40}?\s)before)"
    r"\s+(?!age\b)([^,;:.]+)",
    re.IGNORECASE,
)
"""Behind a time: what it runs from or to."""
_AT_ONCE = "0 day"
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


def amount_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that two sentences give different amounts of one thing, None where they do not."""
    here, there = (amounts_of(plain) for plain in comparison.plains)
    if not here or not there or _are_lines(here, there) or _are_records(here, there):
        return None
    if len(set(map(_denies, comparison.plains))) > 1:
        return None
    apart = comparison.distance(_words_of(here + there))
    for ours, theirs in _opposed(here, there):
        if ours.measure == "count" and not _count_one_thing(ours, theirs):
            continue
        agreement = _agreement(comparison, (ours, theirs)) - apart
        if agreement >= AMOUNT_AGREES:
            words = f"“{ours.words.strip()}” and “{theirs.words.strip()}”"
            return Contradiction(f"{_NAMES[ours.measure]} for the same thing: {words}", agreement)
    return None


def _count_one_thing(ours: Amount, theirs: Amount) -> bool:
    """Whether two numbers count the same: the same word, or people in both."""
    return not {*ours.counted}.isdisjoint(theirs.counted) or all(map(people_in, (ours.counted[0], theirs.counted[0])))


def _agreement(comparison: ComparedRules, amounts: tuple[Amount, Amount]) -> float:
    """Return how much the clauses of two amounts agree, but for what one alone runs from: "of the acknowledgement"."""
    sides = tuple(zip(comparison.plains, amounts, strict=True))
    starts = [_starts(plain, amount) for plain, amount in sides]
    acts = [{duty.act for duty in duties_of(plain)} for plain in comparison.plains]
    if (starts[0] - starts[1] and starts[1] - starts[0]) or starts[0] & acts[1] or starts[1] & acts[0]:
        return 0.0
    both_cases = all(amount.case for amount in amounts)
    ours, theirs = (
        (
            _about_all(plain, amount)
            if both_cases or amount.words not in place.sentence.plain
            else about(plain, amount.words)
        )
        - (starts[0] ^ starts[1])
        for place, (plain, amount) in zip((comparison.first, comparison.second), sides, strict=True)
    )
    return comparison.agreement(ours, theirs)


def _about_all(plain: str, amount: Amount) -> frozenset[str]:
    """Return all that a sentence is about: its amount says when it holds, or stands before a list."""
    return frozenset(concepts_of(plain)) - frozenset(concepts_of(amount.words)) - LIGHT


def _starts(plain: str, amount: Amount) -> frozenset[str]:
    """Return what a time runs from or to, as far as it stands behind it."""
    after = plain.partition(amount.words)[2] if amount.measure == "duration" else ""
    match = _RUNS.match(after)
    return frozenset(concepts_of(match[1])) if match else frozenset()


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
        if not ours or not theirs or (shares and max(map(_values, (ours, theirs))) > 1):
            continue
        matching = [(a, b) for a in ours for b in theirs if _comparable(a, b)]
        matching.sort(key=lambda pair: (_quotient(*pair), pair[0].relation != pair[1].relation))
        opposed += matching[:4] if measure in {"count", "date"} else matching[:1]
    return opposed


def _values(amounts: list[Amount]) -> int:
    return len({amount.value for amount in amounts})


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
    if not _run_alike(first, second, relations):
        return False
    return first.is_of_one_size(second) and _are_of_one_kind(relations)


def _run_alike(first: Amount, second: Amount, relations: set[str]) -> bool:
    """Whether two times run from one point, as far as a word behind them says: an age goes with how long or since."""
    anchors = {first.anchor, second.anchor}
    if len(anchors - {""}) > 1 or (
        anchors == {"", "notice"} and (second if first.anchor else first).relation == "deadline"
    ):
        return False
    return "old" not in anchors or len(anchors) == 1 or bool(relations & {"for", "after"})


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
