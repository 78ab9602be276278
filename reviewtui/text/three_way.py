"""Two edits of one text put together: sentence by sentence, so that no sentence says what neither writer wrote.

Where both changed the same sentence, the three readings are left for a person. It is the three-way merge of diff3
(Khanna, Kunal and Pierce 2007) over sentences instead of lines, with edits of neighbouring sentences kept apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reviewtui.text.alignment import align
from reviewtui.text.sentences import sentence_spans

Hunk = tuple[int, int, int, int]
"""Units `old_start` to `old_end` became `new_start` to `new_end`."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage that both sides changed differently; `start` is where it begins in our text, in code points."""

    base: str
    ours: str
    theirs: str
    start: int


Part = str | Disagreement


def merge_texts(base: str, ours: str, theirs: str) -> tuple[Part, ...]:
    """Return the merged text in order: agreed text, and the passages about which a person has to decide."""
    if theirs in {ours, base}:
        return (ours,)
    if base == ours:
        return (theirs,)
    merge = _Merge(base, ours, theirs)
    return _joined(merge.parts())


def settled(parts: tuple[Part, ...]) -> str | None:
    """Return the merged text where nothing is left for a person, else None."""
    return "".join(part for part in parts if isinstance(part, str)) if not disagreements(parts) else None


def disagreements(parts: tuple[Part, ...]) -> tuple[Disagreement, ...]:
    """Return the passages about which a person has to decide."""
    return tuple(part for part in parts if isinstance(part, Disagreement))


class _Merge:
    """The three texts as units, and what either side changed."""

    def __init__(self, base: str, ours: str, theirs: str) -> None:
        self._base, self._ours, self._theirs = (_units(text) for text in (base, ours, theirs))
        numbers: dict[str, str] = {}
        numbered = [_numbered(units, numbers) for units in (self._base, self._ours, self._theirs)]
        self._mine = _hunks(numbered[0], numbered[1])
        self._others = _hunks(numbered[0], numbered[2])

    def parts(self) -> Iterator[Part]:
        at = mine_at = 0
        for start, end in _groups(sorted([*self._mine, *self._others])):
            yield "".join(self._base[at:start])
            mine = _image(self._mine, start, end)
            other = _image(self._others, start, end)
            base, ours, theirs = (
                "".join(units)
                for units in (self._base[start:end], self._ours[slice(*mine)], self._theirs[slice(*other)])
            )
            mine_at = len("".join(self._ours[: mine[0]]))
            if theirs in {ours, base}:
                yield ours
            elif base == ours:
                yield theirs
            else:
                yield Disagreement(base, ours, theirs, mine_at)
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


def _numbered(units: list[str], numbers: dict[str, str]) -> str:
    """The units as one code point each, equal units alike; the range of surrogates is left out."""
    for unit in units:
        if unit not in numbers:
            count = len(numbers)
            numbers[unit] = chr(count if count < 0xD800 else count + 0x800)
    return "".join(numbers[unit] for unit in units)


def _hunks(old: str, new: str) -> list[Hunk]:
    hunks, i, j = [], 0, 0
    for a, b, length in [*align(old, new), (len(old), len(new), 0)]:
        if a > i or b > j:
            hunks.append((i, a, j, b))
        i, j = a + length, b + length
    return hunks


def _groups(hunks: list[Hunk]) -> Iterator[tuple[int, int]]:
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


def _image(hunks: list[Hunk], start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the base stands on one side, whose hunks lie wholly inside it or outside."""
    before = [hunk for hunk in hunks if hunk[0] < start]
    until = [hunk for hunk in hunks if hunk[0] < start or hunk[1] <= end]
    return start + _shift(before), end + _shift(until)


def _shift(hunks: list[Hunk]) -> int:
    return hunks[-1][3] - hunks[-1][1] if hunks else 0


def _joined(parts: Iterator[Part]) -> tuple[Part, ...]:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return tuple(joined) or ("",)
