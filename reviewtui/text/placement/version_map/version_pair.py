"""Two versions side by side: their files paired, their word maps, and which sentence stands for which.

Everything is made when first asked for and kept, so one pair of versions serves any number of quotes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property, partial

from reviewtui.text.diff.pairing import shingles
from reviewtui.text.placement.tuning import COPY, FEW_FILES, MUCH_KEPT, STANDS
from reviewtui.text.placement.version_map.projection import Projection
from reviewtui.text.words.units import Corpus, Unit
from reviewtui.text.words.words import Numbering, WordTable


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
