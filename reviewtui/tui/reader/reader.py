"""The widget in which one section is read: its keys, and which of its parts does what.

`scrolling` lays lines out, `painting` draws them, `caret_control` moves the caret, `pointer` is the mouse.
"""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.strip import Strip

from reviewtui.tui.appearance.safe_text import set_titles
from reviewtui.tui.keys.reader_keys import bindings
from reviewtui.tui.reader.caret import Caret, CaretStep
from reviewtui.tui.reader.caret_control import CaretControl
from reviewtui.tui.reader.highlight import ChangedPassage, Highlight, MarkedPassages
from reviewtui.tui.reader.pointer import Pointer
from reviewtui.tui.reader.reader_styles import CSS, NAMES
from reviewtui.tui.reader.scrolling import PageScroll
from reviewtui.tui.reader.visible_lines import PagePainting
from reviewtui.tui.state.requests import MatchWanted
from reviewtui.tui.widgets.stable_scrolling import StableScrollView
from reviewtui.views.page.layout import Layout
from reviewtui.views.page.links import link_at


class Reader(StableScrollView, can_focus=True):
    """Shows one section and lets passages be marked in it.

    Values come in by `show`, `go_to` and `select`; `CaretMoved`, `SelectionChanged`, `HighlightPicked` and
    `MatchWanted` go out. All offsets are code points of the source that is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{name}" for name in NAMES}
    ALLOW_SELECT = False

    def __init__(self, *, measure: int = 80, id: str | None = None) -> None:  # noqa: A002 - Textual calls it that
        super().__init__(id=id)
        self.page = PageScroll(self, measure)
        self._caret = Caret()
        self._painting = PagePainting(self, self.page, self._caret)
        self._control = CaretControl(self, self.page, self._caret, self._painting)
        self.found: tuple[int, int] | None = None
        """What a search shows as selected: that is nobody's choice, and no remark is to be about it unasked."""
        self.is_only_shown: Callable[[], bool] = lambda: False
        """Says whether the selection is only what somebody was shown, which escape does not drop."""
        self._rows = 0
        self._pointer = Pointer(self, self.page, self._caret, self._painting)

    @property
    def prose(self) -> Layout:
        """The text as it is set into lines."""
        return self.page.prose

    @property
    def passages(self) -> MarkedPassages:
        """What is marked in the text."""
        return self._painting.passages

    @property
    def caret(self) -> int:
        """Source offset of the caret."""
        return self._caret.place

    @property
    def selected(self) -> tuple[int, int]:
        """The selected passage; equal ends when nothing is selected."""
        return self._caret.selected

    @property
    def selecting(self) -> bool:
        """Whether every move extends the selection."""
        return self._caret.selecting

    @property
    def link(self) -> str | None:
        """Where the link under the caret leads to, raw; None when there is none."""
        return link_at(self.prose.outline, self._caret.place)

    def show(
        self,
        source: str,
        *,
        highlights: Iterable[Highlight] = (),
        changed: Iterable[ChangedPassage] = (),
        title: str = "",
        again: bool = False,
    ) -> None:
        """Show a text with what is marked in it; caret and selection stay when the text is the same.

        With `again` it is the same text as before, changed: caret and selection stay at their words, and those on
        their line of the screen.
        """
        another = source != self.prose.source
        if another and again and self.prose.source:
            self._control.carry_over(source)
            another = False
        self._painting.passages = MarkedPassages(highlights, changed)
        set_titles(self, title)
        if another:
            self._caret.reset(0)
        self.page.show_source(source)
        if another:
            self._caret.reset(self.prose.nearest_place(self.prose.outline.beginning))
        self._painting.repaint()

    def activate(self, key: str) -> None:
        """Make the highlights of `key` the active ones."""
        self._painting.activate(key)

    def go_to(self, offset: int) -> None:
        """Put the caret at `offset`, or where what follows it is shown, with text around it."""
        place = self.prose.nearest_place(offset)
        self._control.move(place, extend=False)
        self.page.arrive(place)

    def go_back_to(self, offset: int) -> None:
        """Put the caret at `offset`, which is in sight; nothing moves."""
        self._control.move(offset, extend=False, context=0)

    def select(self, start: int, end: int) -> None:
        """Select a passage and bring it into sight; the caret stands at its end."""
        self._control.select(start, end)

    def show_marks(self, *, shown: bool) -> None:
        """Show the Markdown marks and the targets of links too, or hide them again."""
        self.page.show_marks(shown=shown)
        self._painting.repaint()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen as cells."""
        return self._painting.line(y)

    def notify_style_update(self) -> None:
        """Look the styles up again when a theme or style changed."""
        super().notify_style_update()
        self._painting.restyle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what has come into sight, before it is painted."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.page.settle()

    def on_resize(self, event: events.Resize) -> None:
        """Set the text to the new width; the line of the caret stays on its row, out of sight the first line does."""
        before, row = self.prose, self.prose.position_of(self._caret.place)[0] - self.page.top
        was_seen = 0 <= row < self._rows
        self._rows = event.size.height
        self.page.fit()
        if was_seen and before is not self.prose:
            self.page.scroll_to_row(self._caret.place, row)
        if was_seen:
            # A form takes its room only while something is written in it; with a thread beside the text one reads on.
            self.page.make_room(self._caret.place, comes_back=not self.has_focus)
        self._painting.repaint()

    @on(events.Focus)
    @on(events.Blur)
    def _repaint_caret(self) -> None:
        """Show whether keys move the caret, or go elsewhere."""
        self._painting.repaint()

    @on(events.MouseDown)
    @on(events.MouseMove)
    @on(events.MouseUp)
    def _follow_pointer(self, event: events.MouseEvent) -> None:
        self._pointer.follow(event)

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked, or select around it."""
        self._pointer.click(event)

    def action_move(self, step: CaretStep, direction: int, extend: bool = False) -> None:  # noqa: FBT001, FBT002 - a key's
        """Move the caret by one step; while selecting, the selection goes with it."""
        self._control.step(step, direction, extend=extend or self._caret.selecting)

    def action_move_lines(self, lines: int, extend: bool = False) -> None:  # noqa: FBT001, FBT002 - a key's argument
        """Move the caret down or up; while selecting, the selection goes with it."""
        self._control.step_lines(lines, extend=extend or self._caret.selecting)

    def action_turn_page(self, direction: int) -> None:
        """Turn a page; the caret keeps its place on the screen."""
        self._control.turn_page(direction)

    def action_start_selecting(self) -> None:
        """Start a selection at the caret, which the next moves extend; or end it."""
        self._control.toggle_selecting()

    def action_resize_selection(self, direction: int) -> None:
        """Select the word at the caret, then its sentence, paragraph and section; or less again."""
        if direction > 0:
            self._control.grow_selection()
        else:
            self._control.shrink_selection()

    def action_drop_selection(self) -> None:
        """Drop the selection; without one, and where it was only shown, the key goes on to the screen."""
        if not self._caret.selecting and (self._caret.anchor is None or self.is_only_shown()):
            raise SkipAction
        self._control.drop_selection()

    def action_next_match(self, direction: int) -> None:
        """Ask for the next or previous place of what is searched for: it may stand in another section."""
        self.post_message(MatchWanted(direction))

    def action_pick_highlight(self) -> None:
        """Pick the remark at the caret; again: the next one of those that overlap there."""
        if not self._pointer.pick(self._caret.place):
            raise SkipAction

    def action_toggle_marks(self) -> None:
        """Show the Markdown marks and where links lead to, or hide them."""
        self.show_marks(shown=not self.page.marks_shown)
        self.page.reveal(self._caret.place)


def chosen_passage(reader: Reader) -> tuple[int, int]:
    """Return the passage that somebody selected; equal ends where nobody did, at the caret or at what was found."""
    start, end = reader.selected
    return (start, start) if (start, end) == reader.found and not reader.selecting else (start, end)
