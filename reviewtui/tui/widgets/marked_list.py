"""A list in which the chosen row is seen without colour: a sign stands before it."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

CHOSEN_ROW = "\u25b8"
"""What stands before the row that a key acts on."""


class MarkedList(OptionList):
    """Every list of the app: one cell before its rows is the sign's; without colours the row is reversed too."""

    DEFAULT_CSS = """
    MarkedList { padding: 0 1 0 0; }
    MarkedList > .option-list--option { padding: 0 0 0 1; }
    """

    @property
    def room(self) -> int:
        """Cells of a row beside its sign; 0 while nobody knows."""
        return max(0, self.scrollable_content_region.width - len(CHOSEN_ROW))

    def on_resize(self) -> None:
        """Keep the chosen row in sight, whatever takes room from the list; one line shows how the list begins."""
        if self.scrollable_content_region.height > 1:
            self.scroll_to_highlight()

    def render_line(self, y: int) -> Strip:
        """Return a line, of the chosen row with its sign."""
        strip, at = super().render_line(y), self.scroll_offset.y + y
        row, part = self._lines[at] if at < len(self._lines) else (-1, 0)
        if row != self.highlighted or self.get_option_at_index(row).disabled:
            return strip
        if part == 0:
            first = next(iter(strip.crop(0, 1)), Segment(""))
            strip = Strip([Segment(CHOSEN_ROW, first.style), *strip.crop(1)], strip.cell_length)
        # Textual drops "reverse" from the style of a row.
        return strip.apply_style(Style(reverse=True)) if self.app.no_color else strip
