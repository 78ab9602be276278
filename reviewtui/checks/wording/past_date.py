"""Rules whose day has passed."""

import re
from collections.abc import Iterator
from datetime import date

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.meaning.dates import MONTHS

NAME = "past-date"
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""The name of a month, whole or short, as a group `month` of a regular expression."""
_DATES = tuple(
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?P<year>\d{{4}})",
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?<![\w/-])(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?![\w/-])",
        r"(?<![\w/-])(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>\d{4})(?![\w/-])",
        r"(?P<season>spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+(?P<year>20\d{2})",
        r"(?P<quarter>q[1-4])\s+(?:of\s+)?(?P<year>20\d{2})",
        rf"{MONTH}\s+(?P<year>\d{{4}})",
        r"(?:by|until|before|during|in)\s+(?:the\s+end\s+of\s+)?(?P<year>20\d{2})",
    )
)
_LIMIT = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than|on or before|expir\w*|ends?|valid|deadline|due|from now)"
    r"(?:\s+\w+){0,3}\s*\Z",
    re.IGNORECASE,
)
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 14}
"""The last month of each season, counted on from January."""
_HAPPENS = re.compile(
    r"\b(?:re)?(?:runs?|opens?|starts?|begins?|ends?|clos(?:e|es)|appl(?:y|ies)|expires?|launches"
    r"|takes? place|lasts?|continues?|comes? into (?:force|effect)|changes?|moves?|returns?|follows?)\s+(?:again\s+)?"
    r"(?:in|on|from|by|until|till|up to|up to and including)?\s*(?:the\s+|end\s+of\s+)*\Z",
    re.IGNORECASE,
)
"""Before a date: what is said of that day is said as of one to come."""
_UNTIL = re.compile(r"\b(?:until|till)\b[^,.;]{0,40}\Z", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|must|may|can|will|has|have|do|does|should|stays?|remains?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.IGNORECASE)
_DONE = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )\b(?:\w+ed|made|given|kept|sent|held|written|taken|begun)\s+"
    r"(?:in|up to|up to and including|until|before|by|on)\s*\Z",
    re.IGNORECASE,
)
"""Before a date: what was done by then, such as "contracts signed up to"."""
_OF_ITS_DAY = re.compile(r"(?:\A|/)(?:change-?log|release-?notes)(?:/|[-_.\d]*(?:\.\w+)*\Z)", re.IGNORECASE)
"""A file or folder that tells of days that have passed, each as it was then; a policy on newsletters does not."""
_OR_SO = re.compile(
    r"\s*(?:\+|onwards?\b|or\s+(?:earlier|later)\b"
    r"|(?:or|and)\s+(?:earlier|before|later|after)\b(?=\s*(?:[^\w\s]|\Z|(?:must|may|shall|should|can|will|are|have)\b)))",
    re.IGNORECASE,
)
"""Behind a date: it divides cases, and goes on doing so. "And before the exam" goes on with something else."""
_EXAMPLE = re.compile(r"\b(?:e\.?g\.?|ex|example|instance)\b[^;]*\Z|\bif\b[^,.;]*\bprior\s+to\s*\Z", re.IGNORECASE)
"""Before a date: that of an example, or of a case."""
_SINCE = re.compile(
    r"\b(?:since|from|as of|after|(?<!be )(?:dated|adopted|approved|published)|act|regulations?)(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bwill (?:be (?:available|ready|published|launched|introduced|replaced|added|in place|open(?:ed)?"
    r"|completed|finished|reviewed)|start|open|launch|begin|move|change|replace|review)\b[^.;]{0,30}\bfrom\s*\Z",
    re.IGNORECASE,
)
"""Before a date: what was still to come when this was written."""
_NEXT = re.compile(
    r"\b(?:next (?:full |planned |annual |scheduled )?(?:review|update|revision|meeting|audit|edition)"
    r"|review (?:date|due)|due|to be reviewed|expir\w+|valid until|deadline)\b[^.;?!\n]{0,40}?"
    r"(?::|\||\b(?:is|in|on|by|date))[\s*_|]*\Z",
    re.IGNORECASE,
)
"""Before a date: when something is done next, as a line of a form says it."""
_WHO_DOES = re.compile(
    r"\b(?:who|that|which|if|everyone|anyone)\s+(?:\w+\s+){0,4}?\w+s\s+"
    r"(?:by|before|until|on or before|no later than)\s*\Z",
    re.IGNORECASE,
)
"""Before a date: those who do something by then have or get something."""
_REACH = 120
"""Characters before a date in which it is said what the date is for."""
_AHEAD = re.compile(
    r"\b(?:will|shall|must|needs? to"
    r"|(?:is|are) (?:(?:now|still|also) )?(?:to|due|planned|scheduled|expected|foreseen|set)"
    r"|(?:we|i|they) (?:still )?(?:expect|hope|plan|intend|aim)|(?:expects|hopes|plans|intends|aims) to)\b",
    re.IGNORECASE,
)


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each rule or promise for a day before today; a day that belongs to a story or an example is none."""
    for place in material.places:
        if not place.sentence.quoted:
            yield from _in_sentence(material, place)


