"""Words that stand in the file and are no longer said: struck out, hidden, quoted, or turned into code.

The word diff compares words and takes marks off, so a rule with `~~` around it has not changed for it. Here each word
that both versions have is asked whether it is said (`hidden_stretches`), and where that changed, the change is one of
substance.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from reviewtui.text.diff.hidden_stretches import SEEN, HiddenStretch, hidden_stretches, silence_at, silence_in
from reviewtui.text.diff.kept_words import KeptWordsChange, kept_stretches
from reviewtui.text.span import Span
from reviewtui.text.words.words import holds_word

_SIGN = re.compile(r"[~<>`\[\]!#|=:+\n]|(?<!\w)-")
"""What can begin or end a silence, or a block, inside of a change."""
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"\S+")


def hidden_word_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> list[KeptWordsChange]:
    """Return where words that the word diff kept are said on one side only; `hunks` are what it did not keep."""
    hunks = tuple(hunks)
    sides = (hidden_stretches(old), hidden_stretches(new)) if _signs_changed(old, new, hunks) else ((), ())
    if not any(sides):
        return []
    states = [
        (here, there, how)
        for here, there in _words_in_question(old, new, hunks, sides)
        if (how := _difference(silence_in(sides[0], _at(old, here)), silence_in(sides[1], _at(new, there))))[0]
    ]
    changes: list[KeptWordsChange] = []
    for (reason, alarm), group in groupby(states, key=lambda state: state[2]):
        words = list(group)
        spans = (words[0][0][0], words[-1][0][1]), (words[0][1][0], words[-1][1][1])
        changes.append(KeptWordsChange(*spans, reason, alarm))
    return changes


def hidden_by_move(old: str, gone: Span, new: str, come: Span) -> str:
    """Return how a passage that moved is said no longer, or said now, in words; empty where it is said as before."""
    reason, alarm = _difference(silence_at(old, _at(old, gone)), silence_at(new, _at(new, come)))
    return reason if alarm else ""


def _signs_changed(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> bool:
    """Say whether anything but words changed: without that all words that stayed are said as before."""
    at, to = 0, 0
    for gone, come in hunks:
        if old[at : gone[0]] != new[to : come[0]]:
            return True
        if _SIGN.search(old, *gone) or _SIGN.search(new, *come):
            return True
        at, to = gone[1], come[1]
    return old[at:] != new[to:]


def _difference(before: str, after: str) -> tuple[str, bool]:
    """Return in words what became of how something is said, empty where nothing did, and whether that is an alarm."""
    silent = {how for how in (before, after) if how and how not in SEEN}
    if before == after or (before in silent and after in silent):
        return "", False
    if after in silent:
        return f"{after}, so no longer said", True
    if before in silent:
        return f"no longer {before}, so said now", True
    return after or f"no longer {before}", False


def _words_in_question(
    old: str,
    new: str,
    hunks: Iterable[tuple[Span, Span]],
    sides: tuple[Sequence[HiddenStretch], Sequence[HiddenStretch]],
) -> Iterator[tuple[Span, Span]]:
    """Yield where each word stands on both sides that stayed, of stretches that are not plainly said alike."""
    for here, there in kept_stretches(old, new, hunks):
        silent = _inside(sides[0], *here), _inside(sides[1], *there)
        if any(silent) and (silent[0] != silent[1] or old[slice(*here)] != new[slice(*there)]):
            yield from zip(_words(old, *here), _words(new, *there), strict=False)


def _inside(stretches: Sequence[HiddenStretch], start: int, end: int) -> list[tuple[int, int, str]]:
    """Return what of the hidden_stretches lies in a span, counted from its start."""
    first = bisect_right(stretches, start, key=attrgetter("end"))
    stop = bisect_left(stretches, end, lo=first, key=attrgetter("start"))
    return [(max(each.start, start) - start, min(each.end, end) - start, each.how) for each in stretches[first:stop]]


def _words(text: str, start: int, end: int) -> list[Span]:
    matches = ((match[0], match.span()) for match in _WORD.finditer(text, start, end))
    return [span for word, span in matches if holds_word(word)]


def _at(text: str, word: Span) -> int:
    """Return where the first letter of a word stands: marks before it are not struck or hidden themselves."""
    letter = _LETTER.search(text, *word)
    return letter.start() if letter else word[0]
