"""Words in the form in which they are compared: signals by their value, spellings and synonyms as one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.meaning.tuning import EXACT_DIGITS
from reviewtui.text.meaning.wording.said import Word, said_words
from reviewtui.text.meaning.wording.vocabulary.spelling import spelled_out, spelling_form
from reviewtui.text.meaning.wording.vocabulary.synonyms import LENGTHS, SAME

_BY_VALUE = frozenset({"amount", "date", "condition"})


_DUTIES = frozenset({"must", "must not", "need not"})
"""Signals that are the same in other words; other duties ("expected", "encouraged") differ by their words too."""


_BARE = re.compile(r"[\d.]+")


_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")


_SCHEME = re.compile(r"\A(?:mailto:|tel:|(?:https?://)?(?:www\.)?)")


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class WordKey(NamedTuple):
    """A word in the form in which it is compared, and the words as they stand that it came from."""

    form: str
    words: tuple[Word, ...]


def word_keys(text: str, words: Sequence[Word]) -> list[WordKey]:
    """Return the words of a passage as they are compared: signals by their value, synonyms as one."""
    spans = _signal_spans(text, words)
    keys: list[WordKey] = []
    done = 0
    for at, word in enumerate(words):
        if at in spans:
            done, form = spans[at]
            keys.append(WordKey(form, tuple(words[at:done])))
        if at < done:
            continue
        forms = ("A",) if _is_letter(words, at) else _forms(word)
        keys.append(WordKey(forms[0], (word,)))
        keys += [WordKey(form, ()) for form in forms[1:]]
    return _with_synonyms(keys)


def _signal_spans(text: str, words: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """Return where the words of each signal stand, as first and stop index with its kind and value."""
    folded = [word.text.casefold() for word in words]
    spans: dict[int, tuple[int, str]] = {}
    at = 0
    for signal in signals_of(text, "en"):
        exact = sum(map(str.isdigit, signal.words)) <= EXACT_DIGITS
        if signal.kind == "amount" and "." in signal.words and _BARE.fullmatch(signal.words):
            # "Room 1.10" is not room 1.1; a sum of money is the same with a zero more.
            continue
        if not exact or (signal.kind not in _BY_VALUE and signal.value not in _DUTIES):
            continue
        own = [word.text.casefold() for word in said_words(signal.words)]
        starts = (start for start in range(at, len(folded) - len(own) + 1) if folded[start : start + len(own)] == own)
        start = next(starts, None) if own else None
        if start is not None:
            at = start + len(own)
            spans[start] = (at, f"{signal.kind}: {signal.value}")
    return spans


def _is_letter(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the letter A, as in "category A", and no article; titles write that with a capital too."""
    follows = words[at + 1] if at + 1 < len(words) else None
    return words[at].text == "A" and not words[at].first and not (follows and follows.text[0].isupper())


def _forms(word: Word) -> tuple[str, ...]:
    if word.text == "&":
        return ("and",)
    return _forms_of(word.kind, word.text.casefold())


@lru_cache(maxsize=16384)
def _forms_of(kind: str, text: str) -> tuple[str, ...]:
    if kind == "contact":
        return (_SCHEME.sub("", text).rstrip("/"),)
    if kind == "figure":
        return (_ORDINAL.sub("", _THOUSANDS.sub("", text)),)
    parts = spelled_out(text)
    return tuple("-".join(spelling_form(piece) for piece in part.replace("'", "").split("-")) for part in parts)


def _with_synonyms(keys: list[WordKey]) -> list[WordKey]:
    """Return the words with each phrase that has a synonym as the phrase that stands for all of them."""
    result: list[WordKey] = []
    forms = tuple(key.form for key in keys)
    at = 0
    while at < len(keys):
        for length in LENGTHS.get(forms[at], ()):
            same = SAME.get(forms[at : at + length])
            if same is not None:
                words = tuple(word for key in keys[at : at + length] for word in key.words)
                result += [WordKey(form, words if index == 0 else ()) for index, form in enumerate(same)]
                at += length
                break
        else:
            result.append(keys[at])
            at += 1
    return result
