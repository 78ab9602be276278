"""What is marked in the text that a reader shows: remarks and changes, as values by source offsets."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reviewtui.views.findings.finding_marks import BARRING_FLAW, FLAW
from reviewtui.views.threads.remark_marks import STATE_SIGNS

KIND_LETTERS = {
    "general": "g",
    "substance": "s",
    "wording": "w",
    "question": "?",
    "missing": "m",
    "conflict": "!",
    "praise": "+",
}
FINDING = "finding"
"""The kind of what the content checks found: quieter than what a person said, and behind it."""
KINDS = tuple(KIND_LETTERS)
"""Kinds of remarks that have a colour of their own."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A remark's passage, or that of a finding (kind `FINDING`); `start == end` is an insertion point.

    The state of a finding that stands in the way of a release is "bars".

    `key` comes back when it is picked, `label` is a short name to show beside it, and the `active` one is the one
    that the rest of the screen is about.
    """

    start: int
    end: int
    kind: str
    state: str
    key: str
    label: str = ""
    active: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether it is a place between characters."""
        return self.start == self.end

    @property
    def is_finding(self) -> bool:
        """Whether no person said it, but a content check."""
        return self.kind == FINDING

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to decide it."""
        return self.state in {"open", "contested", "bars"}

    @property
    def letter(self) -> str:
        """The letter that stands for its kind."""
        if self.is_finding:
            return BARRING_FLAW if self.state == "bars" else FLAW
        return KIND_LETTERS.get(self.kind, "*")

    @property
    def sign(self) -> str:
        """The sign that stands for its state; an open remark is what the letter of its kind says, and has none."""
        return " " if self.is_open and self.state != "contested" else STATE_SIGNS.get(self.state, "?")


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that differs from the last release, or, when `new`, from what I last looked at; empty: words went."""

    start: int
    end: int
    new: bool = False


class MarkedPassages:
    """Highlights and changes, to be asked for by span."""

    def __init__(self, highlights: Iterable[Highlight] = (), changed: Iterable[ChangedPassage] = ()) -> None:
        self.highlights = tuple(sorted(highlights, key=lambda each: (each.start, -each.end)))
        self.changed = tuple(sorted(changed, key=lambda each: (each.start, each.end)))
        self._starts = [each.start for each in self.highlights]
        self._reach = _reaches([each.end for each in self.highlights])
        self._changed_starts = [each.start for each in self.changed]
        self._changed_reach = _reaches([each.end for each in self.changed])

    @property
    def active(self) -> tuple[Highlight, ...]:
        """The highlights that the rest of the screen is about."""
        return tuple(each for each in self.highlights if each.active)

    def activated(self, key: str) -> "MarkedPassages":
        """Return the same with the highlights of `key`, and no others, as the active ones."""
        highlights = [
            replace(each, active=each.key == key) if each.active or each.key == key else each
            for each in self.highlights
        ]
        return MarkedPassages(highlights, self.changed)

    def touching(self, start: int, end: int) -> list[Highlight]:
        """Return the highlights that share a character with `start` to `end`, and the gaps in or at its ends."""
        first, stop = bisect_left(self._reach, start), bisect_left(self._starts, end + 1)
        return [each for each in self.highlights[first:stop] if _touches(each, start, end)]

    def changed_in(self, start: int, end: int) -> list[ChangedPassage]:
        """Return the changes that share a character with `start` to `end`, and what went there."""
        first, stop = bisect_left(self._changed_reach, start), bisect_left(self._changed_starts, end + 1)
        return [each for each in self.changed[first:stop] if _touches(each, start, end)]

    def at(self, offset: int) -> list[Highlight]:
        """Return the highlights at a character or gap, remarks before findings, of each the shortest first."""
        there = [each for each in self.touching(offset, offset + 1) if each.start <= offset]
        return sorted(there, key=lambda each: (each.is_finding, each.end - each.start))


def _reaches(ends: list[int]) -> list[int]:
    """Return for each place in the order how far the passages up to it reach; ascending, so it can be bisected."""
    reach, furthest = [], 0
    for end in ends:
        furthest = max(furthest, end)
        reach.append(furthest)
    return reach


def _touches(each: Highlight | ChangedPassage, start: int, end: int) -> bool:
    if each.start == each.end:
        return start <= each.start <= end
    return each.start < end and each.end > start
