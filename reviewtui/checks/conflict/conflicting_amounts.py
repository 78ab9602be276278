"""Two sentences about one thing that give different numbers, deadlines, hours, sums, dates or contacts."""

import re

from reviewtui.checks.conflict.amounts import Amount, amounts_of
from reviewtui.checks.conflict.subject import contrasts, is_near, parted, speaks_of_kinds, speaks_of_others
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import (
    ACT_SHARED,
    AMOUNT_ALIKE,
    AMOUNT_HELD,
    CONTACT_HELD,
    MUTUAL_ALIKE,
    MUTUAL_HELD,
    NEAR_AMOUNT_HELD,
    OF_MANY_ALIKE,
    OF_MANY_RAREST,
    OFTEN_ALIKE,
    OVERVIEW_ALIKE,
    OVERVIEW_HELD,
    RARE_THING,
    RARE_THING_HELD,
    RARE_THING_SIZE,
    SHORT_ALIKE,
    SHORT_RAREST,
    WHOLE_HELD,
)

_CONTACTS = (
    ("address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "number",
        re.compile(
            r"(?<![\w/-])(?:\+\d{1,3}[ -]?)?(?:\(?0\d{2,4}\)?[ -]?)\d{3}[ -]?\d{3,4}\b|\bext(?:ension|\.)?\s*\d{3,6}\b",
            re.IGNORECASE,
        ),
    ),
)


_BESIDE_A_NUMBER = frozenset(
    concepts_of(
        "call telephone phone number ring email contact line free local rates charges apply extension am pm day"
    )
    + concepts_of("week hour monday tuesday wednesday thursday friday saturday sunday mon-fri mon fri sat sun midnight")
)
"""What stands beside every telephone number, so that it says nothing of whose it is."""


def contact_conflict(pair: ConceptPair, *, overview: bool) -> str:
    """Return why two sentences contradict each other in an address or a number, empty when they do not.

    With `overview` one of them is there to restate the other.
    """
    for name, pattern in _CONTACTS:
        here, there = (set(pattern.findall(place.sentence.plain)) for place in (pair.first, pair.second))
        if not here or not there or here & there:
            continue
        values = set(concepts_of(" ".join(here | there)))
        beside = [concept for concept in pair.shared if concept not in values | _BESIDE_A_NUMBER]
        if len(beside) >= (1 if overview else 2) and pair.held >= CONTACT_HELD:
            return f"different {name}s for the same contact: “{min(here)}” and “{min(there)}”"
    return ""


_RUNS_FROM = re.compile(
    r"\b(?:minute|hour|day|week|month|year)s?['\u2019]?\s+(?:of|from|after|before|following|once|since)\s+(?:\w+\s+){0,2}?\w+ing\b[^,;.]*",
    re.IGNORECASE,
)
"""From when a time runs: "of receiving your appeal"; what is to be done then stands elsewhere."""
_TELLING = frozenset({"deadline", "for"})
"""How an amount stands in a sentence where it says by itself what it is: until when, or how long."""
_OF_MANY = frozenset({"count", "percent"})
"""Of these a text holds many that have nothing to do with each other."""
_NAMES = {
    "duration": "different times",
    "money": "different sums",
    "percent": "different shares",
    "clock": "different hours",
    "date": "different dates",
    "count": "different numbers",
    "often": "different intervals",
}


def amount_conflict(pair: ConceptPair, *, overview: bool, mutual: bool) -> str:
    """Return why two sentences contradict each other in an amount, empty when they do not.

    With `overview` one of them is there to restate the other, with `mutual` no other sentence is likelier to speak of
    the same thing: less has to be alike then.
    """
    here, there = amounts_of(pair.first.sentence.plain), amounts_of(pair.second.sentence.plain)
    if (
        not here
        or not there
        or _are_lines(here, there)
        or (parted(pair, overview=overview) and not (overview and pair.held >= AMOUNT_HELD))
    ):
        return ""
    if not overview and (speaks_of_others(pair) or _of_parallel_parts(pair) or _are_records(pair, here, there)):
        return ""
    alike = _alike(pair, overview=overview, mutual=mutual)
    for here_amount, there_amount in _opposed(here, there):
        counts = here_amount.measure == "count"
        if not overview and not _says_enough(pair, here_amount, mutual=mutual):
            continue
        if counts and not (_same_things(here_amount, there_amount, pair) or (overview and alike)):
            continue
        if not counts and _describe_others(pair, here_amount, there_amount):
            continue
        if not counts and not overview and _other_acts(pair):
            continue
        likely = alike or (mutual and _of_likely_one_thing(pair, here_amount, there_amount))
        if not counts and not (likely or _of_one_rare_thing(pair, here_amount, there_amount)):
            continue
        words = f"“{here_amount.words.strip()}” and “{there_amount.words.strip()}”"
        return f"{_NAMES[here_amount.measure]} for the same thing: {words}"
    return ""


def _says_enough(pair: ConceptPair, amount: Amount, *, mutual: bool) -> bool:
    """Whether two sentences are alike enough for what a text holds much of: shares, numbers, how often."""
    if amount.measure in _OF_MANY:
        return pair.score >= OF_MANY_ALIKE and pair.rarest <= OF_MANY_RAREST
    if amount.measure == "often":
        return (mutual or pair.score >= OFTEN_ALIKE) and not speaks_of_kinds(pair)
    return True


