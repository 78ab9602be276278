"""A task of several steps: asks in dialogs, works in threads, carries out commands; the app goes on meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, TypeVar

from textual.screen import Screen

from reviewtui.domain.actions.commands import Command
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.tui.dialogs.fields_dialog import FieldAnswers, FieldsDialog, FieldsQuestion
from reviewtui.tui.dialogs.pickers import Entries, Picker
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.keys.undo_ways import undo_way
from reviewtui.tui.state.requests import CarryOut
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import StyledLine, line
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.session.unsaved_answers import UnsavedAnswers
from reviewtui.workspace.workspace import Workspace

_Answer = TypeVar("_Answer")
_ON_A_THREAD = frozenset({"mark_done", "mark_duplicate", "link", "redact"})
"""Acts that are about the remark at hand."""
TASK_GROUP = "ask"
"""The group of the workers that wait for a person."""
Task = Callable[["TaskSession"], Coroutine[Any, Any, None]]


class TaskCancelled(Exception):
    """Somebody left the task; nothing was done."""


class TaskSession:
    """What a task asks and does with: dialogs, calls in threads, commands."""

    def __init__(self, services: AppServices, asked: Callable[[], object], act: str) -> None:
        """`asked` is called once the task asks something, or has ended; `act` is what begins it."""
        self._asked = asked
        self._act = act
        self.services = services
        self.app = services.app
        self.screens = services.screens
        self._background = services.background

    def begin(self, task: Task) -> None:
        """Begin a task; whoever leaves one of its questions has left all of it."""

        async def run() -> None:
            try:
                await task(self)
            except TaskCancelled:
                return
            finally:
                self._background.under_way -= 1
                self._asked()

        self._background.under_way += 1
        self._background.start(run, TASK_GROUP)

    @property
    def state(self) -> ScreenState:
        """What the screens show.

        Raises:
            TaskCancelled: nothing is known yet.
        """
        if self.screens.state is None:
            raise TaskCancelled
        return self.screens.state

    async def ask(self, dialog: Screen[_Answer | None]) -> _Answer:
        """Return what a dialog closes with.

        Raises:
            TaskCancelled: somebody left it.
        """
        answer = await self.ask_optional(dialog)
        if answer is None:
            raise TaskCancelled
        return answer

    async def ask_optional(self, dialog: Screen[_Answer]) -> _Answer | None:
        """Return what a dialog closes with; None where somebody left it."""
        answered: asyncio.Future[_Answer | None] = asyncio.get_running_loop().create_future()

        def take(answer: _Answer | None) -> None:
            self._background.under_way += 1
            if not answered.done():
                answered.set_result(answer)

        await self.app.push_screen(dialog, take)
        self._asked()
        self._background.under_way -= 1
        return await answered

    async def choose(self, title: str, entries: Entries, empty: str = "") -> str:
        """Return the key of what somebody chose of a list; TaskCancelled when they leave it."""
        return await self.ask(Picker(title, entries, empty))

    async def ask_until_valid(
        self, question: FieldsQuestion, attempt: Callable[[FieldAnswers], Awaitable[_Answer | ReviewError]]
    ) -> _Answer:
        """Return what comes of the answers; as long as nothing does, the form stays and says why.

        Raises:
            TaskCancelled: somebody left the form; what was typed there is kept.
        """
        results: list[_Answer] = []

        async def tried(answers: FieldAnswers) -> str:
            result = await attempt(answers)
            if isinstance(result, ReviewError):
                return in_keys(str(result), self.screens.shown.names)
            results.append(result)
            return ""

        unsaved, left = self.unsaved(question), dict[str, str]()
        try:
            left = unsaved.read()
        except ReviewError as error:
            self.screens.tell(f"What you typed before could not be read: {error}", "error")
        dialog = FieldsDialog(question, tried, unsaved, left)
        try:
            await self.ask(dialog)
        except TaskCancelled:
            if dialog.is_begun:
                key = self.screens.shown.names["unsaved"]
                self.screens.tell(f"Kept for later, not saved: {key} goes on with these words.")
            raise
        return results[-1]

    def unsaved(self, question: FieldsQuestion) -> UnsavedAnswers:
        """Return where the answers to a question are kept until they are carried out."""
        thread = self.screens.shown.current_focus.subject.thread if self._act in _ON_A_THREAD else None
        about = question.about or (thread.id if thread is not None else "")
        return UnsavedAnswers(
            self.services.writer, self._act, question.title, about, thread.id if thread is not None else ""
        )

    async def ask_for_command(self, question: FieldsQuestion, command: Callable[[FieldAnswers], Command]) -> None:
        """Carry out the command that answers make; what is refused is mended in the form.

        Raises:
            TaskCancelled: somebody left the form.
        """

        async def attempt(answers: FieldAnswers) -> ReviewError | None:
            refused: asyncio.Future[ReviewError | None] = asyncio.get_running_loop().create_future()
            request = CarryOut(command(answers), then=lambda _: refused.set_result(None), refused=refused.set_result)
            self.app.post_message(request)
            return await refused

        await self.ask_until_valid(question, attempt)

    async def confirm(self, question: Question) -> None:
        """Go on only when somebody says yes; TaskCancelled otherwise."""
        if not await self.ask_optional(ConfirmDialog(question)):
            raise TaskCancelled

    async def work(self, call: Callable[[Workspace], _Answer], news: str) -> _Answer:
        """Return what a call of the workspace gives; `news` says what goes on, and esc gives up waiting for it.

        Raises:
            TaskCancelled: it was not possible, which is told, or somebody gave up.
        """
        result = await self.attempt(call, news)
        if isinstance(result, ReviewError):
            self.screens.tell(str(result), "error")
            raise TaskCancelled
        return result

    async def attempt(self, call: Callable[[Workspace], _Answer], news: str) -> _Answer | ReviewError:
        """Return what a call of the workspace gives, or why it gave nothing; esc gives up waiting for it."""
        workspace: LockedWorkspace = self.services.workspace

        def in_turn() -> _Answer:
            with workspace.at_work() as opened:
                return call(opened)

        return await self._background.in_thread(in_turn, news, stoppable=True)

    def afterwards(self, kind: type[Command]) -> str:
        """Return how what a command of this kind commits is taken back."""
        return undo_way(kind, self.screens.shown.names)

    def in_keys(self, sentences: Iterable[str]) -> tuple[StyledLine, ...]:
        """Return sentences of the views as lines, with keys where they name commands."""
        names = self.screens.shown.names
        return tuple(line(in_keys(sentence, names)) for sentence in sentences)

    def carry_out(self, *commands: Command, then: Callable[[tuple[Outcome, ...]], object] | None = None) -> None:
        """Have commands carried out; `then` is called with what came of them once that is shown."""
        self.app.post_message(CarryOut(*commands, then=then))
