"""What has happened so far, who did it and why; each entry leads to its place."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.domain.policy.versions import DRAFT, wanted_version
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.state.requests import CompareVersions, ReadVersion, RunActOn, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowPicked, Rows, row_acts, rows_of
from reviewtui.views.readiness.trend_plot import trend_rows
from reviewtui.views.timeline.timeline import HistoryEntry, timeline

_MARGIN = 4
"""Cells beside the table over time."""


class HistoryScreen(BaseScreen):
    """How open remarks, words and readiness went over the versions; below it all that was done, the newest first."""

    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]
    AUTO_FOCUS = "#rows"
    DEFAULT_CSS = """
    HistoryScreen Rows:focus { border: round $primary; }
    HistoryScreen #milestones { height: auto; max-height: 4; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        acts = {**row_acts(self), "open_version": self._open, "compare_version": self._compare}
        super().__init__(ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts))
        self._moments: tuple[HistoryEntry, ...] = ()
        self._shown_of: tuple[object, object, object] = (None, None, None)
        """The draft, day and commits of which the moments are; their rows stay while these are the same objects."""

    def _body(self) -> ComposeResult:
        yield Words(id="milestones")
        yield Rows("rows", counted=True)

    def _show(self, state: ScreenState) -> None:
        self._show_course()
        draft, today, commits = of = (state.draft, state.overview.today, state.commits)
        if any(now is not before for now, before in zip(of, self._shown_of, strict=True)):
            before, self._shown_of = self._marked(), of
            self._moments = timeline(draft, today, commits)
            # What is new comes first; the mark stays at its entry, and not at its number.
            marked = self._moments.index(before) if before in self._moments else None
            rows_of(self).show_rows((((moment.line,), True) for moment in self._moments), marked)

    def on_resize(self) -> None:
        """Show as many versions as there is room for."""
        if self._is_laid_out:
            self._show_course()

    def _show_course(self) -> None:
        milestones = self.query_one("#milestones", Words)
        rows = list(trend_rows(self.state.milestones, self.size.width - _MARGIN)) if self.state is not None else []
        milestones.display = bool(rows)
        milestones.show_lines(rows)

    def on_row_picked(self, message: RowPicked) -> None:
        """Go where the chosen entry leads."""
        message.stop()
        self._open()

    def _marked(self) -> HistoryEntry | None:
        marked = rows_of(self).highlighted
        return self._moments[marked] if marked is not None and marked < len(self._moments) else None

    def _open(self) -> None:
        """Go to the remark, the text as of then, the change, or the readiness that an entry is about."""
        moment = self._marked()
        if moment is None:
            return
        if moment.thread:
            self.post_message(ShowPlace(thread=moment.thread))
        elif moment.version:
            self.post_message(ReadVersion(wanted_version(moment.version)))
        elif moment.compared[1]:
            self.post_message(CompareVersions(*moment.compared))
        elif moment.screen:
            self.post_message(RunActOn(moment.screen, ""))
        else:
            tell(self.app, "This entry has no place of its own.", "warning")

    def _compare(self) -> None:
        moment = self._marked()
        if moment is not None and moment.compared[1]:
            self.post_message(CompareVersions(*moment.compared))
        elif moment is not None and moment.version not in {"", DRAFT}:
            self.post_message(CompareVersions(moment.version, ""))
        else:
            tell(self.app, "Mark a release or a change of the text: they can be compared.", "warning")
