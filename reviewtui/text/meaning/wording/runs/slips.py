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
    """a an the to of in on at by for with from about as is are was were be been has have it that and their this these
    those its our your his her they them we us you do does"""
)
"""What a slip puts in, leaves out or exchanges."""
_MOST = 2
"""Words of a run that is looked at."""
_ARTICLES, _POINTING = _set("a an the"), _set("this these those its our your their")
_MODALS = _set("must shall should will can may")
_NO_NOUN = _set("is are was were has have must shall should will can cannot to of they we he she i")
_IMPOSSIBLE = (
    (_ARTICLES, _NO_NOUN | _POINTING | _set("a an the his by for with from at and or be that them us it do does")),
    (_set("of with from for into between at during via regarding concerning"), _NO_NOUN),
    (_set("to"), _set("is are was were has must shall will can cannot of to been")),
    (_MODALS | _set("could would"), _set("is are was were has to of must shall should will can being been able")),
    (_set("this these those"), _set("a an the this these those of they we it us be have")),
    (_set("its our your their"), _NO_NOUN | _set("a an the this these those by for with from it them us be has")),
    (_set("is are was were"), _set("is are was were be do does has have must shall should will can may")),
    (_set("be been"), _set("is are was were be been has have do does must shall should will can may")),
    (_set("has have"), _set("is are was were be do does must shall should will can may")),
    (_set("they we i you these those"), _set("is has does")),
    (_set("it he she this"), _set("are have do")),
    (_set("they we he she i"), _set("they we he she i them us of a an the")),
    (_set("of for with from by at"), _set("of for to with") - {"with"}),
    (_set("and or but"), _set("and or but")),
)
"""What cannot stand behind what, whatever is meant."""
_BE = _set("be is are been was were")
_VERB_WANTED = _MODALS | _set("could would to")
_FINITE = _set("is are was were must shall should will can may has have")
_CLAUSE = _set("that who which what when where if how and or but as than because so not whether all")
"""Words between two verbs that make it two clauses."""
_BETWEEN = _set("then also still now only always")
"""Words that stand in a verb: "will then be"."""
_TWO_VERBS = 4
"""Words between two verbs of which one is too many, at the most."""
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
    if _is_number_slip(here, there):
        return True
    return any(_is_small_slip(*pair) or _is_verb_slip(*pair) for pair in ((here, there), (there, here)))


def _is_small_slip(run: WordRun, other: WordRun) -> bool:
    """Say whether `run` makes no English with the words beside it, as `other` does."""
    words = [*run.low_words, *other.low_words]
    if not words or max(len(run.low_words), len(other.low_words)) > _MOST or not _SMALL_WORDS.issuperset(words):
        return False
    if _is_impossible(_with_neighbours(other)):
        return False
    return _is_impossible(_with_neighbours(run)) or (_has_two_verbs(run) and _BE.isdisjoint(other.low_words))


def _has_two_verbs(run: WordRun) -> bool:
    """Say whether a run is a verb before the verb of its sentence: "information is this page is not advice"."""
    before = run.keys[run.first - 1].form if run.first else ""
    if run.low_words == ["be"]:
        return (
            "be" in [key.form for key in run.keys[run.stop + 1 : run.stop + 2]] and run.keys[run.stop].form in _BETWEEN
        )
    if run.low_words not in (["is"], ["are"]) or before in _CLAUSE:
        return False
    for key in run.keys[run.stop : run.stop + _TWO_VERBS]:
        if not key.words or key.words[0].first or key.words[0].comma or key.form in _CLAUSE:
            return False
        if key.form in _FINITE or key.form.startswith("duty:"):
            return True
    return False


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
    wrong = past == [True, False] and forms_of_verb(new[0]).participle == old[0]
    if before in _VERB_WANTED - {"to"}:
        wrong = wrong or (old[0] in forms_of_verb(new[0])[1:] and old[0] != new[0])
    return before in _VERB_WANTED and wrong


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
