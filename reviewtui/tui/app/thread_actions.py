"""What keys begin that ends in a commit: acts on a thread, submitting, beginning a review, releasing."""

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.actions.remarks.pending import last_pending
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict, Refused, ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.tui.app.confirmations import Confirmations
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.session_memory import SessionMemory
from reviewtui.tui.background.undo_history import still_in_force
from reviewtui.tui.keys.availability import on_thread
from reviewtui.tui.state.requests import CarryOut, NewFindingsWanted
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.form_questions import RELEASES_WHAT
from reviewtui.views.compose.new_forms import release
from reviewtui.views.compose.thread_acts import (
    FirstStep,
    accepting_one,
    begin,
    beginning,
    submitting,
    undoing,
    undoing_together,
    warned,
)
from reviewtui.views.threads.deciding.decision_card import DecisionEffects


class ThreadActions:
    """Asks for what a key began, or has it written."""

    def __init__(self, services: AppServices, questions: Confirmations, memory: SessionMemory) -> None:
        self._screens = services.screens
        self._background = services.background
        self._workspace = services.workspace
        self._questions = questions
        self._history = services.undo_history
        self._memory = memory

    def undoes_last(self) -> bool:
        """Say whether undoing means what was decided just now, since nothing at hand can be taken back."""
        return bool(on_thread("undo")(self._screens.shown.current_focus))

    async def begin(self, act: str) -> None:
        """Begin what a key does to the thread at hand: ask, or have something written."""
        thread, state = self._screens.shown.current_focus.subject.thread, self._screens.state
        if thread is None or state is None:
            return
        if act == "accept":
            await self._accept(state.draft, thread)
            return
        together = self._decided_together(state.draft, thread) if act == "undo" else []
        if len(together) > 1:
            self._questions.ask_how_many(
                undoing_together(state.draft, together), undoing(state.draft, thread, together)
            )
            return
        try:
            self._go_on_with(begin(act, state.draft, thread))
        except Refused as refused:
            self._screens.tell(str(refused), "error")

    def _decided_together(self, draft: Draft, thread: Thread) -> list[Thread]:
        """Return the threads that were decided in one act with this one, as far as that still stands."""
        if thread.decision is None or (draft.me is not None and last_pending(thread, draft.me) is not None):
            return []
        known = self._history.together_with(thread.id, thread.decision.id)
        earlier = self._memory.together
        return still_in_force(draft, known or (earlier if earlier.get(thread.id) == thread.decision.id else {}))

    async def look_ahead(self, asked: NewFindingsWanted) -> None:
        """Tell whoever asked what the words of a suggestion would bring."""
        asked.then(await self._new_findings(asked.draft, asked.thread))

    async def _new_findings(self, draft: Draft, thread: Thread) -> tuple[Finding, ...]:
        found = await self._background.in_thread(lambda: self._workspace.new_findings(draft, thread))
        return () if isinstance(found, ReviewError) else found

    async def _accept(self, draft: Draft, thread: Thread) -> None:
        """Ask whether a suggestion is to be accepted, with what that does to the committed text: it decides on that."""
        effect = await self._background.in_thread(lambda: self._workspace.acceptance_preview(thread.id))
        if isinstance(effect, Conflict):
            self._questions.settle(effect, CarryOut(Decide(thread.id, "accepted")))
        elif isinstance(effect, ReviewError):
            self._screens.tell(str(effect), "error")
        else:
            found = await self._new_findings(draft, thread)
            state = self._screens.state
            effects = (
                DecisionEffects(state.readiness, found, state.just_decided) if state else DecisionEffects(None, found)
            )
            self._go_on_with(warned(accepting_one(draft, thread, effect), draft, thread, effects))

    def _go_on_with(self, start: FirstStep) -> None:
        if isinstance(start, ComposeForm):
            self._screens.shown.write(start)
        else:
            self._questions.ask(start)

    def submit(self) -> None:
        """Ask whether what is pending is to be submitted."""
        state = self._screens.state
        if state is not None:
            self._questions.ask(submitting(state.draft, state.unsaved))

    def begin_review(self) -> None:
        """Ask whether a review of the policy is to be begun."""
        if self._screens.state is not None:
            self._questions.ask(beginning(self._screens.state.draft))

    def release(self) -> None:
        """Have the release written, unless it is known already that it will be refused."""
        state = self._screens.state
        if state is None:
            return
        try:
            state.draft.policy.require_committed(RELEASES_WHAT)
        except Refused as refused:
            self._screens.tell(str(refused), "error")
        else:
            self._screens.shown.write(release(state.draft, state.readiness if state.judged else None))
