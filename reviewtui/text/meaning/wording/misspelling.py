"""Misspellings that no list foresees: a word that is in no dictionary beside one that is, a letter or two away.

"form" and "from" are both words; which is meant is for a reader to say. Words that are mixed up so often that hardly
anybody means the other one ("there", "their") stand in a table, with short forms of words. The dictionary is asked
when a pair of words could be a misspelling, and not before.
"""

import re
from itertools import combinations

from rapidfuzz.distance import OSA

from reviewtui.text.meaning.tuning import LONG_MISSPELLING, SHORTEST_MISSPELLING
from reviewtui.text.meaning.wording.word_order import stretches
from reviewtui.text.words.dictionary import is_word

_LETTERS = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_ENDINGS = ("s", "d", "es", "ed", "er", "ers", "r", "rs", "ing", "ly", "y", "al")
"""Endings that make another word of one, also where a dictionary lacks it."""


_MIXED_UP = """
there their they're/were where/weather whether/principle principal/compliment complement/compliments complements
complimentary complementary/advise advice/stationary stationery/your you're/its it's/pubic public/cheque check
cheques checks/mold mould/loose lose/then than/who's whose/lead led/affect effect/affects effects/quite quiet
dependant dependent/dependants dependents/licence license/practice practise
transferrable transferable/wrote written/gave given/took taken/chose chosen
"""
_SHORT_FORMS = """
sat saturday/sun sunday/mon monday/tue tuesday/tues tuesday/wed wednesday/thu thursday/thur thursday/thurs thursday
fri friday/jan january/feb february/aug august/sept september/oct october/nov november/dec december/approx approximately
exec executive/st street/rd road/ave avenue/km kilometres/cm centimetres/mm millimetres/kg kilograms/dept department
govt government/info information/max maximum/min minimum/hrs hours/mins minutes/ext extension/tel telephone
temp temporary/org organisation/admin administration/vs versus/assoc association/prof professor
"""
_SAME = tuple(
    frozenset(words.split())
    for listed in (_MIXED_UP, _SHORT_FORMS)
    for line in listed.split("\n")
    for words in line.split("/")
)
_PAIRS = frozenset(frozenset(pair) for words in _SAME for pair in combinations(words, 2))
"""Words that are mixed up so often that a change from one to the other corrects, and short forms with the long ones."""


def is_misspelling(old: str, new: str) -> bool:
    """Say whether one of two words is no word and the other is the one that was meant."""
    here, there = old.lower(), new.lower()
    least = min(len(here), len(there))
    if old.isupper() or new.isupper():
        return False
    if here == there or here[:1] != there[:1] or least < SHORTEST_MISSPELLING or not (here + there).isalpha():
        return False
    short, long = sorted((here, there), key=len)
    if any(long == short + ending for ending in _ENDINGS):
        return False
    if OSA.distance(here, there) > (1 if least < LONG_MISSPELLING else 2):
        return False
    return is_word(here) != is_word(there)


def corrected_pair(old: str, new: str) -> tuple[str, str]:
    """Return two forms of a passage with each word that one of them misspells as the other one has it."""
    sides = [[match.span() for match in _LETTERS.finditer(text)] for text in (old, new)]
    words = [[text[slice(*span)] for span in spans] for text, spans in zip((old, new), sides, strict=True)]
    for first, start in reversed(_replaced(*words)):
        here, there = words[0][first], words[1][start]
        if frozenset((here.lower(), there.lower())) in _PAIRS:
            long = max(here, there, key=len)
            old, new = _put(old, sides[0][first], long), _put(new, sides[1][start], long)
        elif is_misspelling(here, there):
            if is_word(here.lower()):
                new = _put(new, sides[1][start], here)
            else:
                old = _put(old, sides[0][first], there)
    return old, new


def _replaced(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return which words stand for which: where as many went as came, one after the other."""
    pairs: list[tuple[int, int]] = []
    for equal, first, stop, start, end in stretches([word.lower() for word in old], [word.lower() for word in new]):
        if not equal and stop - first == end - start:
            pairs += zip(range(first, stop), range(start, end), strict=True)
    return pairs


def _put(text: str, span: tuple[int, int], word: str) -> str:
    right = word.capitalize() if text[span[0]].isupper() else word
    return text[: span[0]] + right + text[span[1] :]
