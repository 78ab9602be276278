"""What the app has to say, on lines of its own above the composer: it covers neither the text nor what is typed."""

from reviewtui.tui.appearance.safe_text import Severity, Words, note_of, tell
from reviewtui.views.styled_text import Look, Styled, line

_LOOKS: dict[Severity, Look] = {"information": "good", "warning": "alarm", "error": "bad"}
_SIGNS: dict[Severity, str] = {"information": "\u2713", "warning": "!", "error": "\u2717"}
_MOST = 3
"""Messages that are shown at once; all of them are in the log."""


class MessageLine(Words):
    """Shows the latest messages until their time is over."""

    DEFAULT_CSS = """
    MessageLine { height: auto; max-height: 6; padding: 0 1; background: $panel; display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="messages")
        self._shown: list[tuple[str, Severity]] = []
        self._complaints: set[str] = set()

    def show_message(self, sentence: str, severity: Severity, seconds: float) -> None:
        """Show a sentence for some seconds, below those that are still there."""
        entry = (sentence, severity)
        self._shown = [*(each for each in self._shown if each != entry), entry][-_MOST:]
        self.set_timer(seconds, lambda: self._drop(entry))
        self._show()

    def complain(self, sentence: str, severity: Severity) -> None:
        """Say what is wrong with what was written; it goes when that is carried out."""
        self._complaints.add(note_of(sentence))
        tell(self.app, sentence, severity)

    def drop_complaints(self) -> None:
        """Take what was wrong with what was written away, since it is true no longer."""
        self._shown = [entry for entry in self._shown if entry[0] not in self._complaints]
        self._complaints.clear()
        self._show()

    def _drop(self, entry: tuple[str, Severity]) -> None:
        if entry in self._shown:
            self._shown.remove(entry)
            self._show()

    def _show(self) -> None:
        self.display = bool(self._shown)
        self.show_lines(
            line(Styled(f"{_SIGNS[severity]} ", _LOOKS[severity]), Styled(sentence))
            for sentence, severity in self._shown
        )
