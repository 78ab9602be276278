"""The class of a change of words: editorial by a list, a new rule, or substantive by an alarm or in doubt."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reviewtui.text.markdown.document import parted_text
from reviewtui.text.markdown.said_passage import BLOCK_START, as_said, said_passage
from reviewtui.text.meaning.class_values import ANOTHER_SIGN, ClassByWords, WordChange
from reviewtui.text.meaning.dates import DATE
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.language.passage_language import ALARMS, passage_language
from reviewtui.text.meaning.meaning import in_words, meaning_changes
from reviewtui.text.meaning.signal_changes import MeaningChange
from reviewtui.text.meaning.signals import Signal, plain, signals_of
from reviewtui.text.meaning.tuning import ALIKE, REBUILT, REWORDED, SENTENCE
from reviewtui.text.meaning.wording.case_and_targets import code_changes
from reviewtui.text.meaning.wording.paraphrases import plain_constructions, without_slips
from reviewtui.text.meaning.wording.punctuation import scope_changes
from reviewtui.text.meaning.wording.unknown_language import NO_ALARM, unlisted_changes
from reviewtui.text.meaning.wording.vocabulary.misspelling import corrected_pair
from reviewtui.text.meaning.wording.vocabulary.spelling import corrected, without_spaces_in_telephones
from reviewtui.text.meaning.wording.word_changes import word_changes
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.terms import stem
from reviewtui.text.words.unspaced import has_unspaced

_UNLISTED = {"": NO_ALARM, "cy": f"in {ALARMS['cy']}, of which no word is known to bind nobody"}
"""Why every changed word counts in a language without a list of what is editorial."""
_ELSEWHERE = "words of the sentence stand elsewhere in it"
"""Why a change counts of which only the words around it were marked."""
_BINDING = frozenset({"must", "must not", "should", "should not"})
_WORD = re.compile(r"[^\W_]+")
_LAST_UPDATED = re.compile(
    r"\W*(?:(?:page|document|text|file)\s+)?last\s+(?:updated|modified|edited|changed)(?:\s+on)?\W+"
    rf"{DATE}\W*",
    re.IGNORECASE,
)
"""A line that says when its file was touched, which binds nobody; a review or a decision does."""
_TOLD = frozenset({"is", "gone", "new"})
"""Words of ours in which a change is told."""
_Telling = tuple[tuple[str, ...], frozenset[str]]
"""What tells what a sentence is about, in order and each once."""
_COMMON = frozenset(
    """the a an of and or to in on for by with at as is are be it its that this these those which who from not no
    if any all must should shall may can will have has been was were they their you your our we when how what
    also so do does than then there here""".split()
)


def change_class(old: str, new: str, language: str = BRITISH_ENGLISH) -> ClassByWords:
    """Return the class of a change and why; an empty side means that the passage was added or taken away.

    `language` is that of the policy; what a passage shows of its own language comes first.
    """
    if old == new:
        return ClassByWords("editorial", "wording")
    return class_of(said_sentences(old), said_sentences(new), language=language)


def said_sentences(text: str, spans: Sequence[Span] | None = None) -> list[str]:
    """Return what is said in some sentences of a text, in all where none are named."""
    return [_said(text, *span) for span in (sentence_spans(text) if spans is None else spans)]


def _said(text: str, start: int, end: int) -> str:
    document, base = next(parted_text(text).around(start))
    return said_passage(document, start - base, end - base)


def class_of(
    old: Sequence[str], new: Sequence[str], about: frozenset[str] | None = None, language: str = BRITISH_ENGLISH
) -> ClassByWords:
    """Return the class of the change from some sentences to others, and why.

    With `about`, of all changes of meaning only those count that are told with one of these words (`words_of`).
    """
    if not old and (rule := new_rule(new, language)):
        return rule
    whole = reworded_class(BLOCK_START.join(old), BLOCK_START.join(new), about, language)
    if whole.change_class == "editorial":
        return whole
    gone, come = _alone(old, new), _alone(new, old)
    if rule := new_rule(come, language):
        return rule
    before, after = (
        BLOCK_START.join(sentence for sentence in side if sentence not in lost)
        for side, lost in ((old, gone), (new, come))
    )
    reworded = reworded_class(before, after, about, language)
    if reworded.alarm:
        return reworded
    if duty := _first_duty(gone, language):
        return ClassByWords("substantive", f"words with “{duty.words}” taken away", alarm=True)
    return whole if whole.alarm else _in_doubt(gone, come, whole if reworded.change_class == "editorial" else reworded)


def new_rule(sentences: Sequence[str], language: str) -> ClassByWords | None:
    """Return the class of sentences that came, where one of them is a rule."""
    duty = _first_duty(sentences, language)
    return ClassByWords("new-rule", f"new words with “{duty.words}”", alarm=True) if duty else None


def _in_doubt(gone: Sequence[str], come: Sequence[str], reworded: ClassByWords) -> ClassByWords:
    """Say why a change without an alarm is in doubt: whole sentences tell more than the words of one."""
    for sentences, reason in ((come, "new words"), (gone, "words taken away")):
        if any(len(plain(sentence).split()) >= SENTENCE for sentence in sentences):
            return ClassByWords("substantive", reason)
    return reworded


def reworded_class(
    old: str, new: str, about: frozenset[str] | None = None, language: str = BRITISH_ENGLISH
) -> ClassByWords:
    """Return the class of a change within a passage that both sides have, and why; `about` as for `class_of`."""
    changes = _meaning(old, new, language)
    main = passage_language(old, new, language).main
    if main != "en" or not about:
        # Which words of a sentence belong to which change is known of English alone, and signs are no words.
        about = None
    if about is not None:
        changes = tuple(change for change in changes if _share(words_of(change.words), about))
    if changes:
        told = [change for change in changes if about is not None and words_of(change.words) - _TOLD <= about]
        return ClassByWords("substantive", in_words(told or changes), alarm=True)
    for ask in (_other_words, _other_signs):
        found = ask(old, new, language)
        moved = {change.old for change in found if change.old} & {change.new for change in found}
        # What stands elsewhere may be told of the words between instead: then these are what was marked.
        if others := [
            change
            for change in found
            if about is None or _is_about(change, about) or not moved.isdisjoint((change.old, change.new))
        ]:
            ranked = sorted(others, key=lambda change: not change.alarm)
            alarm = ranked[0].alarm
            own = [change for change in ranked if about is not None and words_of(f"{change.old} {change.new}") <= about]
            touched = [change for change in ranked if about is None or _is_about(change, about)]
            nearest = own if own and own[0].alarm == alarm else touched
            reason = in_words(nearest) if nearest else _ELSEWHERE
            reason = f"{reason} ({_UNLISTED[main]})" if main in _UNLISTED else reason
            return ClassByWords("substantive", reason, alarm=alarm)
    return ClassByWords("editorial", "wording")


@lru_cache(maxsize=4096)
def _meaning(old: str, new: str, language: str) -> tuple[MeaningChange, ...]:
    """Return what changed in the meaning; a sentence is asked once for each of its hunks."""
    if passage_language(old, new, language).main != "en":
        return meaning_changes(old, new, language)
    return _english_meaning(old, new)


@lru_cache(maxsize=4096)
def _other_words(old: str, new: str, language: str) -> tuple[WordChange, ...]:
    """Return which words changed; asked only where the meaning did not."""
    if passage_language(old, new, language).main != "en":
        return unlisted_changes(old, new)
    return _english_words(old, new)


@lru_cache(maxsize=4096)
def _other_signs(old: str, new: str, language: str) -> tuple[WordChange, ...]:
    """Return which signs between words changed, and names in code; asked only where no word did."""
    if passage_language(old, new, language).main != "en":
        return ()
    return (*scope_changes(old, new), *code_changes(old, new))


def _english_meaning(old: str, new: str) -> tuple[MeaningChange, ...]:
    old, new = _english_forms(old, new)
    return meaning_changes(old, new, language=BRITISH_ENGLISH) if old != new else ()


def _english_words(old: str, new: str) -> tuple[WordChange, ...]:
    old, new = _english_forms(old, new)
    changes = word_changes(old, new) if old != new else ()
    if not 0 < len(changes) <= REWORDED or any(change.alarm for change in changes):
        return changes
    forms = {*zip(plain_constructions(old), plain_constructions(new), strict=True)} - {(old, new)}
    return () if any(_reads_alike(*pair) for pair in forms) else changes


def _reads_alike(here: str, there: str) -> bool:
    """Say whether two passages with their constructions in one form have the same words and signs."""
    return not word_changes(here, there) and not any(scope_changes(here, there))


@lru_cache(maxsize=4096)
def _english_forms(old: str, new: str) -> tuple[str, str]:
    """Return both sides spelled alike; one twice where only telephone numbers or the day of an update differ."""
    old, new = as_said(old), as_said(new)
    if _LAST_UPDATED.fullmatch(old) and _LAST_UPDATED.fullmatch(new):
        return old, old
    if len({*old.split()} ^ {*new.split()}) <= REBUILT:
        old, new = without_slips(old), without_slips(new)
    old, new = corrected_pair(corrected(old), corrected(new))
    return (old, old) if without_spaces_in_telephones(old) == without_spaces_in_telephones(new) else (old, new)


def _is_about(change: WordChange, about: frozenset[str]) -> bool:
    """Say whether a change is one of those asked for; one of signs alone ("<" and ">") is told by no word."""
    words = words_of(f"{change.old} {change.new}")
    return change.reason == ANOTHER_SIGN or not words or _share(words, about)


def _share(words: frozenset[str], about: frozenset[str]) -> bool:
    """Say whether one of some words is among others, or a part of one in a script without spaces."""
    if not words.isdisjoint(about):
        return True
    return any(part in word or word in part for word in _unspaced(words) for part in about)


@lru_cache(maxsize=8192)
def _unspaced(words: frozenset[str]) -> tuple[str, ...]:
    """Return those of some words that are of a script without spaces."""
    return tuple(filter(has_unspaced, words))


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """Return the words and numbers of a text in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def _first_duty(sentences: Sequence[str], language: str) -> Signal | None:
    """Return the word of duty that makes one of the sentences a rule, None where none is."""
    alarms = ((sentence, passage_language(sentence, "", language).heard) for sentence in sentences)
    signals = (signal for sentence, heard in alarms for alarm in heard for signal in signals_of(sentence, alarm))
    return next((signal for signal in signals if signal.kind == "duty" and signal.value in _BINDING), None)


def _alone(those: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the sentences that have no counterpart among `others`."""
    there = [_telling(other) for other in others]
    return [sentence for sentence in those if not any(_counterparts(_telling(sentence), other) for other in there)]


def _counterparts(mine: _Telling, other: _Telling) -> bool:
    (own, here), (others, there) = mine, other
    if len(here) < 2 or len(there) < 2:
        return here <= there or there <= here
    if here.isdisjoint(there):
        return False
    return (
        max(sum(word in there for word in own) / len(own), sum(word in here for word in others) / len(others)) > ALIKE
    )


@lru_cache(maxsize=8192)
def _telling(sentence: str) -> _Telling:
    """Return what tells what a sentence is about: stems of words, amounts, dates and conditions by their values."""
    words = plain(sentence)
    signals = signals_of(sentence, "en")
    for signal in signals:
        words = words.replace(signal.words, " ", 1)
    values = [signal.value for signal in signals if signal.kind in {"amount", "date", "condition"}]
    stems = _WORD.findall(words.lower().replace("'", ""))
    words_and_values = (*values, *[stem(word) for word in stems if word not in _COMMON])
    return words_and_values, frozenset(words_and_values)
