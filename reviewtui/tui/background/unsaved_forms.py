"""Words that are typed and not saved yet: put on the disk while they are typed, and gone on with later."""

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, line
from reviewtui.workspace.session.unsaved_form import UnsavedWriter, restored_form, unsaved_words_of
from reviewtui.workspace.session.unsaved_words import UnsavedWords

_ABOUT_READINESS = frozenset({"release", "signoff"})
_KEEP_EVERY = 0.4
"""Seconds between two looks whether something typed is not on the disk yet."""


class UnsavedForms:
    """Keeps unsaved forms on the disk, and opens the last of them again."""

    def __init__(self, services: AppServices) -> None:
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace
        self._screens = services.screens
        self._thrown: UnsavedWords | None = None
        self.writer = UnsavedWriter(lambda: services.workspace.unsaved)

    def throw_away(self, form: ComposeForm, content: FormContent) -> None:
        """Forget words on the disk, and remember them until the app is left or others are thrown away."""
        self.writer.forget(form.key)
        if form.is_begun(content):
            self._thrown = unsaved_words_of(form, content)
            self._screens.update(thrown_away=True)
            key = self._screens.shown.names["unsaved"]
            tell(self._app, f"Thrown away; {key} brings these words back, until you leave.", "warning")

    def gone_on_with(self, form: ComposeForm) -> ComposeForm | None:
        """Return a form that somebody begins anew with the words that they left in it, None where there are none."""
        try:
            return self.writer.gone_on_with(form)
        except ReviewError as error:
            tell(self._app, f"What you typed before could not be read: {error}", "error")
            return None

    def start_keeping(self) -> None:
        """Put what is typed on the disk every now and then."""
        self._app.set_interval(_KEEP_EVERY, self._keep)

    def note_now(self) -> None:
        """Take the words in the composer over, the last letters included."""
        composer = self._screens.shown.composer
        if composer.form is not None:
            self.writer.note(composer.form, composer.content)

    def offer_last(self) -> None:
        """Say after a start that words are not saved, and which key goes on with them: no box opens by itself."""
        state = self._screens.state
        if state is None or not state.unsaved or not state.placed:
            return
        tell(self._app, f"Words of yours are not saved yet: {self._screens.shown.names['unsaved']} goes on.")

    async def continue_last(self) -> None:
        """Open the words that were thrown away last, else those that were typed last."""
        kept = await self._background.in_thread(self._workspace.all_unsaved)
        state = self._screens.state
        if isinstance(kept, ReviewError) or state is None or self._screens.shown.composer.form is not None:
            return
        thrown = (self._thrown,) if self._thrown is not None else ()
        known = (*thrown, *reversed(kept))
        restored = (
            (each, restored_form(each, state.draft, state.inspection, lambda: state.readiness)) for each in known
        )
        typed, form = next(((each, form) for each, form in restored if form is not None), (None, None))
        if form is not None:
            if typed is self._thrown:
                self._thrown = None
                self._screens.update(thrown_away=False)
            await self._go_on_writing(form)
            keys = self._screens.shown.names
            ways = f"{keys['save']} saves these words, {keys['discard']} throws them away"
            later = f"{keys['close']} leaves them for later ({keys['unsaved']} goes on)"
            tell(self._app, f"Not saved yet: {ways}, {later}.", "warning")
        elif known:
            self._ask_about_stranded(known[0])

    async def _go_on_writing(self, form: ComposeForm) -> None:
        """Open a form where its words belong: a release and a sign-off are about the draft as a whole."""
        if form.act in _ABOUT_READINESS:
            await self._app.switch_mode("ready")
            shown = self._screens.shown
            shown.call_after_refresh(shown.write, form)
        else:
            await self._app.switch_mode("read")
            self._screens.read.new.continue_writing(form)

    async def forget_thread(self, thread: str) -> None:
        """Throw away what was typed about a remark that was removed."""
        await self._background.in_thread(self._flush)
        kept = await self._background.in_thread(self._workspace.all_unsaved)
        for each in () if isinstance(kept, ReviewError) else kept:
            if each.place.get("thread") == thread:
                self.writer.forget(each.key)
                tell(self._app, "The words that you had begun to write about it went with it.", "warning")

    def _ask_about_stranded(self, typed: UnsavedWords) -> None:
        """Show words whose place is gone, which no form can take up, and ask whether they are to go too."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if yes:
                self.writer.forget(typed.key)
                if typed is self._thrown:
                    self._thrown = None
                    self._screens.update(thrown_away=False)
                tell(self._app, "Thrown away.")

        gone = "These words are about something that is not in this draft any more:"
        words = "\n\n".join(each for each in (typed.replacement, typed.body) if each.strip())
        lines = (line(Styled(gone, "muted")), (), *(line(Styled(each)) for each in words.split("\n")))
        question = Question("Not saved, and without a place", lines, "throw them away", (), no="keep them")
        self._app.push_screen(ConfirmDialog(question), answered)

    def _keep(self) -> None:
        if not self.writer.is_idle:
            self._app.run_worker(self._keep_now(), group="keep", exclusive=False)

    async def _keep_now(self) -> None:
        kept = await self._background.in_thread(self._flush)
        if isinstance(kept, ReviewError):
            tell(self._app, f"What you type could not be kept on the disk: {kept}", "error")
        elif self._screens.state is not None and self._screens.state.unsaved != kept:
            self._screens.update(unsaved=kept)

    def _flush(self) -> int:
        self.writer.flush()
        return len(self._workspace.all_unsaved())
