"""What a reader asks of whoever holds it, and tells them."""

from textual.message import Message


class CaretMoved(Message):
    """The caret stands at another source offset (code points)."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class SelectionChanged(Message):
    """Another passage is selected, from `start` to `end` (code points); equal ends: none is."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__()
        self.start = start
        self.end = end


class MatchWanted(Message):
    """The next (1) or previous (-1) place of what is searched for is wanted."""

    def __init__(self, direction: int) -> None:
        super().__init__()
        self.direction = direction


class HighlightPicked(Message):
    """A highlight was clicked or chosen with a key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
