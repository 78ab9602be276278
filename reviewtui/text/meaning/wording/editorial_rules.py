"""The list of what is editorial: in which ways a run of words may differ from the one in its place.

`EDITORIAL_RULES` are the rows of the list. What no row knows is a doubt. Spellings, letter case, contractions,
amounts and synonyms are on the list too: `misspelling` and `word_keys` give both sides one form before.
"""

import re
from collections.abc import Callable, Sequence

from reviewtui.text.meaning.wording.abbreviations import abbreviates, explains
from reviewtui.text.meaning.wording.sentence_joins import is_rejoined
from reviewtui.text.meaning.wording.vocabulary.spelling import is_split_differently
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import AGREEMENT
from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb, verb_stem
from reviewtui.text.meaning.wording.word_run import WordRun

EditorialRule = Callable[[WordRun, WordRun], bool]


_POINTING = frozenset({"that", "this", "these", "those"})
"""For an article these may name one of several: "only that manager"."""

_MEASURING = frozenset("only odd more less most least no".split())  # noqa: SIM905
"""Words that say something of the next one, or of all behind it: "more-qualified officers", "members only"."""
_NOUN_OF_PARTICLE = re.compile(r"\b(?:lock|log|sign|check|opt|set|follow|buy|drop)-(?:in|out|up|off)\b")
"""Of "vendor-lock in" and "vendor lock-in" one is no English."""
_SEVERAL = frozenset("staff people persons children men women police team board committee and".split())  # noqa: SIM905
"""Words for several people that have no "s" at their end."""


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
    if _is_of_now(old, new) or _is_of_now(new, old):
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


def _names_several(run: WordRun) -> bool:
    """Say whether the words before a run may name several, of whom "they" may be said and "he" may not."""
    before = [key.form for key in run.keys[: run.first]]
    return any(form in _SEVERAL or (form.endswith("s") and not form.endswith(("ss", "us", "is"))) for form in before)


def _is_of_now(will: Sequence[str], now: Sequence[str]) -> bool:
    """Say whether "the clerk will keep" stands for "the clerk keeps": a policy rules both alike."""
    if len(will) != 2 or len(now) != 1 or will[0] != "will":
        return False
    return now[0] in {will[1], forms_of_verb(will[1]).third}


def _is_repeated(here: WordRun, there: WordRun) -> bool:
    """Say whether a run only repeats the words beside it, and the other side has nothing there."""
    run, other = (there, here) if not here.forms else (here, there)
    length = run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not other.forms and bool(run.forms) and any([key.form for key in keys] == run.forms for keys in beside)


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
    _is_repeated,
    is_rejoined,
    _is_abbreviated,
    _is_joined_otherwise,
)
"""What is editorial; of the order of words see `word_order` and `passive_voice`."""


def is_editorial(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs of words that stand for each other are on the list."""
    return any(rule(here, there) for rule in EDITORIAL_RULES)
