"""Slips of the pen: of two forms one is no English where it stands, and the other one is.

Only small words are judged so, which bind nobody, and the number of a noun behind a word that wants one or several.
"""

from collections.abc import Sequence
from itertools import pairwise

from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb, is_participle, is_past, verb_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL_WORDS = _set(
    "a an the to of in on at by for with from about as is are was were be been has have it that and their"
)
"""What a slip puts in, leaves out or exchanges."""
_MOST = 2
"""Words of a run that is looked at."""
_NO_NOUN = _set("is are was were has have must shall should will can cannot to of they we he she i")
_IMPOSSIBLE = (
    (
        _set("a an the"),
        _NO_NOUN | _set("a an the this these those their its our your his by for with from at and or be"),
    ),
    (_set("of with from for into between at during via regarding concerning"), _NO_NOUN),
    (_set("to"), _set("is are was were has must shall will can cannot of to")),
    (_set("must shall should will can may"), _set("is are was were has to of must shall should will can being been")),
    (_set("this these those its our your"), _set("a an the this these those is of to by for with from") - {"is"}),
)
"""What cannot stand behind what, whatever is meant."""
_BE, _MODALS = _set("be is are been was were"), _set("must should will can may could would to")
_AFTER_NOUN = (
    (
        _set("on of about"),
        _set("progress information advice guidance detail details question questions view views news"),
    ),
    (_set("in at"), _set("role roles job jobs position positions post posts interest")),
    (_set("to in of"), _set("change changes increase increases reduction reductions")),
    (_set("for of"), _set("reason reasons criteria")),
)
"""Prepositions that say the same behind some nouns."""
_ONE = _set("a an each every another this that one")
_SEVERAL = _set("these those many several few various two three four five six seven eight nine ten twelve")
_REACH = 3
"""Words between "a" and its noun, at the most."""
_NO_PART_OF_NAME = _NO_NOUN | _set(
    "a an the in on at by for with from and or but if when that who which not no as than"
)
"""Words that end what "a" stands before."""


def is_slip(here: WordRun, there: WordRun) -> bool:
    """Say whether one of two runs is a slip for the other one."""
    if _is_number_slip(here, there) or _is_preposition(here, there):
        return True
    return any(_is_small_slip(*pair) or _is_verb_slip(*pair) for pair in ((here, there), (there, here)))


def _is_small_slip(run: WordRun, other: WordRun) -> bool:
    """Say whether `run` makes no English with the words beside it, as `other` does."""
    most = max(len(run.words), len(other.words))
    if not 0 < most <= _MOST or not _SMALL_WORDS.issuperset([*run.low_words, *other.low_words]):
        return False
    return _is_impossible(_with_neighbours(run)) and not _is_impossible(_with_neighbours(other))


def _with_neighbours(run: WordRun) -> list[str]:
    """Return the words of a run with the one before and the one behind, if they stand in its sentence."""
    before = run.keys[run.first - 1].words[-1:] if run.first else ()
    behind = run.keys[run.stop].words[:1] if run.stop < len(run.keys) else ()
    words = [*run.words, *behind]
    begins = [word.first or word.comma for word in words]
    kept = [word.low for word in before] if not (begins and begins[0]) else []
    for word, begin in zip(words, begins, strict=True):
        kept += ["|", word.low] if begin and kept else [word.low]
    return kept


def _is_impossible(words: Sequence[str]) -> bool:
    return any(
        here in firsts and there in seconds for here, there in pairwise(words) for firsts, seconds in _IMPOSSIBLE
    )


def _is_verb_slip(run: WordRun, other: WordRun) -> bool:
    """Say whether `run` is a verb in a form that cannot stand behind the word before: "be submit", "must submitted"."""
    old, new = run.low_words, other.low_words
    if len(old) != 1 or len(new) != 1 or not run.first or verb_of(old[0]) != verb_of(new[0]):
        return False
    before = run.keys[run.first - 1].words[-1].low if run.keys[run.first - 1].words else ""
    past = [is_participle(word) or is_past(word) is True for word in (old[0], new[0])]
    if before in _BE:
        return past == [False, True] and forms_of_verb(old[0]).participle == new[0]
    return before in _MODALS and past == [True, False] and forms_of_verb(new[0]).participle == old[0]


def _is_preposition(here: WordRun, there: WordRun) -> bool:
    """Say whether two prepositions say the same behind the noun before them: "progress on", "progress of"."""
    old, new = here.low_words, there.low_words
    if len(old) != 1 or len(new) != 1 or not here.first or not here.keys[here.first - 1].words:
        return False
    before = here.keys[here.first - 1].words[-1].low
    earlier = here.keys[here.first - 2].words[-1:] if here.first > 1 else ()
    if earlier and earlier[0].low in _MODALS:
        # "may change to" is done, "the change to" is a thing.
        return False
    return any(before in nouns and {*old, *new} <= words for words, nouns in _AFTER_NOUN)


def _is_number_slip(here: WordRun, there: WordRun) -> bool:
    """Say whether a noun has the wrong number on one side: "a members", "these form"."""
    old, new = here.low_words, there.low_words
    if len(old) != 1 or len(new) != 1 or here.words[0].text.isupper():
        return False
    one, several = sorted((old[0], new[0]), key=len)
    if several not in {f"{one}s", f"{one}es", f"{one[:-1]}ies"} or not one.isalpha():
        return False
    wanted = _wanted_number(here)
    return wanted is not None and wanted == _wanted_number(there)


def _wanted_number(run: WordRun) -> bool | None:
    """Say whether the words before a run want several of a thing, None where they want neither."""
    for at in range(run.first - 1, max(-1, run.first - 2 - _REACH), -1):
        words = run.keys[at + 1].words
        if words and (words[0].first or words[0].comma):
            return None
        word = " ".join(word.low for word in run.keys[at].words)
        if word in _SEVERAL or word in _ONE:
            return word in _SEVERAL
        verb = word.endswith("s") and not word.endswith("ss")
        if verb or word in _NO_PART_OF_NAME or not word.replace("-", "").isalpha():
            return None
    return None
