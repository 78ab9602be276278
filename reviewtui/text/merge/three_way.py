"""Two edits of one text put together: sentence by sentence, so that no sentence says what neither writer wrote.

Where both changed the same sentence, the three readings are left for a person. It is the three-way merge of diff3
(Khanna, Kunal and Pierce 2007) over sentences instead of lines, with edits of neighbouring sentences kept apart.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from reviewtui.text.diff.sequences.alignment import SpanPair, align
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.words import Numbering


@dataclass(frozen=True, slots=True)
class TextConflict:
    """A passage that both sides changed differently; `start` is where it begins in our text, in code points."""

    base: str
    ours: str
    theirs: str
    start: int


MergedPart = str | TextConflict


def merge_texts(base: str, ours: str, theirs: str) -> tuple[MergedPart, ...]:
    """Return the merged text in order: agreed text, and the passages about which a person has to decide."""
    if theirs in {ours, base}:
        return (ours,)
    if base == ours:
        return (theirs,)
    merge = _Merge(base, ours, theirs)
    return _joined(merge.parts())


def settled(parts: tuple[MergedPart, ...]) -> str | None:
    """Return the merged text where nothing is left for a person, else None."""
    return "".join(part for part in parts if isinstance(part, str)) if not conflicts(parts) else None


def conflicts(parts: tuple[MergedPart, ...]) -> tuple[TextConflict, ...]:
    """Return the passages about which a person has to decide."""
    return tuple(part for part in parts if isinstance(part, TextConflict))


class _Merge:
    """The three texts as units, and what either side changed."""

    def __init__(self, base: str, ours: str, theirs: str) -> None:
        self._base, self._ours, self._theirs = (_units(text) for text in (base, ours, theirs))
        numbering = Numbering(exact=True)
        self._mine = _hunks(*numbering.pair(self._base, self._ours))
        self._others = _hunks(*numbering.pair(self._base, self._theirs))

    def parts(self) -> Iterator[MergedPart]:
        at = 0
        offsets = list(accumulate(map(len, self._ours), initial=0))
        for start, end in _groups(sorted([*self._mine, *self._others])):
            yield "".join(self._base[at:start])
            mine = _image(self._mine, start, end)
            other = _image(self._others, start, end)
            base, ours, theirs = (
                "".join(units)
                for units in (self._base[start:end], self._ours[slice(*mine)], self._theirs[slice(*other)])
            )
            if theirs in {ours, base}:
                yield ours
            elif base == ours:
                yield theirs
            else:
                yield TextConflict(base, ours, theirs, offsets[mine[0]])
            at = end
        yield "".join(self._base[at:])


def _units(text: str) -> list[str]:
    cuts = {0, len(text)}
    for span in sentence_spans(text):
        cuts.update(span)
    at = text.find("\n")
    while at >= 0:
        cuts.add(at + 1)
        at = text.find("\n", at + 1)
    ordered = sorted(cuts)
    return [text[start:end] for start, end in pairwise(ordered)]


def _hunks(old: str, new: str) -> list[SpanPair]:
    hunks, i, j = [], 0, 0
    for a, b, length in [*align(old, new), (len(old), len(new), 0)]:
        if a > i or b > j:
            hunks.append((i, a, j, b))
        i, j = a + length, b + length
    return hunks


def _groups(hunks: list[SpanPair]) -> Iterator[tuple[int, int]]:
    """The stretches of the base that hunks touch.

    Hunks that overlap are one stretch, and so is an insertion with the hunk at whose edge it stands.
    """
    first, last, open_end = -1, -1, False
    for start, end, *_ in hunks:
        if first < 0 or start > last or (start == last and start != end and not open_end):
            if first >= 0:
                yield first, last
            first, last, open_end = start, end, start == end
            continue
        open_end = (start == end == max(last, end)) or (open_end and end <= last)
        last = max(last, end)
    if first >= 0:
        yield first, last


def _image(hunks: list[SpanPair], start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the base stands on one side, whose hunks lie wholly inside it or outside."""
    before = bisect_left(hunks, start, key=itemgetter(0))
    until = max(before, bisect_right(hunks, end, key=itemgetter(1)))
    return start + _shift(hunks, before), end + _shift(hunks, until)


def _shift(hunks: list[SpanPair], count: int) -> int:
    """By how much the units behind the first `count` hunks stand elsewhere on that side."""
    return hunks[count - 1][3] - hunks[count - 1][1] if count else 0


def _joined(parts: Iterator[MergedPart]) -> tuple[MergedPart, ...]:
    joined: list[MergedPart] = []
    for is_text, group in groupby(parts, key=lambda part: isinstance(part, str)):
        members = list(group)
        joined += ["".join(part for part in members if isinstance(part, str))] if is_text else members
    return tuple(part for part in joined if part) or ("",)
