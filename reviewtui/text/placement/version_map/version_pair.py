"""Two versions side by side: their files paired, their word maps, and which sentence stands for which.

Everything is made when first asked for and kept, so one pair of versions serves any number of quotes. In a pair of
texts equal lines come first, then the sentences between them, then the words of paired sentences. Lines that stand once
on each side hold, however short their run: for a passage it matters more that its surroundings stay together than that
the fewest words change, which is what `prose_diff` is for.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate

from reviewtui.text.diff.pairing import shingles
from reviewtui.text.diff.sequences.alignment import MatchingBlock, SpanPair, join_blocks
from reviewtui.text.diff.sequences.changed_spans import EqualLines, equal_runs
from reviewtui.text.placement.tuning import COPY, FEW_FILES, MUCH_KEPT, STANDS
from reviewtui.text.placement.version_map.numbered_sentence import Side
from reviewtui.text.placement.version_map.sentence_pairs import Weights, matching_sentence_words
from reviewtui.text.words.units import Corpus, Unit
from reviewtui.text.words.words import Numbering, WordTable

Starts = Callable[[], tuple[Sequence[int], Sequence[int]]]
"""At which word each sentence of a text begins, and how; asked for only when it changed."""


class Projection:
    """The word map between two texts, made when first used."""

    def __init__(self, old: WordTable, new: WordTable, numbering: Numbering, starts: tuple[Starts, Starts]) -> None:
        self.old = old
        self.new = new
        self._numbering = numbering
        self._sentences = starts

    @cached_property
    def blocks(self) -> list[MatchingBlock]:
        """The runs of words that stay the same."""
        if self.old.text == self.new.text:
            count = len(self.old.words)
            return [(0, 0, count)] if count else []
        return join_blocks(list(self._matched()))

    def _matched(self) -> Iterator[MatchingBlock]:
        old_numbers, new_numbers = self._numbering.pair(self.old.words, self.new.words)
        sides = [
            Side(table.words, numbers, *starts())
            for numbers, table, starts in zip(
                (old_numbers, new_numbers), (self.old, self.new), self._sentences, strict=True
            )
        ]
        weights = Weights(self.old.words, self.new.words)
        for kept, gap in self._gaps():
            if kept:
                yield kept
            if gap[0] < gap[1] and gap[2] < gap[3]:
                yield from matching_sentence_words(sides[0], sides[1], gap, weights)

    def _gaps(self) -> Iterator[tuple[MatchingBlock | None, SpanPair]]:
        """Yield the runs of words in equal lines, each with the gap before it; the last gap goes without."""
        firsts, others = (list(accumulate(map(len, table.line_words), initial=0)) for table in (self.old, self.new))
        a = b = 0
        for i, x, j in _surely_equal(self.old.lines, self.new.lines):
            yield None, (a, firsts[i], b, others[j])
            a, b = firsts[x], others[j + x - i]
            if firsts[i] < a:
                yield (firsts[i], others[j], a - firsts[i]), (a, a, b, b)
        yield None, (a, firsts[-1], b, others[-1])

    @cached_property
    def _starts(self) -> list[int]:
        return [block[0] for block in self.blocks]

    def kept_runs(self, first: int, stop: int) -> list[MatchingBlock]:
        """Return the parts of the old words `first` to `stop` that stay the same."""
        blocks = self.blocks
        index = max(0, bisect_right(self._starts, first) - 1)
        pieces: list[MatchingBlock] = []
        while index < len(blocks):
            i, j, n = blocks[index]
            if i >= stop:
                break
            low, high = max(i, first), min(i + n, stop)
            if low < high:
                pieces.append((low, j + low - i, high - low))
            index += 1
        return pieces

    def gap(self, first: int, stop: int) -> tuple[int, int]:
        """Return the new words between what stays the same before `first` and from `stop` on."""
        blocks = self.blocks
        index = bisect_right(self._starts, max(first - 1, -1)) - 1
        low = 0
        if index >= 0:
            i, j, n = blocks[index]
            low = j + min(n, first - i) if first > i else j
        high = len(self.new.words)
        index = bisect_right(self._starts, stop) - 1
        if index >= 0 and blocks[index][0] + blocks[index][2] > stop:
            high = blocks[index][1] + stop - blocks[index][0]
        elif index + 1 < len(blocks):
            high = blocks[index + 1][1]
        return low, max(low, high)


def _surely_equal(old: list[str], new: list[str]) -> Iterator[EqualLines]:
    """Yield the runs of equal lines, each from its first line on that stands once.

    What stands before such a line, alike in many places, belongs as a rule to what is above it: the sentences decide.
    """
    count = Counter(old)
    for first, stop, second in equal_runs(old, new):
        sure = next((at for at in range(first, stop) if count[old[at]] == 1), first)
        yield sure, stop, second + sure - first


class VersionPair:
    """An old and a new version with what is known of their files."""

    def __init__(self, old: Mapping[str, str], new: Corpus, partner: Mapping[str, str]) -> None:
        self.partner = partner
        self.origin = {after: before for before, after in partner.items()}
        self.numbering = Numbering()
        self.old = Corpus(old)
        self.new = new
        self._projections: dict[str, Projection] = {}
        self._standing: dict[str, dict[int, int]] = {}

    def projection(self, path: str) -> Projection | None:
        """Return the word map from an old file to its partner, None when it has none."""
        other = self.partner.get(path)
        if other is None:
            return None
        projection = self._projections.get(path)
        if projection is None:
            starts = partial(self.old.sentence_starts, path), partial(self.new.sentence_starts, other)
            projection = Projection(self.old_table(path), self.new_table(other), self.numbering, starts)
            self._projections[path] = projection
        return projection

    def old_table(self, path: str) -> WordTable:
        """Return the words of an old file."""
        return self.old.table(path)

    def new_table(self, path: str) -> WordTable:
        """Return the words of a new file."""
        return self.new.table(path)

    @cached_property
    def open_files(self) -> Corpus:
        """The files of the new version that a passage may have gone to: neither unchanged nor mere copies."""
        texts = self.new.texts
        open_texts = {
            path: text for path, text in texts.items() if not self._unchanged(path) and not self._copied(path)
        }
        return Corpus(open_texts, self.new.made)

    @cached_property
    def copies(self) -> Corpus:
        """The files of the new version that are mere copies: no passage goes there, but its words may stand there."""
        texts = self.new.texts
        kept = {path: texts[path] for path in texts if path not in self.origin and path not in self.open_files.texts}
        return Corpus(kept, self.new.made)

    def kept_sentences(self, path: str) -> dict[int, int]:
        """Return for the old file `path` which sentence stands where in its partner: old index to new index."""
        indexes = self._standing.get(path)
        if indexes is None:
            indexes = self._standing[path] = self._stand(path)
        return indexes

    @cached_property
    def _claims(self) -> dict[str, dict[int, int]]:
        return {}

    def claimed_by(self, path: str, index: int) -> Unit | None:
        """Return the old sentence that stands as sentence `index` of the new file `path`, None when it is new."""
        origin = self.origin.get(path)
        if origin is None:
            return None
        if path not in self._claims:
            self._claims[path] = {there: here for here, there in self.kept_sentences(origin).items()}
        here = self._claims[path].get(index)
        return None if here is None else self.old.units(origin)[here]

    def _unchanged(self, path: str) -> bool:
        origin = self.origin.get(path)
        return origin is not None and self.old.texts[origin] == self.new.texts[path]

    def _copied(self, path: str) -> bool:
        """Say whether a file without origin is a copy of others that go on beside it.

        Either most of it repeats what stands in other files of both versions, or it repeats most of what one file has
        kept: a snapshot of a version between the two.
        """
        if path in self.origin or len(self.new.texts) < FEW_FILES:
            return False
        grams = shingles(self.new.texts[path])
        everything, by_file = self._kept_shingles
        if len(grams & everything) > COPY * max(1, len(grams)):
            return True
        return any(len(grams & kept) > COPY * len(kept) for kept in by_file)

    @cached_property
    def _kept_shingles(self) -> tuple[set[int], list[set[int]]]:
        """What the files of the old version have kept: all of it, and file by file where it is much."""
        everything: set[int] = set()
        by_file: list[set[int]] = []
        for before, after in self.partner.items():
            grams = shingles(self.old.texts[before])
            kept = grams if self._unchanged(after) else grams & shingles(self.new.texts[after])
            everything |= kept
            if len(kept) >= MUCH_KEPT:
                by_file.append(kept)
        return everything, by_file

    def _stand(self, path: str) -> dict[int, int]:
        projection = self.projection(path)
        if projection is None:
            return {}
        units = self.new.units(self.partner[path])
        stands: dict[int, int] = {}
        for unit in self.old.units(path):
            first, stop = projection.old.range(unit.start, unit.end)
            shares: dict[int, int] = {}
            for _, j, n in projection.kept_runs(first, stop):
                _share(shares, units, projection, j, n)
            if not shares:
                continue
            index = max(shares, key=lambda place: (shares[place], -place))
            size = max(stop - first, _words(projection, units[index]))
            if shares[index] >= STANDS * size:
                stands[unit.index] = index
        return stands


def _share(shares: dict[int, int], units: list[Unit], projection: Projection, j: int, n: int) -> None:
    start, end = projection.new.span(j, j + n)
    for index in range(*touched(units, start, end)):
        low, high = projection.new.range(max(start, units[index].start), min(end, units[index].end))
        if high > low:
            shares[index] = shares.get(index, 0) + high - low


def _words(projection: Projection, unit: Unit) -> int:
    first, stop = projection.new.range(unit.start, unit.end)
    return stop - first


def touched(units: list[Unit], start: int, end: int) -> tuple[int, int]:
    """Return the first and stop index of the units between two offsets."""
    first = bisect_right(units, start, key=lambda unit: unit.end)
    return first, max(first, bisect_left(units, end, key=lambda unit: unit.start))
