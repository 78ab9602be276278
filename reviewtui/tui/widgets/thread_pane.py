"""The thread beside the text."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from reviewtui.tui.plain import Words, entitle
from reviewtui.views.piece import Line


class ThreadPane(VerticalScroll, can_focus=True):
    """Shows lines with a title; scrolls when there are many."""

    DEFAULT_CSS = """
    ThreadPane { border: round $panel-lighten-2; padding: 0 1; background: $background; scrollbar-size-vertical: 1; }
    ThreadPane { border-title-color: $foreground; border-subtitle-color: $foreground; }
    ThreadPane:focus { border: round $primary; }
    ThreadPane Words { width: 1fr; height: auto; }
    """

    def __init__(self, id: str = "thread") -> None:  # noqa: A002 - Textual calls it that
        super().__init__(id=id)
        self._shown: tuple[Line, ...] = ()
        self._titles = ("", "")

    def compose(self) -> ComposeResult:
        """One block of words."""
        yield Words()

    def show_card(self, title: str, lines: Iterable[Line], hint: str = "") -> None:
        """Show a thread, from its beginning when it is another one."""
        shown = tuple(lines)
        if shown == self._shown and self._titles == (title, hint):
            return
        if title != self._titles[0]:
            self.scroll_home(animate=False)
        self._shown, self._titles = shown, (title, hint)
        entitle(self, title, hint)
        self.query_one(Words).show_lines(shown)
