"""What the app has to say, on lines of its own above the composer: it covers neither the text nor what is typed."""

from textual.timer import Timer

from reviewtui.tui.appearance.safe_text import DONE, STAYS, Words
from reviewtui.views.styled_text import Styled, line

SIGNS = {
    DONE: Styled("\u2713 ", "good"),
    "information": Styled("\u2022 ", "muted"),
    "warning": Styled("! ", "alarm"),
    "error": Styled("\u2717 ", "bad"),
}
"""What stands before a message: only what was done has the sign for that."""
_MOST = 5
"""Messages that are shown at once; all of them are in the log."""


class MessageLine(Words):
    """Shows the latest messages until somebody does something else, or their time is over."""

    DEFAULT_CSS = """
    MessageLine { height: auto; max-height: 9; padding: 0 1; background: $panel; display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="messages")
        self._shown: list[tuple[str, Styled]] = []
        self._ends: dict[tuple[str, Styled], Timer] = {}

    def show_message(self, sentence: str, sign: Styled, seconds: float) -> None:
        """Show a sentence for some seconds, below those that are there; at STAYS until somebody goes on."""
        entry = (sentence, sign)
        self._shown = [*(each for each in self._shown if each != entry), entry][-_MOST:]
        if entry in self._ends:
            self._ends.pop(entry).stop()
        if seconds != STAYS:
            self._ends[entry] = self.set_timer(seconds, lambda: self._drop(entry))
        self._show()

    def clear(self) -> None:
        """Take all away: somebody goes on, and what they do next has its own messages."""
        if self._shown:
            self._shown = []
            self._show()

    def _drop(self, entry: tuple[str, Styled]) -> None:
        self._ends.pop(entry, None)
        if entry in self._shown:
            self._shown.remove(entry)
            self._show()

    def _show(self) -> None:
        self.display = bool(self._shown)
        self.show_lines(line(sign, Styled(sentence)) for sentence, sign in self._shown)
