"""The amounts of a sentence with what they measure: a deadline, a length, money, hours, a count of things."""

import re
from calendar import day_name
from dataclasses import replace
from functools import lru_cache

from reviewtui.checks.conflict.amount import DAYS, OFTEN, Amount, Bound, Measure
from reviewtui.checks.conflict.amounts_in_words import DAYS_IN, amounts_in_words
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.text.meaning.signals import signals_of

_ADVERBIAL = frozenset({"annually"})
"""Stands by a verb; the others may stand by a noun, which they describe."""
_NAMED_YEARLY = re.compile(r"annual\s+(?:leave|general|report|accounts|holidays?|conference)\b", re.IGNORECASE)
"""A name with "annual" in it that says nothing of how often."""
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
_RELATIONS = (
    (
        "deadline",
        re.compile(
            r"\b(?:within(?:\s+the|\s+(?:their|your|the|its)\s+first)?|inside|in|on the same|no later than"
            r"|not later than|up to|at most|under)\s*\Z"
        ),
    ),
    ("first", re.compile(r"\bfirst\s*\Z")),
    ("often", re.compile(r"\b(?:every|each|per|once|once in|twice)\s*\Z")),
    ("after", re.compile(r"\b(?:after|beyond|longer than|over|more than)\s*\Z")),
    ("before", re.compile(r"\b(?:before|ahead)\s*\Z")),
    ("for", re.compile(r"\b(?:for|lasts?|last|of)\s*\Z")),
)
_VAGUE = re.compile(
    r"\b(?:about|around|roughly|some|only|at least|at most|up to|(?:no|not) (?:more|longer) than"
    r"|a minimum of|a maximum of|the next)\s*\Z"
)
_COMPARES = re.compile(
    r"\b(?:within|(?:no|not) later than|(?:more|longer|less) than|at least|at most"
    r"|(?:kept|keep|stored|held|lasts?|valid) for|(?:is|are) (?:over )?(?=a year old)|after)\s*\Z"
)
"""Before "a week" that is measured by it."""
_INDEFINITE = re.compile(r"\s*(?:an?|each|every|one\s+calendar)\b", re.IGNORECASE)
"""A day or year that measures nothing: "a day on which …"."""
_PART = re.compile(r"\b(?:next|last|other|remaining|rest\s+of\s+the|another|further|additional|extra)\s*\Z")
"""Before a part of something larger, which other parts stand beside."""
_WEEKDAYS = frozenset(name.lower() for name in day_name)
_NO_MODAL = (
    r"(?!\b(?:must|should|will|shall|may|can|please|have to|has to|need to|needs to"
    r"|(?:is|are)\s+(?:expected|required|asked|obliged))\b)"
)
_CASE = re.compile(
    rf"\b(?:if|where|when|whenever|unless|in case)\b(?:{_NO_MODAL}[^,;:])*\Z"
    rf"|\A\W*for\s(?!example|instance)(?:{_NO_MODAL}[^,;:])*\b(?:of|up to|over|under|than|least|most)\s*\Z"
)
"""Before an amount that says in which case a rule holds: "if you are away for more than …"."""
_ANCHOR = re.compile(
    r"['\u2019]?\s+(?:prior\s+)?(before|ahead|in advance|after|notice|old|of age|experience)\b", re.IGNORECASE
)
_ANCHORS = {"before": "notice", "ahead": "notice", "in advance": "notice", "old": "old"}
"""What says from when a time runs, by the word behind it."""
_CURRENCY = re.compile(r"\s*(?:USD|GBP|EUR|NZD|AUD|CAD|CHF|SEK|NOK|DKK|dollars?|pounds?|euros?)\b")
_ONLY_ONE = re.compile(
    r"\b(?:at least|at most|only|exactly|no more than|just|holds?|ha(?:s|ve)|requires?|needs?|receives?|gets?|appoints?"
    r"|elects?|completes?|up to|a minimum of|a maximum of)\s*\Z"
)
"""Before a "one" that counts."""
_IS_ENOUGH = re.compile(
    r"\s+(?:[\w-]+\s+){1,3}?(?:(?:is|are)\s+(?:enough|sufficient|needed|required|necessary)|suffices?|will\s+do)\b"
)
"""Behind it: "one written quote is enough"."""
_NOT_COUNTED = frozenset({"one", "once", "first", "second", "third", "half", "a", "an", "quarter", "twice"})
_NUMBERED = re.compile(
    r"\b(?:section|chapter|appendix|annex|page|step|version|part|figure|table|article|tier|level|stage|phase|priority)\s+\Z"
)
_MEASURED = re.compile(r"\s*(?:(?:19|20)\d\d\b|\d+\s*(?:(?:x|by)\s*\d|[-\u2013]\s))", re.IGNORECASE)
"""A year, the sides of a thing, and the number of a line ("4 - Often") count nothing."""
_OVER = re.compile(
    r"\b(?:over|above|exceed(?:s|ing)?|(?<!no )(?<!not )(?:more|longer|greater|higher)\s+than|beyond|from)\s*\Z"
)
_UNDER = re.compile(
    r"\b(?:under|below|up\s+to|at\s+most|(?:less|fewer|shorter|lower)\s+than|(?:no|not)\s+(?:more|longer)\s+than|within)\s*\Z"
)
_DENIED = re.compile(r"\b(?:not|no|never|nothing|nobody)\s+(?:be\s+)?\Z")
"""Turns a side round: what must not exceed an amount is not over it."""
_AND_MORE = re.compile(r"\s+(?:and|or)\s+(?:more|over|above|longer)\b", re.IGNORECASE)
_AND_LESS = re.compile(r"\s+(?:and|or)\s+(?:less|under|below|fewer|shorter)\b", re.IGNORECASE)
_COUNTED = re.compile(r"[,;:.()]|\b(?:and|or|of|in|on|at|for|to|with|who|that|before|after)\b")
_SIGNS: dict[str, Measure] = {"£": "money", "$": "money", "€": "money", "%": "percent"}
_LONG_NUMBER = re.compile(r"\+?\d[\d ()-]{6,}\d")


