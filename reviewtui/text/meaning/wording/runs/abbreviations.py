"""Abbreviations: a name for which its first letters stand, or beside which they stand."""

from collections.abc import Sequence

from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.said import Word

_UNTOLD = frozenset({"of", "and", "the", "for", "to", "in", "on"})
"""Words of a name of which its abbreviation does not give the first letter."""


def abbreviates(here: WordRun, there: WordRun) -> bool:
    """Say whether one side is the abbreviation of the other, or gives it in brackets."""
    pairs = ((here.words, there.words), (there.words, here.words))
    return any(len(short) == 1 and short[0].text in _initials(long) for short, long in pairs)


def explains(run: WordRun) -> bool:
    """Say whether a run is a name beside its abbreviation, or an abbreviation behind its name."""
    words = run.words
    before = [word for key in run.keys[max(0, run.first - 8) : run.first] for word in key.words]
    behind = [word for key in run.keys[run.stop : run.stop + 1] for word in key.words]
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return any(words[0].text in _initials(before[-length:]) for length in range(2, len(before) + 1))
    return len(words) > 1 and not _initials(words).isdisjoint(word.text for word in (*before[-1:], *behind))


def _initials(words: Sequence[Word]) -> frozenset[str]:
    """Return the abbreviations that words can have, with the small words among them and without."""
    telling = [word for word in words if word.text.casefold() not in _UNTOLD]
    names = ("".join(word.text[0] for word in chosen).upper() for chosen in (words, telling))
    return frozenset(name for name in names if len(name) > 1 and name.isalpha())
