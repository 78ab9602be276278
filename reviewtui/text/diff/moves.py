"""Moved passages: sentences that left one place and stand, alike, at another, in whatever file.

Only sentences that the word diff calls mostly gone and mostly new are compared, so an unchanged policy costs nothing.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from reviewtui.text.diff.tuning import LEAST_ALIKE, LEAST_TERMS, MOSTLY
from reviewtui.text.markdown.document import parted_text
from reviewtui.text.words.sentences import sentences_from
from reviewtui.text.words.terms import term_keys, terms_of
from reviewtui.text.words.words import Numbering

Spans = Sequence[tuple[int, int]]
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"[\s>#]*\d{1,9}(?:\.\d+)*[.)]?(?=\s)")
"""The number of an item or a clause: which one it is, and no word of it."""


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
class UnmatchedSentence:
    """A sentence or a table row without a partner in the word diff; `whole` says that it fills its line."""

    path: str
    start: int
    end: int
    keys: tuple[str, ...]
    whole: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it says too little to be known anywhere but as a whole line."""
        return len(self.keys) < LEAST_TERMS


def unmatched_sentences(path: str, text: str, changed: Spans) -> list[UnmatchedSentence]:
    """Return the sentences and table rows of `text` that lie mostly inside the changed spans.

    A short one counts where it fills its line: an item, a heading, a row.
    """
    loose: list[UnmatchedSentence] = []
    if not changed:
        return loose
    starts = [start for start, _ in changed]
    for row in _rows(text, _near(text, changed)):
        whole = row[0][0], row[-1][1]
        if len(row) > 1 and _covered(whole, changed, starts) >= MOSTLY * (whole[1] - whole[0]):
            row = [whole]  # noqa: PLW2901  # the row as one passage
        for start, end in row:
            if _covered((start, end), changed, starts) >= MOSTLY * (end - start):
                keys = term_keys(text, start, end)
                sentence = UnmatchedSentence(path, start, end, keys, _fills_line(text, start, end))
                if keys and (sentence.whole or not sentence.is_short):
                    loose.append(sentence)
    return loose


def _near(text: str, changed: Spans) -> Spans:
    """Return the sentences in the lines that the changed spans touch."""
    near: list[tuple[int, int]] = []
    parted_text(text).expect([start for start, _ in changed])
    for start, end in changed:
        line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        behind = max(line, near[-1][1]) if near else line
        last = stop if stop >= 0 else len(text)
        near += sentences_from(text, behind, last)
    return near


def _rows(text: str, spans: Spans) -> Iterator[list[tuple[int, int]]]:
    """Yield the sentences one by one, and the cells of a table row together."""
    line_end = -1
    row: list[tuple[int, int]] = []
    for start, end in spans:
        if row and end <= line_end:
            row.append((start, end))
            continue
        if row:
            yield row
        row, line_end = [(start, end)], -1
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].lstrip().startswith("|"):
            line_end = text.find("\n", start)
            line_end = line_end if line_end >= 0 else len(text)
    if row:
        yield row


def _covered(span: tuple[int, int], changed: Spans, starts: list[int]) -> int:
    """Return how many characters of a span lie inside the changed ones."""
    covered = 0
    index = max(0, bisect_left(starts, span[0]) - 1)
    while index < len(changed) and changed[index][0] < span[1]:
        covered += max(0, min(span[1], changed[index][1]) - max(span[0], changed[index][0]))
        index += 1
    return covered


def _fills_line(text: str, start: int, end: int) -> bool:
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    number = _NUMBER.match(text, line, start)
    return not _WORD.search(text, number.end() if number else line, start) and not _WORD.search(
        text, end, stop if stop >= 0 else len(text)
    )


