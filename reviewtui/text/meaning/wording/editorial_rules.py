"""The list of what is editorial: in which ways a run of words may differ from the one in its place.

`EDITORIAL_RULES` are the rows of the list. What no row knows is a doubt. Spellings, letter case, contractions,
amounts and synonyms are on the list too: `misspelling` and `word_keys` give both sides one form before.
"""

import re
from collections.abc import Callable, Sequence

from reviewtui.text.meaning.wording.visible_words import Word
from reviewtui.text.meaning.wording.vocabulary.spelling import is_split_differently
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import AGREEMENT
from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb, verb_stem
from reviewtui.text.meaning.wording.word_keys import WordKey
from reviewtui.text.meaning.wording.word_order import JOINING
from reviewtui.text.meaning.wording.word_run import WordRun

_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "this", "these"})
_SUBJECTS = frozenset({"who", "it", "they", "he", "she", "we", "you"})
"""Words behind which a verb stands that has no other meaning for one than for several."""
_REACHING_ON = frozenset({"may", "should", "can", "could", "would", "might", "not", "never", "no", "must", "shall"})
"""Words that reach over an "and"."""
_FINITE = frozenset({"is", "are", "was", "were", "will", "can", "may", "should", "must", "has", "have", "does", "do"})
"""Words by which a part of a sentence has a verb of its own."""
_SUBJECT_WORDS = 5
"""Words of a subject for which a pronoun stands in the next sentence, at the most."""


def is_rejoined(here: WordRun, there: WordRun) -> bool:
    """Say whether one of two runs only joins what the other one parts."""
    return _joins(here, there) or _joins(there, here)


_UNTOLD = frozenset({"of", "and", "the", "for", "to", "in", "on"})
"""Words of a name of which its abbreviation does not give the first letter."""
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST_MIXED = 2
"""An abbreviation with more letters may have them in another order."""
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z](s?)")
_NAME_REACH = 8
"""Words before an abbreviation in which its name is looked for."""


EditorialRule = Callable[[WordRun, WordRun], bool]


_POINTING = frozenset({"that", "this", "these", "those"})
"""For an article these may name one of several: "only that manager"."""

_MEASURING = frozenset("only odd more less most least no".split())
"""Words that say something of the next one, or of all behind it: "more-qualified officers", "members only"."""
_NOUN_OF_PARTICLE = re.compile(r"\b(?:lock|log|sign|check|opt|set|follow|buy|drop)-(?:in|out|up|off)\b")
"""Of "vendor-lock in" and "vendor lock-in" one is no English."""
_SEVERAL = frozenset("staff people persons children men women police team board committee and".split())
"""Words for several people that have no "s" at their end."""

_NO_NOUNS = frozenset(
    "enable help make lower prevent facilitate simplify improve reduce explain describe clarify speed".split()
)
"""Verbs of items that say what something is good for: no nouns, and nothing that somebody is told to do to others."""


def _binds_nobody(here: WordRun, there: WordRun) -> bool:
    """Say whether only articles and words that join sentences differ, and both mean one that is known or any."""
    articles = [{key.form for key in run.keys[run.first : run.stop]} & {"the", "a", "an"} for run in (here, there)]
    pointing = [{key.form for key in run.keys[run.first : run.stop]} & _POINTING for run in (here, there)]
    if any(articles) and any(pointing) and pointing[0] != pointing[1]:
        return False
    any_for_one = all(articles) and ("the" in articles[0]) != ("the" in articles[1])
    return here.forms == there.forms and not any_for_one


