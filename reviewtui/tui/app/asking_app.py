"""The app's questions: what is confirmed before it is done, and conflicts that a person has to settle."""

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.tui.app.desk_app import DeskApp
from reviewtui.tui.compose.compose_form import ComposeForm
from reviewtui.tui.compose.new_forms import on_thread
from reviewtui.tui.compose.question import Question
from reviewtui.tui.compose.thread_acts import begin
from reviewtui.tui.dialogs.choices import ConfirmDialog, ConflictAnswer, ConflictDialog
from reviewtui.tui.state.messages import CarryOut, ConfirmFirst


class AskingApp(DeskApp):
    """Shows what an act would do, and asks."""

    def begin(self, act: str) -> None:
        """Begin what a key does to the thread at hand: ask, or have something written."""
        thread, state = self.here.thread, self.state
        if thread is None or state is None:
            return
        try:
            step = begin(act, state.draft, thread)
        except Conflict as conflict:
            self.settle(conflict, CarryOut(Decide(thread.id, "accepted")))
            return
        if isinstance(step, ComposeForm):
            self.here.write(step)
        else:
            self.ask(step)

    def on_confirm_first(self, message: ConfirmFirst) -> None:
        """Have something confirmed that a screen wants to be done."""
        self.ask(message.question)

    def ask(self, question: Question) -> None:
        """Have something confirmed before it is done."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self.post_message(CarryOut(*question.commands))

        self.push_screen(ConfirmDialog(question), answered)

    def settle(self, conflict: Conflict, asked: CarryOut) -> None:
        """Show a conflict; an author can write the words that settle it, or decline."""
        thread = self._decided(asked)

        def settled(settlement: ConflictAnswer | None) -> None:
            if thread is not None and settlement and self.state is not None:
                act = "accept_with" if settlement == "words" else "declined"
                self.here.write(on_thread(act, self.state.draft, thread))

        self.push_screen(ConflictDialog(conflict, can_settle=thread is not None), settled)

    def _decided(self, asked: CarryOut) -> Thread | None:
        command = asked.commands[0] if asked.commands else None
        if not isinstance(command, Decide) or command.words is not None or self.state is None:
            return None
        return self.state.draft.review.threads.get(command.thread)
