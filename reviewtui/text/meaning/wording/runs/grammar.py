"""Runs that differ as grammar wants it: forms of one verb or pronoun, a word written twice."""

from collections.abc import Sequence

from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.vocabulary.free_words import AGREEMENT
from reviewtui.text.meaning.wording.vocabulary.verbs import verb_of


def is_agreement(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs are forms of one verb or pronoun that follow from the words around."""
    old, new = here.forms, there.forms
    if _is_of_anybody(old, new) or _is_of_anybody(new, old):
        return True
    whole = [" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)]
    return " ".join(new) in AGREEMENT.get(" ".join(old), ()) or whole[1] in AGREEMENT.get(whole[0], ())


def is_repeated(here: WordRun, there: WordRun) -> bool:
    """Say whether one run only repeats the words before or behind it, and the other one has nothing there."""
    return _repeats(here, there) or _repeats(there, here)


def is_any_for_one(here: WordRun, there: WordRun) -> bool:
    """Say whether one side names one that is known and the other any of them: "the officer" and "an officer"."""
    articles = [{key.form for key in run.keys[run.first : run.stop]} & {"the", "a", "an"} for run in (here, there)]
    return all(articles) and ("the" in articles[0]) != ("the" in articles[1])


def _is_of_anybody(one: Sequence[str], several: Sequence[str]) -> bool:
    """Say whether "he thinks" stands for "they think", who may be one."""
    if len(one) != 2 or len(several) != 2 or one[0] not in {"he", "she"} or several[0] != "they":
        return False
    return one[1] != several[1] and verb_of(one[1]) == verb_of(several[1]) and one[1].endswith("s")


def _repeats(run: WordRun, other: WordRun) -> bool:
    forms, length = run.forms, run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not other.forms and bool(forms) and any([key.form for key in keys] == forms for keys in beside)
