"""Whether words that are given as a reason say something, wherever a reason is what lets an author go on."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words, where words cannot be counted by spaces."""
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 8
"""Below these it is a mark or a name ("ok", "not relevant"), and no sentence that says why."""


def is_reason(body: str) -> bool:
    """Say whether `body` says something: at least three words that differ, not one word or a mark."""
    words = reason_words(body)
    if _WITHOUT_SPACES.search(body):
        return sum(map(len, words)) >= _FEWEST_LETTERS
    return len(set(words)) >= _FEWEST_WORDS


def is_same_reason(body: str, other: str) -> bool:
    """Say whether two reasons are the same words; numbers, marks and case make none another."""
    return reason_words(body) == reason_words(other)


def reason_words(body: str) -> tuple[str, ...]:
    """Return the words of a reason as they are compared: in small letters, without numbers and marks."""
    return tuple(word.casefold() for word in _WORD.findall(body))
