"""What ctrl+z asks: always about the last act of this session, by its name, then about the one before it."""

from dataclasses import replace

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.app.confirmations import Confirmations
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.background.session_memory import SessionMemory
from reviewtui.tui.background.undo_history import DoneAct, still_in_force
from reviewtui.tui.keys.availability import on_draft
from reviewtui.tui.keys.undo_ways import undo_way
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.edits_taken_back import taking_back_edits
from reviewtui.views.compose.question import Question
from reviewtui.views.compose.thread_acts import can_take_back, taking_back, undoing, undoing_together
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.threads.deciding.queue import last_decided

_LONG = 160
"""Characters of what was told of an act."""


class UndoLast:
    """Asks whether the last act is to be taken back, or says why nothing does that; the one before it comes next."""

    def __init__(self, services: AppServices, questions: Confirmations, memory: SessionMemory) -> None:
        self._screens = services.screens
        self._history = services.undo_history
        self._questions = questions
        self._memory = memory

    def begin(self, state: ScreenState) -> None:
        """Ask about the last act of this session, else about what I decided last before it."""
        act, names = self._history.last, self._screens.shown.names
        if act is None:
            self._ask_older(state.draft)
            return
        try:
            question = self._question(act, state)
        except Refused as refused:
            self._history.forget_last()
            self._screens.update(can_undo_last=False)
            going_on = f"{names['undo_last']} once more goes on to what you did before that."
            self._screens.tell(f"{refused} {going_on}", "warning")
        else:
            if question is not None:
                self._questions.ask(question)

    def _question(self, act: DoneAct, state: ScreenState) -> Question | None:
        """Return what is asked about an act; None where it can only be asked on the draft, which is told.

        Raises:
            Refused: nothing takes it back, or not any more.
        """
        draft = state.draft
        if act.back:
            elsewhere = on_draft(self._screens.shown.current_focus)
            if elsewhere:
                self._screens.tell(elsewhere, "warning")
                return None
            try:
                return taking_back_edits(draft, act.back)
            except Refused as error:
                names = self._screens.shown.names
                way = f"{names['palette']} {names['discard_edits']} goes back to the text as committed."
                raise Refused(f"{error} {way}") from None
        if act.decisions:
            return self._of_decisions(act, draft)
        if act.pending:
            return self._of_pending(act, draft)
        raise self._stays(act, self.way(act))

    def way(self, act: DoneAct) -> str:
        """Return why one key does not take an act back, and what does."""
        return undo_way(act.kind, self._screens.shown.names, act.commit)

    def _stays(self, act: DoneAct, why: str) -> Refused:
        return Refused(f"The last act cannot be taken back by this key. It was: {clipped(act.told, _LONG)} So: {why}.")

    def _of_decisions(self, act: DoneAct, draft: Draft) -> Question:
        still = still_in_force(draft, act.decisions)
        if not still:
            raise self._stays(act, "that decision is not in force any more")
        return undoing_together(draft, still) if len(still) > 1 else undoing(draft, still[0])

    def _of_pending(self, act: DoneAct, draft: Draft) -> Question:
        recorded = next((each for each in draft.my_pending if each.event.id == act.pending), None)
        if recorded is None:
            raise self._stays(act, undo_way(Submit, self._screens.shown.names))
        thread = draft.review.threads.get(recorded.thread)
        if not can_take_back(draft, recorded):
            raise self._stays(act, "what came after it in its thread builds on it")
        return undoing(draft, thread) if thread is not None else taking_back(draft, recorded)

    def _ask_older(self, draft: Draft) -> None:
        """Ask about what I decided last before the app was opened, all of one act together."""
        thread, names = last_decided(draft), self._screens.shown.names
        if thread is None:
            way = f" {names['palette']} {names['take_back']} takes back what is pending." if draft.my_pending else ""
            self._screens.tell(f"Nothing was done since the app was opened that could be taken back.{way}", "warning")
            return
        together = still_in_force(draft, self._memory.together)
        is_one_act = thread in together and len(together) > 1
        asked = undoing_together(draft, together) if is_one_act else undoing(draft, thread)
        if thread.decision is not None and thread.decision.id not in self._history.decided:
            # What else was done before the app was opened is not known here, and is not to be taken for undone.
            said = (
                "Decided before the app was opened, or outside of it.",
                "The last decision, not the last act:",
            )
            rest = "edits, commits and dismissals of before stay, also later ones."
            lines = (line(Styled(said[0], "alarm")), line(Styled(f"{said[1]} {rest}", "alarm")), (), *asked.lines)
            asked = replace(asked, lines=lines)
        self._questions.ask(asked)
