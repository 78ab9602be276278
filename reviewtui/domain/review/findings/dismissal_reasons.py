"""Whether a dismissal says why: its reason is a sentence about this finding, and no other finding's."""

import re
from collections import Counter
from collections.abc import Iterable

from reviewtui.domain.record.events import Dismissed

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words, where words cannot be counted by spaces."""
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 8
"""Below these it is a mark or a name ("ok", "not relevant"), and no sentence about the finding."""
WHAT_A_REASON_IS = (
    "a reason says in a sentence why nothing needs to be done about this finding, "
    "for example: “Both passages quote the same Act.”"
)


def is_reason(body: str) -> bool:
    """Say whether `body` says something: at least three words that differ, not one word or a mark."""
    words = _words(body)
    if _WITHOUT_SPACES.search(body):
        return sum(map(len, words)) >= _FEWEST_LETTERS
    return len(set(words)) >= _FEWEST_WORDS


def is_same_reason(body: str, other: str) -> bool:
    """Say whether two reasons are the same words; numbers, marks and case make none another."""
    return _words(body) == _words(other)


def without_own_reason(dismissals: Iterable[Dismissed]) -> int:
    """Return how many dismissals say no reason, or one that another dismissal says as well."""
    bodies = [event.body for event in dismissals]
    counts = Counter(_words(body) for body in bodies)
    return sum(not is_reason(body) or counts[_words(body)] > 1 for body in bodies)


def _words(body: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(body))
