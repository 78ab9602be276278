"""Signs between words that decide how far a "not", an "if" or an "only" reaches: sentence ends, colons, commas.

"Do not post, like or share" and "Do not post. Like or share" have the same words. Where no such word stands in the
sentences that a sign parts or joins, signs are a matter of style.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewtui.text.meaning.wording.said import seen_passage
from reviewtui.text.meaning.wording.word_change import ANOTHER_SIGN, WordChange
from reviewtui.text.meaning.wording.word_order import stretches

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"'\u201d\u2019)*_]|\Z)")
_OWNED = re.compile(r"['\u2019](?=\s)")
"""Behind an s: something of theirs, not one more of them."""
_CLOSING = re.compile(r"[\"\u201d\u2018]")
_REACHING = frozenset(
    word
    for line in (
        "not never no none nobody nothing neither nor cannot without",
        "only except who which whose other than",
    )
    for word in line.split()
)
"""Words whose reach a comma can change."""
_JOINING = frozenset(
    ("if", "unless", "until", "when", "where", "while", "because", "although", "before", "after", "once", "provided")
)
"""Words that hold a clause to its sentence, which a sentence end cuts off and a comma does not."""
_OPEN_ENDED = frozenset(
    ("be", "is", "are", "was", "were", "of", "to", "for", "by", "with", "from", "include", "includes", "including")
)
"""Behind these something must follow, so a colon there parts nothing: "it should be: open" is "it should be open"."""
_SERIAL = frozenset({"and", "or", "nor", "but"})
"""Before these a comma is style in a list."""


class _Sign(NamedTuple):
    """A word, lower case, with the sign behind it: ".", ":", ";", "," or nothing."""

    word: str
    sign: str


def scope_changes(old: str, new: str) -> Iterator[WordChange]:
    """Yield the places where a sign between the same two words may change what a word reaches; all are doubts."""
    if old == new:
        return
    before, after = _signs(seen_passage(old)), _signs(seen_passage(new))
    for equal, first, stop, start, _ in stretches([each.word for each in before], [each.word for each in after]):
        if not equal:
            continue
        for at in range(stop - first - 1):
            here, there = first + at, start + at
            if before[here].sign != after[there].sign and _matters(before, here, after, there):
                yield WordChange(_shown(before, here), _shown(after, there), ANOTHER_SIGN, alarm=False)


def _matters(before: Sequence[_Sign], here: int, after: Sequence[_Sign], there: int) -> bool:
    signs = {before[here].sign, after[there].sign}
    if "'" in signs:
        return True
    if ";" in signs and signs & {".", ","}:
        # A semicolon parts clauses as a sentence end does, and writers put a comma for it.
        return False
    if signs == {"", ":"} and before[here].word in _OPEN_ENDED:
        return False
    words = _sentence(before, here) | _sentence(after, there)
    if signs <= {"", ","}:
        return before[here + 1].word not in _SERIAL and bool(words & _REACHING or any(w.endswith("n't") for w in words))
    return bool(words & (_REACHING | _JOINING) or any(word.endswith("n't") for word in words))


def _sentence(signs: Sequence[_Sign], at: int) -> set[str]:
    """The words of the sentence that holds place `at`, and of the one behind it where that ends there."""
    low = at
    while low > 0 and signs[low - 1].sign != ".":
        low -= 1
    high = at + 1
    while high < len(signs) - 1 and signs[high].sign != ".":
        high += 1
    return {sign.word for sign in signs[low : high + 1]}


def _signs(passage: str) -> list[_Sign]:
    signs: list[_Sign] = []
    matches = list(_WORD.finditer(passage))
    ends = [*(match.start() for match in matches[1:]), len(passage)]
    for match, end in zip(matches, ends, strict=False):
        between = passage[match.end() : end]
        signs.append(_Sign(match[0].lower().replace("\u2019", "'"), _strongest(match[0], between)))
    return signs


def _strongest(word: str, between: str) -> str:
    if _SENTENCE_END.search(between):
        return "."
    for sign in ":;,":
        if sign in between:
            return sign
    return "'" if word.endswith("s") and _OWNED.match(between) and not _CLOSING.search(between) else ""


def _shown(signs: Sequence[_Sign], at: int) -> str:
    return f"{signs[at].word}{signs[at].sign} {signs[at + 1].word}"
