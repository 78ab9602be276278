"""Welsh numbers, amounts and dates, brought to the form of the English ones: "pythefnos" and "14 diwrnod" are equal."""

import re
from functools import lru_cache

from reviewtui.text.meaning.dates import date_value
from reviewtui.text.meaning.quantities import amount_of

_SMALL = {
    form: value
    for forms, value in (
        ("un", 1), ("dau dwy ddau ddwy", 2), ("tri tair dri dair thri thair", 3),
        ("pedwar pedair bedwar bedair phedwar phedair", 4), ("pump pum bump bum phump phum", 5),
        ("chwech chwe", 6), ("saith", 7), ("wyth", 8), ("naw", 9), ("deg deng ddeg ddeng", 10),
        ("deuddeg deuddeng ddeuddeg ddeuddeng", 12), ("pymtheg pymtheng bymtheg bymtheng", 15),
        ("deunaw ddeunaw", 18), ("ugain hugain", 20), ("deugain ddeugain", 40), ("trigain drigain", 60),
    )
    for form in forms.split()
}  # fmt: skip
_SCALES = {"deg": 10, "ddeg": 10, "cant": 100, "can": 100, "gant": 100, "gan": 100, "mil": 1000, "fil": 1000}
_SCALES |= {"miliwn": 1_000_000, "filiwn": 1_000_000}
_UNITS = {
    form: unit
    for forms, unit in (
        ("diwrnod ddiwrnod niwrnod diwrnodau ddiwrnodau dydd ddydd dyddiau niwrnodau", "day"),
        ("wythnos wythnosau", "week"), ("mis fis misoedd fisoedd", "month"), ("munud funud munudau funudau", "minute"),
        ("blwyddyn flwyddyn blynedd flynedd mlynedd blynyddoedd", "year"), ("awr oriau", "hour"),
        ("pythefnos bythefnos", "fortnight"), ("chwarter", "quarter"), ("y cant", "%"), ("punt bunt phunt", "£"),
    )
    for form in (forms.split() if " cant" not in forms else [forms])
}  # fmt: skip
_OFTEN = {
    "dyddiol": "daily", "ddyddiol": "daily", "wythnosol": "weekly", "misol": "monthly", "fisol": "monthly",
    "chwarterol": "quarterly", "blynyddol": "yearly", "flynyddol": "yearly",
    "unwaith": "1 time", "dwywaith": "2 time", "ddwywaith": "2 time", "teirgwaith": "3 time", "hanner": "50 %",
}  # fmt: skip
_MONTHS = {
    form: month
    for forms, month in (
        ("ionawr", "january"), ("chwefror", "february"), ("mawrth fawrth", "march"), ("ebrill", "april"),
        ("mai fai", "may"), ("mehefin fehefin", "june"), ("gorffennaf orffennaf", "july"), ("awst", "august"),
        ("medi fedi", "september"), ("hydref", "october"), ("tachwedd dachwedd", "november"),
        ("rhagfyr ragfyr", "december"),
    )
    for form in forms.split()
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_NUMBER = "|".join(sorted({*_SMALL, *_SCALES}, key=len, reverse=True))
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
WELSH_FIGURES = re.compile(
    rf"(?P<date>\b\d{{1,2}}(?:af|ail|ydd|fed|eg|ain)?\s+(?:o\s+)?(?:fis\s+)?(?:{_MONTH})\b(?:\s+\d{{4}}\b)?"
    rf"|\b(?:{_MONTH})\s+\d{{4}}\b|\d{{4}}-\d{{2}}-\d{{2}}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\d{{1,2}}[:.]\d{{2}}\b)"
    rf"|(?P<amount>\bhanner\s+cant\b|\b(?:{'|'.join(_OFTEN)}|pythefnos|bythefnos)\b"
    rf"|(?:[£$€]?\s?\d+(?:,\d{{3}})*(?:\.\d+)*%?(?=[\W_]|\Z)|\b(?:{_NUMBER})(?:\s+(?:ar\s+)?(?:{_NUMBER}))*)"
    rf"(?:\s+(?:{_UNIT})\b)?(?:\s+ar\s+(?:{_NUMBER})\b)?(?:\s+(?:gwaith|waith)\b)?)",
    re.IGNORECASE,
)
"""A date or an amount."""
WELSH_FIGURE_WORDS = frozenset({*_SMALL, *_SCALES, *_OFTEN, *_MONTHS, "pythefnos", "bythefnos", "hanner"})
"""The words that one can begin with, in lower case."""
_WORD = re.compile(r"[^\W\d_]+")


def welsh_date(words: str) -> str:
    """Return a date in the form of the English ones."""
    low = re.sub(r"(\d)(?:af|ail|ydd|fed|eg|ain)\b", r"\1", words.lower())
    return date_value(_WORD.sub(lambda match: _MONTHS.get(match[0], ""), low))


@lru_cache(maxsize=1024)
def welsh_amount(words: str) -> str:
    """Return an amount in the form of the English ones: the number, then the measure."""
    low = " ".join(words.lower().split())
    if low in _OFTEN:
        return _OFTEN[low]
    if low in {"pythefnos", "bythefnos"}:
        return amount_of("14 days")
    unit = next((name for form, name in _UNITS.items() if re.search(rf"\b{form}\b", low)), "")
    if unit == "%":
        low = low.replace("y cant", "")
    digits = re.search(r"\d[\d,.]*", low)
    number = digits[0].rstrip(",.") if digits else str(_spelled(low))
    if unit == "£" or "£" in low:
        return amount_of(f"£{number}")
    return amount_of(f"{number}%" if unit == "%" or "%" in low else f"{number} {unit}s" if unit else number)


def _spelled(low: str) -> int:
    """Return the number that words say: "un deg pedwar" and "pedwar ar ddeg" are 14."""
    if "hanner cant" in low:
        return 50
    total = part = 0
    beyond = False
    for word in _WORD.findall(low):
        if word == "ar":
            beyond = True
        elif word in _SCALES and part and not beyond:
            part *= _SCALES[word]
            if _SCALES[word] >= 1000:
                total, part = total + part, 0
        else:
            part += _SMALL.get(word, _SCALES.get(word, 0))
    return total + part
