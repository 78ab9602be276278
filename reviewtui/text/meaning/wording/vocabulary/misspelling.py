"""Misspellings that no list foresees: a word that is in no dictionary beside one that is, a slip away.

"form" and "from" are both words; which is meant is for a reader to say. Words of which one makes no sense where the
other stands ("there", "their") stand in a table, with short forms of words. A name is no word to be corrected. The
dictionary is asked when a pair of words could be a misspelling, and not before.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from reviewtui.text.meaning.tuning import (
    COMMON_WORD,
    LONGEST_NAME,
    MOST_PAIRS_OF_WORDS,
    MUCH_RARER,
    REWORDED,
    SHORTEST_MISSPELLING,
)
from reviewtui.text.meaning.wording.vocabulary.mistaken_words import IN_PLACE, PAIRS
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import ENGLISH
from reviewtui.text.words.dictionary import how_often, is_word, words_near
from reviewtui.text.words.spelling_variants import american

_PART = re.compile("[^\\s\ue000]+|\ue000[^\ue001]*\ue001")
"""What stands between white space; where a link leads is a part of its own."""
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ADDRESS = re.compile("[@\ue000]|://|\\.(?<=[^\\W_]\\.)[^\\W_]{2}")
"""What a mailbox, a site, the name of a file or where a link leads holds, in which each letter counts."""
_ENDINGS = ("s", "d", "es", "ed", "er", "ers", "r", "rs", "ing", "ly", "y", "al")
"""Endings that make another word of one, also where a dictionary lacks it."""


_FORMING = ("un", "dis", "non", "mis", "re", "over", "under", "pre", "post", "sub", "anti", "out", "co", "de")
"""What makes another word of a word, also where a dictionary lacks it: "disapply" is no misspelt "display"."""
_DERIVED = ("ed", "ing", "ly", "er", "ers", "ion", "ment", "able", "d", "al", "ity")
_NO_PERSON = frozenset(
    """academy accessibility administration agency alliance assembly association authority centre charity client
    commission committee communication community company conference consortium constitution consultation
    cooperation corporation council criteria data department development digital directive directorate education
    engineering environment executive faculty federation finance forum foundation framework glossary governance
    government guidance guideline handbook health housing information initiative innovation inspectorate institute
    institution insurance international internet laboratory library licence license management manual ministry
    municipality museum national network office organisation organization parliament partnership planning policy
    procurement programme protection protocol province publication public regulation republic research resource schedule
    science secretariat security service society software standard statistics strategy technology transport treasury
    university website
    manager director officer secretary minister president councillor administrator coordinator inspector""".split()
)
"""Words of which names of bodies, documents and offices are made, and by which no person is called."""
_TIMES = frozenset(
    """january february september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Times by which no person is called."""
_NAME_VARIANT = re.compile(r"(?:[iy]e?|ie|ey|[ae]i|ph|v|h|e|z|s|ae|ea|eo|oe)*\Z")
"""Letters in which two spellings of one name mostly differ: Smith and Smyth, Jon and John, Turner and Turnor."""
_WHO_OR_WHEN = ("ers", "ors", "ees", "ies", "er", "or", "ee", "ed", "ing", "s")
"""Endings of who does something, to whom it is done, and when."""
_RULING = frozenset(
    """not who must should shall can has have if no when before after all any each only is are may might could would
    will was were did do does had be been being need cannot never none nor without nobody nothing half once twice double
    triple dozen hundred thousand million""".split()
)
"""Words of duty, negation and amount, and those of which "n't" makes the contrary: of these none is a slip."""


def is_misspelling(old: str, new: str) -> bool:
    """Say whether one of two words is no word and the other is the one that was meant."""
    here, there = old.lower(), new.lower()
    if not _is_one_slip(here, there) or _is_other_party(here, there) or old.isupper() or new.isupper():
        return False
    short, long = sorted((here, there), key=len)
    if any(long == short + ending for ending in _ENDINGS) and not (short in ENGLISH or _lacks_its_end(short, long)):
        return False
    if is_word(here) == is_word(there):
        return False
    wrong, right = (there, here) if is_word(here) else (here, there)
    if (right in _RULING and not _is_turned_letter(wrong, right)) or _is_of_other_act(wrong, right):
        return False
    meant = _names_no_person(right) or _is_nearest_time(wrong, right) or not _may_be_meant(old, new, wrong, right)
    return meant and not _may_be_another(wrong, right)


def _is_one_slip(here: str, there: str) -> bool:
    """Say whether two different words of letters are one letter apart, and not the first one."""
    if here[:1] != there[:1] or here == there or abs(len(here) - len(there)) > 1:
        return False
    long_enough = min(len(here), len(there)) >= SHORTEST_MISSPELLING
    return long_enough and OSA.distance(here, there) == 1 and (here + there).isalpha()


def _is_turned_letter(wrong: str, right: str) -> bool:
    """Say whether two letters of a word are in wrong order, and it denies nothing: "msut"; "nto" may be "into"."""
    return sorted(wrong) == sorted(right) and "n" not in right


def _is_of_other_act(wrong: str, right: str) -> bool:
    """Say whether an ending makes a word of a listed one, and the other has another ending: "vetter", "vetted"."""
    ending = next((ending for ending in _WHO_OR_WHEN if wrong.endswith(ending)), "")
    stem = wrong.removesuffix(ending)
    if not ending or right.endswith(ending) or not right.startswith(stem[:-1]):
        return False
    doubled = stem[-1:] == stem[-2:-1]
    stems = (stem, f"{stem}e", stem[:-1] if doubled else stem, f"{stem[:-1]}y" if stem.endswith("i") else stem)
    return any(map(is_word, stems))


def _may_be_another(wrong: str, right: str) -> bool:
    """Say whether another word than `right` is one slip from `wrong`, and not very much rarer: "smishing".

    Two letters in wrong order are made right in one way; a word that only has an "s" more is no other one.
    """
    if right.endswith("es") and f"{right[:-2]}s" == wrong:
        return False
    turned = sorted(wrong) == sorted(right)
    ours = {right, american(right)}
    least = how_often(american(right)) / MUCH_RARER
    for word, *_ in process.extract(wrong, words_near(wrong), scorer=OSA.distance, score_cutoff=1, limit=None):
        # "Additionaly" is no "additional"; "hardl" may be "hard".
        meant = f"{word}ly" if wrong == f"{word}y" else word
        is_same = not ours.isdisjoint((meant, f"{word}s", f"{word}es", word.removesuffix("s")))
        as_near = sorted(word) == sorted(wrong) if turned else how_often(word) > least
        if as_near and not is_same and frozenset((word, right)) not in PAIRS:
            return True
    return False


def _is_nearest_time(wrong: str, right: str) -> bool:
    """Say whether a day or a month is meant and no other one: "Tursday" may be two."""
    return [time for time in _TIMES if OSA.distance(wrong, time) == 1] == [right]


def _may_be_meant(old: str, new: str, wrong: str, right: str) -> bool:
    """Say whether a word that no dictionary has may be no slip: a name, or one made of another word."""
    if right in _TIMES or _is_formed(wrong):
        return True
    return old[0].isupper() and new[0].isupper() and right not in ENGLISH and _may_be_names(wrong, right)


def _names_no_person(word: str) -> bool:
    """Say whether a word stands in names of bodies, documents and offices, and is the name of no person."""
    return word in _NO_PERSON or word.removesuffix("s") in _NO_PERSON or f"{word.removesuffix('ies')}y" in _NO_PERSON


def _is_other_party(here: str, there: str) -> bool:
    """Say whether one of two words is who does it, and the other to whom it is done: "voter", "votee"."""
    return {here.rstrip("s")[-2:], there.rstrip("s")[-2:]} in ({"ee", "er"}, {"ee", "or"})


def _lacks_its_end(short: str, long: str) -> bool:
    """Say whether a common word lost its last letter: "opportunitie"."""
    return len(long) == len(short) + 1 and not is_word(short) and how_often(long) >= COMMON_WORD


def _is_formed(word: str) -> bool:
    """Say whether a word is made of another one by what stands before it."""
    rests = (word.removeprefix(prefix) for prefix in _FORMING if word.startswith(prefix))
    return any(how_often(rest) >= COMMON_WORD for rest in rests)


def _may_be_names(wrong: str, right: str) -> bool:
    """Say whether two words with capital letters can be two names, and not a word and a slip of the pen."""
    if len(right) >= LONGEST_NAME:
        return False
    edits = (edit for edit in Levenshtein.opcodes(wrong, right) if edit.tag != "equal")
    varies = all(
        _NAME_VARIANT.match(wrong[edit.src_start : edit.src_end] + right[edit.dest_start : edit.dest_end])
        for edit in edits
    )
    if not any(is_word(right + ending) or is_word(right.removesuffix("e") + ending) for ending in _DERIVED):
        stems = [right.removesuffix(ending) for ending in (*_DERIVED, "s") if right.endswith(ending)]
        is_trade = varies and right.endswith(("er", "or"))
        return is_trade or not any(is_word(stem) or is_word(stem + "e") for stem in stems)
    return varies


def corrected_pair(old: str, new: str) -> tuple[str, str]:
    """Return two forms of a passage with each word that one of them misspells as the other one has it.

    A word in an address stays; of very many words that differ some are left as they are.
    """
    if not (old and new):
        return old, new
    olds, news = (dict.fromkeys(_words_of_prose(text)) for text in (old, new))
    gone, come = [word for word in olds if word not in news], [word for word in news if word not in olds]
    right_words = _right_words(gone, come, (old, new)) if gone and come else {}
    for words, others in ((gone, news), (come, olds)):
        right_words |= _known_words([word for word in words if word not in right_words], others)
    return (_with_right_words(old, right_words), _with_right_words(new, right_words)) if right_words else (old, new)


def _words_of_prose(text: str) -> list[str]:
    """Return the words of a text that stand in no address."""
    if _ADDRESS.search(text):
        text = " ".join([part for part in _PART.findall(text) if part.isalpha() or not _ADDRESS.search(part)])
    return _LETTERS.findall(text)


def _right_words(gone: Sequence[str], come: Sequence[str], texts: tuple[str, str]) -> dict[str, str]:
    """Return the right word for each misspelt one, in lower case, of words that only one of the texts has each."""
    by_letter: dict[str, list[str]] = {}
    for now in come:
        by_letter.setdefault(now[0].lower(), []).append(now)
    right_words: dict[str, str] = {}
    left_to_ask = MOST_PAIRS_OF_WORDS
    for was in gone:
        candidates = by_letter.get(was[0].lower(), [])[:left_to_ask]
        for now in candidates if was.lower() not in right_words else ():
            left_to_ask -= 1
            if right := _right_word(was, now, texts):
                right_words |= {wrong.lower(): right for wrong in (was, now) if wrong != right}
                by_letter[was[0].lower()] = [word for word in by_letter[was[0].lower()] if word.lower() != now.lower()]
                break
    return right_words


def _known_words(words: Sequence[str], others: Iterable[str]) -> dict[str, str]:
    """Return the right word for each that is none, where it stands elsewhere on both sides; a name has a capital."""
    if len(words) > REWORDED:
        return {}
    near = [(slip, word) for slip in words for word in others if slip[0] == word[0] and -2 < len(slip) - len(word) < 2]
    return {
        slip: word
        for slip, word in near
        if (slip + word).islower() and is_misspelling(slip, word) and not is_word(slip)
    }


def _right_word(was: str, now: str, texts: tuple[str, str]) -> str | None:
    """Return which of two words is meant by both, None where neither is a slip for the other."""
    if not (was.isascii() and now.isascii()) or was.lower() == now.lower():
        return None
    pair = frozenset((was.lower(), now.lower()))
    if pair in PAIRS or (pair in IN_PLACE and _is_short_form(min(was, now, key=len), IN_PLACE[pair], texts)):
        return max(was, now, key=lambda word: (is_word(word.lower()), len(word)))
    if not is_misspelling(was, now):
        return None
    right = was if is_word(was.lower()) else now
    named = right.lower() not in _TIMES and not _names_no_person(right.lower())
    return None if named and all(map(_stands_as_name, (was, now), texts)) else right


def _stands_as_name(word: str, text: str) -> bool:
    """Say whether a word has a capital within a sentence."""
    return word[0].isupper() and re.search(rf"[^\W\d_],?[ \n]+{word}\b", text) is not None


def _is_short_form(short: str, place: str, texts: tuple[str, str]) -> bool:
    """Say whether a word stands, wherever one of two texts has it, in a place in which it is a short form."""
    everywhere = sum(len(re.findall(rf"\b{short}\b", text, re.IGNORECASE)) for text in texts)
    fitting = sum(len(re.findall(place.format(short=short), text, re.IGNORECASE)) for text in texts)
    return everywhere == fitting


def _with_right_words(text: str, right_words: Mapping[str, str]) -> str:
    """Return a text with the right words for the misspelt ones, each with a capital where that has one."""

    def corrected(match: re.Match[str]) -> str:
        right = right_words.get(match[0].lower())
        return match[0] if right is None else right.capitalize() if match[0][0].isupper() else right

    def corrected_part(part: re.Match[str]) -> str:
        return part[0] if _ADDRESS.search(part[0]) else _LETTERS.sub(corrected, part[0])

    return _PART.sub(corrected_part, text)
