"""Words in the form in which they are compared: signals by their value, spellings and synonyms as one."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.meaning.tuning import EXACT_DIGITS
from reviewtui.text.meaning.wording.visible_words import Word, visible_words
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


_AS_KEY = partial(tuple.__new__, WordKey)
"""Makes a key of its two fields without a call of Python's."""


@lru_cache(maxsize=4096)
def word_keys(text: str) -> tuple[WordKey, ...]:
    """Return the words of a passage as they are compared: signals by their value, synonyms as one."""
    words = visible_words(text)
    folded = [word.text.casefold() for word in words]
    spans = _signal_spans(text, folded)
    keys: list[WordKey] = []
    done = 0
    for start in (*spans, len(words)):
        for at in range(done, start):
            low = folded[at]
            forms = ("A",) if low == "a" and _is_letter(words, at) else _forms_of(words[at].kind, low)
            keys.append(_AS_KEY((forms[0], (words[at],))))
            if len(forms) > 1:
                keys += [WordKey(form, ()) for form in forms[1:]]
        if start in spans:
            done, form = spans[start]
            keys.append(WordKey(form, words[start:done]))
    return tuple(_with_synonyms(keys))


def _signal_spans(text: str, folded: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Return where the words of each signal stand, as first and stop index with its kind and value."""
    spans: dict[int, tuple[int, str]] = {}
    at = 0
    for signal in signals_of(text, "en"):
        if signal.kind == "amount" and "." in signal.words and _BARE.fullmatch(signal.words):
            # "Room 1.10" is not room 1.1; a sum of money is the same with a zero more.
            continue
        if signal.kind not in _BY_VALUE and signal.value not in _DUTIES:
            continue
        if sum(map(str.isdigit, signal.words)) > EXACT_DIGITS:
            continue
        own = [word.text.casefold() for word in visible_words(signal.words)]
        start = _place_of(own, folded, at)
        if start is not None:
            at = start + len(own)
            spans[start] = (at, f"{signal.kind}: {signal.value}")
    return spans


def _place_of(part: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """Return where the words of a part stand first among `words` from `at` on, None where they do not."""
    places = range(at, len(words) - len(part) + 1) if part else ()
    return next((at for at in places if words[at] == part[0] and words[at : at + len(part)] == part), None)


def _is_letter(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the letter A, as in "category A", and no article; titles write that with a capital too."""
    follows = words[at + 1] if at + 1 < len(words) else None
    return words[at].text == "A" and not words[at].first and not (follows and follows.text[0].isupper())


@lru_cache(maxsize=16384)
def _forms_of(kind: str, text: str) -> tuple[str, ...]:
    if text == "&":
        return ("and",)
    if kind == "contact":
        return (_SCHEME.sub("", text).rstrip("/"),)
    if kind == "figure":
        return (_ORDINAL.sub("", _THOUSANDS.sub("", text)),)
    parts = spelled_out(text)
    return tuple("-".join(spelling_form(piece) for piece in part.replace("'", "").split("-")) for part in parts)


def _with_synonyms(keys: list[WordKey]) -> list[WordKey]:
    """Return the words with each phrase that has a synonym as the phrase that stands for all of them."""
    forms = tuple([key.form for key in keys])
    begins = [at for at, form in enumerate(forms) if form in LENGTHS]
    result: list[WordKey] = []
    done = 0
    for at in begins:
        if at < done:
            continue
        for length in LENGTHS[forms[at]]:
            same = SAME.get(forms[at : at + length])
            if same is not None:
                words = tuple(word for key in keys[at : at + length] for word in key.words)
                result += keys[done:at]
                result += [WordKey(form, words if index == 0 else ()) for index, form in enumerate(same)]
                done = at + length
                break
    return result + keys[done:]
