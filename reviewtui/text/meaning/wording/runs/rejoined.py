"""Sentences and clauses that were cut or joined anew: "it" for the subject, "and" or "which" for a new sentence."""

import re
from collections.abc import Sequence

from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.said import end_of_address
from reviewtui.text.meaning.wording.vocabulary.free_words import FREE
from reviewtui.text.meaning.wording.word_keys import WordKey
from reviewtui.text.meaning.wording.word_order import JOINING

_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "this", "these"})
_REACHING_ON = frozenset({"may", "should", "can", "could", "would", "might", "not", "never", "no", "must", "shall"})
"""Words that reach over an "and"."""
_FINITE = frozenset({"is", "are", "was", "were", "will", "can", "may", "should", "must", "has", "have", "does", "do"})
"""Words by which a part of a sentence has a verb of its own."""
_SAID_AGAIN = frozenset("your our their its in on at to for by from who will is are was were has have".split())  # noqa: SIM905
"""Words that may be left out behind "and" where they stood before: "in spring and in autumn"."""
_SUBJECT_PRONOUNS = frozenset({"it", "they"})
_NEGATIVE = frozenset({"not", "no", "never", "nor", "neither", "without", "or"})
_MAY = frozenset({"may", "can"})
_AGAIN_WORDS = 4
"""Words that may be left out where they stood before, at the most."""
_SUBJECT_WORDS = 5
"""Words of a subject for which a pronoun stands in the next sentence, at the most."""


def is_rejoined(here: WordRun, there: WordRun) -> bool:
    """Say whether one of two runs only joins what the other one parts."""
    return any(rule(*pair) for rule in _RULES for pair in ((here, there), (there, here)))


def _is_joined_anew(run: WordRun, other: WordRun) -> bool:
    """Say whether an "and" stands where the other side begins a sentence, with "it" or without."""
    if _repeats_subject(run, other):
        return True
    if other.forms and _rules_on(other):
        return False
    if not set(run.forms) <= JOINING:
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
    start = _sentence_start(run.keys, run.first - 1) if run.first else 0
    before = [key.form for key in run.keys[start : run.first]]
    behind = run.keys[run.stop].form if run.stop < len(run.keys) else ""
    own = behind in _FINITE or behind.startswith("duty:")
    return not own and any(form in _REACHING_ON or form.startswith("duty:") for form in before)


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


def _is_said_again(run: WordRun, other: WordRun) -> bool:
    """Say whether a run only says again behind "and" what the sentence said before: "in spring and in autumn"."""
    forms = run.forms
    if other.forms or not forms or len(forms) > _AGAIN_WORDS or run.first == 0:
        return False
    start = _sentence_start(run.keys, run.first - 1)
    keys = run.keys[start : run.first]
    before = [word.text.casefold() for key in keys for word in key.words if word.text.casefold() not in FREE]
    joins = before[-1:] == ["and"] or run.behind_comma
    if len(forms) == 1:
        joins = joins and (forms[0] != "who" or before[-1:] == ["and"])
        return joins and forms[0] in _SAID_AGAIN and forms[0] in before and "not" not in before
    if not joins or not _NEGATIVE.isdisjoint((*before, *forms)):
        return False
    earlier = any(before[at : at + len(forms)] == forms for at in range(len(before) - len(forms) + 1))
    takes_up = forms[0] in _PRONOUNS | _SAID_AGAIN or forms == before[: len(forms)]
    return earlier and takes_up and not any(form.startswith(("amount:", "condition:", "date:")) for form in forms)


def _is_subject_again(run: WordRun, other: WordRun) -> bool:
    """Say whether a sentence of its own takes up "it is", where the other side goes on: ", given a number"."""
    if other.forms or len(run.forms) != 2 or not run.begins or run.first == 0 or not _goes_on(other):
        return False
    start = _sentence_start(run.keys, run.first - 1)
    before = [key.form for key in run.keys[start : run.first]]
    pronoun, verb = run.forms
    return pronoun in _SUBJECT_PRONOUNS and verb in _FINITE and before.count(verb) == 1 and _NEGATIVE.isdisjoint(before)


