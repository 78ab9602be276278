"""The app's questions: what is confirmed before it is done, and conflicts that a person has to settle."""

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.tui.app.desk_app import DeskApp
from reviewtui.tui.compose.compose_forms import on_thread
from reviewtui.tui.compose.composition import Composition
from reviewtui.tui.compose.question import Question
from reviewtui.tui.compose.thread_acts import begin
from reviewtui.tui.screens.dialog import Confirm, ConflictView, Settlement
from reviewtui.tui.state.messages import Asked, Consent


class AskingApp(DeskApp):
    """Shows what an act would do, and asks."""

    def begin(self, act: str) -> None:
        """Begin what a key does to the thread at hand: ask, or have something written."""
        thread, situation = self.here.thread, self.situation
        if thread is None or situation is None:
            return
        try:
            step = begin(act, situation.draft, thread)
        except Conflict as conflict:
            self.settle(conflict, Asked(Decide(thread.id, "accepted")))
            return
        if isinstance(step, Composition):
            self.here.write(step)
        else:
            self.ask(step)

    def on_consent(self, message: Consent) -> None:
        """Have something confirmed that a screen wants to be done."""
        self.ask(message.question)

    def ask(self, question: Question) -> None:
        """Have something confirmed before it is done."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self.post_message(Asked(*question.commands))

        self.push_screen(Confirm(question), answered)

    def settle(self, conflict: Conflict, asked: Asked) -> None:
        """Show a conflict; an author can write the words that settle it, or decline."""
        thread = self._decided(asked)

        def settled(settlement: Settlement | None) -> None:
            if thread is not None and settlement and self.situation is not None:
                act = "accept_with" if settlement == "words" else "declined"
                self.here.write(on_thread(act, self.situation.draft, thread))

        self.push_screen(ConflictView(conflict, can_settle=thread is not None), settled)

    def _decided(self, asked: Asked) -> Thread | None:
        command = asked.commands[0] if asked.commands else None
        if not isinstance(command, Decide) or command.words is not None or self.situation is None:
            return None
        return self.situation.draft.review.threads.get(command.thread)
