"""Numbers and amounts in prose, brought to one form: "two weeks", "a fortnight" and "14 days" are equal."""

import re

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_UNITS_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_SMALL = {word: value for value, word in enumerate(_UNITS_WORDS)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_MEASURES = (
    r"(?:working|business|calendar|consecutive|clear)\s+)?(?:days?|hours?|weeks?|months?|years?)|minutes?|mins?|hrs?"
    r"|seconds?|fortnights?|quarters?|per\s?cent|percent|%|pounds?|euros?|dollars?|pence|times"
)
_TO_DAYS = {"week": 7, "fortnight": 14, "day": 1}


def number_words() -> str:
    """Return the pattern of an amount: digits or number words, with currency and measure."""
    words = "|".join(sorted([*_SMALL, *_SCALES, "dozen", "once", "twice", "thrice"], key=len, reverse=True))
    spelled = rf"(?:(?:{words})(?:[\s-]+(?:and\s+)?(?=(?:{words})\b)(?:{words}))*)"
    digits = r"[£$€]?\s?\d+(?:,\d{3})*(?:\.\d+)*(?:st|nd|rd|th|k|m|bn)?"
    measures = "day|hour|week|month|year|fortnight|quarter|third|half|dozen"
    article = rf"(?:a|an)(?=\s+(?:(?:working|calendar|business)\s+)?(?:{measures})\b)"
    ordinals = "|".join(_ORDINALS)
    return (
        rf"(?<![\w.])(?:{digits}|\b(?:{spelled}|{article}|(?:a\s+)?(?:half|quarter)|(?:{ordinals}))\b)"
        rf"(?:[\s-]*(?:(?:{_MEASURES})\b)?"
        rf"|\b(?:daily|weekly|monthly|quarterly|annually|yearly)\b"
    )


def amount_words() -> list[str]:
    """Return the words that an amount or a date can begin with, in lower case."""
    months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    short = [month[:3] for month in months]
    often = [
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "annually",
        "yearly",
        "half",
        "quarter",
        "dozen",
        "once",
        "twice",
        "thrice",
        "a",
        "an",
        "sept",
    ]
    return [*_SMALL, *_SCALES, *_ORDINALS, *months, *short, *often]


def amount_of(words: str) -> str:
    """Return an amount in one form: the number, then the measure, durations of whole days in days."""
    low = words.lower().replace(",", "").replace("-", " ").strip()
    if low in {"daily", "weekly", "monthly", "quarterly", "annually", "yearly"}:
        return "yearly" if low == "annually" else low
    number = _number(low)
    unit = _unit(low)
    if number is None:
        return low
    if unit in _TO_DAYS:
        return f"{number * _TO_DAYS[unit]:g} day"
    if unit == "year":
        return f"{number * 12:g} month"
    if unit == "hour" and number % 24 == 0:
        return f"{number / 24:g} day"
    return f"{number:g} {unit}".strip()


def _unit(low: str) -> str:
    if "£" in low or "pound" in low:
        return "£"
    if "%" in low or "cent" in low:
        return "%"
    for sign, unit in (("$", "$"), ("dollar", "$"), ("€", "€"), ("euro", "€")):
        if sign in low:
            return unit
    kind = "working " if re.search(r"working|business", low) else ""
    found = re.search(r"(day|hour|hr|week|month|year|minute|min|second|fortnight|quarter|time)s?\Z", low)
    if not found or (found[1] == "second" and not re.search(r"\d", low)):
        return ""
    names = {"hr": "hour", "min": "minute"}
    return kind + names.get(found[1], found[1])


def _number(low: str) -> float | None:
    digits = re.search(r"\d+(?:\.\d+)?", low)
    if digits:
        scale = re.search(r"\d\s?(k|m|bn)\b", low)
        return float(digits[0]) * {"k": 1e3, "m": 1e6, "bn": 1e9}[scale[1]] if scale else float(digits[0])
    total = current = 0
    seen = False
    for word in low.split():
        if word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in _SCALES:
            current, seen = max(current, 1) * _SCALES[word], True
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word in {"a", "an", "once", "dozen", "twice", "thrice"} and not seen:
            current, seen = {"twice": 2, "dozen": 12, "thrice": 3}.get(word, 1), True
        elif word in {"half", "quarter"}:
            return 0.5 if word == "half" else 0.25
        elif word in _ORDINALS:
            return float(_ORDINALS.index(word) + 1)
    return float(total + current) if seen else None
