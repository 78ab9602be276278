"""Runs that differ as grammar wants it: forms of one verb or pronoun, a tense, a word written twice or forgotten."""

from collections.abc import Sequence

from reviewtui.text.meaning.wording.runs.slips import is_slip
from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.vocabulary.free_words import AGREEMENT, FREE, agree
from reviewtui.text.meaning.wording.vocabulary.verbs import verb_of

_SUBJECT_PRONOUNS = frozenset({"it", "they", "he", "she", "we"})
"""Words that want a verb behind them."""

_DOERS = frozenset({"you", "they", "we", "he", "she", "it"})
_TIMES = frozenset({"before", "after", "when", "while", "until", "once"})


def follows_grammar(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs differ only as the words around them want it, or one of them is a slip."""
    if _is_agreement(here, there) or _is_tense(here.forms, there.forms) or is_slip(here, there):
        return True
    rules = (_is_repeated, _is_forgotten, _is_gerund, _is_one)
    return any(rule(*pair) for rule in rules for pair in ((here, there), (there, here)))


def is_any_for_one(here: WordRun, there: WordRun) -> bool:
    """Say whether one side names one that is known and the other any of them: "the officer" and "an officer"."""
    articles = [{key.form for key in run.keys[run.first : run.stop]} & {"the", "a", "an"} for run in (here, there)]
    return all(articles) and ("the" in articles[0]) != ("the" in articles[1])


def _is_agreement(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs are forms of one verb or pronoun that follow from the words around."""
    old, new = here.forms, there.forms
    if len(old) == len(new) == 1 and agree(old[0], new[0]):
        return True
    if _is_of_anybody(old, new) or _is_of_anybody(new, old):
        return True
    if {*old, *new} == {"amount", "number"} and len(old) == len(new) == 1:
        return here.stop < len(here.keys) and here.keys[here.stop].form == "of"
    whole = [" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)]
    return " ".join(new) in AGREEMENT.get(" ".join(old), ()) or whole[1] in AGREEMENT.get(whole[0], ())


def _is_of_anybody(one: Sequence[str], several: Sequence[str]) -> bool:
    """Say whether "he thinks" stands for "they think", who may be one."""
    if len(one) != 2 or len(several) != 2 or one[0] not in {"he", "she"} or several[0] != "they":
        return False
    return one[1] != several[1] and verb_of(one[1]) == verb_of(several[1]) and one[1].endswith("s")


def _is_tense(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether a rule stands in the future on one side only: "will keep" and "keeps" bind alike."""
    short, long = sorted((old, new), key=len)
    return len(short) == 1 and len(long) == 2 and long[0] == "will" and short[0] in {long[1], f"{long[1]}s"}


def _is_repeated(run: WordRun, other: WordRun) -> bool:
    """Say whether a run only repeats the words before or behind it."""
    forms, length = run.forms, run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not other.forms and bool(forms) and any([key.form for key in keys] == forms for keys in beside)


def _is_forgotten(run: WordRun, other: WordRun) -> bool:
    """Say whether a run is the verb that was forgotten behind a pronoun: "it reasonable" is "it is reasonable"."""
    if other.forms or run.forms not in (["is"], ["are"], ["am"]) or run.first == 0 or run.stop >= len(run.keys):
        return False
    behind = run.keys[run.stop].form
    return run.keys[run.first - 1].form in _SUBJECT_PRONOUNS and behind not in FREE and not behind.startswith("duty:")


def _is_gerund(run: WordRun, other: WordRun) -> bool:
    """Say whether "before starting" stands for "before you start"."""
    forms = other.forms
    if len(run.forms) != 1 or not run.forms[0].endswith("ing") or run.first == 0 or len(forms) not in {2, 3}:
        return False
    before = run.keys[run.first - 1].form
    if before not in _TIMES and not before.startswith("condition:"):
        return False
    perfect = len(forms) == 2 or forms[1] in {"have", "has"}
    return forms[0] in _DOERS and perfect and verb_of(forms[-1]) == verb_of(run.forms[0])


def _is_one(run: WordRun, other: WordRun) -> bool:
    """Say whether "the one" stands for a thing that the sentence has named: "the bid with the lowest price"."""
    if [word.text.casefold() for word in run.words] != ["one"] or len(other.forms) != 1 or other.first == 0:
        return False
    named = [key.form for key in other.keys[: other.first]]
    return named[-1] == "the" and not {other.forms[0], f"{other.forms[0]}s"}.isdisjoint(named)
