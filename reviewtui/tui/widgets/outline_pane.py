"""The sections with their badges, and the tray of remarks without a place."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from reviewtui.text.markdown.headings import Heading
from reviewtui.tui.appearance.safe_text import option, set_titles
from reviewtui.tui.state.requests import KeyClicked, OpenSection
from reviewtui.tui.widgets.marked_list import MarkedList
from reviewtui.views.findings.finding_marks import FLAW
from reviewtui.views.overview.outline import OutlineRow, Tray
from reviewtui.views.styled_text import Styled, StyledLine

_TRAY = "tray"
_LEAST = 6
"""Cells of a title that are kept before its badges are cut instead."""


class OutlinePane(MarkedList):
    """Lists sections; enter or a click asks for one."""

    DEFAULT_CSS = """
    OutlinePane { border: round $panel-lighten-2; padding: 0; background: $background; height: 1fr; }
    OutlinePane { border-title-color: $foreground; border-subtitle-color: $foreground; }
    OutlinePane:focus { border: heavy $primary; background-tint: $foreground 0%; border-title-style: bold; }
    OutlinePane > .option-list--option-highlighted { background: $primary 12%; color: $foreground; text-style: bold; }
    OutlinePane:focus > .option-list--option-highlighted { background: $primary 32%; }
    OutlinePane { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="outline", markup=False)
        self._rows: tuple[OutlineRow, ...] = ()
        self._tray = Tray()
        self._width = 0
        self._here = 0
        self._headings: tuple[Heading, ...] = ()

    def on_mount(self) -> None:
        """Say what it is."""
        set_titles(self, "Sections")

    def show_rows(self, rows: tuple[OutlineRow, ...], tray: Tray, here: int) -> None:
        """Show the sections; `here` is the number of the one that is read."""
        if (rows, tray) != (self._rows, self._tray) or not self.option_count:
            self._rows, self._tray = rows, tray
            self._fill(here)
        self.mark(here)

    def show_headings(self, number: int, headings: tuple[Heading, ...]) -> None:
        """Show the headings inside a section below it; those of another one are folded away."""
        if headings != self._headings or (headings and number != self._here):
            self._headings = headings
            self._fill(number)
        self.mark(number)

    def mark(self, number: int) -> None:
        """Mark the row of a section."""
        self._here = number
        if number < len(self._rows):
            self.highlighted = self.get_option_index(f"section-{number}")

    def on_resize(self) -> None:
        """Fit the titles to the new width."""
        if self._rows and self._width != self.room:
            self._fill(self._here)
            self.mark(self._here)

    def _fill(self, here: int) -> None:
        self._here, self._width = here, self.room
        options = []
        for row in self._rows:
            options.append(option([_row(row, self._width)], f"section-{row.number}"))
            if row.number == here:
                options += [option([_heading(each)], f"heading-{each.start}") for each in self._headings]
        if self._tray.threads:
            options.append(option([tuple(_tray(self._tray))], _TRAY))
        self.set_options(options)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for what was chosen."""
        event.stop()
        key = event.option_id or ""
        if key == _TRAY:
            self.post_message(KeyClicked("tray"))
        elif key.startswith("heading-"):
            self.post_message(OpenSection(self._here, int(key.removeprefix("heading-"))))
        else:
            self.post_message(OpenSection(int(key.removeprefix("section-"))))


def _heading(heading: Heading) -> StyledLine:
    return (Styled(f"{'  ' * heading.level}  \u2013 ", "muted"), Styled(heading.title, "muted"))


def _row(row: OutlineRow, width: int) -> StyledLine:
    """Return a row `width` cells wide; a long title gives way to what stands behind it."""
    look = "bad" if row.blocking else "alarm" if row.open else "muted"
    badges = tuple(_badges(row))
    room = width - 4 - 2 * row.depth - sum(cell_len(badge.text) for badge in badges)
    title = f"{set_cell_size(row.title, room - 1)}\u2026" if cell_len(row.title) > room > _LEAST else row.title
    count = Styled(f"{row.open:<2} " if row.open else "   ", "strong")
    return (Styled(row.sign, look), count, Styled(f"{'  ' * row.depth}{title}"), *badges)  # type: ignore[arg-type]


def _badges(row: OutlineRow) -> Iterator[Styled]:
    if row.findings:
        yield Styled(f" {FLAW}{row.findings}", "muted")
    if row.new:
        yield Styled(" \u2726 new", "alarm")
    if row.read:
        yield Styled(" \u2713 read", "good")
    if row.pending:
        yield Styled(" \u270e", "pending")
    if row.dirty:
        yield Styled(" *", "muted")
    if row.hidden:
        yield Styled(" hidden characters", "bad")


def _tray(tray: Tray) -> StyledLine:
    parts = [
        f"{len(threads)} {what}"
        for threads, what in (
            (tray.orphaned, "orphaned"),
            (tray.ambiguous, "ambiguous"),
            (tray.general, "on the whole"),
            (tray.decided, "decided"),
        )
        if threads
    ]
    urgent = bool(tray.orphaned or tray.ambiguous)
    return (Styled("tray ", "alarm" if urgent else "muted"), Styled(", ".join(parts)))
