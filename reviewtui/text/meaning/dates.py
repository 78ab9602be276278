"""Dates, weekdays and times of day in prose, brought to one form: "1st of May 2027" and "2027-05-01" are equal.

Dates in figures are read as in Britain, the day first.
"""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:[Mm]arch|Mar)|apr(?:il)?|(?-i:May)|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DATE = (
    rf"\b(?:(?:(?:{_DAYS})day,?\s+(?:the\s+)?)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+\d{{4}}\b)?"
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+\d{{4}}\b)?|{MONTH}\s+\d{{4}}\b"
    r"|\d{4}-\d{2}-\d{2}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b\.?|\d{1,2}:\d{2}\b|(?:12\s+)?(?:noon|midday|midnight)\b"
    rf"|(?:{_DAYS})days?\b)"
)
"""The pattern of a date, a weekday or a time of day."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?")
_FIGURES = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")


def date_words() -> list[str]:
    """Return the words that a date can begin with, in lower case."""
    names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"]
    days = [f"{day}day{ending}" for day in _DAYS.split("|") for ending in ("", "s")]
    return [*names, "november", "december", *MONTHS, "sept", *days, "noon", "midday", "midnight"]


def date_value(words: str) -> str:
    """Return a date as year-month-day with what is known of it, a time as 24 hours, a weekday by its name."""
    low = words.lower().strip(". ")
    if "noon" in low or "midday" in low:
        return "12:00"
    if "midnight" in low:
        return "00:00"
    figures = _FIGURES.fullmatch(low)
    if figures:
        year, month, day = figures[1] or _century(figures[6]), figures[2] or figures[5], figures[3] or figures[4]
        return f"{year}-{int(month):02}-{int(day):02}"
    clock = _CLOCK.fullmatch(low)
    if clock:
        hour = int(clock[1]) if clock[3] is None else int(clock[1]) % 12 + (12 if clock[3] == "p" else 0)
        return f"{hour:02}:{clock[2] or '00'}"
    return _spelled(low)


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _spelled(low: str) -> str:
    month = next((1 + MONTHS.index(word[:3]) for word in re.findall(r"[a-z]+", low) if word[:3] in MONTHS), None)
    if month is None:
        return low.removesuffix("s")
    numbers = re.findall(r"\d+", low)
    year = next((number for number in numbers if len(number) == 4), "")
    day = next((f"{int(number):02}" for number in numbers if len(number) < 3), "")
    return f"{year}-{month:02}-{day}"
