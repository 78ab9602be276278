"""A suggestion put into a text that moved on.

Three-way, word by word (Khanna, Kunal and Pierce, "A formal investigation of diff3", 2007): what changed between the
text that the suggestion was made on and the text of now is kept, and so is what the suggestion changes. Two edits that
touch the same words are a clash for a person, never a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.text.diff.prose.prose_diff import Hunk
from reviewtui.text.merge.edits import Edit, touch, word_edits, word_hunks

_NUMBER = re.compile(r"\d{1,9}[.)]?")
_MARKER = re.compile(r"[ \t\r\n>|]*(?:[-*+]|\d{1,9}[.)])?[ \t|]*")


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole new text; its characters `start` to `end` are what the passage became.

    They stand for the characters `replaced` of the text of now. All in code points.
    """

    text: str
    start: int
    end: int
    replaced: tuple[int, int]

    @property
    def words(self) -> str:
        """What the passage became."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class EditConflict:
    """What a person has to settle: the passage as it was, as it is now, and as it was suggested."""

    base: str
    theirs: str
    ours: str


def merge_replacement(base: str, wish: Edit, now: str) -> Merged | EditConflict:
    """Put what is wished of `base` into `now`, another version of the same text.

    What was inserted at the very spot of an insertion stays in front of it.
    """
    start, end, replacement = wish.start, wish.end, wish.words
    if base == now:
        return _merged(now, [wish], (start, end))
    if now == wish.applied(base):
        return _merged(now, [], (start, start + len(replacement)))
    theirs = tuple(word_hunks(base, now))
    passage = _passage(theirs, start, end)
    if start < end and now[slice(*passage)] == replacement:
        return _merged(now, [], passage)
    wanted = [edit.shifted(start) for edit in word_edits(base[start:end], replacement)]
    made = {_edit(hunk, now): (hunk.new_start, hunk.new_end) for hunk in theirs}
    ours = [edit for edit in wanted if edit not in made]
    if _conflict(base, ours, [_edit(hunk, now) for hunk in theirs]):
        return EditConflict(base[start:end], now[slice(*passage)], replacement)
    passage = _hull([passage, *(made[edit] for edit in wanted if edit in made)])
    return _merged(now, [Edit(*_mapped(theirs, edit.start, edit.end), edit.words) for edit in ours], passage)


def _edit(hunk: Hunk, now: str) -> Edit:
    return Edit(hunk.old_start, hunk.old_end, now[hunk.new_start : hunk.new_end])


def _conflict(base: str, ours: Sequence[Edit], theirs: Sequence[Edit]) -> bool:
    """Whether two of the edits touch the same words; white space is none, so that a re-wrapped passage is no edit.

    Neither is another number of an item, since a list counts on, nor is a marker that goes with either of two items.
    """
    foreign = [edit for edit in theirs if edit.has_words(base) and not _renumbers(base, edit)]
    return any(
        touch(base, edit).clashes(touch(base, other)) and not _share_a_marker(base, edit, other)
        for edit in ours
        if edit.has_words(base)
        for other in foreign
    )


def _renumbers(base: str, edit: Edit) -> bool:
    """Say whether an edit only gives an item another number."""
    line = base[base.rfind("\n", 0, edit.start) + 1 : edit.start]
    was = base[edit.start : edit.end]
    return not line.strip(" \t>") and bool(_NUMBER.fullmatch(was)) and bool(_NUMBER.fullmatch(edit.words))


def _share_a_marker(base: str, one: Edit, other: Edit) -> bool:
    """Say whether a deletion has nothing in common with another edit but the marks of an item or a row."""
    if one.words.strip():
        return False
    low, high = max(one.start, other.start), min(one.end, other.end)
    return low < high and _MARKER.fullmatch(base, low, high) is not None


def _merged(now: str, edits: Sequence[Edit], passage: tuple[int, int]) -> Merged:
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (now[done : edit.start], edit.words)
        done = edit.end
    low, high = _hull([passage, *((edit.start, edit.end) for edit in edits)])
    text = "".join([*parts, now[done:]])
    return Merged(text, low, high + len(text) - len(now), (low, high))


def _hull(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _passage(hunks: Sequence[Hunk], start: int, end: int) -> tuple[int, int]:
    """Where the passage is in the new text, with all of what was rewritten across its edges."""
    across = [hunk for hunk in hunks if hunk.old_start < end and hunk.old_end > start]
    return _hull([_mapped(hunks, start, end), *((hunk.new_start, hunk.new_end) for hunk in across)])


def _mapped(hunks: Sequence[Hunk], start: int, end: int) -> tuple[int, int]:
    """Where `start` to `end` of the old text is in the new one; what was inserted at its edges stays outside."""
    low = _moved(hunks, start, behind=True)
    return low, max(low, _moved(hunks, end, behind=start == end))


def _moved(hunks: Sequence[Hunk], at: int, *, behind: bool) -> int:
    """Where `at` is in the new text: `behind` what was inserted or rewritten around it, or before that."""
    shift = 0
    for hunk in hunks:
        if hunk.old_start < at < hunk.old_end:
            return hunk.new_end if behind else hunk.new_start
        if hunk.old_end > at or (hunk.old_end == at and hunk.old_start == at and not behind):
            break
        shift = hunk.new_end - hunk.old_end
    return at + shift
