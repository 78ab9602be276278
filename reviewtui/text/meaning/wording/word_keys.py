"""Words in the form in which they are compared: signals by their value, spellings and synonyms as one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from reviewtui.text.meaning.signals import Signal, signals_of
from reviewtui.text.meaning.tuning import EXACT_DIGITS
from reviewtui.text.meaning.wording.visible_words import Word, visible_words
from reviewtui.text.meaning.wording.vocabulary.spelling import spelled_out, spelling_form
from reviewtui.text.meaning.wording.vocabulary.synonyms import LENGTHS, SAME
from reviewtui.text.words.memo import Memo

_BY_VALUE = frozenset({"amount", "date", "condition"})


_DUTIES = frozenset({"must", "must not", "need not"})
"""Signals that are the same in other words; other duties ("expected", "encouraged") differ by their words too."""


_THEN = re.compile(r"(?:was|were|had|did|been|being|having)\b|(?:was|were|had|did)n['\u2019]?t\b", re.IGNORECASE)
"""Begins a duty that was one: "were required to" binds nobody now."""
_RIGHT = re.compile(
    r"\bshall (?:have|receive|enjoy|own|keep|retain|be (?:entitled|free|paid|able|welcome|exempt|eligible))\b",
    re.IGNORECASE,
)
"""Gives a right where it says "shall": "you must have access" asks you for it."""

_BARE = re.compile(r"[\d.]+")


_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")


_SCHEME = re.compile(r"\A(?:mailto:|tel:|(?:https?://)?(?:www\.)?)")


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class WordKey(NamedTuple):
    """A word in the form in which it is compared, and the words as they stand that it came from."""

    form: str
    words: tuple[Word, ...]


@lru_cache(maxsize=4096)
def word_keys(text: str) -> tuple[WordKey, ...]:
    """Return the words of a passage as they are compared: signals by their value, synonyms as one."""
    words = visible_words(text)
    spans = _signal_spans(text, words)
    alone = list(map(_KEYS.__getitem__, words))
    if "A" in text:
        for at, word in enumerate(words):
            if word[0] == "A" and _is_letter(words, at):
                alone[at] = (WordKey("A", (word,)),)
    keys: list[WordKey] = []
    done = 0
    for start in (*spans, len(words)):
        keys += chain.from_iterable(alone[done:start])
        if start in spans:
            done, form = spans[start]
            keys.append(WordKey(form, words[start:done]))
    return tuple(_with_synonyms(keys))


def _keys_of(word: Word) -> tuple[WordKey, ...]:
    form, *more = _forms_of(word.kind, word.text.casefold())
    return WordKey(form, (word,)), *(WordKey(form, ()) for form in more)


_KEYS: Memo[Word, tuple[WordKey, ...]] = Memo(_keys_of)
"""Each word that was met as it is compared where it belongs to no signal; a contraction is two."""


def _signal_spans(text: str, words: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """Return where the words of each signal stand, as first and stop index with its kind and value."""
    signals = signals_of(text, "en")
    folded = [word[0].casefold() for word in words] if signals else []
    spans: dict[int, tuple[int, str]] = {}
    at = 0
    for signal in signals:
        if signal.kind == "amount" and "." in signal.words and _BARE.fullmatch(signal.words):
            # "Room 1.10" is not room 1.1; a sum of money is the same with a zero more.
            continue
        if signal.kind not in _BY_VALUE and signal.value not in _DUTIES:
            continue
        if sum(map(str.isdigit, signal.words)) > EXACT_DIGITS:
            continue
        own = [word[0].casefold() for word in visible_words(signal.words)]
        start = _place_of(own, folded, at)
        if start is not None:
            at = start + len(own)
            spans[start] = (at, _form_of(signal, folded[at : at + 2]))
    return spans


def _form_of(signal: Signal, behind: Sequence[str]) -> str:
    """Return the form of a signal: what has its value says the same, but for when it holds and what it gives."""
    said = signal.words.casefold()
    if signal.kind == "duty":
        gives = _RIGHT.match(" ".join((said, *behind))) is not None
        return f"duty: {'shall' if gives else signal.value}{' then' if _THEN.match(said) else ''}"
    if signal.kind == "condition" and signal.value == "if" and said.startswith(("w", "in case")):
        return f"condition: {said}"
    return f"{signal.kind}: {signal.value}"


def _place_of(part: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """Return where the words of a part stand first among `words` from `at` on, None where they do not."""
    places = range(at, len(words) - len(part) + 1) if part else ()
    return next((at for at in places if words[at] == part[0] and words[at : at + len(part)] == part), None)


def _is_letter(words: Sequence[Word], at: int) -> bool:
    """Say whether an A is the letter, as in "category A", and no article; titles write that with a capital too."""
    follows = words[at + 1] if at + 1 < len(words) else None
    return not words[at].first and not (follows and follows.text[0].isupper())


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
    forms = tuple([key[0] for key in keys])
    if LENGTHS.keys().isdisjoint(forms):
        return keys
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
