"""Misspellings that no list foresees: a word that is in no dictionary beside one that is, a letter or two away.

"form" and "from" are both words; which is meant is for a reader to say. Words of which one makes no sense where the
other stands ("there", "their") stand in a table, with short forms of words. A name is no word to be corrected. The
dictionary is asked when a pair of words could be a misspelling, and not before.
"""

import re
from itertools import combinations

from rapidfuzz.distance import OSA, Levenshtein

from reviewtui.text.meaning.tuning import (
    COMMON_WORD,
    LONG_MISSPELLING,
    LONGEST_GAP,
    LONGEST_GAP_FROM,
    LONGEST_NAME,
    SHORTEST_MISSPELLING,
)
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import ENGLISH
from reviewtui.text.words.dictionary import how_often, is_word

_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ENDINGS = ("s", "d", "es", "ed", "er", "ers", "r", "rs", "ing", "ly", "y", "al")
"""Endings that make another word of one, also where a dictionary lacks it."""


_MIXED_UP = """
there their they're/were where/weather whether/advise advice/your you're/its it's/pubic public/mold mould/then than
who's whose/dependant dependent/dependants dependents/licence license/practice practise
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
_FORMING = ("un", "dis", "non", "mis", "re", "over", "under", "pre", "post", "sub", "anti", "out", "co", "de")
"""What makes another word of a word, also where a dictionary lacks it: "disapply" is no misspelt "display"."""
_DERIVED = ("ed", "ing", "ly", "er", "ers", "ion", "ment", "able", "d", "al", "ity")
_NAME_VARIANT = re.compile(r"(?:[iy]e?|ie|ey|[ae]i|ph|v|h|e|z|s)*\Z")
"""Letters in which two spellings of one name mostly differ: Smith and Smyth, Jon and John, Stevens and Stephens."""


def is_misspelling(old: str, new: str) -> bool:
    """Say whether one of two words is no word and the other is the one that was meant."""
    here, there = old.lower(), new.lower()
    least = min(len(here), len(there))
    if old.isupper() or new.isupper() or _is_other_party(here, there):
        return False
    if here == there or here[:1] != there[:1] or least < SHORTEST_MISSPELLING or not (here + there).isalpha():
        return False
    short, long = sorted((here, there), key=len)
    if any(long == short + ending for ending in _ENDINGS) and not (short in ENGLISH or _lacks_its_end(short, long)):
        return False
    if OSA.distance(here, there) > (1 if least < LONG_MISSPELLING else 2) and not _only_lacks_letters(short, long):
        return False
    if is_word(here) == is_word(there):
        return False
    wrong, right = (there, here) if is_word(here) else (here, there)
    return not _is_formed(wrong) and not (old[0].isupper() and new[0].isupper() and _may_be_names(wrong, right))


def _is_other_party(here: str, there: str) -> bool:
    """Say whether one of two words is who does it, and the other to whom it is done: "voter", "votee"."""
    return {here.rstrip("s")[-2:], there.rstrip("s")[-2:]} in ({"ee", "er"}, {"ee", "or"})


def _lacks_its_end(short: str, long: str) -> bool:
    """Say whether a common word lost its last letter: "opportunitie"."""
    return len(long) == len(short) + 1 and not is_word(short) and how_often(long) >= COMMON_WORD


def _only_lacks_letters(short: str, long: str) -> bool:
    """Say whether a few letters were left out of a long word, and none exchanged: "dependies", "dependencies"."""
    letters = iter(long)
    few = len(short) >= LONGEST_GAP_FROM and len(long) - len(short) <= LONGEST_GAP
    return few and all(letter in letters for letter in short)


def _is_formed(word: str) -> bool:
    """Say whether a word is made of another one by what stands before it."""
    rests = (word.removeprefix(prefix) for prefix in _FORMING if word.startswith(prefix))
    return any(how_often(rest) >= COMMON_WORD for rest in rests)


def _may_be_names(wrong: str, right: str) -> bool:
    """Say whether two words with capital letters can be two names, and not a word and a slip of the pen."""
    if len(right) >= LONGEST_NAME:
        return False
    if not any(is_word(right + ending) or is_word(right.removesuffix("e") + ending) for ending in _DERIVED):
        stems = [right.removesuffix(ending) for ending in (*_DERIVED, "s") if right.endswith(ending)]
        return not any(is_word(stem) or is_word(stem + "e") for stem in stems)
    edits = Levenshtein.opcodes(wrong, right)
    return all(
        _NAME_VARIANT.match(wrong[edit.src_start : edit.src_end] + right[edit.dest_start : edit.dest_end])
        for edit in edits
        if edit.tag != "equal"
    )


def corrected_pair(old: str, new: str) -> tuple[str, str]:
    """Return two forms of a passage with each word that one of them misspells as the other one has it."""
    olds, news = (dict.fromkeys(_LETTERS.findall(text)) for text in (old, new))
    come = [word for word in news if word not in olds]
    for was in [word for word in olds if word not in news] if come else ():
        for now in come:
            if was[0].lower() == now[0].lower() and (pair := _corrected(old, new, was, now)):
                return corrected_pair(*pair)
    return old, new


def _corrected(old: str, new: str, was: str, now: str) -> tuple[str, str] | None:
    """Return both texts with a word of one corrected by a word of the other, None where neither is a slip for it."""
    if not (was.isascii() and now.isascii()) or was.lower() == now.lower():
        return None
    if frozenset((was.lower(), now.lower())) in _PAIRS:
        right = max(was, now, key=len)
        return _replaced(old, was, right), _replaced(new, now, right)
    if is_misspelling(was, now):
        return (old, _replaced(new, now, was)) if is_word(was.lower()) else (_replaced(old, was, now), new)
    return None


def _replaced(text: str, word: str, right: str) -> str:
    """Return a text with a word in another form wherever it stands, with a capital where it has one."""
    return re.sub(
        rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])",
        lambda match: right.capitalize() if match[0][0].isupper() else right,
        text,
        flags=re.IGNORECASE,
    )
