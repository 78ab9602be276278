"""Whether the place that was found is the one that was meant: the last question before words are put into the text.

A passage that stands in a text more than once ("ten days") is told from its likes by its neighbours alone. If those are
not the ones that were read, nobody can be sure, and a person has to say where the remark belongs.
"""

import re
from collections.abc import Iterable

from reviewtui.domain.policy.anchor import CONTEXT, Anchor

SURE_ENOUGH = 0.5
"""A placement below this is not acted upon: it could as well be another place. Higher refuses places that are right."""
_NEAR = 3
"""So many words tell a passage from its likes: a subject with its verb. More would refuse after any edit nearby."""
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\s*\n|\n\s*(?:[-*+|>#]|\d+[.)])")


def has_likes(exact: str, texts: Iterable[str]) -> bool:
    """Say whether one of `texts` holds the words of a passage more than once."""
    words = _words(exact)
    return bool(words) and any(_count(words, _words(text)) > 1 for text in texts)


def has_same_neighbours(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Say whether characters `start` to `end` stand between the words that were around the passage when it was read.

    The nearest words of its own sentence have to be the same on both sides; for a gap, and where the passage is a
    sentence of its own, those of one side are enough.
    """
    before = _words(text[max(0, start - 4 * CONTEXT) : start])
    after = _words(text[end : end + 4 * CONTEXT])
    left, right = _left(anchor.prefix), _right(anchor.suffix)
    own_left = left[len(left) - min(len(left), len(_words(_SENTENCE_END.split(anchor.prefix)[-1]))) :]
    own_right = right[: len(_words(_SENTENCE_END.split(anchor.suffix)[0]))]
    own = [*_kept(own_left, before[-len(own_left) :]), *_kept(own_right, after[: len(own_right)])]
    if own and not anchor.is_gap:
        return all(own)
    near = [*_kept(left, before[-len(left) :]), *_kept(right, after[: len(right)])]
    return any(near) or not near


def _kept(then: list[str], now: list[str]) -> list[bool]:
    """Whether words are there still; nothing where there were none."""
    return [then == now] if then else []


def _left(prefix: str) -> list[str]:
    """The last words before a passage, but for one that the prefix cuts."""
    words = _words(prefix)
    return words[1:][-_NEAR:] if len(prefix) >= CONTEXT else words[-_NEAR:]


def _right(suffix: str) -> list[str]:
    words = _words(suffix)
    return words[:-1][:_NEAR] if len(suffix) >= CONTEXT else words[:_NEAR]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _count(words: list[str], text: list[str]) -> int:
    size = len(words)
    return sum(text[at] == words[0] and text[at : at + size] == words for at in range(len(text) - size + 1))
