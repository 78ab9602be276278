"""Moved passages: sentences that left one place and stand, alike, at another, in whatever file.

Only sentences that the word diff calls mostly gone and mostly new are compared, so an unchanged policy costs nothing.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.terms import terms_of

Spans = Sequence[tuple[int, int]]
_WORD = re.compile(r"\w")
_LEAST_TERMS = 4
_LEAST_ALIKE = 60.0
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Move:
    """A passage that moved: where it stood and where it stands, in code points of their files."""

    old_path: str
    old_start: int
    old_end: int
    new_path: str
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A sentence without a partner in the word diff."""

    path: str
    start: int
    end: int
    keys: tuple[str, ...]


def loose_sentences(path: str, text: str, changed: Spans) -> list[Loose]:
    """Return the sentences of `text` that lie mostly inside the changed spans."""
    found: list[Loose] = []
    if not changed:
        return found
    starts = [start for start, _ in changed]
    for start, end in sentence_spans(text):
        index = max(0, bisect_left(starts, start) - 1)
        covered = 0
        while index < len(changed) and changed[index][0] < end:
            covered += max(0, min(end, changed[index][1]) - max(start, changed[index][0]))
            index += 1
        if covered >= _MOSTLY * (end - start):
            keys = tuple(term.key for term in terms_of(text, start, end))
            if len(keys) >= _LEAST_TERMS:
                found.append(Loose(path, start, end, keys))
    return found


def find_moves(gone: Sequence[Loose], come: Sequence[Loose]) -> list[Move]:
    """Pair sentences that left with sentences that came: equal ones first, then the most alike."""
    taken: set[int] = set()
    moves: list[Move] = []
    by_keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(come):
        by_keys[one.keys].append(index)
    rest: list[Loose] = []
    for one in gone:
        there = by_keys.get(one.keys)
        if there:
            index = there.pop(0)
            taken.add(index)
            moves.append(_move(one, come[index]))
        else:
            rest.append(one)
    scored = sorted(_scores(rest, come, taken), key=lambda row: (-row[0], row[1], row[2]))
    used: set[int] = set()
    for _, i, j in scored:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            moves.append(_move(rest[i], come[j]))
    return sorted(moves, key=lambda move: (move.new_path, move.new_start))


def join_moves(moves: Sequence[Move], old: Mapping[str, str], new: Mapping[str, str]) -> list[Move]:
    """Join moved sentences that followed each other and still do: they moved as one passage."""
    joined: list[Move] = []
    for move in moves:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (last.old_path, last.new_path) == (move.old_path, move.new_path)
            and last.old_end <= move.old_start
            and not _WORD.search(old[move.old_path], last.old_end, move.old_start)
            and not _WORD.search(new[move.new_path], last.new_end, move.new_start)
        ):
            joined[-1] = replace(last, old_end=move.old_end, new_end=move.new_end)
        else:
            joined.append(move)
    return joined


def _scores(gone: Sequence[Loose], come: Sequence[Loose], taken: set[int]) -> list[tuple[float, int, int]]:
    holders: Mapping[str, list[int]] = _holders(come, taken)
    rows: list[tuple[float, int, int]] = []
    for i, one in enumerate(gone):
        votes: dict[int, int] = defaultdict(int)
        for key in sorted(set(one.keys), key=lambda key: (len(holders.get(key, ())), key))[:8]:
            for j in holders.get(key, ())[:60]:
                votes[j] += 1
        for j in sorted(votes, key=lambda j: (-votes[j], j))[:4]:
            alike = fuzz.ratio(list(one.keys), list(come[j].keys))
            if alike >= _LEAST_ALIKE:
                rows.append((alike, i, j))
    return rows


def _holders(come: Sequence[Loose], taken: set[int]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(come):
        if index not in taken:
            for key in dict.fromkeys(one.keys):
                holders[key].append(index)
    return dict(holders)


def _move(old: Loose, new: Loose) -> Move:
    return Move(old.path, old.start, old.end, new.path, new.start, new.end)
