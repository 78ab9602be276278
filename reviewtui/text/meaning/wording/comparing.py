"""Two forms of a passage compared against the list of what is editorial.

What differs is cut into the smallest runs of words. A run is editorial if it is on the list: spelling, letter case,
hyphens, contractions, words that bind nobody, synonyms, an abbreviation spelled out, a number in words or figures, a
word written twice. Everything else is in doubt, and what shows by itself that it matters (an address, a number, a
name, a word turned round) is an alarm.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from reviewtui.text.meaning.tuning import REWORDED
from reviewtui.text.meaning.wording.runs.abbreviations import abbreviates, explains
from reviewtui.text.meaning.wording.runs.grammar import is_agreement, is_any_for_one, is_repeated
from reviewtui.text.meaning.wording.runs.rejoined import is_rejoined
from reviewtui.text.meaning.wording.runs.same_letters import other_words
from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.said import said_words
from reviewtui.text.meaning.wording.vocabulary.free_words import ENGLISH
from reviewtui.text.meaning.wording.vocabulary.spelling import is_split_differently
from reviewtui.text.meaning.wording.voice import is_turned
from reviewtui.text.meaning.wording.word_change import ANOTHER_SIGN, WordChange
from reviewtui.text.meaning.wording.word_keys import WordKey, word_keys
from reviewtui.text.meaning.wording.word_order import is_reordered
from reviewtui.text.meaning.wording.word_stretches import stretches

_OPPOSITES = ("un", "in", "im", "ir", "il", "dis", "non", "non-", "mis", "anti", "anti-", "ab")
"""What turns a word round when it is put before it."""
_KEY_WORDS = frozenset({"MUST", "SHALL", "SHOULD", "MAY", "NOT", "REQUIRED", "RECOMMENDED", "OPTIONAL"})
"""Words of RFC 2119 in capitals, which are no names."""


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return what changed between two forms of an English passage and is not editorial, in reading order."""
    before, after = said_words(old), said_words(new)
    if before == after:
        return ()
    olds, news = word_keys(old, before), word_keys(new, after)
    english = not ENGLISH.isdisjoint(key.form for key in (*olds, *news))
    changes = _changed_runs(olds, news, english=english)
    asked = 0 < len(changes) <= REWORDED
    return () if asked and _says_the_same(olds, news, english=english) else tuple(changes)


def _changed_runs(olds: Sequence[WordKey], news: Sequence[WordKey], *, english: bool) -> list[WordChange]:
    """Return the runs of words that differ and are not on the list."""
    changes: list[WordChange] = []
    for equal, first, stop, start, end in stretches([key.form for key in olds], [key.form for key in news]):
        if equal:
            changes += other_words(olds[first:stop], news[start:end])
        else:
            here, there = WordRun(olds, first, stop, english), WordRun(news, start, end, english)
            if not _is_editorial(here, there):
                changes.append(_change(here, there))
    return changes


def _says_the_same(olds: Sequence[WordKey], news: Sequence[WordKey], *, english: bool) -> bool:
    """Say whether the words only stand in another order: a phrase moved, or a sentence or clause turned round."""
    if _links_and_questions(olds) != _links_and_questions(news):
        return False
    if is_reordered(olds, news) or _is_turned(olds, news):
        return True
    here, there = _cut(olds, _begins_sentence), _cut(news, _begins_sentence)
    if len(here) == len(there) > 1:
        pairs = zip(here, there, strict=True)
        return all(not _changed_runs(*pair, english=english) or _is_turned(*pair) for pair in pairs)
    here, there = _cut(olds, _begins_clause), _cut(news, _begins_clause)
    # A clause alone does not show what reaches into it, so only equal ones are the same.
    pairs = zip(here, there, strict=False)
    return len(here) == len(there) > 1 and all(
        _are_equal(*pair, english=english) or _is_turned(*pair) for pair in pairs
    )


def _links_and_questions(keys: Sequence[WordKey]) -> Counter[tuple[str, bool]]:
    """Return where links lead and how many questions are asked, which no other order of words changes."""
    return Counter((word.leads, word.asks) for key in keys for word in key.words if word.leads or word.asks)


def _are_equal(olds: Sequence[WordKey], news: Sequence[WordKey], *, english: bool) -> bool:
    here, there = WordRun(olds, 0, len(olds)), WordRun(news, 0, len(news))
    return here.forms == there.forms and not _changed_runs(olds, news, english=english)


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


def _is_editorial(here: WordRun, there: WordRun) -> bool:
    old, new = here.forms, there.forms
    if old == new:
        return not is_any_for_one(here, there)
    if is_agreement(here, there) or is_repeated(here, there) or is_rejoined(here, there):
        return True
    if not old or not new:
        return explains(here if old else there)
    if any(word.kind != "word" for word in (*here.words, *there.words)):
        return abbreviates(here, there)
    texts = here.text.casefold(), there.text.casefold()
    respelt = is_split_differently(*texts) or texts[0].replace("'", "") == texts[1].replace("'", "")
    return (respelt and texts[0] != texts[1]) or abbreviates(here, there)


def _change(here: WordRun, there: WordRun) -> WordChange:
    words = [*here.words, *there.words]
    reason, alarm = "other words", True
    if any(word.kind == "contact" for word in words):
        reason = "another address"
    elif any(word.kind == "figure" for word in words):
        reason = "another number"
    elif _turned_round(here.forms, there.forms):
        reason = "turned round"
    elif all(word.kind == "symbol" for word in words):
        reason, alarm = ANOTHER_SIGN, False
    elif any(word.text[0].isupper() and not word.first and word.text not in _KEY_WORDS for word in words):
        reason = "another name"
    else:
        alarm = False
    return WordChange(here.text, there.text, reason, alarm)


def _turned_round(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether a word of one side is the opposite of one of the other: "un" before it, "less" for "ful" behind."""
    return _holds_opposite(old, frozenset(new)) or _holds_opposite(new, frozenset(old))


def _holds_opposite(words: Sequence[str], others: frozenset[str]) -> bool:
    for word in words:
        if len(word) > 2 and any(prefix + word in others for prefix in _OPPOSITES):
            return True
        if word.endswith("ful") and word.removesuffix("ful") + "less" in others:
            return True
    return False
