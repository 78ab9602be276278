"""What keys begin that ends in a commit: acts on a thread, submitting, beginning a review, releasing."""

from reviewtui.domain.actions.commands import Decide, Submit
from reviewtui.domain.refusal import Conflict
from reviewtui.tui.app.questions import Questions
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.compose.compose_form import ComposeForm
from reviewtui.tui.compose.new_forms import release
from reviewtui.tui.compose.question import Question
from reviewtui.tui.compose.thread_acts import begin, beginning
from reviewtui.tui.state.messages import CarryOut
from reviewtui.views.threads.submission import submission_lines


class ThreadActions:
    """Asks for what a key began, or has it written."""

    def __init__(self, screens: ScreenRegistry, questions: Questions) -> None:
        self._screens = screens
        self._questions = questions

    def begin(self, act: str) -> None:
        """Begin what a key does to the thread at hand: ask, or have something written."""
        thread, state = self._screens.shown.current_focus.thread, self._screens.state
        if thread is None or state is None:
            return
        try:
            start = begin(act, state.draft, thread)
        except Conflict as conflict:
            self._questions.settle(conflict, CarryOut(Decide(thread.id, "accepted")))
            return
        if isinstance(start, ComposeForm):
            self._screens.shown.write(start)
        else:
            self._questions.ask(start)

    def submit(self) -> None:
        """Ask whether what is pending is to be submitted."""
        if self._screens.state is not None:
            lines = tuple(submission_lines(self._screens.state.draft))
            self._questions.ask(Question("Submit what is pending", lines, "commit", (Submit(),)))

    def begin_review(self) -> None:
        """Ask whether a review of the policy is to be begun."""
        if self._screens.state is not None:
            self._questions.ask(beginning(self._screens.state.draft))

    def release(self) -> None:
        """Have the release written."""
        state = self._screens.state
        if state is not None:
            self._screens.shown.write(release(state.draft, state.readiness))
