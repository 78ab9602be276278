"""What shows by itself that a change of words matters: another number, measure, sign, or a word turned round."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reviewtui.text.meaning.dates import MONTH
from reviewtui.text.meaning.quantities import ORDINALS
from reviewtui.text.meaning.wording.vocabulary.antonyms import are_opposites

_MEASURES = frozenset(
    """kg g mg µg μg mcg ng t tonne lb lbs oz stone kilogram kilo gram milligram microgram ounce pound km m cm mm nm
    mile yard metre meter centimetre millimetre kilometre foot feet ft inch inche l ml cl litre millilitre pint gallon
    kb mb gb tb kbit mbit gbit kib mib gib byte kilobyte megabyte gigabyte terabyte bit kw mw gw kwh mwh w v hz khz
    mhz ghz mph kph knot px pt db ppm ppb acre hectare ha k °c °f celsius fahrenheit kelvin degree usd gbp eur chf euro
    dollar pence penny cent p c percent percentage point bar psi pa kpa j kj kcal calorie lux lumen second minute hour
    day week month quarter year decade century""".split()
)
"""Measures, without the "s" that makes several."""
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_TIME = re.compile(
    rf"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|{MONTH}|spring|summer|autumn|winter",
    re.IGNORECASE,
)
"""A day, a month or a season, of which the first three letters tell which."""
_PART = re.compile(r"[^\W_]+")
_NOT = frozenset({"not", "no", "never", "cannot", "neither", "nor", "without"})
_COUNTED = frozenset({"Nd", "Nl", "No"})
_RULING = frozenset({"Sm", "Sc", "So"})
"""Kinds of signs that rule: of sums and comparisons, of money, and pictures as of a thumb or an arrow."""
_TICKS = (
    "\u2610\u2611\u2612\u2705\u2713\u2714\u2715\u2716"
    "\u2717\u2718\u274c\u274e\u00b0\u2030\u2031\u2032\u2033\u2109\u2103%"
)
"""Signs that say yes or no, degrees, or how many of a thousand."""


def is_number(word: str) -> bool:
    """Say whether a word holds a sign that counts, in any script: "½", "10²", "Ⅳ", "五"."""
    letters_alone = word.isascii() and word.isalpha()
    return not letters_alone and any(letter.isnumeric() or unicodedata.category(letter) in _COUNTED for letter in word)


def other_number(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether the numbers of two runs of words differ, also those in Roman figures and letters of items."""
    if [word for word in old if is_number(word)] != [word for word in new if is_number(word)]:
        return True
    return len(old) == len(new) == 1 and old != new and (_are_roman(*old, *new) or _are_letters(*old, *new))


def other_rank(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether one ordinal stands for another one: "third party" and "first party"."""
    if not (old and new):
        return False
    here, there = ([part for part in _parts(side) if part in ORDINALS] for side in (old, new))
    return bool(here and there) and here != there


def other_time(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether other days, months or seasons are named in the place of some: "Mon-Fri" and "Mon-Sat"."""
    if not (old and new):
        return False
    here, there = ([part[:3] for part in _parts(side) if _is_time(part)] for side in (old, new))
    return bool(here and there) and here != there


@lru_cache(maxsize=16384)
def _is_time(part: str) -> bool:
    return _TIME.fullmatch(part) is not None


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Give the parts of words with hyphens in lower case."""
    return (part for word in words for part in _PART.findall(word.casefold()))


def other_measure(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether one measure stands for another one."""
    return len(old) == len(new) == 1 and old != new and _is_measure(old[0]) and _is_measure(new[0])


def other_sign(words: Iterable[str]) -> bool:
    """Say whether one of the signs that changed compares, counts, names money, or says yes or no."""
    return any(unicodedata.category(sign) in _RULING or sign in _TICKS for word in words for sign in word)


def turned_round(old: set[str], new: set[str]) -> bool:
    """Say whether a word of one side is the opposite of one of the other, and no "not" of one side turns it back."""
    if _NOT.isdisjoint(old) != _NOT.isdisjoint(new):
        return False
    return any(are_opposites(one, other) for one in old for other in new)


def _is_measure(word: str) -> bool:
    low = word.casefold()
    return low in _MEASURES or low.removesuffix("s") in _MEASURES


def _are_roman(*words: str) -> bool:
    return all(_ROMAN.fullmatch(word.casefold()) for word in words)


def _are_letters(*words: str) -> bool:
    return all(len(word) == 1 and word.isascii() and word.isalpha() for word in words)
