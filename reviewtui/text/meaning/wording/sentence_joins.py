"""Sentences that were cut or joined anew: "it" for the subject, "and" or "which" for a new sentence."""

from collections.abc import Sequence

from reviewtui.text.meaning.wording.word_keys import WordKey
from reviewtui.text.meaning.wording.word_order import JOINING
from reviewtui.text.meaning.wording.word_run import WordRun

_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "this", "these"})
_REACHING_ON = frozenset({"may", "should", "can", "could", "would", "might", "not", "never", "no", "must", "shall"})
"""Words that reach over an "and"."""
_FINITE = frozenset({"is", "are", "was", "were", "will", "can", "may", "should", "must", "has", "have", "does", "do"})
"""Words by which a part of a sentence has a verb of its own."""
_SUBJECT_WORDS = 5
"""Words of a subject for which a pronoun stands in the next sentence, at the most."""


def is_rejoined(here: WordRun, there: WordRun) -> bool:
    """Say whether one of two runs only joins what the other one parts."""
    return _joins(here, there) or _joins(there, here)


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
