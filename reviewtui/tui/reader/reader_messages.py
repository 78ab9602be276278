"""What a reader asks of whoever holds it, and tells them."""

from dataclasses import dataclass

from textual.message import Message


@dataclass(eq=False)
class CaretMoved(Message):
    """The caret stands at another source offset (code points)."""

    offset: int


@dataclass(eq=False)
class SelectionChanged(Message):
    """Another passage is selected, from `start` to `end` (code points); equal ends: none is."""

    start: int
    end: int


@dataclass(eq=False)
class SelectingBegun(Message):
    """From now on every move selects."""


@dataclass(eq=False)
class HighlightPicked(Message):
    """A highlight was clicked or chosen with a key."""

    key: str
