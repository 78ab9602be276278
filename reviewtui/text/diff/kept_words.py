"""Words that both texts have: where they stand in the other one, and that they say something else there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from reviewtui.text.markdown.document import parted_text
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.span import Span
from reviewtui.text.words.words import holds_word

_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
_TO_HEADING = re.compile(r"(?:.*\n)*[ \t>]*#{1,6}\s.*")
"""Lines up to one with the signs of a heading, which may be one."""
_UNDERLINED = re.compile(r"\S[ \t]*\r?\n[ \t>]*[-=]+[ \t]*(?=\r?\n)")
"""What may be a heading with a line under it, by what stands before."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class KeptWordsChange:
    """Words that both versions have and that say something else, or nothing, in one of them; `reason` in words."""

    old: Span
    new: Span
    reason: str
    alarm: bool = True


def kept_stretches(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """Yield what lies between the hunks of the word diff, whose words stayed, on both sides."""
    at, to = 0, 0
    for gone, come in (*hunks, ((len(old), len(old)), (len(new), len(new)))):
        yield (at, gone[0]), (to, come[0])
        at, to = gone[1], come[1]


class TextPair(NamedTuple):
    """Two texts, or a part of each, with the hunks between them, and where the parts begin in their texts."""

    old: str
    new: str
    hunks: Sequence[tuple[Span, Span]]
    begins: tuple[int, int] = (0, 0)

    def in_whole(self, change: KeptWordsChange) -> KeptWordsChange:
        """Return a change of the parts as one of their texts."""
        (start, end), (begin, stop), (at, to) = change.old, change.new, self.begins
        return replace(change, old=(start + at, end + at), new=(begin + to, stop + to))


def changed_parts(old: str, new: str, hunks: Sequence[tuple[Span, Span]]) -> list[TextPair]:
    """Return the parts of two texts that are not the same, from heading to heading; where in doubt, the whole as one.

    Where both texts can be read part by part and all headings stayed as they are, nothing that stands in one part
    silences words of another one or comes to stand over them.
    """
    whole = [TextPair(old, new, hunks)]
    cuts = [*parted_text(old).sections, len(old)], [*parted_text(new).sections, len(new)]
    if len(cuts[0]) != len(cuts[1]) or len(cuts[0]) == 2:
        return whole
    parts: list[TextPair] = []
    left = list(reversed(hunks))
    for (start, end), (begin, stop) in zip(pairwise(cuts[0]), pairwise(cuts[1]), strict=True):
        own: list[tuple[Span, Span]] = []
        while left and left[-1][0][1] <= end and left[-1][1][1] <= stop:
            own.append(left.pop())
        part = TextPair(
            old[start:end], new[begin:stop], [_shifted(hunk, -start, -begin) for hunk in own], (start, begin)
        )
        astride = left and (left[-1][0][0] < end or left[-1][1][0] < stop)
        if astride or (start and not _begin_alike(part)):
            return whole
        if own or part.old != part.new:
            headings = _headings(part.old)
            if headings is None or headings != _headings(part.new):
                return whole
            parts.append(part)
    return parts


def _headings(part: str) -> list[str] | None:
    """Return what may be headings in a part, each with the lines before it back to an empty one, which count too.

    None where a line may make a heading of the one over it.
    """
    words = f"{part[front_matter_end(part) :]}\n"
    if _UNDERLINED.search(words):
        return None
    return [match[0] for run in _EMPTY_LINE.split(words) if (match := _TO_HEADING.match(run))]


def _shifted(hunk: tuple[Span, Span], at: int, to: int) -> tuple[Span, Span]:
    (start, end), (begin, stop) = hunk
    return (start + at, end + at), (begin + to, stop + to)


def _begin_alike(part: TextPair) -> bool:
    """Say whether two parts begin with one heading, and with as many words that stayed."""
    if part.old == part.new:
        return True
    lines = part.old.partition("\n")[0], part.new.partition("\n")[0]
    gone, come = part.hunks[0] if part.hunks else ((len(part.old), 0), (len(part.new), 0))
    if lines[0] != lines[1] or gone[0] < len(lines[0]) or come[0] < len(lines[1]):
        return False
    return _count(part.old[: gone[0]]) == _count(part.new[: come[0]])


def _count(text: str) -> int:
    """Return how many words that are no marks stand in a text."""
    return sum(holds_word(word) for word in text.split())


def kept_places(old: str, new: str, hunks: Sequence[tuple[Span, Span]], places: Iterable[int]) -> dict[int, int]:
    """Return where the characters at some places of the old text stand in the new one, of those that stayed.

    They are letters, or stand alike behind the last letter before them.
    """
    bounds = (((0, 0), (0, 0)), *hunks, ((len(old), len(old)), (len(new), len(new))))
    letters: dict[int, tuple[list[int], list[int]]] = {}
    kept: dict[int, int] = {}
    for place in places:
        index = bisect_right(hunks, place, key=lambda hunk: hunk[0][0])
        (gone, come), (next_gone, next_come) = bounds[index], bounds[index + 1]
        if place < gone[1]:
            continue
        if index not in letters:
            parts = (old, gone[1], next_gone[0]), (new, come[1], next_come[0])
            here, there = ([match.start() for match in _LETTER.finditer(*part)] for part in parts)
            letters[index] = here, there
        here, there = letters[index]
        number = bisect_left(here, place + 1) - 1
        if 0 <= number < len(there):
            at = there[number] + place - here[number]
            if old[here[number] : place + 1] == new[there[number] : at + 1]:
                kept[place] = at
    return kept