_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_DAY_OF = re.compile(
    r"\s+(?:of\s+(?:employment|service|work|membership|contract)|after|following|from)\b", re.IGNORECASE
)
"""Behind a counted day that something runs from: "their 90th day of employment"."""


@lru_cache(maxsize=16384)
def amounts_of(plain: str) -> tuple[Amount, ...]:
    """Return the amounts of a plain sentence; telephone numbers, numbers of sections and "one of" are none."""
    line = _FRACTION_AGAIN.sub("", _RANGE.sub("", plain))
    line = _TWICE.sub(r"\1", _LONG_NUMBER.sub(lambda match: "#" * len(match[0]), _QUALIFIED.sub(" ", line)))
    amounts: list[Amount] = []
    days_in = [match.span() for match in DAYS_IN.finditer(line)]
    at = 0
    for signal in signals_of(line):
        if signal.kind not in {"amount", "date"}:
            continue
        start = line.find(signal.words, at)
        if start < 0:
            continue
        at = start + len(signal.words)
        if any(first < start < last for first, last in days_in):
            continue
        amount = _amount(signal.kind, signal.value, signal.words, line[:start].lower(), line[at:])
        if amount is not None:
            before = line[:start].lower()
            leads = not before.strip(" (~*-")
            amounts.append(
                replace(amount, case=bool(_CASE.search(before)), leads=leads, bound=_bound(before, line[at:]))
            )
    return (*amounts, *amounts_in_words(line))


def _amount(kind: str, value: str, words: str, before: str, after: str) -> Amount | None:
    number, _, unit = value.partition(" ")
    if (_PART.search(before) and value not in _WEEKDAYS) or (
        value in OFTEN and _NAMED_YEARLY.match(f"{words.strip()}{after}")
    ):
        return None
    if kind == "date":
        return Amount("clock" if ":" in value else "date", value, words)
    if value in OFTEN:
        described = concepts_of(_COUNTED.split(after)[0])[:2] if words.lower().strip() not in _ADVERBIAL else ()
        return Amount("often", OFTEN[value], words, "", described)
    if unit in OFTEN or unit in _SIGNS:
        return _repeated(number, unit, words) if unit in OFTEN else Amount(_SIGNS[unit], value, words)
    if unit and unit != "time":
        return _duration(value, words, before, after)
    return None if _NUMBERED.search(before) else _count(number, words, before, after)


def _repeated(number: str, unit: str, words: str) -> Amount:
    """Return how often something is done that is done several times a month or a year, as days between."""
    length, _, measure = OFTEN[unit].partition(" ")
    return Amount("often", f"{float(length) * DAYS[measure] / float(number):g} day", words, "often")


def _duration(value: str, words: str, before: str, after: str) -> Amount | None:
    """Return a length of time, or how often; "a day" by itself measures nothing."""
    relation = _relation(before)
    if relation == "often":
        return Amount("often", value, words, relation)
    anchor = _ANCHOR.match(after)
    runs = _ANCHORS.get(anchor[1].lower(), anchor[1].lower()) if anchor else ""
    if runs == "of age":
        return None
    if (runs not in {"old", "notice"} and (_INDEFINITE.match(words) and not _COMPARES.search(before))) or (
        _ORDINAL.search(words) and not _DAY_OF.match(after)
    ):
        return None
    described = concepts_of(_COUNTED.split(after)[0])[:2] or ("",) if "-" in words else ()
    return Amount(
        "duration",
        value,
        words,
        relation,
        described,
        runs,
    )


def _count(number: str, words: str, before: str, after: str) -> Amount | None:
    """Return a number with what it counts, None where it counts nothing."""
    if _CURRENCY.match(after):
        return Amount("money", f"{number} {after.split(maxsplit=1)[0]}", words)
    if words.lower().strip() == "one" and (_ONLY_ONE.search(before) or _IS_ENOUGH.match(after)):
        words = number = "1"
    if words.lower().strip() in _NOT_COUNTED or not number.replace(".", "").isdigit() or _MEASURED.match(words + after):
        return None
    counted = concepts_of(_COUNTED.split(after)[0])
    return Amount("count", number, words, "", counted[:3]) if counted else None


def _bound(before: str, after: str) -> Bound:
    """Return on which side of an amount that lies which is spoken of, as far as the words beside it say."""
    side = _OVER.search(before) or _UNDER.search(before)
    if side is not None and _DENIED.search(before[: side.start()]):
        return ""
    if _OVER.search(before) or _AND_MORE.match(after):
        return "over"
    return "under" if side is not None or _AND_LESS.match(after) else ""


def _relation(before: str) -> str:
    plain = _VAGUE.sub("", before)
    return next((name for name, pattern in _RELATIONS if pattern.search(plain)), "")
