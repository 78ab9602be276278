"""One paragraph of a document that is sent out, and where each of its characters stands in the policy's file."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, repeat
from typing import Literal

SentKind = Literal["title", "told", "heading", "paragraph", "item", "code", "html", "cell", "rule", "note"]
"""What a paragraph is; "told" are words of ours around the text, which stand in no file."""


Sign = tuple[str, frozenset[str], str]
"""One character as a reader sees it: itself, how it looks, where it leads."""


@lru_cache(maxsize=256)
def _signs(text: str, looks: frozenset[str], link: str) -> tuple[Sign, ...]:
    """The characters of a run; the changes of one paragraph and of those beside it come one after the other."""
    return tuple(zip(text, repeat(looks), repeat(link)))


@dataclass(frozen=True, slots=True)
class SentRun:
    """Characters that look alike; they stand at `start` to `end` in the file, one for one where both are as long.

    `looks` are "bold", "italic", "strike", "code"; `link` is an address; `note` the label of the footnote they mark.
    """

    text: str
    start: int
    end: int
    looks: frozenset[str] = frozenset()
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text over paragraphs: from character `start` of the one numbered `first` to `end` of `last`."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class TableCell:
    """Which table of the document, which row of it (0 is the head), which cell, of how many."""

    table: int
    row: int
    column: int
    columns: int


@dataclass(frozen=True)
class SentParagraph:
    """One paragraph: the file and section it is of, what it is, and its runs; `depth` counts lists and quotes around.

    `number` is what an ordered item shows, `first` says that it has the item's marker, `opens` that a list begins.
    """

    path: str
    section: str
    kind: SentKind
    runs: tuple[SentRun, ...]
    start: int = 0
    end: int = 0
    level: int = 0
    depth: int = 0
    quote: int = 0
    ordered: bool = False
    number: int = 0
    first: bool = False
    opens: bool = False
    cell: TableCell | None = None
    label: str = ""
    text: str = field(init=False)
    _firsts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out the words, and where each run begins in them."""
        firsts, length = [], 0
        for run in self.runs:
            firsts.append(length)
            length += len(run.text)
        object.__setattr__(self, "text", "".join(run.text for run in self.runs))
        object.__setattr__(self, "_firsts", tuple(firsts))

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Each character with how it looks and where it leads."""
        return tuple(chain.from_iterable(_signs(run.text, run.looks, run.link) for run in self.runs))

    @property
    def shape(self) -> tuple[object, ...]:
        """What it is, whatever its words: which heading, how deep in which list or quote."""
        return (self.kind, self.level if self.kind == "heading" else self.depth, self.ordered, self.quote)

    @property
    def seen(self) -> tuple[object, ...]:
        """What a reader sees of it: what it is, and each character, in whichever runs it is held."""
        return (*self.shape, self.signs)

    def cut(self, first: int, last: int) -> tuple[SentRun, ...]:
        """Return the runs of the characters `first` to `last`."""
        parts = []
        for begin, run in zip(self._firsts, self.runs, strict=True):
            low, high = max(first, begin), min(last, begin + len(run.text))
            if low < high:
                parts.append(replace(run, text=run.text[low - begin : high - begin]))
        return tuple(parts)

    @property
    def is_of_policy(self) -> bool:
        """Whether it stands in a file of the policy."""
        return bool(self.path)

    def source(self, first: int, last: int) -> tuple[int, int]:
        """Return where the characters `first` to `last` stand in the file; marks before and behind are left out."""
        if first >= last:
            return self.gap(first)
        return self._of(first)[0], self._of(last - 1)[1]

    def gap(self, index: int) -> tuple[int, int]:
        """Return where the gap before a character begins and ends in the file: marks may stand in it."""
        before = self._of(index - 1)[1] if index > 0 and self.runs else self.start
        behind = self._of(index)[0] if index < len(self.text) else max(before, self.end)
        return (min(before, behind), behind) if index > 0 else (behind, behind)

    def _of(self, index: int) -> tuple[int, int]:
        number = bisect_right(self._firsts, index) - 1
        run = self.runs[number]
        if run.end - run.start == len(run.text):
            at = run.start + index - self._firsts[number]
            return at, at + 1
        return run.start, run.end

    def shown(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which characters stand at `start` to `end` of the file; None where none of them does."""
        first = last = None
        for begin, run in zip(self._firsts, self.runs, strict=True):
            exact = run.end - run.start == len(run.text)
            if run.end <= start or run.start >= end:
                continue
            low = begin + (max(start, run.start) - run.start if exact else 0)
            high = begin + (min(end, run.end) - run.start if exact else len(run.text))
            first, last = low if first is None else first, high
        return None if first is None or last is None else (first, last)

    def gap_at(self, offset: int) -> int | None:
        """Return before which character a gap of the file stands; None where it is inside of what shows one thing."""
        for begin, run in zip(self._firsts, self.runs, strict=True):
            if offset <= run.start:
                return begin
            if offset < run.end:
                return begin + offset - run.start if run.end - run.start == len(run.text) else None
        return len(self.text)
