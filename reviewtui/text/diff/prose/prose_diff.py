"""Words compared between two strings: hunks with offsets on both sides.

White space, re-wrapping and Markdown's marks are no change of words; the exact comparison shows those too and
rebuilds both sides character by character. The result depends on nothing but the two strings.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import Literal, NamedTuple

from reviewtui.text.diff.prose.boundaries import settled, settled_ahead
from reviewtui.text.diff.prose.cleanup import readable_runs, wordy_runs
from reviewtui.text.diff.prose.stretches import Stretches
from reviewtui.text.diff.prose.unspaced_hunks import in_unspaced_words
from reviewtui.text.diff.prose.word_runs import changed_runs
from reviewtui.text.diff.sequences.alignment import SpanPair
from reviewtui.text.diff.sequences.changed_spans import changed_spans
from reviewtui.text.diff.tuning import BATCH
from reviewtui.text.words.unspaced import has_unspaced
from reviewtui.text.words.words import MARK_ONLY, Numbering

_PIECES = re.compile(r"\s+|\S+")

Op = Literal["replace", "delete", "insert"]


class Hunk(NamedTuple):
    """`old[old_start:old_end]` became `new[new_start:new_end]`, in code points."""

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int


_AS_HUNK = partial(tuple.__new__, Hunk)
"""Makes a hunk of its five fields without a call of Python's."""


class TextDiff(NamedTuple):
    """All hunks between two texts, in reading order, and how many words they delete and insert."""

    hunks: tuple[Hunk, ...]
    words_deleted: int
    words_inserted: int


def diff_texts(
    old: str, new: str, numbering: Numbering | None = None, *, readable: bool = True, exact: bool = False
) -> TextDiff:
    """Compare two texts word by word.

    Between hunks both sides hold the same words; with `exact`, the same characters. `readable` joins hunks that
    only a word or two of agreement by chance would keep apart. A `numbering` that is handed in serves many texts.
    """
    if old == new:
        return TextDiff((), 0, 0)
    if exact:
        return _diff_exactly(old, new)
    numbering = Numbering() if numbering is None else numbering
    hunks: list[Hunk] = []
    deleted = inserted = 0
    for gaps in _batches(changed_spans(old, new, by_heading=readable)):
        old_stretches = Stretches(old, [gap[:2] for gap in gaps])
        new_stretches = Stretches(new, [gap[2:] for gap in gaps])
        more, gone, come = _compared(old_stretches, new_stretches, numbering, readable=readable)
        hunks += more
        deleted += gone
        inserted += come
    hunks, gone, come = _in_unspaced_words(hunks, old, new)
    deleted, inserted = deleted + gone, inserted + come
    return TextDiff(tuple(_settled(hunks, old, new) if readable else hunks), deleted, inserted)


def _in_unspaced_words(hunks: list[Hunk], old: str, new: str) -> tuple[list[Hunk], int, int]:
    """Return the hunks with those in scripts without spaces cut down, and how many words more go and come by that."""
    gone = "" if old.isascii() else "".join([old[i:x] for _, i, x, _, _ in hunks])
    if not has_unspaced(gone) and (new.isascii() or not has_unspaced("".join([new[j:y] for _, _, _, j, y in hunks]))):
        return hunks, 0, 0
    cut: list[Hunk] = []
    deleted = inserted = 0
    for hunk in hunks:
        smaller = in_unspaced_words(old, new, hunk[1:])
        if smaller is None:
            cut.append(hunk)
            continue
        cut += [Hunk(_op(run), *run) for run in smaller[0]]
        deleted += smaller[1]
        inserted += smaller[2]
    return cut, deleted, inserted


def _op(run: SpanPair) -> Op:
    return "insert" if run[0] == run[1] else "delete" if run[2] == run[3] else "replace"


