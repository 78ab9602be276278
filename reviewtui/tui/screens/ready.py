"""How far the draft is from its target: every gate with its evidence, each leading to its place."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.domain.review.organisations.participation import participations
from reviewtui.tui.appearance.plain import Words, set_titles, tell
from reviewtui.tui.keys.key_sentences import lines_in_keys
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.screens.position_choice import choose_position
from reviewtui.tui.screens.row_list import row_acts, rows_of
from reviewtui.tui.state.loading import loading_line
from reviewtui.tui.state.requests import ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows
from reviewtui.views.readiness.course_plot import course_rows
from reviewtui.views.readiness.gate_rows import GateRow, gate_rows
from reviewtui.views.readiness.participation_grid import GridRow, grid_rows
from reviewtui.views.readiness.readiness_rows import verdict_line
from reviewtui.views.styled_text import Styled, StyledLine, line


class ReadyScreen(BaseScreen):
    """Gates, one line each; enter unfolds the evidence of one, and on a piece of evidence goes to its place."""

    NAME = "ready"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ready")]
    DEFAULT_CSS = """
    ReadyScreen #verdict { height: auto; max-height: 3; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        acts = {
            **row_acts(self),
            "open_place": self._open_place,
            "unfold": self._unfold_all,
            "sign_off": lambda: choose_position(self),
        }
        super().__init__(ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts))
        self._shown: tuple[GateRow | GridRow, ...] = ()
        self._unfolded: frozenset[str] = frozenset()

    def _body(self) -> ComposeResult:
        yield Words(id="verdict")
        yield Rows("rows")

    def _show(self, state: ScreenState) -> None:
        judged = state.readiness
        if judged is None:
            wait = loading_line(state, self.names) or line(Styled("Judging …", "muted"))
            self.query_one("#verdict", Words).show_lines([wait])
            return
        look = Styled(verdict_line(judged), "good" if judged.ready else "alarm")
        self.query_one("#verdict", Words).show_lines([line(look), line(Styled(judged.position, "muted"))])
        grid = grid_rows(state.draft, participations(state.draft, state.overview.today))
        over_time = (GridRow(row) for row in course_rows(state.course))
        self._shown = (*gate_rows(judged, self._unfolded), *grid, *over_time)
        rows_of(self).show_rows(self._row(row) for row in self._shown)
        self._say_what_is_marked()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self._open_place()

    def on_row_marked(self, message: RowMarked) -> None:
        """Say in words what the marked row says in signs."""
        message.stop()
        self._say_what_is_marked()

    def _say_what_is_marked(self) -> None:
        row = self._marked()
        steps = row.said if isinstance(row, GridRow) else ""
        set_titles(rows_of(self), "", steps or f"{self.names['unfold']} unfolds all")

    def _marked(self) -> GateRow | GridRow | None:
        marked = rows_of(self).highlighted
        return self._shown[marked] if marked is not None and marked < len(self._shown) else None

    def _unfold(self, gates: frozenset[str]) -> None:
        self._unfolded = gates
        if self.state is not None:
            self._show(self.state)

    def _unfold_all(self) -> None:
        """Show the evidence of every gate, or of none."""
        judged = self.state.readiness if self.state is not None else None
        gates = frozenset(gate.name for gate in judged.gates) if judged is not None else frozenset()
        self._unfold(frozenset() if self._unfolded else gates)

    def _open_place(self) -> None:
        row = self._marked()
        if isinstance(row, GateRow) and row.evidence is None and row.gate.evidence:
            self._unfold(self._unfolded ^ {row.gate.name})
            return
        if isinstance(row, GridRow) and row.section is not None:
            self.post_message(ShowPlace(row.section.path, row.section.start, row.section.start))
            return
        row = row if isinstance(row, GateRow) else None
        if row is None or row.evidence is None or not row.leads:
            tell(self.app, "This line has no place in the text; those with \u25b8 do.", "warning")
            return
        place = row.evidence
        self.post_message(ShowPlace(place.path, place.start or 0, place.end or 0, place.thread, place.finding))

    def _row(self, row: GateRow | GridRow) -> tuple[tuple[StyledLine, ...], bool]:
        if isinstance(row, GateRow):
            return tuple(lines_in_keys(row.lines, self.names, "muted")), True
        return (row.line,), row.section is not None
