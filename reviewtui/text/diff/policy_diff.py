"""Whole policies compared: files paired by content, words compared, moved passages recognised, changes classed."""

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from reviewtui.text.diff.moves import Move, UnmatchedSentence, find_moves, join_moves
from reviewtui.text.diff.pairing import PathPair, pair_files
from reviewtui.text.diff.prose.prose_diff import Op
from reviewtui.text.diff.text_comparison import COMPARISONS, TextComparison
from reviewtui.text.diff.tuning import KEPT_CHARACTERS
from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.span import Span
from reviewtui.text.words.words import UNMARKED, Numbering


@dataclass(frozen=True, slots=True)
class ClassedChange:
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
    alarm: bool = False
    """Something known to matter changed; without it a substantive change is in doubt only."""
    stays: bool = False
    """Both versions have the words, and they say something else there, or nothing."""

    @property
    def in_doubt(self) -> bool:
        """Whether nothing shows that it is editorial, and nothing that it matters."""
        return self.change_class == "substantive" and not self.alarm


@dataclass(frozen=True, slots=True)
class FileDiff:
    """The changes of one file; a side without a path has no such file."""

    old_path: str | None
    new_path: str | None
    changes: tuple[ClassedChange, ...]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words differ between two versions; moved words count as moved, not as deleted and inserted."""

    words_deleted: int
    words_inserted: int
    words_moved: int

    @property
    def words_changed(self) -> int:
        """All of them: the one number that is told where there is room for one."""
        return self.words_deleted + self.words_inserted + self.words_moved


@dataclass(frozen=True, slots=True)
class PolicyDiff(WordCounts):
    """The changes between two versions, and how many words they change."""

    files: tuple[FileDiff, ...]


def diff_policies(old: Mapping[str, str], new: Mapping[str, str], language: str = BRITISH_ENGLISH) -> PolicyDiff:
    """Compare two versions, given as path to text; unchanged files are listed without changes.

    `language` is that of the policy, by which changes are classed where a passage shows no language of its own.
    The last few comparisons are kept, since screens, sign-offs and classes ask for the same ones again.
    """
    if sum(map(len, old.values())) + sum(map(len, new.values())) > KEPT_CHARACTERS:
        return compare_policies(old, new, language)
    return _kept(tuple(old.items()), tuple(new.items()), language)


@lru_cache(maxsize=16)
def _kept(old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...], language: str) -> PolicyDiff:
    return compare_policies(dict(old), dict(new), language)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector: what is made here are values that never change, so it would look and find nothing.

    It takes a tenth of a comparison, and a third of loading 10,000 remarks. Whoever let it rest first wakes it, and it
    does not go through what was made meanwhile: that counts as old, unless somebody has set objects aside for good.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@collector_paused()
def compare_policies(old: Mapping[str, str], new: Mapping[str, str], language: str = BRITISH_ENGLISH) -> PolicyDiff:
    """Compare two versions anew."""
    compared = _compared(old, new)
    moves = _moves(old, new, compared)
    files = tuple(
        _file_diff(old, new, pair, comparison, moves, language=language) for pair, comparison in compared.items()
    )
    counts = _counts(old, new, compared, moves)
    return PolicyDiff(counts.words_deleted, counts.words_inserted, counts.words_moved, files)


def count_words(old: Mapping[str, str], new: Mapping[str, str]) -> WordCounts:
    """Return how many words differ between two versions, as `diff_policies` tells it, without classing a change."""
    compared = _compared(old, new)
    return _counts(old, new, compared, _moves(old, new, compared))


def _compared(old: Mapping[str, str], new: Mapping[str, str]) -> dict[PathPair, TextComparison]:
    numbering = Numbering()
    texts = {pair: (old[pair[0]] if pair[0] else "", new[pair[1]] if pair[1] else "") for pair in pair_files(old, new)}
    return {pair: COMPARISONS.of(*both, numbering) for pair, both in texts.items()}


def _counts(
    old: Mapping[str, str], new: Mapping[str, str], compared: Mapping[PathPair, TextComparison], moves: Sequence[Move]
) -> WordCounts:
    moved = sum(len(new[move.new_path][move.new_start : move.new_end].split()) for move in moves)
    left = sum(len(old[move.old_path][move.old_start : move.old_end].split()) for move in moves)
    deleted = sum(comparison.diff.words_deleted for comparison in compared.values())
    inserted = sum(comparison.diff.words_inserted for comparison in compared.values())
    return WordCounts(max(0, deleted - left), max(0, inserted - moved), moved)


def _moves(old: Mapping[str, str], new: Mapping[str, str], compared: Mapping[PathPair, TextComparison]) -> list[Move]:
    gone: list[UnmatchedSentence] = []
    come: list[UnmatchedSentence] = []
    for (before, after), comparison in compared.items():
        if before is not None:
            gone += [replace(sentence, path=before) for sentence in comparison.gone]
        if after is not None:
            come += [replace(sentence, path=after) for sentence in comparison.come]
    partner = {before: (after, comparison.hunks) for (before, after), comparison in compared.items() if before}
    places = {before: [left for left, _ in hunks] for before, (_, hunks) in partner.items()}

    def in_place(move: Move) -> bool:
        after, hunks = partner[move.old_path]
        if move.new_path != after:
            return False
        near = _touched(places[move.old_path], (move.old_start, move.old_end))
        return any(_share(arrived, move) for _, arrived in hunks[near])

    moves = join_moves([move for move in find_moves(gone, come) if not in_place(move)], old, new)
    return sorted([*moves, *_phrase_moves(compared, moves)], key=lambda move: (move.new_path, move.new_start))


def _phrase_moves(compared: Mapping[PathPair, TextComparison], moves: Sequence[Move]) -> Iterator[Move]:
    """Yield the moved clauses of each file that share no character with a moved sentence."""
    for (before, after), comparison in compared.items():
        if before is None or after is None or len(comparison.hunks) < 2:
            continue
        left = sorted((move.old_start, move.old_end) for move in moves if move.old_path == before)
        arrived = sorted((move.new_start, move.new_end) for move in moves if move.new_path == after)
        for move in comparison.moved_phrases:
            here = left[_touched(left, (move.old_start, move.old_end))]
            if not here and not arrived[_touched(arrived, (move.new_start, move.new_end))]:
                yield replace(move, old_path=before, new_path=after)


def _share(span: Span, move: Move) -> bool:
    return span[0] < move.new_end and move.new_start < span[1]


def _touched(spans: Sequence[Span], span: Span) -> slice:
    """Return which of `spans`, disjoint and in order, share a character with `span`."""
    first = bisect_right(spans, span[0], key=itemgetter(1))
    return slice(first, bisect_left(spans, span[1], key=itemgetter(0)))


def _file_diff(
    old: Mapping[str, str],
    new: Mapping[str, str],
    pair: PathPair,
    comparison: TextComparison,
    moves: list[Move],
    *,
    language: str,
) -> FileDiff:
    before, after = pair
    out = [move for move in moves if move.old_path == before]
    into = [move for move in moves if move.new_path == after]
    left = sorted((move.old_start, move.old_end) for move in out)
    arrived = sorted((move.new_start, move.new_end) for move in into)
    changes: list[ClassedChange] = []
    for hunk in comparison.hunks:
        changes += _rest(comparison, hunk, left, arrived, language)
    for move in into:
        changes.append(
            _moved(move, old, new, None if move.old_path == before else move.old_path, "from", language=language)
        )
    changes += [
        _moved(move, old, new, move.new_path, "to", language=language) for move in out if move.new_path != after
    ]
    for kept in comparison.kept_words_changed:
        changes.append(
            ClassedChange("replace", "substantive", kept.reason, *kept.old, *kept.new, alarm=kept.alarm, stays=True)
        )
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
    *,
    language: str,
) -> ClassedChange:
    old_passage = old[move.old_path][move.old_start : move.old_end]
    new_passage = new[move.new_path][move.new_start : move.new_end]
    span = (move.old_start, move.old_end, move.new_start, move.new_end)
    comparison = COMPARISONS.of(old[move.old_path], new[move.new_path])
    classed = comparison.class_of_move(span[:2], span[2:], language)
    return ClassedChange(
        "move",
        classed.change_class,
        "moved" if classed.change_class == "editorial" and old_passage == new_passage else f"moved; {classed.reason}",
        *span,
        other,
        direction if other else "within",
        classed.alarm,
    )


def _rest(
    comparison: TextComparison, hunk: tuple[Span, Span], left: Sequence[Span], arrived: Sequence[Span], language: str
) -> list[ClassedChange]:
    """Return what of a hunk is left when moved passages are taken out of it."""
    olds, news = _without(hunk[0], left, comparison.old), _without(hunk[1], arrived, comparison.new)
    changes: list[ClassedChange] = []
    for index in range(max(len(olds), len(news))):
        a = olds[index] if index < len(olds) else (hunk[0][1], hunk[0][1])
        b = news[index] if index < len(news) else (hunk[1][1], hunk[1][1])
        op: Op = "insert" if a[0] == a[1] else "delete" if b[0] == b[1] else "replace"
        classed = comparison.class_of(a, b, language)
        changes.append(ClassedChange(op, classed.change_class, classed.reason, *a, *b, alarm=classed.alarm))
    return changes


def _without(span: Span, taken: Sequence[Span], text: str) -> list[Span]:
    """Return what of a span no move took; of the rest only what holds words, since a bullet left over is nothing."""
    start, end = span
    cuts = taken[_touched(taken, span)]
    if not cuts:
        return [span] if start < end else []
    left: list[Span] = []
    for low, high in cuts:
        left += _worded(text, start, low)
        start = max(start, high)
    return [*left, *_worded(text, start, end)]


def _worded(text: str, start: int, end: int) -> list[Span]:
    """Return the span without white space and marks at its edges, nothing when no more is in it."""
    words = [match.span() for match in UNMARKED.finditer(text, start, max(start, end))]
    return [(words[0][0], words[-1][1])] if words else []
