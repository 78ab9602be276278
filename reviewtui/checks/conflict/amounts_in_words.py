"""The amounts that have no number of their own: "immediately", "for free", "the last day of March", "every week"."""

import re
from calendar import month_name
from collections.abc import Iterator

from reviewtui.checks.conflict.amount import DAYS, OFTEN, Amount
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.text.meaning.quantities import amount_of

_ADVERBS = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}
_ORDINALS = {
    word: day
    for day, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
} | {"fifteenth": 15, "twentieth": 20}
_DAY_OF_MONTH = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)(?:\s+day)?|(?P<first>first)\s+day|(?P<last>last)\s+day|(?P<end>end)"
    rf"|(?P<word>{'|'.join(_ORDINALS)})(?:\s+day)?)"
    r"\s+of\s+(?:(?:each|every|the|a|that)\s+(?:\w+\s+){0,2})?month\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:immediately|at\s+once|straight\s+away|right\s+away|without\s+delay|instantly)\b(?!\s+(?:after|before|following|upon|on|preceding|prior))",
    re.IGNORECASE,
)
"""A deadline without a number."""
_BY_THE_END = re.compile(
    r"\bby\s+(?:the\s+)?(?:end\s+of\s+(?:the|that)\s+(?:same\s+|working\s+)?(?P<end>day|week|month|quarter|year)"
    r"|(?P<next>next)\s+(?:working\s+)?(?:day|morning))\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:on\s+the|that|the)\s+same\s+day\b|\bon\s+the\s+day\s+(?=it\b|they\b|of\b|that\b|you\b)", re.IGNORECASE
)
_FIRST = re.compile(
    r"\b(?:within|in|during|by\s+the\s+end\s+of)\s+(?:their|your|the|its)\s+first\s+"
    r"(?P<first>day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
_ENDS = {"day": "1 day", "week": "7 day", "month": "1 month", "quarter": "3 month", "year": "12 month"}
_MONTHS = tuple(name.lower() for name in month_name if name)
_LAST_DAYS = (31, None, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EDGE_OF_MONTH = re.compile(
    rf"\b(?:(?P<first>first\s+day)|last\s+day|end)\s+(?:of|in)\s+(?P<month>{'|'.join(_MONTHS)})\b", re.IGNORECASE
)
_NUMBER = (
    r"\d{1,3}|(?:thir|four|fif|six|seven|eigh|nine)teen|t(?:wo|hree|en|welve|wenty(?:-one)?)"
    r"|four|five|six|seven|eight|nine|eleven|thirty"
)
_AGE = re.compile(
    rf"\b(?:(?P<under>under|below)|over|above)\s+the\s+age\s+of\s+(?P<the>{_NUMBER})\b"
    rf"|\b(?:aged?|age\s+of)\s+(?:(?P<less>under|below)\s+|(?:over|at\s+least)\s+)?(?P<aged>{_NUMBER})\b"
    rf"|\b(?:(?P<young>under)|over)[\s-](?P<plural>{_NUMBER})s\b"
    rf"|\b(?P<bare>{_NUMBER})(?:\s+years(?:\s+(?:of\s+age|old))?)?\s+(?:or|and)\s+(?:(?P<down>younger|under)|older|over|above)\b"
    rf"|\b(?P<years>{_NUMBER})\s+years\s+of\s+age\b",
    re.IGNORECASE,
)
_SET = re.compile(
    rf"\b(?:(?:shall|must|should|will)\s+be|is|are)\s+(?:at\s+least\s+)?(?P<number>{_NUMBER})(?=\s*(?:[.;,]|\Z))",
    re.IGNORECASE,
)
"""What a number is said to be: "the quorum shall be fifteen"."""
_EVERY = re.compile(r"\b(?:every|each|per)\s+(day|week|month|quarter|year)\b", re.IGNORECASE)
_EVERY_SECOND = re.compile(
    r"\b(?:every|each)\s+(?:(?P<second>second|other|alternate)|(?P<third>third))\s+(?P<unit>day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
DAYS_IN = re.compile(
    rf"\b(?P<number>{_NUMBER}|one)\s+(?:days?|evenings?|shifts?)\s+(?:in\s+)?(?:each|every|per|an?)\s+(?P<unit>week|month|quarter|year)\b",
    re.IGNORECASE,
)
"""How often something is done, as days: "two days in each month"."""
_PENCE = re.compile(r"\b(\d{1,3})(?:p\b|\s+pence\b)")
_FREE = re.compile(r"\bfree\s+of\s+charge\b|\bat\s+no\s+(?:cost|charge)\b|\bfor\s+free\b", re.IGNORECASE)
_ALWAYS = re.compile(r"\bfor\s+(?:ever|good)\b|\bforever\b|\bpermanently\b|\bindefinitely\b", re.IGNORECASE)
_MAJORITY = re.compile(
    r"\b(?:(?:simple|absolute|bare)\s+)?(?<!qualified )(?<!thirds )majority\b|\bunanim(?:ous|ously|ity)\b",
    re.IGNORECASE,
)
"""A share of votes that has no number."""
_IN_FULL = re.compile(
    r"\bfull\s+(?:\w+\s+)?(?:pay|salary|wages?|price|rate|fee|cost|amount)s?\b|\b(?:paid|refunded|reimbursed|pay)\s+in\s+full\b",
    re.IGNORECASE,
)
"""All of a sum."""


def amounts_in_words(line: str) -> Iterator[Amount]:
    """Yield the amounts of a line that are said in words alone, ages and days of a month with them."""
    yield from map(_day_of_month, _DAY_OF_MONTH.finditer(line))
    yield from _deadlines(line)
    yield from _edges_of_months(line)
    yield from map(_age, _AGE.finditer(line))
    for match in _SET.finditer(line):
        yield Amount("count", amount_of(match["number"]), match[0], "", concepts_of(line[: match.start()])[-3:])
    yield from _sums_and_shares(line)
    yield from _intervals(line)


def _sums_and_shares(line: str) -> Iterator[Amount]:
    """Yield what is free, in full, for ever, or a majority."""
    yield from (Amount("money", f"{int(match[1]) / 100:g} £", match[0]) for match in _PENCE.finditer(line))
    yield from (Amount("money", "0", match[0]) for match in _FREE.finditer(line))
    yield from (Amount("percent", "100 %", match[0]) for match in _IN_FULL.finditer(line))
    yield from (Amount("duration", "for ever", match[0], "for") for match in _ALWAYS.finditer(line))
    for match in _MAJORITY.finditer(line):
        yield Amount("percent", "100 %" if match[0][0] in "uU" else "50.1 %", match[0])


def _intervals(line: str) -> Iterator[Amount]:
    """Yield how often something is done: "every week", "every second year"."""
    for match in DAYS_IN.finditer(line):
        length, _, measure = OFTEN[_ADVERBS[match["unit"].lower()]].partition(" ")
        days = float(length) * DAYS[measure] / float(amount_of(match["number"]))
        yield Amount("often", f"{days:g} day", match[0], "often")
    for match in _EVERY.finditer(DAYS_IN.sub("#", line)):
        yield Amount("often", OFTEN[_ADVERBS[match[1].lower()]], match[0], "often")
    for match in _EVERY_SECOND.finditer(line):
        length, _, unit = OFTEN[_ADVERBS[match["unit"].lower()]].partition(" ")
        yield Amount("often", f"{int(length) * (2 if match['second'] else 3)} {unit}", match[0], "often")


def _age(match: "re.Match[str]") -> Amount:
    """Return an age; one below which something holds is another one than that from which it does."""
    number = next(filter(None, (match[name] for name in ("the", "aged", "plural", "bare", "years"))))
    below = any(match[name] for name in ("under", "less", "young", "down"))
    return Amount("age", f"{'under ' if below else ''}{amount_of(number)}", match[0])


def _day_of_month(match: "re.Match[str]") -> Amount:
    day = match["day"] or (1 if match["first"] else 31)
    if match["word"]:
        day = _ORDINALS[match["word"].lower()]
    return Amount("date", f"day {int(day)}", match[0] if not match["day"] else match[0].split()[0])


def _deadlines(line: str) -> Iterator[Amount]:
    """Yield the deadlines that are said without a number."""
    for match in _AT_ONCE.finditer(line):
        yield Amount("duration", "0 day", match[0], "deadline")
    for match in _BY_THE_END.finditer(line):
        yield Amount("duration", "1 day" if match["next"] else _ENDS[match["end"].lower()], match[0], "deadline")
    for match in _FIRST.finditer(line):
        yield Amount("duration", _ENDS[match["first"].lower()], match[0], "deadline")
    for match in _SAME_DAY.finditer(line):
        yield Amount("duration", "1 day", match[0], "deadline")


def _edges_of_months(line: str) -> Iterator[Amount]:
    """Yield "the last day of March" and the like as dates; that of February has no number."""
    for match in _EDGE_OF_MONTH.finditer(line):
        month = _MONTHS.index(match["month"].lower())
        day = 1 if match["first"] else _LAST_DAYS[month]
        yield Amount("date", f"-{month + 1:02}-{f'{day:02}' if day else ''}", match[0])
