"""The thread beside the text."""

from collections.abc import Iterable
from itertools import takewhile
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from reviewtui.tui.appearance.safe_text import content, set_titles
from reviewtui.tui.widgets.stable_scrolling import StableScrollView
from reviewtui.views.styled_text import StyledLine


class ThreadPane(StableScrollView, can_focus=True):
    """Shows lines with a title; scrolls when there are many.

    It draws its lines itself: another thread changes nothing on the screen but this pane, and nothing is arranged anew.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]
    DEFAULT_CSS = """
    ThreadPane { border: round $panel-lighten-2; padding: 0 1; background: $background; scrollbar-size-vertical: 1; }
    ThreadPane { border-title-color: $foreground; border-subtitle-color: $foreground; overflow-x: hidden; }
    ThreadPane { overflow-y: scroll; }
    ThreadPane:focus { border: heavy $primary; border-title-style: bold; }
    """

    def __init__(self, id: str = "thread") -> None:  # noqa: A002 - Textual calls it that
        super().__init__(id=id)
        self._shown: tuple[StyledLine, ...] = ()
        self._titles = ("", "")
        self._strips: list[Strip] = []
        self._set_for: tuple[int, tuple[StyledLine, ...], Style] | None = None
        """The width, the lines and the colours that `_strips` are of."""
        self._reveals_next = False
        self.is_behind = False
        """Whether the pane says that what it shows is being read again."""

    def say_behind(self, *, is_behind: bool) -> None:
        """Say in the border that what stands here is being read again, since something was done; or no more."""
        if is_behind != self.is_behind:
            self.is_behind = is_behind
            self._show_titles()

    def _show_titles(self) -> None:
        title, hint = self._titles
        set_titles(self, title, "being read again \u2026" if self.is_behind else hint)

    def show_card(self, title: str, lines: Iterable[StyledLine], hint: str = "") -> None:
        """Show a thread, from its beginning when it is another one."""
        shown = tuple(lines)
        if shown == self._shown and self._titles == (title, hint):
            return
        before, self._shown = self._shown, shown
        is_other = title != self._titles[0]
        if is_other:
            self.scroll_to(y=0, animate=False, force=True)
        self._titles = (title, hint)
        self._show_titles()
        self._set_lines()
        if self.styles.is_auto_height:
            self._fit_height()
        if self._reveals_next and (is_other or len(shown) > len(before)):
            self._reveals_next = False
            if not is_other:
                self.call_after_refresh(self._reveal_added, before)

    def reveal_next_words(self) -> None:
        """Bring into sight what is added to the thread next: somebody has just written it."""
        self._reveals_next = True

    def _reveal_added(self, before: tuple[StyledLine, ...]) -> None:
        """Scroll as little as brings the lines into sight that came since `before`, their first one in any case."""
        alike = (old == new for old, new in zip(reversed(before), reversed(self._shown), strict=False))
        end = len(self._shown) - sum(takewhile(bool, alike))
        start = max(0, end - max(0, len(self._shown) - len(before)))
        width, height = self.scrollable_content_region.size
        first, behind = (len(self._set_to(width, self._shown[:number])) if number else 0 for number in (start, end))
        top = min(first, max(self.scroll_offset.y, behind - height))
        self.scroll_to(y=top, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines, and what stands in the border, to the new width."""
        del event
        self._show_titles()
        self._set_lines()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are: where the pane stands below the text, a short remark takes little of it."""
        del container, viewport
        is_set = self._set_for == (width, self._shown, self.visual_style)
        return max(1, len(self._strips if is_set else self._set_to(width, self._shown)))

    def notify_style_update(self) -> None:
        """Set the lines in the new colours."""
        super().notify_style_update()
        self._set_for = None  # a theme can change the colours of words alone
        if self.is_attached and self._shown:
            self._set_lines()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the pane."""
        if self._set_for is None or self._set_for[1] is not self._shown:
            # It had no room when it was told what to show: its title does not stand over the words of another remark.
            self._set_lines()
        number, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if number >= len(self._strips):
            return Strip.blank(width, self.rich_style)
        strip = self._strips[number].adjust_cell_length(width, self.rich_style)
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is not None:
            start, end = span[0], width if span[1] < 0 else span[1]
            style = self.screen.get_component_rich_style("screen--selection")
            marked = strip.crop(start, end).apply_style(style)
            strip = Strip.join([strip.crop(0, start), marked, strip.crop(end, width)])
        return strip.apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words over which the mouse was drawn, without the blanks that fill a line."""
        return selection.extract("\n".join(strip.text.rstrip() for strip in self._strips)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        del selection
        self.refresh()

    def _set_lines(self) -> None:
        width = self.scrollable_content_region.width
        wanted = width, self._shown, self.visual_style
        if width <= 0 or self._set_for == wanted:
            return
        self._set_for, self._strips = wanted, self._set_to(width, self._shown)
        size = Size(width, len(self._strips))
        if self.virtual_size != size:
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        self.refresh()

    def _set_to(self, width: int, lines: tuple[StyledLine, ...]) -> list[Strip]:
        return Visual.to_strips(self, content(lines), width, None, self.visual_style)

    def _fit_height(self) -> None:
        """Ask for another height only where it would be another one: arranging everything anew takes time."""
        least, most = self.styles.min_height, self.styles.max_height
        bounds = [int(bound.value) for bound in (least, most) if bound is not None]
        wanted = sorted((*bounds, len(self._strips) + self.gutter.height))[1] if len(bounds) == 2 else None
        if wanted != self.outer_size.height:
            self.refresh(layout=True)
