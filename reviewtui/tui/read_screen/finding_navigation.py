"""The way through what the content checks find: go to findings, raise one as a remark, dismiss one."""

from collections.abc import Callable
from functools import partial

from reviewtui.domain.review.findings.inspection import spots
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.state.requests import ShowPlace
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.new_forms import dismissing, raising
from reviewtui.views.compose.question import Question
from reviewtui.views.findings.finding_card import beside_lines, beside_title
from reviewtui.views.findings.finding_marks import in_reading_order, step

_BOX = 82
"""Cells of a line in a dialog, where the screen is wide enough."""


class FindingNavigation:
    """Goes from finding to finding in reading order."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done about findings, by act."""
        return {
            "next_finding": lambda: self._step(1),
            "previous_finding": lambda: self._step(-1),
            "raise_finding": self._raise,
            "dismiss_finding": self._dismiss,
            "other_passage": self._go_across,
            "both_passages": self._show_both,
        }

    def _step(self, by: int) -> None:
        """Go to the next or previous finding; at the end, round to the beginning."""
        view, section, state = self._view, self._view.section, self._view.state
        if state is None or section is None:
            return
        way = in_reading_order(state.draft, state.inspection)
        here = (state.draft.policy.sections.index(section), section.start + view.reader.caret)
        finding = step(state.draft, way, view.finding.id if view.finding else "", here, by)
        if finding is None:
            which = "first" if by > 0 else "last"
            tell(view.screen.app, f"Round again, from the {which} finding.")
            finding = way[0 if by > 0 else -1]
        view.show_finding(finding.id)

    def _raise(self) -> None:
        if self._view.state is not None and self._view.finding is not None:
            self._write(raising(self._view.state.draft, self._view.finding))

    def _dismiss(self) -> None:
        if self._view.finding is not None:
            self._write(dismissing(self._view.finding))

    def _write(self, form: ComposeForm) -> None:
        """Open the composer, with the text around the caret above it."""
        reader = self._view.reader
        self._view.screen.write(form)
        self._view.screen.call_after_refresh(partial(reader.page.make_room, reader.caret, comes_back=True))

    def _go_across(self) -> None:
        """Go to the passage of the finding in which the caret does not stand."""
        view, finding, section = self._view, self._view.finding, self._view.section
        if finding is None or section is None:
            return
        here = section.start + view.reader.caret
        first, second = spots(finding)
        path, start, _ = second if first[0] == section.path and first[1] <= here <= first[2] else first
        view.show_place(ShowPlace(path, start, start))
        view.activate(finding.id, picked=True)

    def _show_both(self) -> None:
        """Show both passages beside each other; enter goes to the other one."""
        view = self._view
        if view.state is None or view.finding is None:
            return
        lines = tuple(beside_lines(view.state.draft, view.finding, min(_BOX, view.screen.app.size.width - 10)))
        question = Question(beside_title(view.state.draft, view.finding), lines, "go to the other", ())

        def answered(across: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if across:
                self._go_across()

        view.screen.app.push_screen(ConfirmDialog(question), answered)
