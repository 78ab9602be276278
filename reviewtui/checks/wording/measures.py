"""How hard a text is to read: Flesch's reading ease, Gunning's fog index, sentence length.

Flesch (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word; 60 to 70 is plain English, below 30 is for
specialists. Gunning (1952): 0.4 (words a sentence + per cent of words of three syllables and more), in years of school.
Syllables are counted by a rule of thumb (groups of vowels, a silent e less), which is right for some nine words in ten.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.checks.input.policy_prose import Sentence

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i[ao](?!n)|eo|ua|[^q]uo|ie[tn]|[aeiou]ing\b")
_INFLECTED = re.compile(r"(?:es|ed|ing|ly)\Z")


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one stretch of prose; `longest` is its longest sentence."""

    sentences: int
    words: int
    flesch: float
    fog: float
    longest: Sentence | None = None


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return how many syllables an English word has, by rule of thumb."""
    low = word.lower().replace("\u2019", "'").replace("'", "")
    if len(low) <= 3:
        return 1
    base = re.sub(r"(?<=[^aeiouyl])es?\Z|(?<=[^aeiouytd])ed\Z|(?<=[aeiouy]l)e\Z", "", low)
    return max(1, len(_VOWELS.findall(base)) + len(_SPLIT.findall(base)))


def is_long_word(word: str) -> bool:
    """Say whether a word has three syllables or more without its endings, and is no name."""
    return not word[0].isupper() and syllables(_INFLECTED.sub("", word)) >= 3


def measures_of(sentences: Iterable[Sentence]) -> Measures:
    """Return the figures of sentences; rows of tables and quotations are left out, list items count as sentences."""
    read = [
        sentence
        for sentence in sentences
        if not (sentence.row or sentence.quoted or sentence.heading or sentence.reference)
    ]
    words = [_WORD.findall(each.plain) for each in read]
    total, count = sum(map(len, words)), len([each for each in words if each])
    if not total:
        return Measures(0, 0, 100.0, 0.0)
    beats = sum(syllables(word) for each in words for word in each)
    hard = sum(is_long_word(word) for each in words for word in each)
    flesch = 206.835 - 1.015 * total / count - 84.6 * beats / total
    fog = 0.4 * (total / count + 100 * hard / total)
    return Measures(count, total, round(flesch, 1), round(fog, 1), max(read, key=lambda longest: longest.words))
