"""How far the draft is from its target: every gate with its evidence, each leading to its place."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reviewtui.domain.record.events import POSITIONS
from reviewtui.tui.appearance.page_geometry import TALL
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.keys.key_sentences import in_keys, lines_in_keys
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.state.requests import ConfirmFirst, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState, Subject, loading_line
from reviewtui.tui.widgets.participation_pane import ParticipationPane
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows, rows_of
from reviewtui.views.compose.new_forms import on_signoff
from reviewtui.views.compose.thread_acts import pending_position, taking_back
from reviewtui.views.readiness.participation_grid import GridRow, pending_position_lines
from reviewtui.views.readiness.readiness_rows import GateRow, gate_rows, position_line, unseen_line, verdict_line
from reviewtui.views.readiness.trend_plot import trend_line
from reviewtui.views.styled_text import Styled, line

_MARGIN = 4
"""Cells beside the verdict."""


class ReadyScreen(BaseScreen):
    """Gates, one line each, and below or beside them who has read what.

    Enter unfolds the evidence of a gate; on a piece of evidence, and on a section, it goes to its place.
    """

    NAME = "ready"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ready")]
    DEFAULT_CSS = """
    ReadyScreen #verdict { height: auto; max-height: 7; padding: 0 2; background: $background; }
    ReadyScreen.-low #verdict { text-wrap: nowrap; text-overflow: ellipsis; }
    ReadyScreen #panes { layout: vertical; height: 1fr; }
    ReadyScreen #grid { height: 1fr; }
    ReadyScreen.-high #grid, ReadyScreen.-low #grid { height: 1; border: none; padding: 0 1; overflow: hidden; }
    ReadyScreen.-high #grid.-turned-to, ReadyScreen.-low #grid.-turned-to { height: 3fr; border: heavy $primary; }
    ReadyScreen.-wide #panes { layout: horizontal; }
    ReadyScreen.-wide #grid, ReadyScreen.-wide #grid.-turned-to { height: 1fr; }
    """

    def __init__(self) -> None:
        acts = {
            "next_item": lambda: self._move(1),
            "previous_item": lambda: self._move(-1),
            "open_place": self._open_place,
            "unfold": self._unfold_all,
            "other_pane": self._change_pane,
            "sign_off": lambda: choose_position(self),
            "undo": lambda: take_position_back(self),
        }
        super().__init__(ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts, self._subject))
        self._gates: tuple[GateRow, ...] = ()
        self._unfolded: frozenset[str] = frozenset()

    def _body(self) -> ComposeResult:
        yield Words(id="verdict")
        with Container(id="panes"):
            yield Rows("rows")
            yield ParticipationPane()

    def _move(self, by: int) -> None:
        """Go up or down in the pane that has the focus."""
        grid = self.query_one(ParticipationPane).rows
        rows = grid if grid.has_focus else rows_of(self)
        (rows.action_cursor_down if by > 0 else rows.action_cursor_up)()

    def _change_pane(self) -> None:
        """Go from the gates to who has read what, or back."""
        grid = self.query_one(ParticipationPane).rows
        (rows_of(self) if grid.has_focus else grid).focus()

    def _show(self, state: ScreenState) -> None:
        judged = state.readiness
        if judged is None:
            wait = loading_line(state, self.names) or line(Styled("Judging …", "muted"))
            self.query_one("#verdict", Words).show_lines([wait])
            return
        look = Styled(in_keys(verdict_line(judged), self.names), "good" if judged.ready else "alarm")
        if not state.judged:
            # Nobody takes what was true a moment ago for what is true now.
            look = Styled(f"As of before the last change: {look.text}", "muted")
        trend = trend_line(state.milestones, self.size.width - _MARGIN)
        verdict = [
            line(look),
            *pending_position_lines(state.draft),
            *((trend,) if trend else ()),
            line(Styled(in_keys(position_line(judged), self.names), "muted")),
        ]
        if judged.unseen is not None and self.size.height >= TALL:
            verdict.append(line(Styled(unseen_line(judged.unseen), "muted")))
        self.query_one("#verdict", Words).show_lines(verdict)
        self._gates = tuple(gate_rows(judged, self._unfolded))
        rows_of(self).show_rows((tuple(lines_in_keys(row.lines, self.names, "muted")), True) for row in self._gates)
        self.query_one(ParticipationPane).show_state(state)
        names = self.names
        yours = f"for an author to do; yours: {names['mark_read']} in the text, {names['sign_off']} signs off"
        ways = f"{names['unfold']} unfolds all, tab who has read what"
        rows_of(self).show_titles("" if state.draft.is_author else yours, ways)

    def _subject(self) -> Subject:
        row = self._marked() if self._is_laid_out else None
        if not isinstance(row, GateRow) or row.evidence is not None or not row.gate.evidence:
            return Subject()
        return Subject(opens="Fold" if row.gate.name in self._unfolded else "Unfold")

    def on_row_marked(self, message: RowMarked) -> None:
        """Let the footer say what enter does to this row."""
        message.stop()
        self.refresh_keys()

    def on_descendant_focus(self) -> None:
        """Let the footer say what enter does in the pane that was turned to."""
        self.refresh_keys()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self._open_place()

    def _marked(self) -> GateRow | GridRow | None:
        grid, marked = self.query_one(ParticipationPane), rows_of(self).highlighted
        if grid.rows.has_focus:
            return grid.marked
        return self._gates[marked] if marked is not None and marked < len(self._gates) else None

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
            tell(self.app, "This line has no place in the text; those with \u21b5 do.", "warning")
            return
        place = row.evidence
        self.post_message(ShowPlace(place.path, place.start or 0, place.end or 0, place.thread, place.finding))


_MEANS = {
    "support": "we want it like this",
    "no-objection": "we can live with it",
    "objection": "not like this; say what would clear it",
    "abstain": "we do not take a position",
    "withdrawn": "our last position does not stand any more",
}


def take_position_back(screen: BaseScreen) -> None:
    """Ask whether the position that is pending is to be removed."""
    pending = pending_position(screen.state.draft) if screen.state is not None else None
    if screen.state is not None and pending is not None:
        screen.post_message(ConfirmFirst(taking_back(screen.state.draft, pending)))


def choose_position(screen: BaseScreen) -> None:
    """Choose a position on the whole policy."""

    def write(position: str) -> None:
        if screen.state is not None:
            screen.write(on_signoff(screen.state.draft, position))

    asked = (
        screen.state is not None and screen.state.draft.organisation in screen.state.draft.effective_settings.asked()
    )
    stands = "on the whole policy as it stands" if asked else "though we were not asked: nothing waits for it"
    entries = ((name, (line(Styled(name, "strong"), Styled(f"  {_MEANS[name]}", "muted")),)) for name in POSITIONS)
    choose(screen.app, f"Our position {stands}", entries, write)
