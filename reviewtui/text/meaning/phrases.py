"""Phrases: tables of phrases in a small notation, found in a line by their first word.

A phrase is a row of words, `a/b` for either. `word?` may be missing, `_` is any word, `_?` one or none, `~` an adverb
in -ly or none. `BE` is any form of "be". After `>` stands a pattern that must follow, after `<` one that must not
stand before. "not" also stands for its contraction ("mustn't", ). White space and case do not count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewtui.text.meaning.tuning import NOT_BEFORE

Table = tuple[tuple[str, tuple[str, ...]], ...]
"""A value and the phrases that say it; earlier rows and phrases win over later ones."""
_BE = ["is", "are", "be", "was", "were", "been", "being"]
_WHOLE = {"won't": "will", "shan't": "shall", "can't": "can", "cannot": "can"}
_NOT = r"(?:\s+not|\s*not|n't|'t)"


@dataclass(frozen=True, slots=True)
class Found:
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


class Phrases:
    """Many tables of phrases, each with the kind of what it tells."""

    def __init__(self, tables: Iterable[tuple[str, Table]]) -> None:
        """Take the tables in the order in which they are tried."""
        by_word: dict[str, list[_Phrase]] = defaultdict(list)
        for kind, table in tables:
            for value, phrases in table:
                for phrase in phrases:
                    made = _Phrase(kind, value, phrase)
                    for word in dict.fromkeys(map(first_word, _choices(phrase.split()[0]))):
                        by_word[word].append(made)
        self._by_word: Mapping[str, list[_Phrase]] = dict(by_word)

    def begins(self, word: str) -> bool:
        """Say whether a phrase begins with `word`, given in lower case."""
        return first_word(word) in self._by_word

    def at(self, line: str, start: int, word: str) -> Found | None:
        """Return the phrase that begins with `word` (lower case) at `start` of `line`, None when there is none."""
        phrases = self._by_word.get(first_word(word), ())
        while phrases:
            match = _any_of(tuple([phrase.phrase for phrase in phrases])).match(line, start)
            if match is None or match.lastindex is None:
                return None
            found = phrases[match.lastindex - 1]
            not_after = _not_after(found.phrase)
            if not (not_after and not_after.search(line[max(0, start - NOT_BEFORE) : start])):
                return Found(found.kind, found.value, match.end())
            phrases = phrases[match.lastindex :]
        return None


@lru_cache(maxsize=16384)
def first_word(word: str) -> str:
    """Return the word that a contraction begins with: "mustn't" gives "must"."""
    return _WHOLE.get(word) or word.removesuffix("n't").partition("'")[0]


def _choices(word: str) -> list[str]:
    return _BE if word == "BE" else word.split("/")


@cache
def _any_of(phrases: tuple[str, ...]) -> "re.Pattern[str]":
    """Return the pattern that finds the first of some phrases, as the group of its place among them."""
    return re.compile("|".join(f"({_pattern(phrase)})" for phrase in phrases), re.IGNORECASE)


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
