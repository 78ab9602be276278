"""Misspellings that no list foresees: a word that is in no dictionary beside one that is, a letter or two away.

"form" and "from" are both words; which is meant is for a reader to say. Words of which one makes no sense where the
other stands ("there", "their") stand in a table, with short forms of words; "affect" and "effect", "principal" and
"principle" both can, so only before or behind what goes with one of them. A name is no word to be corrected. The
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
from reviewtui.text.meaning.wording.vocabulary.free_words import ENGLISH
from reviewtui.text.meaning.wording.word_stretches import stretches
from reviewtui.text.words.dictionary import how_often, is_word

_LETTERS = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_ENDINGS = ("s", "d", "es", "ed", "er", "ers", "r", "rs", "ing", "ly", "y", "al")
"""Endings that make another word of one, also where a dictionary lacks it."""


_MIXED_UP = """
there their they're/were where/weather whether/advise advice/your you're/its it's/pubic public/mold mould/then than
who's whose/dependant dependent/dependants dependents/licence license/practice practise
transferrable transferable/wrote written/gave given/took taken/chose chosen
"""
_MIXED_UP_BEHIND = """
no adverse any an negative positive harmful side little great into in takes take with:affect effect
adverse negative positive harmful side great:affects effects
in:principal principle
be been is are was were being has have had:lead led
by:cheque check
is are be:welcome welcomed
"""
"""Words that are mixed up, where behind one of some words hardly anybody means the other one."""
_MIXED_UP_BEFORE = """
contractor officer planning social engineer residence solicitor designer office:principal principle
stub book books:check cheque
"""
"""Words that are mixed up, where before one of some words hardly anybody means the other one."""
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


def _by_pair(listed: str) -> dict[frozenset[str], frozenset[str]]:
    lines = (line.partition(":") for line in listed.strip().split("\n"))
    return {frozenset(pair.split()): frozenset(beside.split()) for beside, _, pair in lines}


_PAIRS_BEHIND, _PAIRS_BEFORE = _by_pair(_MIXED_UP_BEHIND), _by_pair(_MIXED_UP_BEFORE)
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
        return not any(right.endswith(ending) and is_word(right.removesuffix(ending)) for ending in (*_DERIVED, "s"))
    edits = Levenshtein.opcodes(wrong, right)
    return all(
        _NAME_VARIANT.match(wrong[edit.src_start : edit.src_end] + right[edit.dest_start : edit.dest_end])
        for edit in edits
        if edit.tag != "equal"
    )


def _is_mixed_up(words: list[str], at: int, other: str) -> bool:
    """Say whether the word `at` of a passage and another one are mixed up there."""
    pair = frozenset((words[at].lower(), other.lower()))
    behind, before = words[at - 1].lower() if at else "", words[at + 1].lower() if at + 1 < len(words) else ""
    return pair in _PAIRS or behind in _PAIRS_BEHIND.get(pair, ()) or before in _PAIRS_BEFORE.get(pair, ())


def corrected_pair(old: str, new: str) -> tuple[str, str]:
    """Return two forms of a passage with each word that one of them misspells as the other one has it."""
    sides = [[match.span() for match in _LETTERS.finditer(text)] for text in (old, new)]
    words = [[text[slice(*span)] for span in spans] for text, spans in zip((old, new), sides, strict=True)]
    for first, start in reversed(_replaced(*words)):
        here, there = words[0][first], words[1][start]
        if _is_mixed_up(words[0], first, there) and _is_mixed_up(words[1], start, here):
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
