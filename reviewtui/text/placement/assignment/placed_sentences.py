"""Where the old sentences are that the word diff and the moved words have placed, before any sentence is judged.

What stood beside a sentence, in its section and in its file tells where to look for it, and how likely it is there.
"""

from collections import Counter

from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.units import Unit

Home = tuple[str, int]
"""A new file, and the number of a sentence there."""
_HERE = 0.5
"""A sentence is where so much of its words went."""

_UNKNOWN = 1
"""Shares are taken of so many sentences more: one alone tells little."""


class Homes:
    """The places of old sentences that are known from their words."""

    def __init__(self, versions: VersionPair, words: WordMap) -> None:
        self._versions = versions
        self._words = words
        self._homes: dict[Unit, Home | None] = {}
        self._counts: dict[str, dict[Unit | None, Counter[Unit | str]]] = {}

    def home(self, unit: Unit) -> Home | None:
        """Return where an old sentence is: half of its words at least."""
        if unit not in self._homes:
            there = self._versions.kept_sentences(unit.path).get(unit.index)
            stands = None if there is None else (self._versions.partner[unit.path], there)
            self._homes[unit] = stands or self._moved(unit)
        return self._homes[unit]

    def _moved(self, unit: Unit) -> Home | None:
        """Return where the words of a sentence moved; of one that stands twice any may have been copied there."""
        if len(self._versions.old.equal(unit)) > 1:
            return None
        first, stop = self._versions.old_table(unit.path).range(unit.start, unit.end)
        sizes: Counter[Home] = Counter()
        for run in self._words.mapped_runs(unit.path, first, stop):
            span = self._versions.new_table(run.path).span(run.new, run.new + run.size)
            for there in self._versions.new.touched(run.path, *span):
                sizes[run.path, there.index] += run.size
        best = max(sizes, key=lambda home: (sizes[home], home), default=None)
        return best if best is not None and sizes[best] >= _HERE * (stop - first) else None

    def share_in_file(self, unit: Unit, path: str) -> float:
        """Return the share of the sentences of the same old file with a home that have it in a new file."""
        return self._share(unit, None, path)

    def share_in_section(self, unit: Unit, there: Unit) -> float:
        """Return the share of the sentences under the same heading with a home that are under that of `there`."""
        section = self._versions.new.section(there)
        return self._share(unit, self._versions.old.section(unit), section or there.path)

    def _share(self, unit: Unit, section: Unit | None, there: Unit | str) -> float:
        counts = self._counted(unit.path).get(section, Counter())
        home = self.home(unit)
        own = home is not None and there in {home[0], self._section_of(home)}
        return (counts[there] - own) / (_UNKNOWN + counts.total() - (home is not None))

    def _counted(self, path: str) -> "dict[Unit | None, Counter[Unit | str]]":
        """Return for an old file (None) and its sections how many of their sentences are in which file or section."""
        if path not in self._counts:
            counts: dict[Unit | None, Counter[Unit | str]] = {}
            for unit in self._versions.old.units(path):
                home = self.home(unit)
                section = self._versions.old.section(unit)
                if home is not None:
                    counts.setdefault(None, Counter())[home[0]] += 1
                if home is not None and section is not None:
                    counts.setdefault(section, Counter())[self._section_of(home)] += 1
            self._counts[path] = counts
        return self._counts[path]

    def _section_of(self, home: Home) -> Unit | str:
        """Return the heading over a place; its file where none is."""
        path, index = home
        return self._versions.new.section(self._versions.new.units(path)[index]) or path
