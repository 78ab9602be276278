"""Whole policies compared: files paired by content, words compared, moved passages recognised, changes classed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from reviewtui.text.meaning import ChangeClass, change_class
from reviewtui.text.moves import Loose, Move, find_moves, join_moves, loose_sentences
from reviewtui.text.pairing import pair_files
from reviewtui.text.prose_diff import Hunk, TextDiff, diff_texts
from reviewtui.text.words import Numbering, is_mark

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one file; offsets are code points of the old and the new file.

    A move between files stands in both: `direction` "to" where the passage left (its new offsets count in
    `other_path`), "from" where it arrived (its old offsets count in `other_path`).
    """

    op: Literal["replace", "delete", "insert", "move"]
    change_class: ChangeClass
    reason: str
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    other_path: str | None = None
    direction: Literal["within", "to", "from"] = "within"


@dataclass(frozen=True, slots=True)
class FileDiff:
    """The changes of one file; a side without a path has no such file."""

    old_path: str | None
    new_path: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PolicyDiff:
    """The changes between two versions; moved words count as moved, not as deleted and inserted."""

    files: tuple[FileDiff, ...]
    words_deleted: int
    words_inserted: int
    words_moved: int


def diff_policies(old: Mapping[str, str], new: Mapping[str, str]) -> PolicyDiff:
    """Compare two versions, given as path to text; unchanged files are listed without changes."""
    pairs = pair_files(old, new)
    numbering = Numbering()
    diffs = {pair: _diff(old, new, pair, numbering) for pair in pairs}
    moves = _moves(old, new, diffs)
    files = tuple(_file_diff(old, new, pair, diff, moves) for pair, diff in diffs.items())
    moved = sum(len(new[move.new_path][move.new_start : move.new_end].split()) for move in moves)
    left = sum(len(old[move.old_path][move.old_start : move.old_end].split()) for move in moves)
    deleted = sum(diff.words_deleted for diff in diffs.values())
    inserted = sum(diff.words_inserted for diff in diffs.values())
    return PolicyDiff(files, max(0, deleted - left), max(0, inserted - moved), moved)


_Pair = tuple[str | None, str | None]


def _diff(old: Mapping[str, str], new: Mapping[str, str], pair: _Pair, numbering: Numbering) -> TextDiff:
    before, after = pair
    return diff_texts(old[before] if before else "", new[after] if after else "", numbering)


def _moves(old: Mapping[str, str], new: Mapping[str, str], diffs: Mapping[_Pair, TextDiff]) -> list[Move]:
    gone: list[Loose] = []
    come: list[Loose] = []
    for (before, after), diff in diffs.items():
        if before is not None:
            gone += loose_sentences(before, old[before], [(hunk.old_start, hunk.old_end) for hunk in diff.hunks])
        if after is not None:
            come += loose_sentences(after, new[after], [(hunk.new_start, hunk.new_end) for hunk in diff.hunks])
    if not gone or not come:
        return []
    hunks = {before: diff.hunks for (before, after), diff in diffs.items() if before is not None and after is not None}
    partner = {before: after for before, after in diffs if before is not None}
    found = find_moves(gone, come)
    return join_moves([move for move in found if not _in_place(move, partner[move.old_path], hunks)], old, new)


def _in_place(move: Move, partner: str | None, hunks: Mapping[str, tuple[Hunk, ...]]) -> bool:
    """Say whether a passage is still where it was: both its places lie in one hunk."""
    if move.new_path != partner:
        return False
    return any(
        hunk.old_start < move.old_end
        and move.old_start < hunk.old_end
        and hunk.new_start < move.new_end
        and move.new_start < hunk.new_end
        for hunk in hunks[move.old_path]
    )


def _file_diff(
    old: Mapping[str, str], new: Mapping[str, str], pair: _Pair, diff: TextDiff, moves: list[Move]
) -> FileDiff:
    before, after = pair
    out = [move for move in moves if move.old_path == before]
    into = [move for move in moves if move.new_path == after]
    one, two = (old[before] if before else ""), (new[after] if after else "")
    changes: list[Change] = []
    for hunk in diff.hunks:
        changes += _rest(hunk, out, into, one, two)
    for move in into:
        changes.append(_moved(move, old, new, None if move.old_path == before else move.old_path, "from"))
    changes += [_moved(move, old, new, move.new_path, "to") for move in out if move.new_path != after]
    changes.sort(
        key=lambda change: (change.new_start, change.old_start) if change.direction != "to" else (change.old_start, 0)
    )
    return FileDiff(before, after, tuple(changes))


def _moved(
    move: Move,
    old: Mapping[str, str],
    new: Mapping[str, str],
    other: str | None,
    direction: Literal["to", "from"],
) -> Change:
    one = old[move.old_path][move.old_start : move.old_end]
    two = new[move.new_path][move.new_start : move.new_end]
    kind, reason = change_class(one, two)
    span = (move.old_start, move.old_end, move.new_start, move.new_end)
    return Change(
        "move",
        kind,
        f"moved; {reason}" if one != two else "moved",
        *span,
        other,
        direction if other else "within",
    )


def _rest(hunk: Hunk, out: Iterable[Move], into: Iterable[Move], old: str, new: str) -> list[Change]:
    """Return what of a hunk is left when moved passages are taken out of it."""
    olds = _without((hunk.old_start, hunk.old_end), [(move.old_start, move.old_end) for move in out])
    news = _without((hunk.new_start, hunk.new_end), [(move.new_start, move.new_end) for move in into])
    olds, news = _worded(old, olds), _worded(new, news)
    changes: list[Change] = []
    for index in range(max(len(olds), len(news))):
        a = olds[index] if index < len(olds) else (hunk.old_end, hunk.old_end)
        b = news[index] if index < len(news) else (hunk.new_end, hunk.new_end)
        op: Literal["replace", "delete", "insert"] = "replace"
        if a[0] == a[1]:
            op = "insert"
        elif b[0] == b[1]:
            op = "delete"
        kind, reason = change_class(old[slice(*a)], new[slice(*b)])
        changes.append(Change(op, kind, reason, *a, *b))
    return changes


def _worded(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what of `spans` holds words, without the marks at their edges: a bullet left over by a move is nothing."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        words = [match.span() for match in _WORD.finditer(text, start, end) if not is_mark(match[0])]
        if words:
            found.append((words[0][0], words[-1][1]))
    return found


def _without(span: tuple[int, int], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    start, end = span
    left: list[tuple[int, int]] = []
    for low, high in sorted(taken):
        if high <= start or low >= end:
            continue
        if low > start:
            left.append((start, low))
        start = max(start, high)
    if start < end:
        left.append((start, end))
    return left
