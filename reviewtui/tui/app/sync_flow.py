"""Sharing with others: progress is shown, a key stops it, and what both sides changed is settled section by section."""

from dataclasses import replace
from functools import partial

from reviewtui.domain.actions.commands import Submit, Sync
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import MergeConflict, MergeConflicts, PlaceNotAgreed, ReleaseNotAgreed, Shared
from reviewtui.tui.app.command_runner import CommandRunner
from reviewtui.tui.appearance.safe_text import DONE, IN_FORM, tell
from reviewtui.tui.background.review_loader import ReviewLoader
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog, ShareAnswer, share_dialog
from reviewtui.tui.dialogs.sync_dialogs import ConflictsDialog
from reviewtui.tui.tasks.progress_task import ASKING, run_with_progress
from reviewtui.views.compose.question import Question
from reviewtui.views.compose.thread_acts import submission_lines, unsaved_sentence
from reviewtui.views.sharing.conflict_decisions import decided_for_ours
from reviewtui.views.sharing.settled_conflicts import ConflictAnswers
from reviewtui.views.sharing.sharing_lines import place_question, release_question, shared_lines
from reviewtui.workspace.session.unsaved_answers import ConflictWords

_MOST = 3
"""Sentences on what was shared that are shown below the screen; all of them are in the list of messages."""


class SyncFlow:
    """Shares when it is asked to, and has the repository read again afterwards."""

    def __init__(self, services: AppServices, loader: ReviewLoader, commands: CommandRunner) -> None:
        self._services = services
        self._commands = commands
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._screens = services.screens
        self._loader = loader
        self._typed = ConflictWords(services.writer)
        """Words that somebody wrote to settle what both sides changed."""
        self._taken: list[MergeConflict] = []
        """What is being settled by such words: once it is shared, they are kept no longer."""

    def begin(self) -> None:
        """Share; where remarks are pending, ask whether they go along."""
        state = self._screens.state
        if state is None:
            return
        if not state.overview.pending:
            self._background.start(partial(self._share, ASKING, submits=False), "act")
            return

        def answered(answer: ShareAnswer | None) -> None:
            if answer:
                self._background.start(partial(self._share, ASKING, submits=answer == "all"), "act")

        listed = submission_lines(state.draft, state.unsaved)
        self._app.push_screen(share_dialog(state.overview.pending_words, listed), answered)

    async def _share(self, sync: Sync, *, submits: bool) -> None:
        if submits:
            submitted = await self._background.in_thread(lambda: self._workspace.carry_out((Submit(),)), "submitting …")
            if isinstance(submitted, ReviewError):
                self._screens.tell(str(submitted), "error")
                return
            self._commands.mark_behind()
        shared = await run_with_progress(self._services, "Sharing", lambda hear: self._workspace.share(sync, hear))
        if isinstance(shared, MergeConflicts):
            self._settle(shared, sync)
        elif isinstance(shared, PlaceNotAgreed):
            self._ask(place_question(shared), replace(sync, trusts_place=True))
        elif isinstance(shared, ReleaseNotAgreed):
            self._ask(release_question(shared), replace(sync, asks_release=False))
        elif isinstance(shared, ReviewError):
            self._screens.tell(str(shared), "error")
        else:
            for conflict in self._taken:
                self._typed.forget(conflict)
            self._taken.clear()
        # What is counted as not shared does not stand beside the sentence that it was shared.
        state = await self._commands.read_again()
        if isinstance(shared, Shared):
            self._services.undo_history.note_stays("Shared what was submitted.")
            self._screens.update(can_undo_last=False)
            self._tell_shared(shared)
        if state is not None:
            await self._loader.judge(state)

    def _settle(self, unresolved: MergeConflicts, sync: Sync) -> None:
        def answered(answer: ConflictAnswers | None) -> None:
            if answer is not None:
                self._taken += unresolved.conflicts
                resolve = tuple(dict((*sync.resolve, *answer.sides)).items())
                settled = replace(sync, resolve=resolve, settled=(*sync.settled, *answer.settled))
                self._background.start(partial(self._share, settled, submits=False), "act")
            else:
                self._tell_left()

        state = self._screens.state
        decided = partial(decided_for_ours, state.draft) if state is not None else lambda _: ""
        self._app.push_screen(ConflictsDialog(unresolved.conflicts, self._typed, decided), answered)

    def _tell_left(self) -> None:
        tell(self._app, f"Nothing was shared or taken over; {self._screens.shown.names['sync']} asks again.", "warning")

    def _ask(self, question: Question, agreed: Sync) -> None:
        """Share as `agreed` once somebody has said yes."""

        def answered(answer: object) -> None:
            if answer:
                self._background.start(partial(self._share, agreed, submits=False), "act")
            else:
                self._tell_left()

        self._app.push_screen(ConfirmDialog(question), answered)

    def _tell_shared(self, shared: Shared) -> None:
        sentences = tuple(shared_lines(shared, key="Y", is_brief=True))
        # Where there is no room for all, what speaks against something is shown rather than what went well.
        shown = sorted(range(len(sentences)), key=lambda number: not sentences[number].startswith("!"))[:_MOST]
        for number, sentence in enumerate(sentences):
            is_warning = sentence.startswith("!")
            title = IN_FORM if number not in shown else "" if is_warning else DONE
            tell(self._app, sentence, "warning" if is_warning else "information", title=title)
        if len(sentences) > _MOST:
            key = self._screens.shown.names["messages"]
            tell(self._app, f"{counted(len(sentences) - _MOST, 'more sentence')} on this: {key} lists all.", title=DONE)
        state = self._screens.state
        if state is not None and state.unsaved:
            tell(self._app, unsaved_sentence(state.unsaved), "warning")
