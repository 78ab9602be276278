"""What a reader does about the findings of the content checks: go to them, raise one, dismiss one."""

from collections.abc import Callable

from reviewtui.domain.review.inspection import spots
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.compose.compose_form import ComposeForm
from reviewtui.tui.compose.new_forms import dismissing, raising
from reviewtui.tui.compose.question import Question
from reviewtui.tui.dialogs.choices import ConfirmDialog
from reviewtui.tui.screens.choosing import Choosing
from reviewtui.tui.state.messages import ShowPlace
from reviewtui.views.findings.finding_card import beside_lines, beside_title
from reviewtui.views.findings.finding_marks import step, way_through

_BOX = 82
"""Cells of a line in a dialog, where the screen is wide enough."""


class Inspecting(Choosing):
    """Reading, with the findings on the way."""

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does about findings."""
        return {
            **super().acts,
            "next_finding": lambda: self._step_finding(1),
            "previous_finding": lambda: self._step_finding(-1),
            "raise_finding": self._raise,
            "dismiss_finding": self._dismiss,
            "other_passage": self._go_across,
            "both_passages": self._show_both,
        }

    def show_finding(self, finding: str) -> None:
        """Show a finding, with the caret at the beginning of its first passage."""
        found = self.state.inspection.get(finding) if self.state else None
        if found is None:
            return
        if found.path:
            self.show_place(ShowPlace(found.path, found.start, found.start))
        self.activate(found.id, picked=True)

    def _step_finding(self, by: int) -> None:
        """Go to the next or previous finding; at the end, round to the beginning."""
        section = self.section
        if self.state is None or section is None:
            return
        draft = self.state.draft
        way = way_through(draft, self.state.inspection)
        here = (draft.policy.sections.index(section), section.start + self.reader.caret)
        found = step(draft, way, self.finding.id if self.finding else "", here, by)
        if found is None:
            tell(self.app, "Round again, from the first finding." if by > 0 else "Round again, from the last finding.")
            found = way[0 if by > 0 else -1]
        self.show_finding(found.id)

    def _raise(self) -> None:
        if self.state is not None and self.finding is not None:
            self._write_beside(raising(self.state.draft, self.finding))

    def _dismiss(self) -> None:
        if self.finding is not None:
            self._write_beside(dismissing(self.finding))

    def _write_beside(self, form: ComposeForm) -> None:
        """Open the composer, with the caret's line still in sight above it."""
        self.write(form)
        self.call_after_refresh(self.reader.reveal, self.reader.caret)

    def _go_across(self) -> None:
        """Go to the passage of the finding in which the caret does not stand."""
        finding, section = self.finding, self.section
        if finding is None or section is None:
            return
        here = section.start + self.reader.caret
        first, second = spots(finding)
        path, start, _ = second if first[0] == section.path and first[1] <= here <= first[2] else first
        self.show_place(ShowPlace(path, start, start))
        self.activate(finding.id, picked=True)

    def _show_both(self) -> None:
        """Show both passages beside each other; enter goes to the other one."""
        if self.state is None or self.finding is None:
            return
        draft, width = self.state.draft, min(_BOX, self.app.size.width - 10)
        lines = tuple(beside_lines(draft, self.finding, width))
        question = Question(beside_title(draft, self.finding), lines, "go to the other", ())
        self.app.push_screen(ConfirmDialog(question), self._both_shown)

    def _both_shown(self, across: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
        if across:
            self._go_across()
