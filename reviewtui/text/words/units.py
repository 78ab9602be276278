"""Units: the sentences of a whole policy with their terms, found again by the rare terms that they share."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log

from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.terms import Term, term_keys, terms_of
from reviewtui.text.words.words import WordTable

_TELLING_TERMS = 12
_COMMON = 80
_MOST_HOLDERS = 400
"""The rarest terms of a sentence find those like it. Behind the third one a term that many sentences hold ends the
search, and of no term more holders are asked, so that the work stays linear in a text that repeats itself."""
_HEADING_TAG = re.compile(r"<h([1-6])\b[^<>]*>(?:\s|<[^<>]*>)*\Z", re.IGNORECASE)
_ITEM = re.compile(r"\n[ \t>]*(?:[-*+|]|\d+[.)])")
_TARGET = re.compile(r"\]\(\s*([^()\s]+)")
_UNDERLINE = re.compile(r"[ \t]*\r?\n(?:={3,}|-{3,})[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Unit:
    """One sentence of one file, its number there, and where it stands."""

    path: str
    index: int
    text: str
    start: int
    end: int

    @cached_property
    def terms(self) -> list[Term]:
        """The terms of the sentence, with their offsets in the file."""
        return terms_of(self.text, self.start, self.end)

    @cached_property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.level > 0

    @cached_property
    def level(self) -> int:
        """The level of the heading that it is, 1 to 6; 0 when it is none."""
        line = self.text[self.text.rfind("\n", 0, self.start) + 1 : self.start].lstrip()
        if line.startswith("#"):
            return min(6, len(line) - len(line.lstrip("#")))
        if tag := _HEADING_TAG.search(line):
            return int(tag[1])
        underline = _UNDERLINE.match(self.text, self.end)
        return 0 if underline is None else 1 if "=" in underline[0] else 2

    @cached_property
    def links(self) -> frozenset[str]:
        """The targets of its links, without folder and file type."""
        targets = _TARGET.findall(self.text, self.start, self.end)
        return frozenset(target.rstrip("/").rsplit("/", 1)[-1].removesuffix(".md").lower() for target in targets)

    @cached_property
    def keys(self) -> list[str]:
        """The terms without their places."""
        return list(_keys_of(self.text[self.start : self.end]))

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each term stands here."""
        return Counter(self.keys)


@lru_cache(maxsize=16384)
def _keys_of(sentence: str) -> tuple[str, ...]:
    """Return the terms of a sentence without their places; most sentences stand in many versions."""
    return term_keys(sentence)


class Corpus:
    """The units of one version, made when they are first asked for."""

    def __init__(self, texts: Mapping[str, str], units: dict[str, list[Unit]] | None = None) -> None:
        self.texts = texts
        self.made: dict[str, list[Unit]] = {} if units is None else units
        self._tables: dict[str, WordTable] = {}
        self._starts: dict[str, tuple[list[int], list[int]]] = {}
        self._weights: dict[str, float] = {}
        self._sections: dict[str, list[Unit | None]] = {}

    def units(self, path: str) -> list[Unit]:
        """Return the units of one file, in reading order."""
        made = self.made.get(path)
        if made is None:
            text = self.texts[path]
            spans = sentence_spans(text)
            made = [Unit(path, index, text, *span) for index, span in enumerate(spans)]
            self.made[path] = made
        return made

    def table(self, path: str) -> WordTable:
        """Return the words of one file."""
        table = self._tables.get(path)
        if table is None:
            table = self._tables[path] = WordTable(self.texts[path])
        return table

    def sentence_starts(self, path: str) -> tuple[list[int], list[int]]:
        """Return at which word of a file each sentence begins, marks before it included, and how it begins."""
        starts = self._starts.get(path)
        if starts is None:
            starts = self._starts[path] = _sentence_starts(self.table(path), self.units(path))
        return starts

    def section(self, unit: Unit) -> Unit | None:
        """Return the heading that `unit` stands under, None before the first one."""
        if unit.path not in self._sections:
            current: Unit | None = None
            self._sections[unit.path] = headings = []
            for candidate in self.units(unit.path):
                current = candidate if candidate.heading else current
                headings.append(current)
        return self._sections[unit.path][unit.index]

    def touched(self, path: str, start: int, end: int) -> list[Unit]:
        """Return the units that `start` to `end` touches."""
        units = self.units(path)
        first = bisect_right(units, start, key=lambda unit: unit.end)
        stop = bisect_left(units, max(end, start + 1), key=lambda unit: unit.start)
        return units[first:stop]

    @cached_property
    def holders(self) -> dict[str, list[Unit]]:
        """For each term the units that hold it."""
        holders: dict[str, list[Unit]] = defaultdict(list)
        for path in self.texts:
            for unit in self.units(path):
                for key in dict.fromkeys(unit.keys):
                    holders[key].append(unit)
        return dict(holders)

    def equal(self, unit: Unit) -> Sequence[Unit]:
        """Return the units that say the very same as `unit`, itself among them."""
        return self._equal.get(tuple(unit.keys), ())

    @cached_property
    def _equal(self) -> dict[tuple[str, ...], list[Unit]]:
        equal: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
        for path in self.texts:
            for unit in self.units(path):
                equal[tuple(unit.keys)].append(unit)
        return dict(equal)

    @cached_property
    def size(self) -> int:
        """How many units there are."""
        return sum(len(self.units(path)) for path in self.texts)

    def weight(self, key: str) -> float:
        """Return how much a term tells: a rare one much, one that stands everywhere nearly nothing (0 to 1)."""
        weight = self._weights.get(key)
        if weight is None:
            count = len(self.holders.get(key, ()))
            weight = log(1 + (self.size + 1) / (count + 0.5)) / log(2 * (self.size + 1) + 1)
            self._weights[key] = weight
        return weight

    def alike(self, unit: Unit, most: int) -> list[Unit]:
        """Return up to `most` units that share the most telling terms with `unit`, best first."""
        votes: dict[Unit, float] = defaultdict(float)
        rare = sorted(unit.bag, key=lambda key: (len(self.holders.get(key, ())), key))
        for place, key in enumerate(rare[:_TELLING_TERMS]):
            holders = self.holders.get(key, ())
            if len(holders) > _COMMON and place >= 3:
                break
            weight = self.weight(key)
            for holder in holders[:_MOST_HOLDERS]:
                votes[holder] += weight
        return nlargest(most, votes, key=lambda other: votes[other] / (3 + len(other.keys)) ** 0.5)


def _sentence_starts(table: WordTable, units: Sequence[Unit]) -> tuple[list[int], list[int]]:
    """Return at which word each sentence begins, marks before it included, and its rank (`Side`)."""
    starts: list[int] = []
    ranks: list[int] = []
    behind = end = 0
    for unit in units:
        between = table.text[end : unit.start]
        rank = (
            9 - unit.level
            if unit.heading
            else 2
            if "\n\n" in between or _ITEM.search(between)
            else 1
            if "\n" in between
            else 0
        )
        if behind not in starts[-1:]:
            starts.append(behind)
            ranks.append(rank)
        behind, end = table.range(unit.start, unit.end)[1], unit.end
    return starts, ranks
