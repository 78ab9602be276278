"""Signs between words that decide what belongs together: sentence ends, colons, commas, brackets, dashes.

"Do not post, like or share" and "Do not post. Like or share" have the same words, and so have "staff, who smoke," and
"staff who smoke". A sign is a matter of style where it is on a list: before "and" in a list, behind the words that open
a sentence, for a sentence end before a new subject. Between two blocks or items only a "not" or an "if" matters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewtui.text.markdown.said_passage import BLOCK_START, TARGET
from reviewtui.text.meaning.class_values import WordChange
from reviewtui.text.meaning.wording.visible_words import seen_passage
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
from reviewtui.text.meaning.wording.word_run import stretches

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?\u2026](?=[\s\"'\u201d\u2019)*_]|\Z)")
_OWNED = re.compile(r"['\u2019](?=\s)")
"""Behind an s: something of theirs, not one more of them."""
_QUOTED = re.compile(r"(?<![\w'])'(?=\w)(?!(?:em|tis|twas|til|cause|n)\b)((?:[^'\n]|(?<=\w)'(?=\w))*)'(?!\w)")
"""Words between single quotation marks, of which the second says of nothing whose it is."""
_BLOCK_END = f"{BLOCK_START}\n"
"""Two sentences that were taken out of one block have no line end between them."""
_CLOSING = re.compile(r"[\"\u201d\u2018]")
_DASH = re.compile(r"(?:\s|\A)[-\u2013\u2014]+(?=\s)|\u2014|\A\u2013\Z")
_HALF_LINK = re.compile(r"\[([^\[\]]*)\](?:(?=\s*\((?:https?:|mailto:|[\w./#-]+\)))|\[\]|\(\s*\))")
"""A link that a space or a line end before its address broke, or one whose target is named by its words."""
_BRACKETS = (("(", re.compile(r"[(\[]")), (")", re.compile(r"[)\]]")))
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_DAYS = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
RANGED = re.compile(rf"{_MONTHS}|nov(?:ember)?|dec(?:ember)?|{_DAYS}|[a-z]|[ivx]+|\d[\d.:]*(?:st|nd|rd|th|am|pm)?")
"""What a dash between two makes a range of, and a comma does not: days, months, letters, numbers."""
_RANGE_HYPHEN = re.compile(rf"\b({RANGED.pattern})-(?=(?:{RANGED.pattern})\b(?!-))", re.IGNORECASE)


class SignedWord(NamedTuple):
    """A word, lower case, with the sign behind it: ".", ":", ";", ",", "-", "(", "'" or nothing.

    `ends` says that its block ends there, `lower` that the next word begins with no capital letter, `closes` how
    many brackets close behind it.
    """

    word: str
    sign: str
    ends: bool
    lower: bool
    closes: int = 0


_PAUSES = frozenset({",", "-"})
_ASIDES = frozenset({"example", "instance"})
"""Behind these a colon is style as a comma is."""
_OF_COMPANIES = frozenset({"ltd", "llc", "inc", "plc", "llp"})
"""Before these, which end the name of a company, a comma is style."""
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
    closed: dict[tuple[int, int], int] = {}
    """Places behind which more brackets close than before, or fewer."""
    for equal, first, stop, start, end in stretches([each.word for each in before], [each.word for each in after]):
        if equal:
            places = list(zip(range(first, stop), range(start, end), strict=True))
            changed += [(here, there) for here, there in places[:-1] if before[here].sign != after[there].sign]
            closed |= {(here, there): after[there].closes - before[here].closes for here, there in places}
            continue
        come = sum(each.closes for each in after[start:end]) - sum(each.closes for each in before[first:stop])
        closed[min(first, len(before) - 1), min(start, len(after) - 1)] = come
        if stop - first == end - start == 1 and _are_owners(before[first], after[start]):
            was, now = (f"{side.word}{side.sign}" for side in (before[first], after[start]))
            yield WordChange(was, now, "of one, or of several", alarm=False)
        elif _counted(before[first:stop]) != _counted(after[start:end]):
            was, now = (" ".join(each.word for each in side) for side in (before[first:stop], after[start:end]))
            yield WordChange(was, now, "another number", alarm=False)
    matter = [
        (here, there)
        for here, there in changed
        if _matters(before, here, after, there, _alike_in_sentence(before, after, changed, here))
    ]
    # One that only closes, or that nothing closes, is a slip; one that closes elsewhere holds other words.
    others = [place for place, come in closed.items() if come]
    moved = len({closed[place] > 0 for place in others}) > 1
    opened = any("(" in {before[here].sign, after[there].sign} for here, there in matter)
    for here, there in sorted({*matter, *(others if moved or opened else ())}):
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
    style = was.word in _ASIDES and signs <= {"", ":", *_PAUSES}
    if style or ("." in signs and was.word in ABBREVIATED) or (")" in signs and signs & {"", *_PAUSES}):
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
    if signs[at + 1].word in ASIDE | SERIAL | RELATIVE or signs[at].word in BEHIND_ASIDE:
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
        or before in ASIDE | _OF_COMPANIES
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
    sign = signs[at].sign
    told = {"-": " \u2013", "(": " ("}.get(sign, sign)
    closing = ")" if signs[at].closes and sign != ")" else ""
    behind = "".join(each.word for each in signs[at + 1 : at + 2])
    return f"{signs[at].word}{closing}{told} {behind}".rstrip()


def signed_words(passage: str) -> list[SignedWord]:
    """Return the words of a passage as it is said, in their order."""
    passage = seen_passage(passage)
    if "[" in passage or not passage.isascii():
        passage = _HALF_LINK.sub(r"\1", TARGET.sub("", passage))
    if "'" in passage:
        passage = _QUOTED.sub(r'"\1"', passage)
    if "-" in passage:
        passage = _RANGE_HYPHEN.sub("\\1\u2013", passage)
    signs: list[SignedWord] = []
    places = [match.span() for match in _WORD.finditer(passage)]
    for (start, stop), (end, _) in pairwise([*places, (len(passage), 0)]):
        word, between = passage[start:stop].lower().replace("\u2019", "'"), passage[stop:end]
        lower = passage[end : end + 1].islower()
        if between == " ":
            signs.append(SignedWord(word, "", ends=False, lower=lower))
        else:
            sign = _strongest(passage[start:stop], between)
            closes = between.count(")") + between.count("]")
            signs.append(SignedWord(word, sign, _BLOCK_END in between, lower, closes))
    return signs


def _strongest(word: str, between: str) -> str:
    if not between:
        return ""
    if _SENTENCE_END.search(between):
        return "."
    for sign in ":;,":
        if sign in between:
            return sign
    for sign, bracket in _BRACKETS:
        if bracket.search(between):
            return sign
    if _DASH.search(between):
        return "-"
    return "'" if word.endswith("s") and _OWNED.match(between) and not _CLOSING.search(between) else ""
