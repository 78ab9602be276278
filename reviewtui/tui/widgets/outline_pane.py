"""The sections with their badges, and the tray of remarks without a place."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from textual.widgets import OptionList

from reviewtui.tui.appearance.plain import option, set_titles
from reviewtui.tui.state.requests import KeyClicked, OpenSection
from reviewtui.views.findings.finding_marks import FLAW
from reviewtui.views.overview.outline import OutlineRow, Tray
from reviewtui.views.styled_text import Styled, StyledLine

_TRAY = "tray"
_LEAST = 6
"""Cells of a title that are kept before its badges are cut instead."""


class OutlinePane(OptionList):
    """Lists sections; enter or a click asks for one."""

    DEFAULT_CSS = """
    OutlinePane { border: round $panel-lighten-2; padding: 0; background: $background; height: 1fr; }
    OutlinePane { border-title-color: $foreground; border-subtitle-color: $foreground; }
    OutlinePane:focus { border: round $primary; background-tint: $foreground 0%; }
    OutlinePane > .option-list--option-highlighted { background: $primary 22%; color: $foreground; text-style: bold; }
    OutlinePane { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__(id="outline", markup=False)
        self._rows: tuple[OutlineRow, ...] = ()
        self._tray = Tray((), (), ())
        self._width = 0

    def on_mount(self) -> None:
        """Say what it is."""
        set_titles(self, "Sections")

    def show_rows(self, rows: tuple[OutlineRow, ...], tray: Tray, here: int) -> None:
        """Show the sections; `here` is the number of the one that is read."""
        width = self.scrollable_content_region.width
        if (rows, tray, width) != (self._rows, self._tray, self._width) or not self.option_count:
            self._rows, self._tray, self._width = rows, tray, width
            options = [option([_row(row, width)], f"section-{row.number}") for row in rows]
            if tray.threads:
                options.append(option([tuple(_tray(tray))], _TRAY))
            self.set_options(options)
        if here < self.option_count:
            self.highlighted = here

    def on_resize(self) -> None:
        """Fit the titles to the new width."""
        if self._rows:
            self.show_rows(self._rows, self._tray, self.highlighted or 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for what was chosen."""
        event.stop()
        key = event.option_id or ""
        if key == _TRAY:
            self.post_message(KeyClicked("tray"))
        else:
            self.post_message(OpenSection(int(key.removeprefix("section-"))))


def _row(row: OutlineRow, width: int) -> StyledLine:
    """Return a row `width` cells wide; a long title gives way to what stands behind it."""
    look = "bad" if row.blocking else "alarm" if row.open else "muted"
    badges = tuple(_badges(row))
    room = width - 5 - 2 * row.depth - sum(cell_len(badge.text) for badge in badges)
    title = f"{set_cell_size(row.title, room - 1)}\u2026" if cell_len(row.title) > room > _LEAST else row.title
    count = Styled(f"{row.open:>2} ", "strong") if row.open else Styled("   ")
    return (Styled(f"{row.sign} ", look), count, Styled(f"{'  ' * row.depth}{title}"), *badges)  # type: ignore[arg-type]


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
        )
        if threads
    ]
    urgent = bool(tray.orphaned or tray.ambiguous)
    return (Styled("tray ", "alarm" if urgent else "muted"), Styled(", ".join(parts)))
