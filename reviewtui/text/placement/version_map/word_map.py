"""Where every word of the old version is in the new one: the word diff of each file pair, and what moved.

Runs of words that the word diff leaves over on both sides are matched by the runs of three words that they share, over
all files, so a moved passage is followed wherever it went, also when it was edited on the way.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reviewtui.text.diff.sequences.alignment import MatchingBlock, align
from reviewtui.text.placement.tuning import HOLE, MOVED_WORDS, SPLINTER
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.words.words import Numbering, WordTable


class MappedRun(NamedTuple):
    """The old words from `old` on are the new words from `new` on, `size` words, in the file `path`."""

    old: int
    new: int
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class UnmappedWords:
    """A run of words without a partner: its file, its first word, and the words' numbers."""

    path: str
    first: int
    numbers: str


class WordMap:
    """The word map between two whole versions, made file by file when first asked for."""

    def __init__(self, versions: VersionPair) -> None:
        self._versions = versions
        self._solid: dict[str, list[MatchingBlock]] = {}
        self._pieces: dict[str, tuple[list[int], list[MappedRun]]] = {}

    def mapped_runs(self, path: str, first: int, stop: int) -> list[MappedRun]:
        """Return what of the old words `first` to `stop` of the file `path` is where, in old order."""
        known = self._pieces.get(path)
        if known is None:
            known = self._pieces[path] = self._all_pieces(path)
        starts, pieces = known
        index = bisect_right(starts, first) - 1
        mapped: list[MappedRun] = []
        if index >= 0:
            piece = pieces[index]
            i, j, n, there = piece
            if i + n > first:
                if i == first and i + n <= stop:
                    mapped.append(piece)
                else:
                    mapped.append(MappedRun(first, j + first - i, min(i + n, stop) - first, there))
        for piece in pieces[index + 1 : bisect_left(starts, stop)]:
            over = piece.old + piece.size - stop
            mapped.append(MappedRun(piece.old, piece.new, piece.size - over, piece.path) if over > 0 else piece)
        return mapped

    def _all_pieces(self, path: str) -> tuple[list[int], list[MappedRun]]:
        partner = self._versions.partner.get(path)
        pieces: list[MappedRun] = []
        if partner is not None:
            pieces = [MappedRun(i, j, n, partner) for i, j, n in self._blocks(path)]
        if self._moved.get(path):
            pieces = sorted([*pieces, *self._moved[path]])
        return [piece.old for piece in pieces], pieces

    def _blocks(self, path: str) -> list[MatchingBlock]:
        blocks = self._solid.get(path)
        if blocks is None:
            projection = self._versions.projection(path)
            blocks = _without_splinters(projection.blocks) if projection else []
            self._solid[path] = blocks
        return blocks

    @cached_property
    def _moved(self) -> dict[str, list[MappedRun]]:
        """The pieces that went elsewhere, by old file."""
        numbering = self._versions.numbering
        try:
            gone = [hole for path in self._versions.old.texts for hole in self._old_holes(path, numbering)]
            come = self._new_holes(numbering) if gone else []
        except OverflowError:
            # More different words than there are numbers: sentences are still searched for, one by one.
            return {}
        return _match(gone, come)

    def _old_holes(self, path: str, numbering: Numbering) -> list[UnmappedWords]:
        table = self._versions.old_table(path)
        partner = self._versions.partner.get(path)
        if partner is not None and self._versions.new.texts[partner] == table.text:
            return []
        ends = [(i, i + n) for i, _, n in self._blocks(path)]
        return _holes(path, table, ends, numbering)

    def _new_holes(self, numbering: Numbering) -> list[UnmappedWords]:
        holes: list[UnmappedWords] = []
        for path in self._versions.open_files.texts:
            origin = self._versions.origin.get(path)
            ends = [(j, j + n) for _, j, n in self._blocks(origin)] if origin is not None else []
            holes += _holes(path, self._versions.new_table(path), ends, numbering)
        return holes


def _without_splinters(blocks: list[MatchingBlock]) -> list[MatchingBlock]:
    """Drop runs of a few words that stand alone between longer changes on both sides: agreement by chance."""
    kept: list[MatchingBlock] = []
    i = j = 0
    last = len(blocks) - 1
    for index, (x, y, n) in enumerate(blocks):
        if n <= SPLINTER and index < last:
            before = max(x - i, y - j)
            after = max(blocks[index + 1][0] - x - n, blocks[index + 1][1] - y - n)
            if before > 2 * n and after > 2 * n:
                continue
        kept.append((x, y, n))
        i, j = x + n, y + n
    return kept


def _holes(path: str, table: WordTable, kept: list[tuple[int, int]], numbering: Numbering) -> list[UnmappedWords]:
    words = table.words
    holes: list[UnmappedWords] = []
    at = 0
    for start, end in [*kept, (len(words), len(words))]:
        if start - at >= HOLE:
            holes.append(UnmappedWords(path, at, numbering.string(words[at:start])))
        at = end
    return holes


def _match(gone: list[UnmappedWords], come: list[UnmappedWords]) -> dict[str, list[MappedRun]]:
    grams: dict[str, int | None] = {}
    for number, hole in enumerate(come):
        text = hole.numbers
        for k in range(len(text) - MOVED_WORDS + 1):
            gram = text[k : k + MOVED_WORDS]
            known = grams.setdefault(gram, number)
            if known != number:
                grams[gram] = None
    claims: list[_Claim] = []
    for hole in gone:
        text = hole.numbers
        hits = [(k, grams.get(text[k : k + MOVED_WORDS])) for k in range(len(text) - MOVED_WORDS + 1)]
        votes = Counter(number for _, number in hits if number is not None)
        for number, _ in votes.most_common(6):
            places = [k for k, there in hits if there == number]
            pieces = _pieces_of(hole, come[number], places[0], places[-1] + MOVED_WORDS)
            strength = sum(piece.size for piece in pieces)
            claims += [_Claim(strength, piece.size, hole.path, piece) for piece in pieces]
    return {path: sorted(pieces) for path, pieces in _settled(claims).items()}


def _pieces_of(hole: UnmappedWords, there: UnmappedWords, low: int, high: int) -> list[MappedRun]:
    blocks = _without_splinters(align(hole.numbers[low:high], there.numbers))
    return [MappedRun(hole.first + low + i, there.first + j, n, there.path) for i, j, n in blocks]


class _Claim(NamedTuple):
    """A piece that the old file `path` lays claim to, and how many words the whole passage has there."""

    strength: int
    size: int
    path: str
    piece: MappedRun


def _settled(claims: list[_Claim]) -> dict[str, list[MappedRun]]:
    """Return the pieces of those claims that hold: a word went to one place, and came from one.

    Of two passages that say the same, the one that has more words there is the one that moved; the other one is gone.
    """
    moved: dict[str, list[MappedRun]] = defaultdict(list)
    left: dict[str, set[int]] = defaultdict(set)
    taken: dict[str, set[int]] = defaultdict(set)
    for claim in sorted(claims, key=lambda row: (-row.strength, -row.size, row.path, row.piece)):
        piece = claim.piece
        old = range(piece.old, piece.old + piece.size)
        new = range(piece.new, piece.new + piece.size)
        if left[claim.path].isdisjoint(old) and taken[piece.path].isdisjoint(new):
            left[claim.path].update(old)
            taken[piece.path].update(new)
            moved[claim.path].append(piece)
    return moved