def _in_sentence(material: CheckInput, place: PlacedSentence) -> Iterator[Finding]:
    sentence = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
    if _OF_ITS_DAY.search(place.path):
        return
    for start, end, day in _dates(sentence):
        if (
            day < material.today
            and not _OR_SO.match(sentence, end)
            and _binds(place.sentence.plain, sentence[max(0, start - _REACH) : start], sentence[start:end])
        ):
            at = place.sentence.start + start
            message = f"“{sentence[start:end]}” has passed, and the rule or promise still names it"
            name = finding_id(NAME, sentence[start:end], sentence)
            advises = not _is_deadline(place.sentence.plain, sentence[:start], sentence[start:end])
            yield Finding(name, NAME, place.path, at, at + end - start, message, advises=advises)


def _is_deadline(plain: str, before: str, words: str) -> bool:
    """Whether something has to be done by a whole day: what is promised, or is for a month, is too often no rule."""
    whole = len(re.findall(r"\d+", words)) > 1 and not words.lower().startswith("q")
    return whole and bool(_LIMIT.search(before)) and any(duty.explicit for duty in duties_of(plain))


def _binds(plain: str, before: str, words: str) -> bool:
    """Whether a rule or promise is for the date that `words` give, as `before`, the words before it, tell."""
    if _TO_COME.search(before) or _NEXT.search(before):
        return True
    if _SINCE.search(before) or _DONE.search(before) or _EXAMPLE.search(before):
        return False
    limited = bool(_LIMIT.search(before)) or words.lower().startswith(("by ", "until ", "before "))
    ruled = bool(_AHEAD.search(plain)) or (limited and any(duty.explicit for duty in duties_of(plain)))
    until = bool(_UNTIL.search(before)) and bool(_PRESENT.search(plain)) and not _PAST.search(plain)
    return ruled or until or bool(_WHO_DOES.search(before)) or bool(_HAPPENS.search(before)) or _expiring(before)


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
    """Return the last day of a date, None for one that is not in the calendar."""
    parts = match.groupdict()
    year, day = int(parts["year"]), parts.get("day")
    try:
        return date(year, _month(parts), int(day)) if day else _behind(year, _month(parts))
    except ValueError:
        return None


def _month(parts: dict[str, str]) -> int:
    """The month of a date, the last one of a season, a quarter or a year."""
    if name := parts.get("month"):
        return MONTHS.index(name[:3].lower()) + 1
    if season := parts.get("season"):
        return _SEASONS[season.lower()]
    return 3 * int(quarter[1]) if (quarter := parts.get("quarter")) else int(parts.get("number") or 12)


def _behind(year: int, month: int) -> date:
    """The first day behind a month; months are counted on beyond December."""
    return date(year + month // 12, month % 12 + 1, 1)