def _goes_on(run: WordRun) -> bool:
    """Say whether a comma or an "and" stands where a run would."""
    behind = run.keys[run.stop].words if run.stop < len(run.keys) else ()
    return run.first > 0 and ((bool(behind) and behind[0].comma) or run.keys[run.first - 1].form == "and")


def _is_place_again(run: WordRun, other: WordRun) -> bool:
    """Say whether ", where they are kept" stands for "They are kept there"."""
    if other.forms or run.text not in {"where", "there"}:
        return False
    forms = [key.form for key in other.keys[_sentence_start(other.keys, min(other.first, len(other.keys) - 1)) :]]
    if run.text == "there":
        behind_comma = [word.text for key in other.keys for word in key.words[:1] if word.comma]
        return "where" in behind_comma and "where" not in [key.form for key in run.keys]
    begins = other.keys[other.stop].words[:1] if other.stop < len(other.keys) else ()
    return bool(begins) and begins[0].first and run.behind_comma and "there" in forms


def _is_choice(run: WordRun, other: WordRun) -> bool:
    """Say whether an "or" between things that one may do is left out where they are listed."""
    if run.forms != ["or"] or other.forms or other.stop >= len(other.keys):
        return False
    item = other.keys[other.stop].words[:1]
    if not item or not item[0].first or not item[0].text[0].islower():
        return False
    lead = [key.form for key in other.keys[: other.stop]]
    return not _MAY.isdisjoint(lead) and not any(
        form.startswith(("duty:", "condition:")) or form in _NEGATIVE for form in lead
    )


def _is_contrast(run: WordRun, other: WordRun) -> bool:
    """Say whether ", although" stands for ", but", where nothing before is denied."""
    if run.text.casefold() != "but" or other.text.casefold() != "although" or not other.behind_comma:
        return False
    before = [key.form for key in run.keys[_sentence_start(run.keys, run.first) : run.first]]
    return run.behind_comma and _NEGATIVE.isdisjoint(before)


def _is_named(run: WordRun, other: WordRun) -> bool:
    """Say whether a link that was "here" has the name of its page now."""
    if run.text.casefold() not in {"here", "this page"} or not other.words:
        return False
    leads, named = run.words[-1].leads, other.words[-1].leads
    telling = {word.text.casefold() for word in other.words} - FREE
    return leads != "" and leads == named and telling <= set(re.split(r"[\W_]+", leads))


def _is_link(run: WordRun, other: WordRun) -> bool:
    """Say whether a run is an address to which the words before it lead on the other side: a link that was broken."""
    if other.words or len(run.words) != 1 or run.words[0].kind != "contact" or not 0 < other.first <= len(other.keys):
        return False
    before = other.keys[other.first - 1].words
    return bool(before) and before[-1].leads == end_of_address(run.words[0].text)


def _sentence_start(keys: Sequence[WordKey], at: int) -> int:
    """Return where the sentence begins that holds key `at`."""
    while at > 0 and not (keys[at].words and keys[at].words[0].first):
        at -= 1
    return at


def _repeats_subject(run: WordRun, other: WordRun) -> bool:
    """Say whether a sentence begins with the words again for which "who" or "which" stands on the other side."""
    forms = other.forms
    if not forms or run.text not in {"who", "which"} or not other.begins or not run.behind_comma:
        return False
    before = [key.form for key in run.keys[max(0, run.first - len(forms)) : run.first]]
    return before == forms


_RULES = (
    _is_joined_anew,
    _is_said_again,
    _is_link,
    _is_place_again,
    _is_subject_again,
    _is_choice,
    _is_contrast,
    _is_named,
)
"""What says that the first of two runs is the second one in other words."""