def _batches(gaps: list[SpanPair]) -> Iterator[list[SpanPair]]:
    """Yield the gaps in portions of about equal size."""
    batch: list[SpanPair] = []
    size = 0
    for gap in gaps:
        batch.append(gap)
        size += gap[1] - gap[0] + gap[3] - gap[2]
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _compared(
    old: Stretches, new: Stretches, numbering: Numbering, *, readable: bool
) -> tuple[Iterator[Hunk], int, int]:
    """Return the hunks between stretches of two texts, and how many words they delete and insert."""
    old_numbers, new_numbers = numbering.pair(old.words, new.words)
    marks = MARK_ONLY in old_numbers or MARK_ONLY in new_numbers
    runs: list[SpanPair] = []
    for (i, x), (j, y) in zip(old.ranges, new.ranges, strict=True):
        changed = changed_runs(old_numbers, new_numbers, (i, x, j, y))
        if marks:
            changed = wordy_runs(changed, old_numbers, new_numbers)
        runs += readable_runs(changed, old.words, old_numbers) if readable else changed
    deleted, inserted = sum([x - i for i, x, _, _ in runs]), sum([y - j for _, _, j, y in runs])
    if marks:
        deleted -= sum([old_numbers.count(MARK_ONLY, i, x) for i, x, _, _ in runs])
        inserted -= sum([new_numbers.count(MARK_ONLY, j, y) for _, _, j, y in runs])
    if not runs:
        return iter(()), 0, 0
    firsts, stops, others, ends = zip(*runs, strict=True)
    ops = ["insert" if i == x else "delete" if j == y else "replace" for i, x, j, y in runs]
    places = zip(ops, *old.places(firsts, stops), *new.places(others, ends), strict=True)
    return map(_AS_HUNK, places), deleted, inserted


def _settled(hunks: Sequence[Hunk], old: str, new: str) -> Iterator[Hunk]:
    """Yield the hunks, with insertions and deletions shifted to where a sentence or line begins if they can be."""
    done = there = 0
    for number, hunk in enumerate(hunks):
        if hunk[0] == "replace":
            yield hunk
            done, there = hunk[2], hunk[4]
            continue
        room = hunks[number + 1] if number + 1 < len(hunks) else Hunk("replace", len(old), 0, len(new), 0)
        moved = _shifted(hunk, old, new, (done, there)) or _shifted_ahead(
            hunk, old, new, (room.old_start, room.new_start)
        )
        yield moved or hunk
        done, there = max(hunk.old_end, (moved or hunk).old_end), max(hunk.new_end, (moved or hunk).new_end)


def _shifted(hunk: Hunk, old: str, new: str, done: tuple[int, int]) -> Hunk | None:
    """Return an insertion or deletion that begins further back, behind what is `done` on both sides."""
    op, i, x, j, y = hunk
    shift, end = settled(new, j, y, old, i) if op == "insert" else settled(old, i, x, new, j)
    if not shift or i - shift < done[0] or j - shift < done[1]:
        return None
    i, j = i - shift, j - shift
    return Hunk(op, i, i, j, end) if op == "insert" else Hunk(op, i, end, j, j)


def _shifted_ahead(hunk: Hunk, old: str, new: str, room: tuple[int, int]) -> Hunk | None:
    """Return an insertion or deletion that begins further on, before what differs next."""
    op, i, x, j, y = hunk
    shift, end, at = settled_ahead(old, i, x, new, j) if op == "delete" else settled_ahead(new, j, y, old, i)
    if not shift:
        return None
    moved = Hunk(op, i + shift, end, at, at) if op == "delete" else Hunk(op, at, at, j + shift, end)
    return moved if moved.old_end <= room[0] and moved.new_end <= room[1] else None


def _diff_exactly(old: str, new: str) -> TextDiff:
    old_pieces, new_pieces = _PIECES.findall(old), _PIECES.findall(new)
    numbering = Numbering(exact=True)
    old_ends, new_ends = (list(accumulate(map(len, pieces), initial=0)) for pieces in (old_pieces, new_pieces))
    hunks: list[Hunk] = []
    deleted = inserted = 0
    for i, x, j, y in changed_runs(*numbering.pair(old_pieces, new_pieces), (0, len(old_pieces), 0, len(new_pieces))):
        op: Op = "insert" if i == x else "delete" if j == y else "replace"
        hunks.append(Hunk(op, old_ends[i], old_ends[x], new_ends[j], new_ends[y]))
        deleted += sum(not piece.isspace() for piece in old_pieces[i:x])
        inserted += sum(not piece.isspace() for piece in new_pieces[j:y])
    return TextDiff(tuple(hunks), deleted, inserted)
