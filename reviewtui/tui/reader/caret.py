"""The caret of a reader and the passage that is selected with it, as plain numbers."""

from dataclasses import dataclass


@dataclass(slots=True)
class Caret:
    """A caret stands before the character at its offset; offsets are code points of the source."""

    place: int = 0
    anchor: int | None = None
    """The other end of the selection; None: nothing is selected."""
    pivot: int = 0
    """The place around which a selection grows and shrinks."""
    goal: int | None = None
    """The cell that the caret keeps to while it goes up and down."""
    selecting: bool = False
    """Whether every move extends the selection."""

    @property
    def selected(self) -> tuple[int, int]:
        """The selected passage; equal ends when nothing is selected."""
        if self.anchor is None:
            return self.place, self.place
        return min(self.anchor, self.place), max(self.anchor, self.place)

    @property
    def has_selection(self) -> bool:
        """Whether at least one character is selected."""
        start, end = self.selected
        return start < end

    def reset(self, place: int) -> None:
        """Stand at `place` with nothing selected, as in a text that is opened."""
        self.place = self.pivot = place
        self.anchor = self.goal = None
        self.selecting = False
