"""A place that may be an old sentence: a run of sentences of one new file; and where such places are looked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.text.placement.version_map.version_pair import VersionPair, touched
from reviewtui.text.words.terms import Term
from reviewtui.text.words.units import Unit

LONGEST_RUN = 4
"""At most so many sentences stand for one."""
_GAP_SENTENCES = 12
"""So many sentences of a gap are looked at."""
_ALIKE_PLACES = 12
"""So many places that share rare words are compared more closely: more costs time, fewer loses repeated wording."""
_REACH = 2
"""A sentence is looked for so many sentences around where a neighbour went."""


@dataclass(frozen=True, slots=True)
class SentenceRun:
    """A run of sentences of a new file."""

    units: tuple[Unit, ...]

    @property
    def path(self) -> str:
        """The file of the place."""
        return self.units[0].path

    @property
    def first(self) -> int:
        """The number of its first sentence."""
        return self.units[0].index

    @property
    def last(self) -> int:
        """The number of its last sentence."""
        return self.units[-1].index

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its file, in code points."""
        return self.units[0].start, self.units[-1].end

    @property
    def terms(self) -> list[Term]:
        """Its terms, in reading order."""
        return [term for unit in self.units for term in unit.terms]

    @property
    def keys(self) -> list[str]:
        """Its terms without their offsets."""
        return self.units[0].keys if len(self.units) == 1 else [key for unit in self.units for key in unit.keys]

    def overlaps(self, other: "SentenceRun") -> bool:
        """Say whether both places share sentences."""
        return self.path == other.path and self.first <= other.last and other.first <= self.last


def candidate_places(versions: VersionPair, unit: Unit, homes: "dict[int, tuple[str, int]]") -> list[SentenceRun]:
    """Return the single sentences that may be an old one: in its gap, by rare words, and beside its neighbours.

    `homes` are the places of the neighbours that have one: their number to file and number there.
    """
    numbers = dict.fromkeys(_expected(versions, unit))
    numbers |= {(other.path, other.index): None for other in versions.open_files.alike(unit, _ALIKE_PLACES)}
    for neighbour, (path, index) in homes.items():
        if path in versions.open_files.texts:
            there = index + unit.index - neighbour
            count = len(versions.new.units(path))
            numbers |= {(path, at): None for at in range(max(0, there - _REACH), min(count, there + _REACH + 1))}
    return [SentenceRun((versions.new.units(path)[index],)) for path, index in numbers]


def _expected(versions: VersionPair, unit: Unit) -> Iterator[tuple[str, int]]:
    """Yield the sentences that hold words of an old one, by the word diff, or stand in its gap."""
    projection = versions.projection(unit.path)
    if projection is None:
        return
    path = versions.partner[unit.path]
    units = versions.new.units(path)
    first, stop = projection.old.range(unit.start, unit.end)
    for _, j, n in projection.kept_runs(first, stop):
        for index in range(*touched(units, *projection.new.span(j, j + n))):
            yield path, index
    gap = range(*touched(units, *projection.new.span(*projection.gap(first, stop))))
    for index in gap[:_GAP_SENTENCES]:
        yield path, index
    if unit.index == 0 and units:
        yield path, 0


def longer_places(versions: VersionPair, place: SentenceRun) -> list[SentenceRun]:
    """Return a place with one more sentence, before it or behind it: an old sentence may have been split."""
    units = versions.new.units(place.path)
    if len(place.units) >= LONGEST_RUN:
        return []
    longer = [SentenceRun((*place.units, units[place.last + 1]))] if place.last + 1 < len(units) else []
    if place.first:
        longer.append(SentenceRun((units[place.first - 1], *place.units)))
    return longer
