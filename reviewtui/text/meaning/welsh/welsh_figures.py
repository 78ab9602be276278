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
    "unwaith": "1 time", "dwywaith": "2 time", "ddwywaith": "2 time", "teirgwaith": "3 time", "deirgwaith": "3 time",
    "hanner": "50 %",
    "traean": "1/3", "dwy ran o dair": "2/3", "tri chwarter": "75 %", "dri chwarter": "75 %",
    **{f"{pob} {unit}": often for pob in ("pob", "bob") for unit, often in (
        ("blwyddyn", "yearly"), ("mis", "monthly"), ("wythnos", "weekly"), ("dydd", "daily"), ("diwrnod", "daily"),
        ("chwarter", "quarterly"), ("awr", "hourly"),
    )},
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
_DAYS = {
    form: day
    for forms, day in (
        ("llun lun", "monday"), ("mawrth fawrth", "tuesday"), ("mercher fercher", "wednesday"), ("iau", "thursday"),
        ("gwener wener", "friday"), ("sadwrn", "saturday"), ("sul", "sunday"),
    )
    for form in forms.split()
}  # fmt: skip
_ORDINALS = {
    form: value
    for value, forms in enumerate(
        (
            "cyntaf gyntaf", "ail", "trydydd trydedd drydydd drydedd", "pedwerydd pedwaredd bedwerydd bedwaredd",
            "pumed bumed", "chweched", "seithfed", "wythfed", "nawfed", "degfed ddegfed",
        ),
        1,
    )
    for form in forms.split()
}  # fmt: skip
_DAY = rf"(?:dydd|ddydd|nos)\s+(?:{'|'.join(_DAYS)})"
_MONTH = "|".join(_MONTHS)
_SINGLE = "|".join(sorted([*_OFTEN, *_ORDINALS, "pythefnos", "bythefnos"], key=len, reverse=True))
_NUMBER = "|".join(sorted({*_SMALL, *_SCALES}, key=len, reverse=True))
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
WELSH_FIGURES = re.compile(
    rf"(?P<date>\b\d{{1,2}}(?:af|ail|ydd|fed|eg|ain)?\s+(?:o\s+)?(?:fis\s+)?(?:{_MONTH})\b(?:\s+\d{{4}}\b)?"
    rf"|\b{_DAY}\b|\bhanner\s+(?:dydd|nos)\b|\b\d{{1,2}}(?:[.:]\d{{2}})?\s?y\.?[bp]\b\.?"
    rf"|\b(?:{_MONTH})\s+\d{{4}}\b|\d{{4}}-\d{{2}}-\d{{2}}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\d{{1,2}}[:.]\d{{2}}\b)"
    rf"|(?P<amount>\bhanner\s+cant\b|\b(?:{_SINGLE})\b"
    rf"|(?:[£$€]?\s?\d+(?:,\d{{3}})*(?:\.\d+)*%?(?=[\W_]|\Z)|\b(?:{_NUMBER})(?:\s+(?:ar\s+)?(?:{_NUMBER}))*)"
    rf"(?:\s+(?:{_UNIT})\b)?(?:\s+ar\s+(?:{_NUMBER})\b)?(?:\s+(?:gwaith|waith)\b)?)",
    re.IGNORECASE,
)
"""A date or an amount."""
WELSH_FIGURE_WORDS = frozenset(
    {word.split()[0] for word in (*_SMALL, *_SCALES, *_OFTEN, *_MONTHS, *_ORDINALS)}
    | {"pythefnos", "bythefnos", "dydd", "ddydd", "nos"}
)
"""The words that one can begin with, in lower case."""
_WORD = re.compile(r"[^\W\d_]+")


def welsh_date(words: str) -> str:
    """Return a date in the form of the English ones."""
    low = re.sub(r"(\d)(?:af|ail|ydd|fed|eg|ain)\b", r"\1", words.lower())
    first, *_, last = low.split() if " " in low else (low, low)
    if first in {"dydd", "ddydd", "nos"}:
        return _DAYS[last] if first != "nos" else f"{_DAYS[last]} night"
    if first == "hanner":
        return date_value("noon" if last == "dydd" else "midnight")
    if time := re.fullmatch(r"([\d.:]+)\s?y\.?([bp])\.?", low):
        return date_value(f"{time[1]}{'am' if time[2] == 'b' else 'pm'}")
    return date_value(_WORD.sub(lambda match: _MONTHS.get(match[0], ""), low))


@lru_cache(maxsize=1024)
def welsh_amount(words: str) -> str:
    """Return an amount in the form of the English ones: the number, then the measure."""
    low = " ".join(words.lower().split())
    if low in _OFTEN:
        return _OFTEN[low]
    if low in {"pythefnos", "bythefnos"}:
        return amount_of("14 days")
    if low in _ORDINALS:
        return f"{_ORDINALS[low]}th"
    works = low.endswith(("gwaith", "waith"))
    unit = next((name for form, name in _UNITS.items() if re.search(rf"\b{form}\b", low)), "")
    if unit == "%":
        low = low.replace("y cant", "")
    digits = re.search(r"\d[\d,.]*", low)
    number = digits[0].rstrip(",.") if digits else str(_spelled(low))
    if unit == "£" or "£" in low:
        return amount_of(f"£{number}")
    if works and not unit:
        return amount_of(f"{number} times")
    kind = "working " if works else ""
    return amount_of(f"{number}%" if unit == "%" or "%" in low else f"{number} {kind}{unit}s" if unit else number)


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
