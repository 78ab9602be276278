"""The rows of a comparison: what is compared, which changes are shown, and the one that is marked."""

from collections.abc import Iterator

from textual.screen import Screen

from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.widgets.rows import rows_of
from reviewtui.views.comparison.change_rows import (
    ChangeFilter,
    ChangeRow,
    change_rows,
    counts_line,
    filter_entries,
    filter_name,
)
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.styled_text import Styled, StyledLine, line


class ComparisonRows:
    """Shows a comparison in the list of a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._shown: tuple[ChangeRow, ...] = ()
        self._filter = ChangeFilter()
        self._side_by_side = False
        self.comparison: Comparison | None = None
        self._note = ""

    @property
    def marked(self) -> ChangeRow | None:
        """The marked change."""
        number = rows_of(self._screen).highlighted
        return self._shown[number] if number is not None and number < len(self._shown) else None

    def show(self, comparison: Comparison) -> None:
        """Show how two versions differ."""
        self.comparison = comparison
        self.fill()

    def note(self, words: str) -> None:
        """Say something below the totals; what is compared stays."""
        if words != self._note:
            self._note = words
            self._show_totals()

    def _show_totals(self) -> None:
        if self.comparison is not None:
            note = (line(Styled(self._note, "key")),) if self._note else ()
            self._screen.query_one("#totals", Words).show_lines((counts_line(self.comparison), *note))

    def fill(self) -> None:
        """Show the changes of the filter, set to the present width."""
        comparison = self.comparison
        if comparison is None:
            return
        self._shown = tuple(change_rows(comparison, self._filter))
        self._show_totals()
        rows_of(self._screen).show_titles(filter_name(comparison, self._filter))
        width = max(40, self._screen.size.width - 8) if self._side_by_side else 0
        rows = [(row.lines(width), row.block is not None) for row in self._shown]
        rows_of(self._screen).show_rows(rows or [((line(Styled("Nothing changed.", "muted")),), False)])

    def refit(self) -> None:
        """Set two columns to the present width."""
        if self._side_by_side:
            self.fill()

    def say(self, *sentences: str) -> None:
        """Show sentences where changes would stand."""
        self._shown = ()
        rows_of(self._screen).show_rows(((line(Styled(sentence, "muted")),), False) for sentence in sentences)

    def toggle_sides(self) -> None:
        """Show both versions beside each other, or as one text."""
        self._side_by_side = not self._side_by_side
        self.fill()

    def show_all(self) -> None:
        """Filter nothing, as in another comparison."""
        self._filter = ChangeFilter()

    def choose_filter(self) -> None:
        """Let somebody choose which changes are shown."""
        if self.comparison is not None:
            choose(self._screen.app, "Show only", self._filter_entries(self.comparison), self._set_filter)

    def _filter_entries(self, comparison: Comparison) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
        return ((name, (words,)) for name, _, words in filter_entries(comparison))

    def _set_filter(self, choice: str) -> None:
        if self.comparison is not None:
            self._filter = next(each for name, each, _ in filter_entries(self.comparison) if name == choice)
            self.fill()
