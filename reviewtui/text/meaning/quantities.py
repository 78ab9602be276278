"""Numbers and amounts in prose, brought to one form: "two weeks", "a fortnight" and "14 days" are equal."""

import re
from functools import lru_cache

_UNITS_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_SMALL = {word: value for value, word in enumerate(_UNITS_WORDS)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_LETTERS = {"k": 1e3, "m": 1e6, "bn": 1e9}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_OFTEN = {
    "day": "daily", "week": "weekly", "fortnight": "fortnightly", "month": "monthly", "quarter": "quarterly",
    "year": "yearly", "hour": "hourly",
}  # fmt: skip
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "fortnight": 336.0}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_SHORT = {"hr": "hour", "min": "minute", "sec": "second", "annum": "year"}
_MONEY = {"£": "£", "pound": "£", "gbp": "£", "$": "$", "dollar": "$", "€": "€", "euro": "€", "pence": "p"}
_DURATION = r"(?:days?|hours?|weeks?|months?|years?|minutes?|fortnights?|quarters?|decades?)"
_QUALIFIED = r"(?:(?:working|business|calendar|consecutive|clear|full|school)\s+)*"
_MEASURES = (
    rf"{_QUALIFIED}{_DURATION}|mins?|hrs?|secs?|seconds?|per\s?cent|percent|%|pounds?|gbp|euros?|dollars?|pence|times"
)
_OFTEN_WORDS = "hourly|daily|weekly|fortnightly|monthly|quarterly|annually|annual|yearly"
_DETERMINED = r"(?<=\b(?:the)\s)|(?<=\b(?:its|his|her|our)\s)|(?<=\beach\s)|(?<='s\s)|(?<=\b(?:their|every)\s)"
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|chapters?|parts?|pages?|figures?|tables?|appendix|annex|articles?|paragraphs?|clauses?|steps?"
    r"|versions?|footnotes?|rfc|iso|wcag|act|regulations|v)\s*|#)(?:\d+(?:\.\d+)*(?:,|\s+(?:and|or|to))\s+)*\Z",
    re.IGNORECASE,
)


def number_words() -> str:
    """Return the pattern of an amount: how often, a fraction, or digits or number words with currency and measure."""
    words = "|".join(sorted([*_SMALL, *_SCALES, "dozen"], key=len, reverse=True))
    spelled = rf"(?:(?:{words})(?:[\s-]+(?:and\s+)?(?:{words})\b)*)"
    digits = r"[£$€]?\s?\d+(?:,\d{3})*(?:\.\d+)*(?:(?:st|nd|rd|th|k|m|bn)(?![\w])|(?=[\W_]|\Z))"
    article = rf"(?:a|an)(?=\s+{_QUALIFIED}(?:{_DURATION}|dozen|hundred|thousand|million)\b)"
    ordinals = rf"(?:{_DETERMINED})(?:{'|'.join(ORDINALS)})(?!\s+(?:part(?:y|ies)|time|place|instance|step|glance)\b)"
    often = r"(?:a|an|per|each|every)\s+(?:day|week|fortnight|month|quarter|year|annum|hour)\b"
    number = rf"(?:{digits}|\b(?:{spelled}|{article}))"
    return (
        rf"\b(?:{_OFTEN_WORDS})\b|\b(?:every|each)\s+(?:{'|'.join(_OFTEN)})\b(?!\s+of)"
        rf"|\b(?:once|twice|thrice|(?:{number})\s+times)\s+{often}|\b(?:twice|thrice|once(?=\s+only))\b"
        rf"|\bhalf[\s-]+(?:an?[\s-]+)?{_DURATION}\b"
        rf"|\b(?:(?:a|{spelled})[\s-]+)?(?:(?:thirds?|quarters?|fifths?|tenths?)(?=\s+(?:of|majority|vote)\b)|half|halves)\b"
        rf"|{ordinals}"
        rf"|(?<![\w.]){number}(?:\s+(?:{'|'.join(_SCALES)})\b)?(?:[\s-]*(?:{_MEASURES})(?!\w))?"
    )


