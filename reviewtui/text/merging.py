"""A suggestion put into a text that moved on, and which suggestions touch the same words.

Three-way: what changed between the text that the suggestion was made on and the text of now is kept; the suggestion is
applied where its words are now. Two edits of the same words are a clash for a person, never a guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.text.prose_diff import TextDiff, diff_texts


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole new text, and where the replacement stands in it, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clash:
    """What a person has to settle: the passage as it was, as it is now, and as it was suggested."""

    base: str
    theirs: str
    ours: str


def merge_replacement(base: str, start: int, end: int, replacement: str, now: str) -> Merged | Clash:
    """Put `replacement` for `base[start:end]` into `now`, another version of the same text."""
    if base == now:
        return _replaced(now, start, end, replacement)
    diff = diff_texts(base, now, exact=True)
    touching = [hunk for hunk in diff.hunks if hunk.old_start <= end and hunk.old_end >= start]
    low, high = _mapped(diff, start, ahead=False), _mapped(diff, end, ahead=True)
    inner = [hunk for hunk in touching if hunk.old_start < end and hunk.old_end > start]
    if start == end:
        inner = [hunk for hunk in touching if hunk.old_start < start < hunk.old_end]
    theirs = now[low:high]
    if now[low : low + len(replacement)] == replacement and replacement and inner:
        return Merged(now, low, low + len(replacement))
    if not inner:
        return _replaced(now, low, high, replacement)
    if theirs == replacement:
        return Merged(now, low, high)
    if theirs.split() == base[start:end].split():
        return _replaced(now, low, high, replacement)
    return Clash(base[start:end], theirs, replacement)


def collisions(spans: Sequence[tuple[str, int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the groups of indices whose words overlap, `(path, start, end)` each.

    Insertions at one spot do not collide, nor does one at the edge of a passage; one inside a passage does.
    """
    order = sorted(range(len(spans)), key=lambda index: (spans[index], index))
    groups: list[list[int]] = []
    reach: tuple[str, int] = ("", -1)
    for index in order:
        path, start, end = spans[index]
        if groups and reach[0] == path and start < reach[1] and (start < end or start > spans[groups[-1][0]][1]):
            groups[-1].append(index)
            reach = (path, max(reach[1], end))
        elif start < end:
            groups.append([index])
            reach = (path, end)
    return tuple(tuple(sorted(group)) for group in groups if len(group) > 1)


def _replaced(text: str, start: int, end: int, replacement: str) -> Merged:
    return Merged(text[:start] + replacement + text[end:], start, start + len(replacement))


def _mapped(diff: TextDiff, at: int, *, ahead: bool) -> int:
    shift = 0
    for hunk in diff.hunks:
        if hunk.old_start < at < hunk.old_end:
            return hunk.new_end if ahead else hunk.new_start
        if hunk.old_end < at or (hunk.old_end == at and not (ahead and hunk.old_start == hunk.old_end)):
            shift = hunk.new_end - hunk.old_end
        else:
            break
    return at + shift