def _agrees(here: WordRun, there: WordRun) -> bool:
    """Say whether both are forms of one verb or pronoun that follow from the words around."""
    old, new = here.forms, there.forms
    if (_is_of_anybody(old, new) or _is_of_anybody(new, old)) and not (_names_several(here) or _names_several(there)):
        return True
    if _is_of_now(old, new) or _is_of_now(new, old) or _follows_subject(here, there):
        return True
    whole = [" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)]
    return " ".join(new) in AGREEMENT.get(" ".join(old), ()) or whole[1] in AGREEMENT.get(whole[0], ())


def _is_of_anybody(one: Sequence[str], several: Sequence[str]) -> bool:
    """Say whether "he thinks" stands for "they think", who may be one."""
    if len(one) != 2 or len(several) != 2 or one[0] not in {"he", "she"} or several[0] != "they":
        return False
    if (one[1], several[1]) in {("is", "are"), ("has", "have")}:
        return True
    return one[1] != several[1] and verb_stem(one[1]) == verb_stem(several[1]) and one[1].endswith("s")


def _follows_subject(here: WordRun, there: WordRun) -> bool:
    """Say whether both are one verb behind "who" or a pronoun, with the ending for one and for several: "who uses"."""
    if len(here.forms) != 1 or len(there.forms) != 1 or here.first == 0:
        return False
    base, third = sorted((here.forms[0], there.forms[0]), key=len)
    return here.keys[here.first - 1].form in _SUBJECTS and third != base and third == forms_of_verb(base).third


def _names_several(run: WordRun) -> bool:
    """Say whether the words before a run may name several, of whom "they" may be said and "he" may not."""
    before = [key.form for key in run.keys[: run.first]]
    return any(form in _SEVERAL or (form.endswith("s") and not form.endswith(("ss", "us", "is"))) for form in before)


def _is_of_now(will: Sequence[str], now: Sequence[str]) -> bool:
    """Say whether "the clerk will keep" stands for "the clerk keeps": a policy rules both alike."""
    if len(will) != 2 or len(now) != 1 or will[0] != "will":
        return False
    return now[0] in {will[1], forms_of_verb(will[1]).third}


def _announces_list(here: WordRun, there: WordRun) -> bool:
    """Say whether only "the following" came or went before a colon, behind which the list stands either way."""
    run, other = (there, here) if not here.words else (here, there)
    closes = run.stop == len(run.keys) or (run.keys[run.stop].words and run.keys[run.stop].words[0].first)
    return not other.words and run.text.casefold() == "the following" and bool(closes)


def _agrees_with_lead(here: WordRun, there: WordRun) -> bool:
    """Say whether the verb that begins an item agrees otherwise with what leads to the list: "enable", "enables"."""
    if not (here.begins and there.begins and len(here.words) == len(there.words) == 1):
        return False
    base, third = sorted((here.text.casefold(), there.text.casefold()), key=len)
    return base in _NO_NOUNS and third == forms_of_verb(base).third


def _is_repeated(here: WordRun, there: WordRun) -> bool:
    """Say whether a run only repeats the words beside it, and the other side has nothing there."""
    run, other = (there, here) if not here.forms else (here, there)
    length = run.stop - run.first
    if other.forms or not run.forms:
        return False
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    if any([key.form for key in keys] == run.forms for keys in beside):
        return True
    # Some of the words may belong to a phrase on one side: "is subject to, in part, to".
    words = [word.text for word in run.words]
    before = [word.text for key in run.keys[max(0, run.first - length) : run.first] for word in key.words]
    return len(words) > 1 and before[-len(words) :] == words


def _is_abbreviated(here: WordRun, there: WordRun) -> bool:
    """Say whether one side is short for the other, or only tells what something is short for."""
    if not here.forms or not there.forms:
        return explains(here if here.forms else there)
    return abbreviates(here, there)


def _is_joined_otherwise(here: WordRun, there: WordRun) -> bool:
    """Say whether hyphens, spaces or apostrophes alone differ, and both can be one word."""
    old, new = here.text.casefold(), there.text.casefold()
    if old == new or not _are_words(here, there) or _is_joined_to_another(old, new):
        return False
    if any(word.comma for word in (*here.words[1:], *there.words[1:])):
        return False
    return is_split_differently(old, new) or old.replace("'", "") == new.replace("'", "")


def _is_joined_to_another(old: str, new: str) -> bool:
    """Say whether a hyphen holds a word to another one than before, or to one that says how many, or who alone."""
    if "-" in old and "-" in new and len([side for side in (old, new) if _NOUN_OF_PARTICLE.search(side)]) != 1:
        return True
    parts = {part for side in (old, new) for part in re.split(r"[\s-]", side)}
    return "-" in old + new and not parts.isdisjoint(_MEASURING)


def _are_words(here: WordRun, there: WordRun) -> bool:
    """Say whether both are words: no figures, signs or addresses."""
    return bool(here.words and there.words) and all(word.kind == "word" for word in (*here.words, *there.words))


EDITORIAL_RULES: tuple[EditorialRule, ...] = (
    _binds_nobody,
    _agrees,
    _agrees_with_lead,
    _announces_list,
    _is_repeated,
    is_rejoined,
    _is_abbreviated,
    _is_joined_otherwise,
)
"""What is editorial; of the order of words see `word_order`."""


def is_editorial(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs of words that stand for each other are on the list."""
    return any(rule(here, there) for rule in EDITORIAL_RULES)


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


def _joins(run: WordRun, other: WordRun) -> bool:
    """Say whether an "and" stands where the other side begins a sentence, with "it" or without."""
    if _repeats_subject(run, other):
        return True
    if (other.forms and _rules_on(other)) or not set(run.forms) <= JOINING:
        return False
    if run.forms == ["and"] and _begins_as_before(other):
        return True
    if len(other.forms) == 1 and other.forms[0] in _PRONOUNS:
        here = run.words or [word for key in run.keys[run.stop : run.stop + 1] for word in key.words]
        return other.begins and bool(here) and not here[0].first
    follows = other.keys[other.stop].words if other.stop < len(other.keys) else ()
    return not other.forms and (not follows or follows[0].first)


def _rules_on(run: WordRun) -> bool:
    """Say whether a "must" or a "not" of the sentence before a run would reach on, if both were one sentence."""
    behind = run.keys[run.stop].form if run.stop < len(run.keys) else ""
    if behind in _FINITE or behind.startswith("duty:"):
        return False
    for at in range(run.first - 1, -1, -1):
        form, words = run.keys[at]
        if form in _REACHING_ON or form.startswith("duty:"):
            return True
        if words and words[0].first:
            return False
    return False


def _begins_as_before(run: WordRun) -> bool:
    """Say whether a run begins a sentence as the one before began, or with a pronoun for it: "The clerk also …"."""
    if not run.forms or not run.begins or run.first == 0:
        return False
    start = _sentence_start(run.keys, run.first - 1)
    before = WordRun(run.keys, start, run.first).forms
    forms = run.forms
    if before[: len(forms)] == forms:
        return True
    rest = forms[1:]
    places = range(1, min(len(before), _SUBJECT_WORDS))
    return forms[0] in _PRONOUNS and rest != [] and any(before[at : at + len(rest)] == rest for at in places)


def _repeats_subject(run: WordRun, other: WordRun) -> bool:
    """Say whether a sentence begins with the words again for which "who" or "which" stands on the other side."""
    forms = other.forms
    if not forms or run.text not in {"who", "which"} or not other.begins or not run.behind_comma:
        return False
    before = [key.form for key in run.keys[max(0, run.first - len(forms)) : run.first]]
    return before == forms


def _sentence_start(keys: Sequence[WordKey], at: int) -> int:
    """Return where the sentence begins that holds key `at`."""
    while at > 0 and not (keys[at].words and keys[at].words[0].first):
        at -= 1
    return at
