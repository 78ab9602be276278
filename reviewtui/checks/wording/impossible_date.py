"""Days that no calendar has, days of the week that a date does not fall on, and periods that end before they start."""

import re
from calendar import day_name, isleap, month_name, monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.checks.wording.past_date import MONTH
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.meaning.dates import MONTHS

NAME = "impossible-date"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})\b)?"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+(?:the\s+)?)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY}(?<![\d.,:/-]){_DAY}\s+(?:of\s+)?{MONTH}\b{_YEAR}",
        rf"\b{_WEEKDAY}{MONTH}\s+{_DAY}(?![\d:%]|\.\d){_YEAR}",
        r"(?<![\w/.-])(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?![\w/-])",
    )
)
_UP_TO = re.compile(r"\s*(?:[-\u2013\u2014]|to|until|till|and ends? on|up to(?: and including)?)\s*", re.IGNORECASE)
_FIRST_YEAR = 1800
"""Earlier years had other calendars in some countries."""
_LEAP = 2000
"""A year with 29 days in February, for a date that names none."""
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_LONGEST_MONTH = 31


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each date that cannot be, outside of quotations."""
    for place in material.places:
        if not place.sentence.quoted:
            yield from _in_sentence(material, place)


def _in_sentence(material: CheckInput, place: PlacedSentence) -> Iterator[Finding]:
    sentence = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
    found = (match for pattern in _DATES for match in pattern.finditer(sentence) if _is_named(match) and _is_day(match))
    dates = sorted(found, key=lambda match: match.start())
    faults = [(match.start(), match.end(), fault) for match in dates if (fault := _fault(match))]
    for start, end, fault in faults or _reversed_periods(sentence, dates):
        at = place.sentence.start + start
        words = sentence[start:end]
        yield Finding(finding_id(NAME, words, sentence), NAME, place.path, at, at + end - start, f"“{words}”: {fault}")


def _is_named(match: "re.Match[str]") -> bool:
    """Whether a month stands there and not the verb "may" or "march"."""
    return (match.groupdict().get("month") or "A")[0].isupper()


def _is_day(match: "re.Match[str]") -> bool:
    """Whether a number beside a month is its day: "in June 31 officers" and "rule 35 May be" speak of something else.

    A year, a day of the week or "31st" says so; a bare number only before its month, and up to 31.
    """
    parts = match.groupdict()
    if parts.get("year") or parts.get("weekday") or _ORDINAL.search(match[0]):
        return True
    return match[0][0].isdigit() and int(parts["day"]) <= _LONGEST_MONTH


def _fault(match: "re.Match[str]") -> str:
    """What is wrong with one date, nothing where it can be; without a year February has 29 days."""
    year, month, day = _parts(match)
    if not 1 <= month <= len(MONTHS):
        return "there is no such month" if day else ""
    days = monthrange(year or _LEAP, month)[1]
    if not 1 <= day <= days:
        of_year = f" in {year}" if month == 2 and year and not isleap(year) else ""
        return f"{month_name[month]} has {days} days{of_year}"
    weekday = match.groupdict().get("weekday")
    if not weekday or year < _FIRST_YEAR:
        return ""
    falls_on = day_name[date(year, month, day).weekday()]
    return "" if falls_on == weekday.capitalize() else f"that day is a {falls_on}"


def _reversed_periods(sentence: str, dates: "list[re.Match[str]]") -> Iterator[tuple[int, int, str]]:
    """Yield each period of two dates with years that ends before it starts."""
    for first, last in pairwise(dates):
        (year, *begins), (last_year, *ends) = _parts(first), _parts(last)
        between = sentence[first.end() : last.start()]
        if year and last_year and (last_year, *ends) < (year, *begins) and _UP_TO.fullmatch(between):
            yield first.start(), last.end(), "it ends before it starts"


def _parts(match: "re.Match[str]") -> tuple[int, int, int]:
    """Year (0 where none is given), month and day of a date as they stand."""
    parts = match.groupdict()
    name = parts.get("month")
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts["number"])
    return int(parts.get("year") or 0), month, int(parts["day"])
