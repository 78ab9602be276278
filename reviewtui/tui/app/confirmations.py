"""What is confirmed before it is done, and conflicts that a person has to settle."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Literal

from reviewtui.domain.actions.commands import Decide, EditText
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict, Refused, ReviewError
from reviewtui.tui.app.queued_keys import InputOrder
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import (
    AnswerChoice,
    AnswerDialog,
    ConfirmDialog,
    ConflictAnswer,
    EditAnswer,
    conflict_dialog,
    edit_conflict_dialog,
)
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.state.requests import AppRequest, CarryOut, ConfirmFirst, CopyWords, SaveForm
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.edited_meanwhile import edited_meanwhile
from reviewtui.views.compose.form_commands import commands_of
from reviewtui.views.compose.form_questions import ASKING, question_before
from reviewtui.views.compose.new_forms import on_thread
from reviewtui.views.compose.question import Question


class Confirmations:
    """Asks before something is done."""

    def __init__(self, services: AppServices, inputs: InputOrder) -> None:
        self._app = services.app
        self._screens = services.screens
        self._background = services.background
        self._inputs = inputs
        self._writer = services.writer
        self.answers: Mapping[type[AppRequest], Callable[[Any], object]] = {
            SaveForm: self.save,
            ConfirmFirst: lambda asked: self.ask(asked.question),
        }
        """Who answers which request."""

    def save(self, asked: SaveForm) -> None:
        """Have what was written carried out, after a question where there is one; the form stays until it is done."""
        state = self._screens.state
        try:
            commands_of(asked.form, asked.content)
        except Refused as refused:
            self._refuse(refused)
            return
        if state is None or asked.form.act not in ASKING:
            self._carry_out(asked)
        else:
            hold = self._inputs.hold()
            self._background.start(partial(self._ask_before, asked, state, hold), "act")

    async def _ask_before(self, asked: SaveForm, state: ScreenState, hold: int) -> None:
        judged = state.readiness if state.judged else None, state.overview.pending
        question = await self._background.in_thread(
            lambda: question_before(state.draft, asked.form, asked.content, lambda: judged)
        )
        self._inputs.release(hold, drops=True)
        if self._screens.shown.composer.form is not asked.form:
            # Whoever left the form meanwhile is not asked about it any more.
            return
        if isinstance(question, Conflict):
            self._screens.shown.composer.go_on()
            self.settle(question, CarryOut(*commands_of(asked.form, asked.content), form=asked.form.key))
        elif isinstance(question, ReviewError):
            self._refuse(question)
        elif question is None:
            self._carry_out(asked)
        else:
            self.ask(question)

    def _carry_out(self, asked: SaveForm) -> None:
        self._app.post_message(CarryOut(*commands_of(asked.form, asked.content), form=asked.form.key))

    def _refuse(self, error: ReviewError) -> None:
        self._screens.refuse(str(error))

    def ask(self, question: Question) -> None:
        """Have something confirmed before it is done."""
        if question.form:
            self._screens.shown.composer.say("waits for your answer")

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self._app.post_message(CarryOut(*question.commands, form=question.form))
            elif question.form:
                self._screens.shown.composer.go_on()

        self._app.push_screen(ConfirmDialog(question), answered)

    def ask_how_many(self, every: Question, one: Question) -> None:
        """Have all of an act confirmed, or, with another key and a look of its own, one part of it."""

        def answered(answer: Literal["all", "one", ""] | None) -> None:
            if answer == "all":
                self._app.post_message(CarryOut(*every.commands))
            elif answer == "one":
                self.ask(one)

        answers: tuple[AnswerChoice[Literal["all", "one", ""]], ...] = (
            (("enter", "y"), every.yes, "all"),
            (("o",), "only this one", "one"),
            (("escape", "n", "q"), every.no, ""),
        )
        self._app.push_screen(AnswerDialog(every.title, every.lines, answers), answered)

    def settle(self, conflict: Conflict, failed: CarryOut) -> None:
        """Show a conflict; an author can write the words that settle it, or decline."""
        command = failed.commands[0] if failed.commands else None
        if isinstance(command, EditText) and not command.takes_back:
            self._settle_edit(conflict, command)
            return
        thread = self._decided_by(failed)

        def answered(answer: ConflictAnswer | None) -> None:
            if thread is not None and answer and self._screens.state is not None:
                act = "accept_with" if answer == "words" else "declined"
                self._screens.shown.write(on_thread(act, self._screens.state.draft, thread))

        sentence = in_keys(str(conflict), self._screens.shown.names)
        self._app.push_screen(conflict_dialog(conflict, sentence, can_settle=thread is not None), answered)

    def _settle_edit(self, conflict: Conflict, edit: EditText) -> None:
        """Show an edit whose paragraph was changed meanwhile; it is gone on with on the words of now."""
        composer = self._screens.shown.composer

        def answered(answer: EditAnswer | None) -> None:
            if answer == "theirs":
                composer.begin_act("discard")
            elif answer == "copy":
                self._app.post_message(CopyWords("your words", edit.words))
            elif answer:
                self._go_on_editing(edit, joins=answer == "words")

        self._app.push_screen(edit_conflict_dialog(conflict), answered)

    def _go_on_editing(self, edit: EditText, *, joins: bool) -> None:
        shown, state = self._screens.shown, self._screens.state
        form = edited_meanwhile(state.draft, edit, joins=joins) if state is not None else None
        if form is None:
            self._screens.tell("Nobody can say which paragraph it is by now; your words are kept.", "warning")
            return
        if shown.composer.form is not None and shown.composer.form.key != form.key:
            self._writer.forget(shown.composer.form.key)
        self._writer.note(form, form.start)
        shown.write(form)
        if not joins:
            shown.composer.begin_act("save")

    def _decided_by(self, failed: CarryOut) -> Thread | None:
        command = failed.commands[0] if failed.commands else None
        if not isinstance(command, Decide) or command.words is not None or self._screens.state is None:
            return None
        return self._screens.state.draft.review.threads.get(command.thread)
