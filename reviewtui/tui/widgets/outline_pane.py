"""The sections with their badges, and the tray of remarks without a place."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from reviewtui.text.markdown.headings import Heading
from reviewtui.tui.appearance.page_geometry import ROWS_OF_TWO_LINES
from reviewtui.tui.appearance.safe_text import option, set_titles
from reviewtui.tui.state.requests import KeyClicked, OpenSection
from reviewtui.tui.widgets.marked_list import MarkedList
from reviewtui.views.findings.finding_marks import BARRING_FLAW
from reviewtui.views.overview.outline import OutlineRow, Tray
from reviewtui.views.styled_text import Look, Styled, StyledLine

_TRAY = "tray"
_LEAD = 4
"""Cells before a title: the sign and the count of open remarks."""
_MOST_LINES = 2
"""Lines of a title where there are many."""
_HANGING = 2
"""Cells by which the second line of a title stands further in, so that it is not taken for another one."""
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
        self._shape = (0, 1)
        """Cells and lines of a row."""
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
        """Fit the titles to the new size."""
        if self._rows and self._shape != self._room_of_row:
            self._fill(self._here)
            self.mark(self._here)

    @property
    def _room_of_row(self) -> tuple[int, int]:
        return self.room, _MOST_LINES if self.screen.size.height >= ROWS_OF_TWO_LINES else 1

    def _fill(self, here: int) -> None:
        self._here, self._shape = here, self._room_of_row
        options = []
        for row in self._rows:
            options.append(option(_row(row, *self._shape), f"section-{row.number}"))
            if row.number == here:
                options += [option(_heading(each, *self._shape), f"heading-{each.start}") for each in self._headings]
        if self._tray.threads:
            options.append(option(_tray(self._tray, *self._shape), _TRAY))
        self.set_options(options)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for what was chosen."""
        event.stop()
        key = event.option_id or ""
        self.post_message(KeyClicked("tray") if key == _TRAY else self._section_of(key))

    @property
    def chosen(self) -> OpenSection | None:
        """The section or heading whose row is marked, while keys go to the outline; None else."""
        marked = self.highlighted_option
        is_section = self.has_focus and marked is not None and marked.id not in {None, _TRAY}
        return self._section_of(marked.id or "") if is_section and marked is not None else None

    def _section_of(self, key: str) -> OpenSection:
        if key.startswith("heading-"):
            return OpenSection(self._here, int(key.removeprefix("heading-")))
        return OpenSection(int(key.removeprefix("section-")))


def _heading(heading: Heading, width: int, most: int) -> list[StyledLine]:
    lead = f"{' ' * _LEAD}{'  ' * (heading.level - 1)}"
    words = _lines(heading.title, width - cell_len(lead), most)
    hanging = lead + " " * _HANGING
    return [(Styled(hanging if number else lead), Styled(each, "muted")) for number, each in enumerate(words)]


def _row(row: OutlineRow, width: int, most: int) -> list[StyledLine]:
    """Return a row `width` cells wide, in at most so many lines; a longer title gives way to what stands behind it."""
    look: Look = "bad" if row.blocking else "alarm" if row.open else "muted"
    badges, indent = tuple(_badges(row)), "  " * row.depth
    behind = sum(cell_len(badge.text) for badge in badges)
    words = _lines(row.title, width - _LEAD - len(indent), most, behind)
    lead = (Styled(row.sign, look), Styled(f"{row.open:<2} " if row.open else "   ", "strong"))
    lines: list[StyledLine] = [(Styled(f"{indent}{each}"),) for each in words]
    lines[-1] = (*lines[-1], *badges)
    return [(*lead, *lines[0]), *((Styled(" " * (_LEAD + _HANGING)), *each) for each in lines[1:])]


def _lines(words: str, room: int, most: int, behind: int = 0) -> list[str]:
    """Return words in at most so many lines of `room` cells, with room for what stands `behind` the last one."""
    lines: list[str] = []
    while len(lines) < most - 1 and cell_len(words) > room - behind:
        fits = _beginning(words, min(room, cell_len(words) - 1))
        if not fits:
            break
        room -= 0 if lines else _HANGING
        lines.append(fits)
        words = words[len(fits) :].strip()
    if cell_len(words) > room - behind > _LEAST:
        words = f"{set_cell_size(words, room - behind - 1)}\u2026"
    return [*lines, words]


def _beginning(words: str, room: int) -> str:
    """Return as many whole words as there is room for; none where the first one is too long."""
    fits = ""
    for word in words.split(" "):
        longer = f"{fits} {word}" if fits else word
        if cell_len(longer) > room:
            break
        fits = longer
    return fits


def _badges(row: OutlineRow) -> Iterator[Styled]:
    if row.new:
        yield Styled(" \u2726 new", "alarm")
    if row.read:
        yield Styled(" \u2713 read", "good")
    if row.bars:
        yield Styled(f" {BARRING_FLAW}", "muted")
    if row.pending:
        yield Styled(" \u270e", "pending")
    if row.dirty:
        yield Styled(" edited", "muted")
    if row.hidden:
        yield Styled(" hidden characters", "bad")


def _tray(tray: Tray, width: int, most: int) -> list[StyledLine]:
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
    first, *more = _lines(", ".join(parts), width - 5, most)
    return [
        (Styled("tray ", "alarm" if urgent else "muted"), Styled(first)),
        *(((Styled(f"     {each}"),)) for each in more),
    ]