def find_moves(gone: Sequence[UnmatchedSentence], come: Sequence[UnmatchedSentence]) -> list[Move]:
    """Pair sentences that left with sentences that came: equal ones first, then the most alike.

    A short one is paired with its equal only where there is one of it on each side.
    """
    taken: set[int] = set()
    moves: list[Move] = []
    by_keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(come):
        by_keys[sentence.keys].append(index)
    left = Counter(sentence.keys for sentence in gone)
    rest: list[UnmatchedSentence] = []
    for sentence in gone:
        there = by_keys.get(sentence.keys)
        if sentence.is_short and (left[sentence.keys] != 1 or not there or len(there) != 1):
            continue
        if there:
            index = there.pop(0)
            taken.add(index)
            moves.append(_move(sentence, come[index]))
        else:
            rest.append(sentence)
    scored = sorted(_scores(rest, come, taken), key=lambda row: (-row[0], row[1], row[2]))
    used: set[int] = set()
    for _, i, j in scored:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            moves.append(_move(rest[i], come[j]))
    return sorted(moves, key=lambda move: (move.new_path, move.new_start))


def find_moved_phrases(
    path: tuple[str, str], texts: tuple[str, str], hunks: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> list[Move]:
    """Return the clauses that left one changed place of a file and stand, word for word, at another one.

    A clause has four words or more, and is most of what left or of what came. Hunks too short for one are handed in
    as empty.
    """
    olds = [term_keys(texts[0], *gone) if gone[0] < gone[1] else () for gone, _ in hunks]
    news = [term_keys(texts[1], *come) if come[0] < come[1] else () for _, come in hunks]
    where: dict[tuple[str, ...], tuple[int, int] | None] = {}
    for number, keys in enumerate(news):
        for at in range(len(keys) - LEAST_TERMS + 1):
            gram = keys[at : at + LEAST_TERMS]
            where[gram] = None if gram in where else (number, at)
    terms_at = cache(lambda side, number: terms_of(texts[side], *hunks[number][side]))
    moves: list[Move] = []
    for number, keys in enumerate(olds):
        at = 0
        while at <= len(keys) - LEAST_TERMS:
            there = where.get(keys[at : at + LEAST_TERMS])
            if there is None or there[0] == number:
                at += 1
                continue
            other, low = news[there[0]], there[1]
            size = LEAST_TERMS
            while at + size < len(keys) and low + size < len(other) and keys[at + size] == other[low + size]:
                size += 1
            if size >= MOSTLY * min(len(keys), len(other)):
                old = terms_at(0, number)[at : at + size]
                new = terms_at(1, there[0])[low : low + size]
                moves.append(Move(path[0], old[0].start, old[-1].end, path[1], new[0].start, new[-1].end))
            at += size
    return moves


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


def _scores(
    gone: Sequence[UnmatchedSentence], come: Sequence[UnmatchedSentence], taken: set[int]
) -> list[tuple[float, int, int]]:
    holders: Mapping[str, list[int]] = _holders(come, taken)
    rows: list[tuple[float, int, int]] = []
    numbering = Numbering(exact=True)
    numbers: dict[int, str] = {}
    for i, sentence in enumerate(gone):
        if sentence.is_short:
            continue
        votes: dict[int, int] = defaultdict(int)
        for key in sorted(set(sentence.keys), key=lambda key: (len(holders.get(key, ())), key))[:8]:
            for j in holders.get(key, ())[:60]:
                votes[j] += 1
        own = numbering.string(list(sentence.keys)) if votes else ""
        for j in sorted(votes, key=lambda j: (-votes[j], j))[:4]:
            if j not in numbers:
                numbers[j] = numbering.string(list(come[j].keys))
            alike = fuzz.ratio(own, numbers[j])
            if alike >= LEAST_ALIKE:
                rows.append((alike, i, j))
    return rows


def _holders(come: Sequence[UnmatchedSentence], taken: set[int]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(come):
        if index not in taken and not sentence.is_short:
            for key in dict.fromkeys(sentence.keys):
                holders[key].append(index)
    return dict(holders)


def _move(old: UnmatchedSentence, new: UnmatchedSentence) -> Move:
    return Move(old.path, old.start, old.end, new.path, new.start, new.end)
