"""Lists over a screen to choose from, filtered by typing."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from reviewtui.tui.appearance.safe_text import Words, option, tell
from reviewtui.tui.dialogs.dialog import Dialog, entitle
from reviewtui.tui.widgets.marked_list import MarkedList
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.styled_text import Styled, StyledLine, line, words_of

Entries = Iterable[tuple[str, tuple[StyledLine, ...]]]
_BORDERS = 2
"""Lines of the box above and below what stands in it."""


class EntryList(MarkedList):
    """The entries of a picker, which are wrapped anew when their room has changed."""

    can_focus = False
    """A click chooses; the focus stays where one types, and with it the look of the list."""

    def __init__(self, wrap: Callable[[], object]) -> None:
        """Show entries; `wrap` sets them to another `room`."""
        super().__init__(markup=False)
        self._wrap = wrap
        self._wrapped_to = 0

    def on_resize(self) -> None:
        """Wrap to the new room."""
        before, self._wrapped_to = self._wrapped_to, self.room
        if self.room != before:
            self._wrap()


class Picker(Dialog[str | None]):
    """A list to choose from; typing filters it."""

    DEFAULT_CSS = """
    Picker OptionList { height: auto; border: none; background: $surface; }
    Picker Input { border: none; height: 1; background: $panel; }
    """
    HINT: ClassVar[str] = "type to filter"
    WAYS: ClassVar[str] = "enter choose \u00b7 esc leave"
    about: tuple[StyledLine, ...] = ()
    """What stands over the list: why it asks."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "turn(1)", "Page down", show=False, priority=True),
        Binding("pageup", "turn(-1)", "Page up", show=False, priority=True),
    ]

    def __init__(self, title: str, entries: Entries, empty: str = "") -> None:
        super().__init__()
        self._title_text = title
        self._entries = tuple(entries)
        self._empty = empty
        self._keys: list[str] = []
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A line to type in, and the entries."""
        with Vertical(classes="box"):
            if self.about:
                yield Words()
            yield still(Input(compact=True))
            yield EntryList(lambda: self._fill(self._typed))

    def on_mount(self) -> None:
        """Show all entries."""
        self.query_one(Input).placeholder = self.HINT
        entitle(self, self._title_text, self.WAYS)
        if self.about:
            self.words.show_lines(self.about)
        self._fill("")

    def on_resize(self) -> None:
        """Give the list all lines that the box may have; it scrolls only where there are more entries."""
        above = sum(each.outer_size.height for each in self.query(Words)) + self.query_one(Input).outer_size.height
        self.query_one(OptionList).styles.max_height = max(3, self.size.height * 9 // 10 - _BORDERS - above)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take what was typed."""
        self.show_typed(event.value)

    def show_typed(self, typed: str) -> None:
        """Show the entries that hold every typed word."""
        self._fill(typed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose what was typed, or marked."""
        self.submit(event.value)

    def submit(self, typed: str) -> None:
        """Choose the marked entry."""
        del typed
        marked = self.query_one(OptionList).highlighted
        self.take(self._keys[marked] if marked is not None and marked < len(self._keys) else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the clicked entry."""
        self.take(self._keys[event.option_index])

    def on_click(self, event: events.Click) -> None:
        """Choose nothing by a click beside the box."""
        if event.widget is self:
            self.dismiss(None)

    def take(self, key: str | None) -> None:
        """Close with what was chosen; an empty list stays, for what is typed behind enter is no key of the screen."""
        if key is not None:
            self.dismiss(key)
            return
        nothing = self.why_nothing(self._typed).removesuffix(".")
        tell(self.app, f"{nothing[:1].upper()}{nothing[1:]}: there is nothing to choose; esc leaves.", "warning")

    def action_move(self, by: int) -> None:
        """Mark the next or previous entry."""
        entries = self.query_one(OptionList)
        if by > 0:
            entries.action_cursor_down()
        else:
            entries.action_cursor_up()

    def action_turn(self, pages: int) -> None:
        """Go on or back by about a page, and stop at the ends."""
        entries = self.query_one(OptionList)
        wanted = (entries.highlighted or 0) + pages * max(1, entries.size.height - 2)
        able = [number for number, each in enumerate(entries.options) if not each.disabled]
        entries.highlighted = min(able, key=lambda number: abs(number - wanted), default=None)

    def why_nothing(self, typed: str) -> str:
        """Return why no entry is shown."""
        return self._empty if self._empty and not self._entries else f"nothing holds \u201c{typed.strip()}\u201d"

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        matching = [(key, lines) for key, lines in self._entries if _holds(lines, wanted)]
        # What begins with the typed words is meant rather than what holds them somewhere.
        matching.sort(key=lambda entry: not words_of(entry[1]).strip().casefold().startswith(typed.strip().casefold()))
        entries = self.query_one(EntryList)
        marked = self._keys[entries.highlighted] if entries.highlighted is not None and self._keys else ""
        self._keys = [key for key, _ in matching]
        nothing = [option([line(Styled(self.why_nothing(typed), "muted"))], disabled=True)]
        entries.set_options([option(lines, width=entries.room) for _, lines in matching] or nothing)
        again = self._keys.index(marked) if marked in self._keys and typed == self._typed else 0
        self._typed = typed
        entries.highlighted = again if matching else None


class RemarkPicker(Picker):
    """A list of remarks, each of which takes a line or two on a wide screen."""

    DEFAULT_CSS = """
    RemarkPicker > .box { width: 124; }
    """


class SwitchPicker(Picker):
    """A list that stays while its entries are switched on and off; leaving it keeps what was switched."""

    WAYS = "enter switches \u00b7 esc done"

    def __init__(
        self, title: str, entries: Entries, switch: Callable[[str], tuple[Entries, str]], empty: str = ""
    ) -> None:
        """`switch` takes an entry's key and returns the entries as they are then, and what stands below them.

        `empty` says what to do where no entry holds what was typed.
        """
        super().__init__(title, entries, empty)
        self._switch = switch

    def why_nothing(self, typed: str) -> str:
        """Return what to do instead."""
        return self._empty or super().why_nothing(typed)

    def take(self, key: str | None) -> None:
        """Switch an entry; the list stays."""
        if key is None:
            super().take(key)
        else:
            entries, note = self._switch(key)
            self._entries = tuple(entries)
            self._fill(self._typed)
            entitle(self, self._title_text, f"{note} \u00b7 {self.WAYS}")


def _holds(lines: tuple[StyledLine, ...], wanted: list[str]) -> bool:
    text = words_of(lines).casefold()
    return all(word in text for word in wanted)


def choose(app: App[Any], title: str, entries: Entries, chosen: Callable[[str], object], empty: str = "") -> None:
    """Let somebody choose from a list; `chosen` is called with the key of the entry, and not when they leave it."""

    def answered(key: str | None) -> None:
        if key is not None:
            chosen(key)

    app.push_screen(Picker(title, entries, empty), answered)