def amount_words() -> list[str]:
    """Return the words that an amount can begin with, in lower case."""
    parts = [*_PARTS, "thirds", "quarters", "fifths", "tenths"]
    return [
        *_SMALL,
        *_SCALES,
        *ORDINALS,
        *_TIMES,
        *parts,
        *_OFTEN_WORDS.split("|"),
        "dozen",
        "a",
        "an",
        "every",
        "each",
    ]


def is_reference(before: str) -> bool:
    """Say whether a number that stands behind `before` names a place or a version, as in "section 4"."""
    return _REFERENCE.search(before[-40:]) is not None


@lru_cache(maxsize=4096)
def amount_of(words: str) -> str:
    """Return an amount in one form: the number, then the measure; how often as "weekly"; a fraction in per cent."""
    low = re.sub(r"(?<=\d),(?=\d)", "", words.lower()).replace("-", " ").strip(" ,")
    if low in _OFTEN_WORDS.split("|"):
        return "yearly" if low in {"annually", "annual"} else low
    often = re.search(r"(?:\b(?:a|an|per|each|every)\s+)(\w+)\Z", low)
    if (often and low.startswith(("every", "each", *_TIMES))) or (often and " times " in low):
        times = _number(low[: often.start()].strip() or "once") or 1
        name = _OFTEN[_SHORT.get(often[1], often[1])]
        return name if times == 1 else f"{times:g} {name}"
    fraction = re.fullmatch(r"(?:(.*)\s)?(half|halves|third|quarter|fifth|tenth)s?", low)
    if fraction and fraction[1] != "the" and not (fraction[1] is None and fraction[2] in ORDINALS):
        return f"{100 * (_number(fraction[1] or 'a') or 1) / _PARTS[fraction[2]]:.4g} %"
    return _measured(low)


def _measured(low: str) -> str:
    number = _number(low)
    if number is None:
        return low
    if low in ORDINALS or re.fullmatch(r"\d+(?:st|nd|rd|th)", low):
        return f"{number:g}th"
    if low in _TIMES:
        return f"{number:g} time"
    qualifier, _, unit = _unit(low).rpartition(" ")
    if unit in _MONTHS and not qualifier:
        return f"{number * _MONTHS[unit]:g} month"
    if unit in _HOURS and not qualifier:
        return _duration(round(number * _HOURS[unit], 6))
    if unit == "p":
        number, unit = number / 100, "£"
    return " ".join(part for part in (f"{number:.12g}", qualifier, unit) if part)


def _duration(hours: float) -> str:
    if hours % 24 == 0:
        return f"{hours / 24:g} day"
    return f"{hours:g} hour" if hours % 1 == 0 else f"{hours * 60:g} minute"


def _unit(low: str) -> str:
    for sign, unit in _MONEY.items():
        if sign in low:
            return unit
    if "%" in low or "cent" in low:
        return "%"
    measure = re.search(r"(day|hour|hr|week|month|year|minute|min|second|sec|fortnight|quarter|decade|time)s?\Z", low)
    if not measure or (measure[1] == "second" and not re.search(r"\d|\s", low)):
        return ""
    kinds = re.findall(r"working|business|calendar|consecutive|clear|full|school", low)
    return " ".join(
        (*(("working" if kind == "business" else kind) for kind in kinds), _SHORT.get(measure[1], measure[1]))
    )


def _number(low: str) -> float | None:
    digits = re.search(r"\d+(?:\.\d+)?", low)
    if digits:
        scale = re.search(r"\d\s?(k|m|bn)\b", low)
        word = re.search(r"\d\s+(hundred|thousand|million|billion)\b", low)
        return float(digits[0]) * (_LETTERS[scale[1]] if scale else _SCALES[word[1]] if word else 1)
    if low.startswith("half"):
        return 0.5
    return _spelled(low)


def _spelled(low: str) -> float | None:
    total = current = 0
    seen = False
    for word in low.split():
        if word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in _SCALES:
            current, seen = max(current, 1) * _SCALES[word], True
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        elif word == "dozen":
            current, seen = max(current, 1) * 12, True
        elif word in {"a", "an", *_TIMES} and not seen:
            current, seen = _TIMES.get(word, 1), True
        elif word in ORDINALS and not seen:
            return float(ORDINALS.index(word) + 1)
    return float(total + current) if seen else None
