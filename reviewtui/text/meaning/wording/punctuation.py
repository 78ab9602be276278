"""Signs between words that decide what belongs together: sentence ends, colons, commas, brackets, dashes.

"Do not post, like or share" and "Do not post. Like or share" have the same words, and so have "staff, who smoke," and
"staff who smoke". A sign is a matter of style where it is on a list: before "and" in a list, behind the words that open
a sentence, for a sentence end before a new subject. Between two blocks or items only a "not" or an "if" matters.
"""

import re
from collections.abc import Iterator, Sequence

from reviewtui.text.meaning.class_values import WordChange
from reviewtui.text.meaning.wording.vocabulary.punctuation_words import (
    ABBREVIATED,
    ADJECTIVES,
    ASIDE,
    AUXILIARY,
    BEHIND_ASIDE,
    COUNTED,
    FINITE,
    JOINING,
    OPEN_ENDED,
    OPENERS,
    REACHING,
    RELATIVE,
    SERIAL,
    SPANS,
    SUBJECTS,
)
from reviewtui.text.meaning.wording.word_punctuation import RANGED, SignedWord, signed_words
from reviewtui.text.meaning.wording.word_run import stretches

_PAUSES = frozenset({",", "-"})
_NUMBER = re.compile(
    r"\d|\A(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\A(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


_PRONOUNS = frozenset({"it", "they", "we", "you", "he", "she", "i", "there"})
_LAST_OF_LIST = 3
"""How many words the last but one of an enumeration has before its "and", at the most."""


def scope_changes(old: str, new: str) -> Iterator[WordChange]:
    """Yield the places where a sign between the same two words may change what a word reaches; all are doubts."""
    if old == new:
        return
    before, after = signed_words(old), signed_words(new)
    changed: list[tuple[int, int]] = []
    for equal, first, stop, start, end in stretches([each.word for each in before], [each.word for each in after]):
        if equal:
            places = zip(range(first, stop - 1), range(start, len(after)), strict=False)
            changed += [(here, there) for here, there in places if before[here].sign != after[there].sign]
        elif stop - first == end - start == 1 and _are_owners(before[first], after[start]):
            was, now = (f"{side.word}{side.sign}" for side in (before[first], after[start]))
            yield WordChange(was, now, "of one, or of several", alarm=False)
        elif _counted(before[first:stop]) != _counted(after[start:end]):
            was, now = (" ".join(each.word for each in side) for side in (before[first:stop], after[start:end]))
            yield WordChange(was, now, "another number", alarm=False)
    for here, there in changed:
        if _matters(before, here, after, there, _alike_in_sentence(before, after, changed, here)):
            yield WordChange(_shown(before, here), _shown(after, there), "a sign between words", alarm=False)


def _counted(signs: Sequence[SignedWord]) -> list[str]:
    """Return the measures that hyphens hold to the last of two number words: "hundred-year" in "two hundred-year"."""
    return COUNTED.findall(" ".join(each.word for each in signs))


def _are_owners(was: SignedWord, now: SignedWord) -> bool:
    """Say whether one of two words says "of the officer" and the other "of the officers"."""
    one, several = (was, now) if was.word.endswith("'s") else (now, was)
    return one.word.replace("'", "") == several.word != one.word and several.sign == "'" and several.word not in SPANS


def _alike_in_sentence(
    before: Sequence[SignedWord], after: Sequence[SignedWord], changed: Sequence[tuple[int, int]], at: int
) -> int:
    """Return how many signs of the sentence changed as the one behind word `at` did, or semicolons in any way."""
    low, high = _bounds(before, at)
    pairs = {here: frozenset((before[here].sign, after[there].sign)) for here, there in changed if low <= here <= high}
    if ";" in pairs[at]:
        return sum(";" in pair for pair in pairs.values())
    return list(pairs.values()).count(pairs[at])


def _matters(before: Sequence[SignedWord], here: int, after: Sequence[SignedWord], there: int, alike: int) -> bool:
    was, now = before[here], after[there]
    signs = frozenset((was.sign, now.sign))
    if "'" in signs:
        return was.word not in SPANS
    words = _sentence(before, here) | _sentence(after, there)
    reaches = bool(words & REACHING) or any(word.endswith("n't") for word in words)
    joins = reaches or bool(words & JOINING)
    opens = before[_bounds(before, here)[0]].word
    follows = before[here + 1].word
    if was.ends or now.ends:
        # A lead that ends with an item of the sentence parts it from the list: "sign, date and send".
        cuts_off = signs == {":", ","} and opens not in OPENERS - {"every", "each"}
        return cuts_off or _matters_between_blocks(signs, follows, reaches=reaches, joins=joins)
    if ("." in signs and was.word in ABBREVIATED) or (")" in signs and signs & {"", *_PAUSES}):
        # Of brackets the one that opens tells.
        return False
    if "(" in signs:
        return not (follows.isdigit() or (signs & _PAUSES and follows in ASIDE | RELATIVE | SERIAL | {"for"}))
    if signs <= {"", *_PAUSES}:
        return _pause_matters(before, here, alike, reaches=reaches) if "" in signs else _dash_matters(before, here)
    joins = joins if "," not in signs else reaches or opens in JOINING
    # "(1) mend it; or (2) pay": the number parts the two.
    numbered = follows in SERIAL and before[here + 1].sign == "(" and before[here + 2].word.isdigit()
    return not (numbered and signs <= {"", ",", ";"}) and _stop_matters(signs, (was, now), follows, alike, joins=joins)


def _dash_matters(signs: Sequence[SignedWord], at: int) -> bool:
    """Say whether a dash for a comma makes a range of two, or parts the first of an enumeration from the others."""
    if RANGED.fullmatch(signs[at].word) and RANGED.fullmatch(signs[at + 1].word):
        return True
    if signs[at + 1].word in ASIDE | SERIAL | RELATIVE:
        return False
    for each in range(at + 1, min(at + 1 + _LAST_OF_LIST, len(signs) - 1)):
        if signs[each + 1].word in {"and", "or"} and signs[each].sign in {"", ","}:
            return True
        if signs[each].sign:
            return False
    return False


def _matters_between_blocks(signs: frozenset[str], follows: str, *, reaches: bool, joins: bool) -> bool:
    """Say whether another sign matters where an item or a paragraph ends on one side at least."""
    if signs <= {"", *_PAUSES, "("}:
        return follows not in SERIAL and reaches
    return joins and not (";" in signs and signs & {".", *_PAUSES})


def _pause_matters(signs: Sequence[SignedWord], at: int, alike: int, *, reaches: bool) -> bool:
    """Say whether a comma or a dash matters that stands on one side only."""
    behind, before = signs[at].word, signs[at + 1].word
    low, high = _bounds(signs, at)
    words = [each.word for each in signs[low + 1 : high + 1]]
    if before in SERIAL:
        # In an enumeration of two, "and" and "or" or an "if" ask what belongs together.
        reach = [each.word for each in signs[low : at + 1]]
        last = max((index for index, word in enumerate(reach) if _reaches(word)), default=0)
        enumerates = any(each.sign in _PAUSES for each in signs[low + last : at])
        reaches = last > 0 or _reaches(reach[0]) or any(map(_narrows, words[at + 1 - low :]))
        return not enumerates and (reaches or {"and", "or"} <= set(words) or not JOINING.isdisjoint(words))
    if _parts_clause(signs, low, at):
        return False
    if reaches or (before in JOINING and alike > 1 and not SERIAL.isdisjoint(words)):
        return True
    if (
        {behind, before} <= ADJECTIVES
        or before in ASIDE
        or behind in BEHIND_ASIDE
        or (_NUMBER.search(behind) and _NUMBER.search(before))
    ):
        return False
    opens = signs[low].word in OPENERS and not any(each.sign for each in signs[low:at])
    if signs[low].word in {"every", "each"} and any(each.word in AUXILIARY for each in signs[low : at + 1]):
        # The subject of a sentence, and no time that it begins with.
        opens = False
    return not (opens and alike == 1 and before not in FINITE)


def _parts_clause(signs: Sequence[SignedWord], low: int, at: int) -> bool:
    """Say whether a pause ends what opens a clause, before its subject, or parts a subject from its verb by mistake."""
    follows = signs[at + 1].word
    start = max((each + 1 for each in range(low, at) if signs[each].sign), default=low)
    words = [each.word for each in signs[start : at + 1]]
    if follows in _PRONOUNS:
        return next((word for word in words if word not in SERIAL), "") in OPENERS
    opening = OPENERS - {"every", "each"} | ASIDE | JOINING
    return start == low and follows in AUXILIARY and words[0] not in opening and not any(map(_reaches, words))


def _reaches(word: str) -> bool:
    return word in REACHING or word.endswith("n't")


def _narrows(word: str) -> bool:
    """Say whether a word says of those before it which are meant, or denies them."""
    return word in {"who", "which", "whose", "without", "except"}


def _stop_matters(
    signs: frozenset[str], both: tuple[SignedWord, SignedWord], follows: str, alike: int, *, joins: bool
) -> bool:
    """Say whether another sign matters where one side has a sentence end, a colon or a semicolon."""
    if signs == {".", ";"}:
        return False
    if ";" in signs and (signs & _PAUSES or follows in SERIAL):
        return ("" in signs and joins) or (follows not in SUBJECTS | SERIAL and alike < 2)
    if signs & _PAUSES and "." in signs:
        return not all(side.lower for side in both) and (joins or follows not in SUBJECTS | SERIAL)
    if ":" in signs and signs & {"", ","}:
        return both[0].word not in OPEN_ENDED
    return "" in signs or joins


def _bounds(signs: Sequence[SignedWord], at: int) -> tuple[int, int]:
    """Return the first and the last word of the sentence that holds place `at`, and of the one behind it."""
    low = at
    while low > 0 and signs[low - 1].sign != "." and not signs[low - 1].ends:
        low -= 1
    high = at + 1
    while high < len(signs) - 1 and signs[high].sign != "." and not signs[high].ends:
        high += 1
    return low, high


def _sentence(signs: Sequence[SignedWord], at: int) -> set[str]:
    """The words of the sentence that holds place `at`, and of the one behind it where that ends there."""
    low, high = at, at + 1
    while low > 0 and signs[low - 1].sign != ".":
        low -= 1
    while high < len(signs) - 1 and signs[high].sign != ".":
        high += 1
    return {sign.word for sign in signs[low : high + 1]}


def _shown(signs: Sequence[SignedWord], at: int) -> str:
    sign = {"-": " \u2013", "(": " ("}.get(signs[at].sign, signs[at].sign)
    return f"{signs[at].word}{sign} {signs[at + 1].word}"
