"""Words that stand in the file and are no longer said: struck out, hidden, quoted, or turned into code.

The word diff compares words and takes marks off, so a rule with `~~` around it has not changed for it. Here each word
that both versions have is asked whether it is said, and where that changed, the change is one of substance.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.words.words import comparable, is_mark

_FORMS = re.compile(
    r"""(?P<code>^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)[ \t]*$|\Z)
    |(?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\r?\n(?=(?:[ ]{4}|\t)\S))+)
    |(?P<hidden><!--.*?(?:-->|\Z)|<(?P<tag>\w+)\b[^<>]{0,500}(?:display:\s*none|visibility:\s*hidden|\bhidden\b)[^<>]*>.*?</(?P=tag)>)
    |(?P<struck>~~(?=\S)(?:(?!\n\s*\n).)+?(?<=\S)~~|<(?P<strike>s|del|strike)>.*?</(?P=strike)>)
    |(?P<quoted>^[ ]{0,3}>[^\n]*(?:\n|\Z))""",
    re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_MAYBE = re.compile(r"~|<(?![\w.+-]+[@:])|\n(?=[ \t>`~]|(?:\r?\n)+(?:[ ]{4}|[ \t]))")
"""Before what may begin a form: few signs, so that the search runs past all others at the speed of C."""
_SAYINGS = {"code": "turned into code", "hidden": "hidden", "struck": "struck out", "quoted": "turned into a quotation"}
_LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_WORD = re.compile(r"\S+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Silence:
    """Where words stand that are not said, offsets in code points, and how that came."""

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class SilenceChange:
    """Words that both versions have and only one says; `reason` in words."""

    old: Span
    new: Span
    reason: str


def silences(text: str) -> tuple[Silence, ...]:
    """Return the stretches of a Markdown text that are struck out, hidden, code or quoted, in their order."""
    stretches: list[Silence] = []
    for match in _forms(text):
        form = next(name for name in _SAYINGS if match[name] is not None)
        if form == "code" and match["fence"] is None and _in_list(text, match.start()):
            continue
        stretches.append(Silence(match.start(), match.end(), _SAYINGS[form]))
    return tuple(stretches)


def _forms(text: str) -> Iterator["re.Match[str]"]:
    """Yield the forms in their order, none inside another."""
    done = front_matter_end(text)
    first = [done] if done == 0 or text[done - 1] == "\n" else []
    places = (match.end() if match[0] == "\n" else match.start() for match in _MAYBE.finditer(text, done))
    for at in chain(first, places):
        if at >= done and (match := _FORMS.match(text, at)):
            yield match
            done = max(match.end(), at + 1)


def silence_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> list[SilenceChange]:
    """Return where words that the word diff kept are said on one side only; `hunks` are what it did not keep."""
    sides = silences(old), silences(new)
    if not any(sides):
        return []
    states = [
        (here, there, how)
        for here, there in _words_in_question(old, new, hunks, sides)
        if (how := _difference(_how(sides[0], here[0]), _how(sides[1], there[0])))
    ]
    changes: list[SilenceChange] = []
    for reason, group in groupby(states, key=lambda state: state[2]):
        words = list(group)
        changes.append(SilenceChange((words[0][0][0], words[-1][0][1]), (words[0][1][0], words[-1][1][1]), reason))
    return changes


def _difference(before: str, after: str) -> str:
    if before == after or (before and after):
        return ""
    return f"{after}, so no longer said" if after else f"no longer {before}, so said now"


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


def _how(stretches: Sequence[Silence], at: int) -> str:
    """Return how the word at `at` is silenced; empty when it is said."""
    index = bisect_right(stretches, at, key=lambda stretch: stretch.start) - 1
    return stretches[index].how if index >= 0 and at < stretches[index].end else ""


def _in_list(text: str, at: int) -> bool:
    """Say whether an indented paragraph belongs to a list item above it."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    above = text.rfind("\n\n", 0, at)
    return _LIST_ITEM.match(text, above + 2 if above >= 0 else 0) is not None
