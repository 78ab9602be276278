"""Abbreviations: a name for which its first letters stand, or beside which they stand."""

import re
from collections.abc import Sequence

from reviewtui.text.meaning.wording.visible_words import Word
from reviewtui.text.meaning.wording.word_run import WordRun

_UNTOLD = frozenset({"of", "and", "the", "for", "to", "in", "on"})
"""Words of a name of which its abbreviation does not give the first letter."""
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST_MIXED = 2
"""An abbreviation with more letters may have them in another order."""
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z](s?)")
_NAME_REACH = 8
"""Words before an abbreviation in which its name is looked for."""


def abbreviates(here: WordRun, there: WordRun) -> bool:
    """Say whether one side is the abbreviation of the other, or gives it in brackets."""
    pairs = ((here.words, there.words), (there.words, here.words))
    return any(len(short) == 1 and _stands_for(short[0].text, long) for short, long in pairs)


def explains(run: WordRun) -> bool:
    """Say whether a run is a name beside its abbreviation, an abbreviation behind its name, or "or" between them."""
    words = run.words
    before = [word for key in run.keys[max(0, run.first - _NAME_REACH) : run.first] for word in key.words]
    behind = [word for key in run.keys[run.stop : run.stop + 1] for word in key.words]
    if [word.text for word in words] == ["or"]:
        return bool(behind) and _ends_with_name(before, behind[0].text)
    if len(words) == 1 and _SHORT.fullmatch(words[0].text):
        return _ends_with_name(before, words[0].text)
    return len(words) > 1 and any(_stands_for(word.text, words) for word in (*before[-1:], *behind))


def _ends_with_name(words: Sequence[Word], short: str) -> bool:
    return any(_stands_for(short, words[-length:]) for length in range(1, len(words) + 1))


def _stands_for(short: str, words: Sequence[Word]) -> bool:
    """Say whether an abbreviation has the first letters of a name, with the small words in it or without."""
    match = _SHORT.fullmatch(short)
    if words and words[0].text.casefold() in _ARTICLES:
        words = words[1:]
    if match is None or not words:
        return False
    letters = short.removesuffix(match[1]).upper()
    if match[1] and not words[-1].text.casefold().endswith("s"):
        return False
    parts = [part for word in words for part in word.text.split("-") if part]
    telling = [part for part in parts if part.casefold() not in _UNTOLD]
    names = {"".join(part[0] for part in chosen).upper() for chosen in (parts, telling)}
    # Some names are abbreviated as in another language: ISO, UTC.
    return letters in names or (len(letters) > _SHORTEST_MIXED and sorted(letters) in map(sorted, names))
