"""Rules whose day has passed."""

import re
from collections.abc import Iterator
from datetime import date

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.material.material import Material, PlacedSentence
from reviewtui.domain.review.finding import Finding, finding_id

NAME = "past-date"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES = tuple(
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        r"(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>\d{4})",
        rf"{_MONTH}\s+(?P<year>\d{{4}})",
        r"(?:by|until|before|during|in)\s+(?:the\s+end\s+of\s+)?(?P<year>20\d{2})",
    )
)
_LIMIT = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than|on or before|expir\w*|ends?|valid|deadline|due|from now)"
    r"(?:\s+\w+){0,3}\s*\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|from|as of|after|dated|adopted|approved|published|act|regulations?)(?:\s+\w+){0,2}\s*\Z", re.IGNORECASE
)
_REACH = 120
"""Characters before a date in which it is said what the date is for."""
_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|is due|are due|must|needs? to)\b", re.IGNORECASE)


def find(material: Material) -> Iterator[Finding]:
    """Yield each rule or promise for a day before today; a day that belongs to a story or an example is none."""
    for place in material.places:
        if not place.sentence.quoted:
            yield from _in_sentence(material, place)


def _in_sentence(material: Material, place: PlacedSentence) -> Iterator[Finding]:
    sentence = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
    for start, end, day in _dates(sentence):
        if day < material.today and _binds(
            place.sentence.plain, sentence[max(0, start - _REACH) : start], sentence[start:end]
        ):
            at = place.sentence.start + start
            message = f"“{sentence[start:end]}” has passed, and the rule or promise still names it"
            name = finding_id(NAME, sentence[start:end], sentence)
            yield Finding(name, NAME, place.path, at, at + end - start, message)


def _binds(plain: str, before: str, words: str) -> bool:
    if _SINCE.search(before):
        return False
    limited = bool(_LIMIT.search(before)) or words.lower().startswith(("by ", "until ", "before "))
    return (
        bool(_AHEAD.search(plain)) or (limited and any(duty.explicit for duty in duties_of(plain))) or _expiring(before)
    )


def _expiring(before: str) -> bool:
    return (
        re.search(
            r"\b(?:until|till|expires? on|valid until|deadline is|due on|no later than)\s*\Z", before, re.IGNORECASE
        )
        is not None
    )


def _dates(sentence: str) -> Iterator[tuple[int, int, date]]:
    """Yield where each date with a year stands; a month is over with its last day, a year with its own."""
    taken: list[tuple[int, int]] = []
    for pattern in _DATES:
        for match in pattern.finditer(sentence):
            start, end = match.span()
            day = _day(match)
            if day is not None and not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                yield start, end, day


def _day(match: "re.Match[str]") -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    name = parts.get("month")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("number") or 12)
    day = parts.get("day")
    try:
        if day:
            return date(year, month, int(day))
        return date(year + month // 12, month % 12 + 1, 1) if name else date(year, 12, 31)
    except ValueError:
        return None
