"""Phrases: tables of phrases in a small notation, found in a line by their first word.

A phrase is a row of words, `a/b` for either. `word?` may be missing, `_` is any word, `_?` one or none, `~` an adverb
in -ly or none. `BE` is any form of "be". After `>` stands a pattern that must follow, after `<` one that must not
stand before. "not" also stands for its contraction ("mustn't", ). White space and case do not count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from reviewtui.text.meaning.tuning import NOT_BEFORE
from reviewtui.text.words.memo import Memo

PhraseTable = tuple[tuple[str, tuple[str, ...]], ...]
"""A value and the phrases that say it; earlier rows and phrases win over later ones."""
_BE = ["is", "are", "be", "was", "were", "been", "being"]
_WHOLE = {"won't": "will", "shan't": "shall", "can't": "can", "cannot": "can"}
_ADVERB = "~"
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[a-z]+")
_NOT = r"(?:\s+not|\s*not|n't|'t)"


class Found(NamedTuple):
    """A phrase that stands at a place: its kind and value, and where it ends."""

    kind: str
    value: str
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as the tables hold it; its patterns are made when its first word is met, since there are hundreds."""

    kind: str
    value: str
    phrase: str

    def goes_on_with(self, word: str) -> bool:
        """Say whether `word`, in lower case, may stand behind the first word of the phrase."""
        return any(word.startswith(start) for start in _second_words(self.phrase)) or (
            "ly" in word and _ADVERB in _second_words(self.phrase)
        )

    @property
    def is_one_word(self) -> bool:
        """Whether the phrase is a word, whatever stands before it and behind it."""
        return " " not in self.phrase


class Phrases:
    """Many tables of phrases, each with the kind of what it tells."""

    def __init__(self, tables: Iterable[tuple[str, PhraseTable]]) -> None:
        """Take the tables in the order in which they are tried."""
        by_word: dict[str, list[_Phrase]] = defaultdict(list)
        for kind, table in tables:
            for value, phrases in table:
                for phrase in phrases:
                    made = _Phrase(kind, value, phrase)
                    for word in dict.fromkeys(map(first_word, _choices(phrase.split()[0]))):
                        by_word[word].append(made)
        self._by_word: Mapping[str, list[_Phrase]] = dict(by_word)
        self._possible: Memo[tuple[str, str], Sequence[_Phrase]] = Memo(self._with_words)
        """The phrases that may begin with a word before another one, or before none, of those pairs that were met."""

    def begins(self, word: str) -> bool:
        """Say whether a phrase begins with `word`, given in lower case."""
        return first_word(word) in self._by_word

    def at(self, line: str, start: int, word: str, behind: str) -> Found | None:
        """Return the phrase that begins with `word` (lower case) at `start` of `line`, None when there is none.

        `behind` are the characters up to the next space behind the one that follows the word; empty where none does.
        """
        for phrase in self._possible[word, behind]:
            if phrase.is_one_word and word in _choices(phrase.phrase):
                return Found(phrase.kind, phrase.value, start + len(word))
            match = _compiled(phrase.phrase).match(line, start)
            not_after = _not_after(phrase.phrase) if match else None
            if match and not (not_after and not_after.search(line[max(0, start - NOT_BEFORE) : start])):
                return Found(phrase.kind, phrase.value, match.end())
        return None

    def _with_words(self, words: tuple[str, str]) -> Sequence[_Phrase]:
        """Return the phrases that a word and what follows it leave possible; a contraction leaves all."""
        word, behind = words
        first = first_word(word)
        if first != word:
            return self._by_word.get(first, ())
        following = _WORD.match(behind)
        second = following[0].lower() if following else ""
        return tuple([phrase for phrase in self._by_word.get(word, ()) if phrase.goes_on_with(second)])


@lru_cache(maxsize=16384)
def first_word(word: str) -> str:
    """Return the word that a contraction begins with: "mustn't" gives "must"."""
    return _WHOLE.get(word) or word.removesuffix("n't").partition("'")[0]


@cache
def _second_words(phrase: str) -> tuple[str, ...]:
    """Return how the word behind the first one of a phrase may begin, `""` for any or for none at all."""
    starts: list[str] = []
    for word in phrase.partition(" > ")[0].partition(" < ")[0].split()[1:]:
        choices = [] if word == "~" else _choices(word.removesuffix("?"))
        if not all(map(_LETTERS.fullmatch, choices)):
            return ("",)
        starts += choices or [_ADVERB]
        if choices and not word.endswith("?"):
            return tuple(starts)
    return ("",)


def _choices(word: str) -> list[str]:
    return _BE if word == "BE" else word.split("/")


@cache
def _compiled(phrase: str) -> "re.Pattern[str]":
    return re.compile(_pattern(phrase), re.IGNORECASE)


@cache
def _not_after(phrase: str) -> "re.Pattern[str] | None":
    """Return the pattern of what must not stand before a phrase."""
    before = phrase.partition(" < ")[2]
    return re.compile(rf"\b(?:{before})\W*\Z", re.IGNORECASE) if before else None


def _pattern(phrase: str) -> str:
    phrase, _, ahead = phrase.partition(" < ")[0].partition(" > ")
    first, *others = phrase.split()
    pattern = rf"(?:{'|'.join(_choices(first))})" + "".join(map(_following, others)) + r"\b"
    if ahead:
        pattern += rf"(?=\W*(?:{ahead}))"
    return pattern


def _following(word: str) -> str:
    if word == "~":
        return r"(?:\s+\w+ly)?"
    wanted = word.removesuffix("?")
    choices = _choices(wanted)
    patterns = [_NOT] if "not" in choices else []
    if wanted == "_":
        patterns.append(r"\s+[\w'-]+")
    elif others := [choice for choice in choices if choice != "not"]:
        patterns.append(rf"\s+(?:{'|'.join(others)})")
    return f"(?:{'|'.join(patterns)})" + ("?" if word.endswith("?") else "")
