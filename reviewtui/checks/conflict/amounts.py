"""The amounts of a sentence with what they measure: a deadline, a length, money, hours, a count of things."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.tuning import ONE_SIZE, SAME_TIME
from reviewtui.text.meaning.quantities import amount_of
from reviewtui.text.meaning.signals import signals_of

Measure = Literal["duration", "money", "percent", "clock", "date", "count", "often", "age"]

_OFTEN = {"daily": "1 day", "weekly": "7 day", "monthly": "1 month", "quarterly": "3 month", "yearly": "12 month"}
_ADVERBS = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}
_ADVERBIAL = frozenset({"annually"})
"""Stands by a verb; the others may stand by a noun, which they describe."""
_FRACTION_AGAIN = re.compile(r"\s*\(\d\s*/\s*\d\)")
"""A share in figures behind its words: "two-thirds (2/3)"."""
_TWICE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|\w+teen|\w+ty(?:-\w+)?)\s+\((\d+)\)",
    re.IGNORECASE,
)
"""A number in words and again in figures: "three (3) weeks"."""
_QUALIFIED = re.compile(
    r"(?<=[\w)])[\s-]+(?:paid|unpaid|full|whole|consecutive|clear|complete|further|additional|extra|calendar)[\s-]+"
    r"(?=(?:working\s+|business\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
"""Stands between a number and its unit: "5 paid days"."""
_RANGE = re.compile(r"\b\d+\s*[-\u2013]\s*(?=\d+[\s-]+(?:minute|hour|day|week|month|year)s?\b)")
"""The lower end of a range, which the upper one tells with it: "60-90 minutes"."""
_DAY_OF_MONTH = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)(?:\s+day)?|(?P<first>first)\s+day|(?P<last>last)\s+day|(?P<end>end))"
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
_SAME_DAY = re.compile(r"\b(?:on\s+the|that|the)\s+same\s+day\b", re.IGNORECASE)
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
    rf"|\b(?P<bare>{_NUMBER})(?:\s+years(?:\s+(?:of\s+age|old))?)?\s+(?:or|and)\s+(?:(?P<down>younger|under)|older|over|above)\b",
    re.IGNORECASE,
)
_SET = re.compile(
    rf"\b(?:(?:shall|must|should|will)\s+be|is|are)\s+(?P<number>{_NUMBER})(?=\s*(?:[.;,]|\Z))", re.IGNORECASE
)
"""What a number is said to be: "the quorum shall be fifteen"."""
_EVERY = re.compile(r"\b(?:every|each|per)\s+(day|week|month|quarter|year)\b", re.IGNORECASE)
_RELATIONS = (
    (
        "deadline",
        re.compile(
            r"\b(?:within(?:\s+the)?|inside|in|on the same|no later than|not later than|up to|at most|under)\s*\Z"
        ),
    ),
    ("often", re.compile(r"\b(?:every|each|per|once|once in|twice)\s*\Z")),
    ("after", re.compile(r"\b(?:after|beyond|longer than|over|more than)\s*\Z")),
    ("before", re.compile(r"\b(?:before|ahead)\s*\Z")),
    ("for", re.compile(r"\b(?:for|lasts?|last|of)\s*\Z")),
)
_VAGUE = re.compile(
    r"\b(?:about|around|roughly|some|only|at least|at most|up to|(?:no|not) (?:more|longer) than"
    r"|a minimum of|a maximum of|the next)\s*\Z"
)
_COMPARES = re.compile(r"\b(?:within|(?:no|not) later than|(?:more|longer|less) than|at least|at most)\s*\Z")
"""Before "a week" that is measured by it."""
_INDEFINITE = re.compile(r"\s*(?:an?|each|every|one\s+calendar)\b", re.IGNORECASE)
"""A day or year that measures nothing: "a day on which …"."""
_PART = re.compile(r"\b(?:first|next|last|other|remaining|rest\s+of\s+the|another|further|additional|extra)\s*\Z")
"""Before a part of something larger, which other parts stand beside."""
_NO_MODAL = (
    r"(?!\b(?:must|should|will|shall|may|can|please|have to|has to|need to|needs to"
    r"|(?:is|are)\s+(?:expected|required|asked|obliged))\b)"
)
_CASE = re.compile(
    rf"\b(?:if|where|when|whenever|unless|in case)\b(?:{_NO_MODAL}[^,;:])*\Z"
    rf"|\A\W*for\s(?!example|instance)(?:{_NO_MODAL}[^,;:])*\b(?:of|up to|over|under|than|least|most)\s*\Z"
)
"""Before an amount that says in which case a rule holds: "if you are away for more than …"."""
_ANCHOR = re.compile(r"['\u2019]?\s+(?:prior\s+)?(before|after|notice|old|of age|experience)\b", re.IGNORECASE)
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
_CURRENCY = re.compile(r"\s*(?:USD|GBP|EUR|NZD|AUD|CAD|CHF|SEK|NOK|DKK|dollars?|pounds?|euros?)\b")
_ONLY_ONE = re.compile(
    r"\b(?:at least|at most|only|exactly|no more than|just|holds?|ha(?:s|ve)|requires?|needs?|receives?|gets?|appoints?"
    r"|elects?|completes?|up to|a minimum of|a maximum of)\s*\Z"
)
"""Before a "one" that counts."""
_NOT_COUNTED = frozenset({"one", "once", "first", "second", "third", "half", "a", "an", "quarter", "twice"})
_NUMBERED = re.compile(
    r"\b(?:section|chapter|appendix|annex|page|step|version|part|figure|table|article|tier|level|stage|phase|priority)\s+\Z"
)
_MEASURED = re.compile(r"\s*(?:(?:19|20)\d\d\b|\d+\s*(?:(?:x|by)\s*\d|[-\u2013]\s))", re.IGNORECASE)
"""A year, the sides of a thing, and the number of a line ("4 - Often") count nothing."""
_COUNTED = re.compile(r"[,;:.()]|\b(?:and|or|of|in|on|at|for|to|with|who|that|before|after)\b")
_SIGNS: dict[str, Measure] = {"£": "money", "$": "money", "€": "money", "%": "percent"}
_LONG_NUMBER = re.compile(r"\+?\d[\d ()-]{6,}\d")


_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "month": 30.4}
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_DAY_OF = re.compile(
    r"\s+(?:of\s+(?:employment|service|work|membership|contract)|after|following|from)\b", re.IGNORECASE
)
"""Behind a counted day that something runs from: "their 90th day of employment"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: `value` in one form, `words` as they stand, `relation` such as "deadline", and what is counted.

    `anchor` is the word behind it that says from when it runs ("before", "after"); `case` says that it stands in a
    condition, where it says when a rule holds and not what it asks for. What an "8-week" amount describes is counted.
    `leads` says that it stands first, as in a line of a schedule.
    """

    measure: Measure
    value: str
    words: str
    relation: str = ""
    counted: tuple[str, ...] = ()
    anchor: str = ""
    case: bool = False
    leads: bool = False

    def is_same(self, other: "Amount") -> bool:
        """Return whether two amounts are equal: twelve months are 52 weeks."""
        ours, theirs = self.days, other.days
        if self.measure == "date":
            return _is_same_date(self, other)
        if self.value == other.value or not (ours and theirs):
            return self.value == other.value
        return max(ours, theirs) <= SAME_TIME * min(ours, theirs)

    def is_of_one_size(self, other: "Amount") -> bool:
        """Return whether two times may be meant for one thing: hours of a day and years of service are not."""
        ours, theirs = self.days, other.days
        if not (ours and theirs):
            return True
        return max(ours, theirs) <= ONE_SIZE * min(ours, theirs)

    @property
    def days(self) -> float:
        """A length of time in days, 0 for what is none."""
        number, _, unit = self.value.partition(" ")
        try:
            return float(number) * _DAYS.get(unit.removeprefix("working "), 0)
        except ValueError:
            return 0


def _is_same_date(first: Amount, second: Amount) -> bool:
    """Whether two dates may be one: a year or day that is left out ("-05-31", "2027-05-") is any."""
    ours, theirs = first.value.split("-"), second.value.split("-")
    if len(ours) == len(theirs):
        return all(a == b or not (a and b) for a, b in zip(ours, theirs, strict=True))
    return first.value in second.words.lower() or second.value in first.words.lower()


@lru_cache(maxsize=16384)
def amounts_of(plain: str) -> tuple[Amount, ...]:
    """Return the amounts of a plain sentence; telephone numbers, numbers of sections and "one of" are none."""
    line = _FRACTION_AGAIN.sub("", _RANGE.sub("", plain))
    line = _TWICE.sub(r"\1", _LONG_NUMBER.sub(lambda match: "#" * len(match[0]), _QUALIFIED.sub(" ", line)))
    amounts: list[Amount] = []
    at = 0
    for signal in signals_of(line):
        if signal.kind not in {"amount", "date"}:
            continue
        start = line.find(signal.words, at)
        if start < 0:
            continue
        at = start + len(signal.words)
        amount = _amount(signal.kind, signal.value, signal.words, line[:start].lower(), line[at:])
        if amount is not None:
            leads = not line[:start].strip(" (~*-")
            amounts.append(replace(amount, case=bool(_CASE.search(line[:start].lower())), leads=leads))
    amounts.extend(_day_of_month(match) for match in _DAY_OF_MONTH.finditer(line))
    amounts.extend(_deadlines(line))
    amounts.extend(_edges_of_months(line))
    amounts.extend(_age(match) for match in _AGE.finditer(line))
    amounts.extend(
        Amount("count", amount_of(match["number"]), match[0], "", concepts_of(line[: match.start()])[-3:])
        for match in _SET.finditer(line)
    )
    amounts.extend(Amount("money", "0", match[0]) for match in _FREE.finditer(line))
    amounts.extend(Amount("percent", "100 %", match[0]) for match in _IN_FULL.finditer(line))
    amounts.extend(Amount("duration", "for ever", match[0], "for") for match in _ALWAYS.finditer(line))
    amounts.extend(
        Amount("percent", "100 %" if match[0][0] in "uU" else "50.1 %", match[0]) for match in _MAJORITY.finditer(line)
    )
    amounts.extend(
        Amount("often", _OFTEN[_ADVERBS[match[1].lower()]], match[0], "often") for match in _EVERY.finditer(line)
    )
    return tuple(amounts)


def _age(match: "re.Match[str]") -> Amount:
    """Return an age; one below which something holds is another one than that from which it does."""
    number = next(filter(None, (match[name] for name in ("the", "aged", "plural", "bare"))))
    below = any(match[name] for name in ("under", "less", "young", "down"))
    return Amount("age", f"{'under ' if below else ''}{amount_of(number)}", match[0])


def _day_of_month(match: "re.Match[str]") -> Amount:
    day = match["day"] or (1 if match["first"] else 31)
    return Amount("date", f"day {int(day)}", match[0] if not match["day"] else match[0].split()[0])


def _deadlines(line: str) -> Iterator[Amount]:
    """Yield the deadlines that are said without a number."""
    for match in _AT_ONCE.finditer(line):
        yield Amount("duration", "0 day", match[0], "deadline")
    for match in _BY_THE_END.finditer(line):
        yield Amount("duration", "1 day" if match["next"] else _ENDS[match["end"].lower()], match[0], "deadline")
    for match in _SAME_DAY.finditer(line):
        yield Amount("duration", "1 day", match[0], "deadline")


def _edges_of_months(line: str) -> Iterator[Amount]:
    """Yield "the last day of March" and the like as dates; that of February has no number."""
    for match in _EDGE_OF_MONTH.finditer(line):
        month = _MONTHS.index(match["month"].lower())
        day = 1 if match["first"] else _LAST_DAYS[month]
        yield Amount("date", f"-{month + 1:02}-{f'{day:02}' if day else ''}", match[0])


def _amount(kind: str, value: str, words: str, before: str, after: str) -> Amount | None:
    number, _, unit = value.partition(" ")
    if _PART.search(before):
        return None
    if kind == "date":
        return Amount("clock" if ":" in value else "date", value, words)
    if value in _OFTEN:
        described = concepts_of(_COUNTED.split(after)[0])[:2] if words.lower().strip() not in _ADVERBIAL else ()
        return Amount("often", _OFTEN[value], words, "", described)
    if unit in _SIGNS:
        return Amount(_SIGNS[unit], value, words)
    if unit and unit != "time":
        return _duration(value, words, before, after)
    return None if _NUMBERED.search(before) else _count(number, words, before, after)


def _duration(value: str, words: str, before: str, after: str) -> Amount | None:
    """Return a length of time, or how often; "a day" by itself measures nothing."""
    relation = _relation(before)
    if relation == "often":
        return Amount("often", value, words, relation)
    anchor = _ANCHOR.match(after)
    if (_INDEFINITE.match(words) and not _COMPARES.search(before)) or (
        _ORDINAL.search(words) and not _DAY_OF.match(after)
    ):
        return None
    described = concepts_of(_COUNTED.split(after)[0])[:2] or ("",) if "-" in words else ()
    return Amount("duration", value, words, relation, described, anchor[1].lower() if anchor else "")


def _count(number: str, words: str, before: str, after: str) -> Amount | None:
    """Return a number with what it counts, None where it counts nothing."""
    if _CURRENCY.match(after):
        return Amount("money", f"{number} {after.split(maxsplit=1)[0]}", words)
    if words.lower().strip() == "one" and _ONLY_ONE.search(before):
        words = number = "1"
    if words.lower().strip() in _NOT_COUNTED or not number.replace(".", "").isdigit() or _MEASURED.match(words + after):
        return None
    counted = concepts_of(_COUNTED.split(after)[0])
    return Amount("count", number, words, "", counted[:3]) if counted else None


def _relation(before: str) -> str:
    plain = _VAGUE.sub("", before)
    return next((name for name, pattern in _RELATIONS if pattern.search(plain)), "")
