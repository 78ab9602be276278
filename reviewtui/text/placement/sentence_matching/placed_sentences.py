"""Where the old sentences are that the word diff and the moved words have placed, before any sentence is judged.

What stood beside a sentence, in its section and in its file tells where to look for it, and how likely it is there.
"""

from collections import Counter, defaultdict

from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap
from reviewtui.text.words.units import Unit

Home = tuple[str, int]
"""A new file, and the number of a sentence there."""
_Group = Unit | str
"""The sentences that stand under a heading; or those of a file before its first heading, told by the file's path."""
_HERE = 0.5
"""A sentence is where so much of its words went."""
_REACH = 20
"""A neighbour that has a home is looked for within so many sentences."""
_UNKNOWN = 1
"""Shares are taken of so many sentences more: one alone tells little."""


class PlacedSentences:
    """The places of old sentences that are known from their words."""

    def __init__(self, versions: VersionPair, words: WordMap) -> None:
        self._versions = versions
        self._words = words
        self._homes: dict[Unit, Home | None] = {}
        self._files: dict[str, Counter[_Group]] = {}
        self._sections: dict[str, dict[_Group, Counter[_Group]]] = {}

    def home(self, unit: Unit) -> Home | None:
        """Return where an old sentence is: half of its words at least, or the only such heading."""
        if unit not in self._homes:
            there = self._versions.kept_sentences(unit.path).get(unit.index)
            stands = None if there is None else (self._versions.partner[unit.path], there)
            self._homes[unit] = stands or self._moved(unit) or self._only_heading(unit)
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

    def _only_heading(self, unit: Unit) -> Home | None:
        """Return where a heading of a word or two went, with what stood under it, to the only one that says as much.

        An equal heading elsewhere may be that of another rule. So something that surely survived went there too, or the
        whole file fell into new ones that have its headings.
        """
        there = self._equal_heading(unit)
        if there is None:
            return None
        followed = self._fell_apart(unit.path) or len(self._kept_under(unit.path, unit, there)) > 1
        return (there.path, there.index) if followed else None

    def _equal_heading(self, unit: Unit) -> Unit | None:
        """Return the only heading of the changed files that says all that an old one says, and is no other's."""
        if not unit.heading or not unit.keys or len(self._versions.old.equal(unit)) > 1:
            return None
        new = self._versions.open_files
        equal = [each for each in new.equal(unit) if each.heading]
        if not equal:
            rarest = min(unit.bag, key=lambda key: (len(new.holders.get(key, ())), key))
            equal = [each for each in new.holders.get(rarest, ()) if each.heading and unit.bag <= each.bag]
        if len(equal) != 1 or self._versions.claimed_by(equal[0].path, equal[0].index) is not None:
            return None
        return equal[0]

    def _kept_under(self, path: str, heading: _Group, there: _Group) -> list[Unit]:
        """Return the sentences of a file that certainly went from under one heading to under another one."""
        units = (unit for unit in self._versions.old.units(path) if self._old_section(unit) == heading)
        homes = ((unit, self._moved(unit)) for unit in units if unit is not heading)
        return [unit for unit, home in homes if home is not None and self._new_section(home) == there]

    def _fell_apart(self, path: str) -> bool:
        """Say whether an old file is gone, and its headings stand in several new ones that were not there before."""
        old, new = self._versions.old, self._versions.new
        if path in new.texts:
            return False
        equal = map(self._equal_heading, old.units(path))
        return len({each.path for each in equal if each is not None and each.path not in old.texts}) > 1

    def is_between_neighbours(self, unit: Unit, place: tuple[str, int, int]) -> bool:
        """Say whether a place, its first and last sentence in a file, is where the section of a sentence went.

        It stands behind what stood before the sentence there, and before what stood behind it. A heading alone, whose
        words may stand over another rule too, is no such neighbour.
        """
        path, first, last = place
        section = self._new_section((path, first))
        before = self._beside(unit, -1)
        if before is None or before[0] != path or before[1] >= first or self._new_section(before) != section:
            return False
        behind = self._beside(unit, 1)
        between = behind is None or behind[0] != path or behind[1] > last or self._new_section(behind) != section
        return between and self._followed(unit, section)

    def _followed(self, unit: Unit, section: _Group) -> bool:
        """Say whether something else surely went from its section to that one, or all of it fell apart."""
        heading = self._old_section(unit)
        kept = self._kept_under(unit.path, heading, section)
        return self._fell_apart(unit.path) or any(other is not unit for other in kept)

    def _beside(self, unit: Unit, step: int) -> Home | None:
        """Return the home of the next sentence before or behind one that has one, under the same heading."""
        units, section = self._versions.old.units(unit.path), self._versions.old.section(unit)
        for index in range(unit.index + step, unit.index + step * _REACH, step):
            if not 0 <= index < len(units) or self._versions.old.section(units[index]) is not section:
                return None
            if home := self.home(units[index]):
                return home
        return None

    def share_in_file(self, unit: Unit, path: str) -> float:
        """Return the share of the sentences of the same old file with a home that have it in a new file."""
        if unit.path not in self._files:
            self._files[unit.path] = Counter(there for there, _ in self._homes_in(unit.path).values())
        home = self.home(unit)
        return _share(self._files[unit.path], path, None if home is None else home[0])

    def share_in_section(self, unit: Unit, there: Unit) -> float:
        """Return the share of the sentences under the same heading with a home that are under that of `there`."""
        if unit.path not in self._sections:
            sections: dict[_Group, Counter[_Group]] = defaultdict(Counter)
            for other, place in self._homes_in(unit.path).items():
                sections[self._old_section(other)][self._new_section(place)] += 1
            self._sections[unit.path] = dict(sections)
        home = self.home(unit)
        counts = self._sections[unit.path].get(self._old_section(unit), Counter())
        section = self._versions.new.section(there) or there.path
        return _share(counts, section, None if home is None else self._new_section(home))

    def _homes_in(self, path: str) -> dict[Unit, Home]:
        """Return the homes of those sentences of an old file that have one."""
        homes = ((unit, self.home(unit)) for unit in self._versions.old.units(path))
        return {unit: home for unit, home in homes if home is not None}

    def _old_section(self, unit: Unit) -> _Group:
        return self._versions.old.section(unit) or unit.path

    def _new_section(self, home: Home) -> _Group:
        path, index = home
        return self._versions.new.section(self._versions.new.units(path)[index]) or path


def _share(counts: "Counter[_Group]", there: _Group, own: _Group | None) -> float:
    """Return the share of the counted sentences that are in `there`, without the one that is asked about, in `own`."""
    return (counts[there] - (own == there)) / (_UNKNOWN + counts.total() - (own is not None))
