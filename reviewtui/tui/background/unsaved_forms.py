"""Words that are typed and not saved yet: put on the disk while they are typed, and gone on with later."""

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.question import Question
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.workspace.session.unsaved_form import UnsavedWriter, restored_form, unsaved_words_of
from reviewtui.workspace.session.unsaved_words import UnsavedWords

_ABOUT_READINESS = frozenset({"release", "signoff"})
_BEGINNING = 64
"""Characters of unsaved words by which they are told in a list."""
_KEEP_EVERY = 0.4
"""Seconds between two looks whether something typed is not on the disk yet."""


class UnsavedForms:
    """Keeps unsaved forms on the disk, and opens them again."""

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
        if state is None or not state.unsaved or not state.placed or self._screens.shown.composer.form is not None:
            return
        tell(self._app, f"Words of yours are not saved yet: {self._screens.shown.names['unsaved']} goes on.")

    async def continue_one(self) -> None:
        """Open the words that are not saved; of several, the newest first, those that somebody chooses.

        What was thrown away and belongs on another screen is listed too: nobody is taken there by surprise.
        """
        kept = await self._background.in_thread(self._workspace.all_unsaved)
        state = self._screens.state
        if isinstance(kept, ReviewError):
            tell(self._app, str(kept), "error")
        elif state is not None and self._screens.shown.composer.form is None:
            thrown = (self._thrown,) if self._thrown is not None else ()
            known = (*reversed(kept), *thrown)
            leads_away = not kept and any(each.key.partition(":")[0] in _ABOUT_READINESS for each in thrown)
            if len(known) > 1 or (leads_away and self._app.current_mode != "ready"):
                entries = [(str(number), self._entry(each, state)) for number, each in enumerate(known)]
                choose(
                    self._app,
                    "Words that are not saved",
                    entries,
                    lambda chosen: self._app.call_later(self._continue, known[int(chosen)]),
                )
            elif known:
                await self._continue(known[0])

    def _entry(self, typed: UnsavedWords, state: ScreenState) -> tuple[StyledLine, ...]:
        """Return how words are listed: their beginning, and what they are about."""
        form = restored_form(typed, state.draft, state.inspection, lambda: state.readiness)
        words = clipped(typed.body.strip() or typed.replacement, _BEGINNING)
        fate = (Styled("  thrown away", "alarm"),) if typed is self._thrown else ()
        section = f" \u00b7 {typed.place['section']}" if typed.place.get("section") else ""
        where = form.title if form is not None else "what is not in this draft any more"
        return (line(Styled(words, "strong")) + fate, line(Styled(f"  {where}{section}", "muted")))

    async def _continue(self, typed: UnsavedWords) -> None:
        """Open words where they belong; ask about those whose place is gone."""
        state = self._screens.state
        if state is None:
            return
        form = restored_form(typed, state.draft, state.inspection, lambda: state.readiness)
        if form is None:
            self._ask_about_stranded(typed)
            return
        self._take_back(typed)
        await self._go_on_writing(form)
        keys = self._screens.shown.names
        ways = f"{keys['save']} saves these words, {keys['discard']} throws them away"
        later = f"{keys['close']} leaves them for later ({keys['unsaved']} goes on)"
        tell(self._app, f"Not saved yet: {ways}, {later}.", "warning")

    def _take_back(self, typed: UnsavedWords) -> None:
        """Forget that words were thrown away, if they were."""
        if typed is self._thrown:
            self._thrown = None
            self._screens.update(thrown_away=False)

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
                self._take_back(typed)
                tell(self._app, "Thrown away.")

        gone = "These words are about something that is not in this draft any more:"
        words = "\n\n".join(each for each in (typed.replacement, typed.body) if each.strip())
        lines = (line(Styled(gone, "muted")), (), *(line(Styled(each)) for each in words.split("\n")))
        question = Question("Not saved, and without a place", lines, "throw them away", (), no="keep them")
        self._app.push_screen(ConfirmDialog(question), answered)

    def _keep(self) -> None:
        if not self.writer.is_idle:
            self._background.start(self._keep_now, "keep")

    async def _keep_now(self) -> None:
        kept = await self._background.in_thread(self._flush)
        if isinstance(kept, ReviewError):
            tell(self._app, f"What you type could not be kept on the disk: {kept}", "error")
        elif self._screens.state is not None and self._screens.state.unsaved != kept:
            self._screens.update(unsaved=kept)

    def _flush(self) -> int:
        self.writer.flush()
        return len(self._workspace.all_unsaved())
