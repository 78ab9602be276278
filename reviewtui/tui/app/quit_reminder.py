"""Leaving the app by its key: whoever has said something that nobody sees yet is reminded of it first."""

from collections.abc import Awaitable, Callable, Iterator

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import AnswerDialog
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.styled_text import Styled, StyledLine, line


class QuitReminder:
    """Asks once, where there is a reason to; ctrl+q leaves in any case."""

    def __init__(self, services: AppServices, leave: Callable[[], Awaitable[object]]) -> None:
        self._app = services.app
        self._screens = services.screens
        self._leave = leave

    def begin(self) -> None:
        """Leave; with something that others do not see yet, or a half-written form, ask first."""
        state = self._screens.state
        names = self._screens.shown.names
        lines = tuple(_reminders(state, names["submit"], names["sync"])) if state is not None else ()
        if state is None or not lines[:-2]:
            self._app.call_later(self._leave)
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self._app.call_later(self._leave)

        # The key that asked neither leaves nor closes the question: pressed twice it would do either by surprise.
        ways = (("enter", "y"), "leave", True), (("escape", "n"), "stay", False)
        self._app.push_screen(AnswerDialog("Leave?", lines, ways), answered)


def _reminders(state: ScreenState, submit: str, share: str) -> Iterator[StyledLine]:
    """Yield what others do not see yet, each with the key that changes that."""
    overview = state.overview
    if overview.pending:
        what = Styled(f"{overview.pending_words} pending", "pending")
        yield line(what, f": seen by nobody until submitted ({submit}).")
    apart = overview.apart
    if apart.to_share_number:
        yield line(
            f"{apart.to_share_number} to share: {apart.to_share_words}, in this clone alone until shared ({share})."
        )
    edited = [text.path for text in state.draft.policy.texts.values() if text.dirty]
    if edited and state.draft.is_author and not state.version:
        yield line(f"{counted(len(edited), 'text')} edited and not committed: ", first_few(edited, 2), ".")
    if state.unsaved:
        yield line(
            Styled(f"{state.unsaved} half written", "alarm"), ": kept on this disk, and there when you come back."
        )
    yield ()
    yield line(Styled("Nothing that you saved or typed is lost by leaving.", "muted"))
