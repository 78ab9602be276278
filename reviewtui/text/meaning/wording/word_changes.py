"""Two forms of an English passage compared word by word: what differs and is not on the list of what is editorial.

What shows by itself that it matters (an address, a number, a name, a word turned round) is an alarm, the rest a doubt.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from reviewtui.text.meaning.class_values import ANOTHER_SIGN, WordChange
from reviewtui.text.meaning.tuning import REWORDED
from reviewtui.text.meaning.wording.case_and_targets import other_words
from reviewtui.text.meaning.wording.editorial_rules import is_editorial
from reviewtui.text.meaning.wording.significant_words import (
    other_measure,
    other_number,
    other_rank,
    other_sign,
    other_time,
    turned_round,
)
from reviewtui.text.meaning.wording.visible_words import as_it_stands
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import ENGLISH
from reviewtui.text.meaning.wording.vocabulary.verbs import verb_stem
from reviewtui.text.meaning.wording.word_keys import WordKey, word_keys
from reviewtui.text.meaning.wording.word_order import VOICE_WORDS, is_reordered, is_turned
from reviewtui.text.meaning.wording.word_run import WordRun, stretches

ANOTHER_NUMBER, ANOTHER_MEASURE, TURNED_ROUND = "another number", "another measure", "turned round"
ANOTHER_TIME, ANOTHER_SHARE = "another time", "another share"
"""Why a change of words is an alarm; see also `ANOTHER_SIGN`."""
_KEY_WORDS = frozenset({"MUST", "SHALL", "SHOULD", "MAY", "NOT", "REQUIRED", "RECOMMENDED", "OPTIONAL"})
"""Words of RFC 2119 in capitals, which are no names."""


_ONE_PERSON = frozenset({"person", "head", "capita"})
"""Behind "per" these are the same."""
_FIGURE = re.compile(r"[0-9]")
TELLING = frozenset({ANOTHER_NUMBER, ANOTHER_MEASURE, ANOTHER_TIME, ANOTHER_SHARE, TURNED_ROUND, ANOTHER_SIGN})
"""Reasons that tell of another meaning; an address or a name binds nobody by itself."""


@lru_cache(maxsize=1024)
def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return what changed between two forms of an English passage and is not editorial, in reading order."""
    olds, news = word_keys(old), word_keys(new)
    if olds == news:
        return ()
    english = not ENGLISH.isdisjoint(key.form for key in (*olds, *news))
    changes = _changed_runs(olds, news, english=english)
    asked = 0 < len(changes) <= REWORDED
    return () if asked and _says_the_same(olds, news) else tuple(_quoted(change, old, new) for change in changes)


def _quoted(change: WordChange, old: str, new: str) -> WordChange:
    """Return a change with the signs that stand between its words, so that a reader finds them again."""
    return replace(change, old=as_it_stands(change.old, old), new=as_it_stands(change.new, new))


def significant_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the changes of an English passage that are of another meaning by themselves: measures, signs, opposites.

    Numbers in figures are signals, or refer to a place and bind nobody.
    """
    changes = (change for change in word_changes(old, new) if change.alarm and change.reason in TELLING)
    return tuple(change for change in changes if not _FIGURE.search(change.old + change.new))


def _changed_runs(olds: Sequence[WordKey], news: Sequence[WordKey], *, english: bool) -> list[WordChange]:
    """Return the runs of words that differ and are not on the list."""
    changes: list[WordChange] = []
    for equal, first, stop, start, end in stretches([key.form for key in olds], [key.form for key in news]):
        if equal:
            if olds[first:stop] != news[start:end]:
                changes += other_words(olds[first:stop], news[start:end])
        else:
            here, there = WordRun(olds, first, stop, english), WordRun(news, start, end, english)
            if not is_editorial(here, there):
                changes.append(_change(here, there))
    return changes


def _says_the_same(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether the words only stand in another order: a phrase moved, or a sentence or clause turned round."""
    if not _has_same_words(olds, news) or _links_and_questions(olds) != _links_and_questions(news):
        return False
    if is_reordered(olds, news) or _is_turned(olds, news):
        return True
    return any(_part_by_part(olds, news, begins) for begins in (_begins_sentence, _begins_clause))


def _has_same_words(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    """Say whether both sides have the same words but for those that the passive voice puts in and for their endings."""
    here, there = ({key.form for key in side} - VOICE_WORDS for side in (olds, news))
    return set(map(verb_stem, here - there)) == set(map(verb_stem, there - here))


def _part_by_part(olds: Sequence[WordKey], news: Sequence[WordKey], begins: Callable[[WordKey], bool]) -> bool:
    """Say whether each part of a passage has the words of the one in its place, or is turned round."""
    here, there = _cut(olds, begins), _cut(news, begins)
    return len(here) == len(there) > 1 and all(
        [key.form for key in was] == [key.form for key in now] or _is_turned(was, now)
        for was, now in zip(here, there, strict=True)
    )


def _links_and_questions(keys: Sequence[WordKey]) -> Counter[tuple[str, bool]]:
    """Return where links lead and how many questions are asked, which no other order of words changes."""
    return Counter((word.leads, word.asks) for key in keys for word in key.words if word.leads or word.asks)


def _is_turned(olds: Sequence[WordKey], news: Sequence[WordKey]) -> bool:
    return is_turned([key.form for key in olds], [key.form for key in news])


def _begins_sentence(key: WordKey) -> bool:
    return bool(key.words) and key.words[0].first


def _begins_clause(key: WordKey) -> bool:
    return bool(key.words) and (key.words[0].first or key.words[0].comma)


def _cut(keys: Sequence[WordKey], begins: Callable[[WordKey], bool]) -> list[Sequence[WordKey]]:
    """Return the parts of a passage, cut before each word that begins one."""
    places = [0, *(at for at in range(1, len(keys)) if begins(keys[at])), len(keys)]
    return [keys[start:stop] for start, stop in pairwise(places)]


def _change(here: WordRun, there: WordRun) -> WordChange:
    words = [*here.words, *there.words]
    olds, news = [word.text for word in here.words], [word.text for word in there.words]
    reason, alarm = "other words", True
    if any(word.kind == "contact" for word in words):
        reason = "another address"
    elif other_measure(olds, news):
        reason = ANOTHER_MEASURE
    elif any(word.kind == "figure" for word in words) or other_number(olds, news) or other_rank(olds, news):
        reason = ANOTHER_NUMBER
    elif other_time(olds, news):
        reason = ANOTHER_TIME
    elif olds and news and here.is_share and there.is_share and not _ONE_PERSON.issuperset(here.forms + there.forms):
        reason = ANOTHER_SHARE
    elif turned_round({*here.forms, *map(str.casefold, olds)}, {*there.forms, *map(str.casefold, news)}):
        reason = TURNED_ROUND
    elif all(any(form.startswith("duty: ") for form in run.forms) for run in (here, there)):
        reason = "another duty"
    elif all(word.kind == "symbol" for word in words):
        reason, alarm = ANOTHER_SIGN, other_sign(word.text for word in words)
    elif any(word.text[0].isupper() and not word.first and word.text not in _KEY_WORDS for word in words):
        reason = "another name"
    else:
        alarm = False
    # Of a contraction the second word stands nowhere by itself: "we're", "we've".
    old, new = (here.text, there.text) if words else (" ".join(here.forms), " ".join(there.forms))
    return WordChange(old, new, reason, alarm)
