"""What is confirmed before it is done, and conflicts that a person has to settle."""

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog, ConflictAnswer, conflict_dialog
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.state.requests import CarryOut
from reviewtui.views.compose.new_forms import on_thread
from reviewtui.views.compose.question import Question


class Confirmations:
    """Asks before something is done."""

    def __init__(self, services: AppServices) -> None:
        self._app = services.app
        self._screens = services.screens

    def ask(self, question: Question) -> None:
        """Have something confirmed before it is done."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self._app.post_message(CarryOut(*question.commands, form=question.form))
            elif question.form:
                self._screens.shown.composer.go_on()

        self._app.push_screen(ConfirmDialog(question), answered)

    def settle(self, conflict: Conflict, failed: CarryOut) -> None:
        """Show a conflict; an author can write the words that settle it, or decline."""
        thread = self._decided_by(failed)

        def answered(answer: ConflictAnswer | None) -> None:
            if thread is not None and answer and self._screens.state is not None:
                act = "accept_with" if answer == "words" else "declined"
                self._screens.shown.write(on_thread(act, self._screens.state.draft, thread))

        sentence = in_keys(str(conflict), self._screens.shown.names)
        self._app.push_screen(conflict_dialog(conflict, sentence, can_settle=thread is not None), answered)

    def _decided_by(self, failed: CarryOut) -> Thread | None:
        command = failed.commands[0] if failed.commands else None
        if not isinstance(command, Decide) or command.words is not None or self._screens.state is None:
            return None
        return self._screens.state.draft.review.threads.get(command.thread)