def _of_parallel_parts(pair: ConceptPair) -> bool:
    """Whether two parts of one file treat two kinds of one thing: "Maternity leave" and "Paternity leave"."""
    here, there = set(pair.first.about), set(pair.second.about)
    return pair.first.path == pair.second.path and bool(here & there and here - there and there - here)


def _are_records(pair: ConceptPair, here: tuple[Amount, ...], there: tuple[Amount, ...]) -> bool:
    """Whether two sentences of one file give several amounts each and share none: steps or rows, each its own."""
    if pair.first.path != pair.second.path or min(len(here), len(there)) < 2:
        return False
    return not {amount.value for amount in here} & {amount.value for amount in there}


def _alike(pair: ConceptPair, *, overview: bool, mutual: bool) -> bool:
    """Whether two sentences share enough to give an amount of one thing."""
    if len(pair.shared) < 2 and not _one_under_heading(pair):
        return False
    if not overview and len(pair.shared) <= 2 and pair.rarest > SHORT_RAREST and pair.score < SHORT_ALIKE:
        return mutual and pair.held >= AMOUNT_HELD and _often(pair)
    if overview:
        return pair.held >= OVERVIEW_HELD and pair.score >= OVERVIEW_ALIKE
    held = NEAR_AMOUNT_HELD if is_near(pair) else AMOUNT_HELD
    return pair.held >= held and pair.score >= AMOUNT_ALIKE


def _often(pair: ConceptPair) -> bool:
    """Whether both sentences say how often, which says by itself what it is."""
    return all(
        any(amount.measure == "often" for amount in amounts_of(place.sentence.plain))
        for place in (pair.first, pair.second)
    )


def _of_one_rare_thing(pair: ConceptPair, here: Amount, there: Amount) -> bool:
    """Whether two sentences give the same kind of time or sum of something that hardly another sentence speaks of."""
    if is_near(pair) or not 0 < pair.rarest <= RARE_THING or pair.held < RARE_THING_HELD:
        return False
    if contrasts(pair.first.sentence.concepts, pair.second.sentence.concepts):
        return False
    kind = here.measure == "often" or (here.relation == there.relation and here.relation in _TELLING)
    return kind and here.is_of_one_size(there) and _quotient(here, there) <= RARE_THING_SIZE


def _of_likely_one_thing(pair: ConceptPair, here: Amount, there: Amount) -> bool:
    """Whether two sections give the same kind of amount, and no other sentence comes as near to either."""
    if pair.first.section == pair.second.section or len(pair.shared) < 2:
        return False
    if pair.held < MUTUAL_HELD or pair.score < MUTUAL_ALIKE:
        return False
    return here.relation == there.relation != "" and here.is_of_one_size(there)


def _other_acts(pair: ConceptPair) -> bool:
    """Whether what is to be done differs, and only what the time runs from is the same."""
    ours, theirs = (set(concepts_of(_RUNS_FROM.sub("", place.sentence.plain))) for place in (pair.first, pair.second))
    return len(ours & theirs) < min(2, ACT_SHARED * min(len(ours), len(theirs)))


def _describe_others(pair: ConceptPair, here: Amount, there: Amount) -> bool:
    """Whether an amount such as "8-week" describes what the other sentence does not speak of."""
    sides = ((here, pair.second), (there, pair.first))
    return any(amount.counted and not set(amount.counted) & set(other.sentence.concepts) for amount, other in sides)


def _one_under_heading(pair: ConceptPair) -> bool:
    """Whether all of a short sentence is in the other, and a heading over one of them is in the other too."""
    here, there = pair.first, pair.second
    named = set(here.about) & set(there.sentence.concepts) or set(there.about) & set(here.sentence.concepts)
    return bool(pair.shared and named - set(pair.shared)) and pair.held >= WHOLE_HELD


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
        opposed += matching[:4] if measure == "count" else matching[:1]
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
    relations = {first.relation, second.relation}
    if first.case != second.case and (second if first.case else first).relation != "after":
        return False
    if first.anchor and second.anchor and first.anchor != second.anchor:
        return False
    if "deadline" in relations and {first.anchor, second.anchor} & {"before", "notice"}:
        return False
    if not first.is_of_one_size(second):
        return False
    if "" in relations and "deadline" in relations and _unit(first) != _unit(second):
        return False
    return len(relations) == 1 or "" in relations or relations <= {"for", "after"}


def _are_lines(here: tuple[Amount, ...], there: tuple[Amount, ...]) -> bool:
    """Whether both sentences begin with a time, as the lines of a schedule do."""
    return all(any(amount.leads and amount.measure != "count" for amount in side) for side in (here, there))


def _unit(amount: Amount) -> str:
    return amount.words.split()[-1].lower().rstrip("s")


def _same_things(first: Amount, second: Amount, pair: ConceptPair) -> bool:
    """Whether two numbers count the same things, and the sentences share more than these."""
    both = set(first.counted) & set(second.counted)
    if not both or len(both) < min(len(first.counted), len(second.counted)):
        return False
    beside = [concept for concept in pair.shared if concept not in both]
    return bool(beside) and (len(both) > 1 or pair.held >= AMOUNT_HELD)
