"""Words that stand in the file and are no longer said: struck out, hidden, quoted, or turned into code.

The word diff compares words and takes marks off, so a rule with `~~` around it has not changed for it. Here each word
that both versions have is asked whether it is said (`silences`), and where that changed, the change is one of
substance.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewtui.text.diff.silent_stretches import SEEN, Silence, silences
from reviewtui.text.words.sentences import Span
from reviewtui.text.words.words import comparable, is_mark

_SIGN = re.compile(r"[~<>`\[\]!#|=:+\n]|(?<!\w)-")
"""What can begin or end a silence, or a block, inside of a change."""
_SPACED_SIGN = re.compile(r"(?<=\S)[ \t]+[-*+>#=~:.]+(?=\s)")
_IN_TABLE_OR_HEADING = re.compile(r"[|#]")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class SilenceChange:
    """Words that both versions have and only one says; `reason` in words."""

    old: Span
    new: Span
    reason: str
    alarm: bool = True


def silence_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> list[SilenceChange]:
    """Return where words that the word diff kept are said on one side only; `hunks` are what it did not keep."""
    hunks = tuple(hunks)
    sides = (silences(old), silences(new)) if _signs_changed(old, new, hunks) else ((), ())
    if not any(sides):
        return []
    states = [
        (here, there, how)
        for here, there in _words_in_question(old, new, hunks, sides)
        if (how := _difference(_how(sides[0], _at(old, here)), _how(sides[1], _at(new, there))))[0]
    ]
    changes: list[SilenceChange] = []
    for (reason, alarm), group in groupby(states, key=lambda state: state[2]):
        words = list(group)
        spans = (words[0][0][0], words[-1][0][1]), (words[0][1][0], words[-1][1][1])
        changes.append(SilenceChange(*spans, reason, alarm))
    return changes


def sign_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> Iterator[SilenceChange]:
    """Yield where another sign stands between words that stayed: "=" for ">", or a dash, is a mark to the word diff."""
    at, to = 0, 0
    for gone, come in (*hunks, ((len(old), len(old)), (len(new), len(new)))):
        if old[at : gone[0]] != new[to : come[0]]:
            yield from _other_signs((old, at, gone[0]), (new, to, come[0]))
        at, to = gone[1], come[1]


def _other_signs(old: tuple[str, int, int], new: tuple[str, int, int]) -> Iterator[SilenceChange]:
    if not (_SPACED_SIGN.search(*_stretch(old)) or _SPACED_SIGN.search(*_stretch(new))):
        return
    (words, here), (others, there) = _signs(*old), _signs(*new)
    for place in sorted(here.keys() | there.keys()):
        was, now = here.get(place, ""), there.get(place, "")
        if was == now or not 0 < place < min(len(words), len(others)):
            continue
        if (was and now) or _is_bare((others if was else words)[place - 1 : place + 1]):
            spans = (words[place - 1].end(), words[place].start()), (others[place - 1].end(), others[place].start())
            yield SilenceChange(*spans, f"{was or 'no sign'} → {now or 'no sign'}", alarm=False)


def _stretch(part: tuple[str, int, int]) -> tuple[str, int, int]:
    """Return a stretch with the letter before it, to which a sign may be attached."""
    return part[0], max(0, part[1] - 1), part[2]


def _signs(text: str, start: int, end: int) -> tuple[list["re.Match[str]"], dict[int, str]]:
    """Return the words of a stretch, and the signs that stand between them by the number of words before."""
    words: list[re.Match[str]] = []
    signs: dict[int, str] = {}
    for token in _WORD.finditer(text, start, end):
        if not is_mark(token[0]):
            words.append(token)
        elif _says_something(token):
            signs[len(words)] = token[0]
    return words, signs


def _is_bare(words: Sequence["re.Match[str]"]) -> bool:
    """Say whether nothing stands between two words but white space."""
    return words[0][0][-1].isalnum() and words[1][0][0].isalnum()


def _says_something(token: "re.Match[str]") -> bool:
    """Say whether a token is a sign between words of one line, and neither a list's mark nor a table's bar."""
    line = token.string[token.string.rfind("\n", 0, token.start()) + 1 : token.start()]
    return is_mark(token[0]) and not _IN_TABLE_OR_HEADING.search(token[0]) and _LETTER.search(line) is not None


def silenced_by_move(old: str, gone: Span, new: str, come: Span) -> str:
    """Return how a passage that moved is said no longer, or said now, in words; empty where it is said as before."""
    reason, alarm = _difference(_how(silences(old), _at(old, gone)), _how(silences(new), _at(new, come)))
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
    old: str, new: str, hunks: Iterable[tuple[Span, Span]], sides: tuple[Sequence[Silence], Sequence[Silence]]
) -> Iterator[tuple[Span, Span]]:
    """Yield where each word stands on both sides that stayed, of stretches that are not plainly said alike."""
    at, to = 0, 0
    for gone, come in (*hunks, ((len(old), len(old)), (len(new), len(new)))):
        silent = _inside(sides[0], at, gone[0]), _inside(sides[1], to, come[0])
        if any(silent) and (silent[0] != silent[1] or old[at : gone[0]] != new[to : come[0]]):
            yield from zip(_words(old, at, gone[0]), _words(new, to, come[0]), strict=False)
        at, to = gone[1], come[1]


def _inside(stretches: Sequence[Silence], start: int, end: int) -> list[tuple[int, int, str]]:
    """Return what of the silences lies in a span, counted from its start."""
    first = bisect_right(stretches, start, key=lambda stretch: stretch.end)
    stop = bisect_left(stretches, end, key=lambda stretch: stretch.start)
    return [(max(each.start, start) - start, min(each.end, end) - start, each.how) for each in stretches[first:stop]]


def _words(text: str, start: int, end: int) -> list[Span]:
    matches = ((match[0], match.span()) for match in _WORD.finditer(text, start, end))
    return [span for word, span in matches if not is_mark(word) and not is_mark(comparable(word))]


def _at(text: str, word: Span) -> int:
    """Return where the first letter of a word stands: marks before it are not struck or hidden themselves."""
    letter = _LETTER.search(text, *word)
    return letter.start() if letter else word[0]


def _how(stretches: Sequence[Silence], at: int) -> str:
    """Return how the word at `at` is silenced; empty when it is said."""
    index = bisect_right(stretches, at, key=lambda stretch: stretch.start) - 1
    return stretches[index].how if index >= 0 and at < stretches[index].end else ""
