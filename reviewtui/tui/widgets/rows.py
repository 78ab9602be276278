"""A list of rows that are read one after the other; some lead somewhere."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from reviewtui.tui.appearance.safe_text import option, set_titles
from reviewtui.tui.state.requests import RIGHT, KeyClicked
from reviewtui.tui.widgets.marked_list import MarkedList
from reviewtui.views.styled_text import StyledLine


@dataclass(eq=False)
class RowPicked(Message):
    """A row was chosen, by its number."""

    number: int


@dataclass(eq=False)
class RowMarked(Message):
    """Another row is marked, by its number."""

    number: int


class Rows(MarkedList):
    """Shows rows of one or more lines each, wrapped under their signs, or cut where one line has to do."""

    DEFAULT_CSS = """
    Rows { border: round $panel-lighten-2; background: $background; height: 1fr; }
    Rows { border-title-color: $foreground; border-subtitle-color: $foreground; }
    Rows:focus { border: heavy $primary; background-tint: $foreground 0%; border-title-style: bold; }
    Rows > .option-list--option-highlighted { background: $primary 12%; color: $foreground; text-style: none; }
    Rows:focus > .option-list--option-highlighted { background: $primary 32%; }
    Rows > .option-list--option-disabled { color: $foreground; }
    Rows.-old, Rows.-behind { text-opacity: 60%; }
    Rows.-cut { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, id: str, *, wrapped: bool = True, counted: bool = False) -> None:  # noqa: A002 - Textual calls it that
        """Show nothing yet; a `counted` list says in its border which row of how many is marked."""
        super().__init__(id=id, markup=False, classes="" if wrapped else "-cut")
        self._shown: tuple[tuple[tuple[StyledLine, ...], bool], ...] = ()
        self._width = 0
        self._clicked: int | None = None
        self._titles = ("", "")
        self._is_counted = counted

    def on_resize(self) -> None:
        """Wrap to the new width, and cut what stands in the border to it."""
        self._set_titles()
        if self._width != self._wrapped_to:
            self._fill()

    @property
    def _wrapped_to(self) -> int:
        """Cells to wrap a row to; 0 where rows are cut instead, which sentences in place of rows never are."""
        return 0 if self.has_class("-cut") and self._holds_rows else self.room

    @property
    def _holds_rows(self) -> bool:
        """Whether anything that is shown can be marked; else sentences stand in place of rows."""
        return any(can for _, can in self._shown)

    def show_rows(self, rows: Iterable[tuple[tuple[StyledLine, ...], bool]], marked: int | None = None) -> None:
        """Show rows, each with whether it can be marked; the mark goes to row `marked`, else stays as far as it can."""
        shown = tuple(rows)
        if shown == self._shown:
            return
        self._shown, self._clicked = shown, None
        self._fill(marked)

    def show_titles(self, title: str, subtitle: str = "") -> None:
        """Show words in the border, above and below."""
        self._titles = (title, subtitle)
        self._set_titles()

    def _set_titles(self) -> None:
        title, subtitle = self._titles
        set_titles(self, title, " \u00b7 ".join(each for each in (self._position(), subtitle) if each))

    def _position(self) -> str:
        able = [number for number, (_, can) in enumerate(self._shown) if can] if self._is_counted else []
        return f"{able.index(self.highlighted) + 1} of {len(able)}" if self.highlighted in able else ""

    def _fill(self, wanted: int | None = None) -> None:
        marked = (self.highlighted or 0) if wanted is None else wanted
        self._width = self._wrapped_to
        # Before the rows are there: their heights are counted from it.
        self.styles.text_wrap = None if self._holds_rows else "wrap"
        self.set_options(option(lines, disabled=not can, width=self._width) for lines, can in self._shown)
        able = [number for number, (_, can) in enumerate(self._shown) if can]
        self.highlighted = min(able, key=lambda number: abs(number - marked)) if able else None

    def action_cursor_up(self) -> None:
        """Mark the row above; at the first one the mark stays: nobody is to decide about the other end of a list."""
        if any(can for _, can in self._shown[: self.highlighted or 0]):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_cursor_down(self) -> None:
        """Mark the row below; at the last one the mark stays."""
        if self.highlighted is None or any(can for _, can in self._shown[self.highlighted + 1 :]):
            super().action_cursor_down()

    def on_click(self, event: events.Click) -> None:
        """Mark a row at the first click, also where it was marked already; the second chooses it."""
        clicked = event.style.meta.get("option")
        if clicked is None or (clicked == self.highlighted == self._clicked and event.button == 1):
            return
        event.prevent_default()
        if not self.get_option_at_index(clicked).disabled:
            self.highlighted = self._clicked = clicked
            if event.button == RIGHT:
                self.post_message(KeyClicked("palette"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which row was chosen."""
        event.stop()
        self._clicked = None
        self.post_message(RowPicked(event.option_index))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which row is marked."""
        event.stop()
        if self._is_counted:
            self._set_titles()
        self.post_message(RowMarked(event.option_index))


def rows_of(screen: Screen[None]) -> Rows:
    """Return the list of a screen."""
    return screen.query_one("#rows", Rows)


def row_acts(screen: Screen[None]) -> dict[str, Callable[[], object]]:
    """Return the acts that go up and down in the list of a screen."""
    return {
        "next_item": lambda: rows_of(screen).action_cursor_down(),
        "previous_item": lambda: rows_of(screen).action_cursor_up(),
    }
