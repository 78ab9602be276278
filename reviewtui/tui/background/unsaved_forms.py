"""Words that are typed and not saved yet: put on the disk while they are typed, and gone on with later."""

from collections.abc import Callable, Mapping
from typing import Any

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog, KeptAnswer, kept_words_dialog
from reviewtui.tui.dialogs.dialog import KeepsWords
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.keys.key_table import find_key
from reviewtui.tui.state.requests import (
    AppRequest,
    CopyWords,
    KeptWordsThrownAway,
    ShowPlace,
    WordsThrownAway,
    WordsTyped,
)
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.question import Question
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.workspace.session.unsaved_answers import ANSWERS, OWN_WORDS, words_in
from reviewtui.workspace.session.unsaved_form import restored_form, unsaved_words_of
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
        self.writer = services.writer
        self.answers: Mapping[type[AppRequest], Callable[[Any], object]] = {
            WordsTyped: lambda asked: self.writer.note(asked.form, asked.content),
            WordsThrownAway: lambda asked: self.throw_away(asked.form, asked.content),
            KeptWordsThrownAway: lambda asked: self.throw_away_kept(asked.key),
        }
        """Who answers which request."""

    def throw_away(self, form: ComposeForm, content: FormContent) -> None:
        """Take words off the list of what is half written; for a week they are offered again."""
        if form.is_begun(content):
            self._remember_thrown(unsaved_words_of(form, content))
        self.writer.forget(form.key)

    def throw_away_kept(self, key: str) -> None:
        """Do the same with words of which only the key is known; thrown ones go for good, after a question."""
        try:
            typed = self.writer.kept(key)
        except ReviewError as error:
            tell(self._app, str(error), "error")
            return
        if typed is not None and typed.thrown:
            self._ask_to_delete(typed)
            return
        if typed is not None:
            self._remember_thrown(typed)
        self.writer.forget(key)

    def _ask_to_delete(self, typed: UnsavedWords) -> None:
        def answered(is_meant: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
            if is_meant:
                self.writer.forget(typed.key)
                tell(self._app, "Deleted; nothing brings these words back.", "warning")

        lines = (line(clipped(words_in(typed), _BEGINNING)), (), line("Nothing brings them back."))
        self._app.push_screen(ConfirmDialog(Question("Delete these words", lines, "delete them", ())), answered)

    def _remember_thrown(self, typed: UnsavedWords) -> None:
        self.writer.keep(typed.thrown_away())
        self._screens.update(thrown_away=True)
        key = self._screens.shown.names["unsaved"]
        tell(self._app, f"Thrown away; {key} offers these words again, for a week.", "warning")

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
        for shown in self._app.screen_stack:
            if isinstance(shown, KeepsWords):
                shown.note_words()

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
        await self._background.in_thread(self._flush)
        kept = await self._background.in_thread(self._workspace.all_unsaved)
        thrown = await self._background.in_thread(self._workspace.all_thrown)
        state = self._screens.state
        if isinstance(kept, ReviewError) or isinstance(thrown, ReviewError):
            tell(self._app, str(kept if isinstance(kept, ReviewError) else thrown), "error")
        elif state is not None and self._screens.shown.composer.form is None:
            known = (*reversed(kept), *reversed(thrown))
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
        fate = (Styled("  thrown away", "alarm"),) if typed.thrown else ()
        section = f" \u00b7 {typed.place['section']}" if typed.place.get("section") else ""
        where = form.title if form is not None else self._title_of(typed)
        return (line(Styled(words, "strong")) + fate, line(Styled(f"  {where}{section}", "muted")))

    def _title_of(self, typed: UnsavedWords) -> str:
        """Return what words are about that no form of the composer takes up."""
        kinds = {ANSWERS: str(typed.place.get("title")), OWN_WORDS: "Your words for what both sides changed"}
        return kinds.get(str(typed.place.get("act")), "what reads otherwise by now, or is not in this draft any more")

    async def _continue(self, typed: UnsavedWords) -> None:
        """Open words where they belong; ask about those whose place is gone."""
        state = self._screens.state
        if state is None:
            return
        if typed.place.get("act") in {ANSWERS, OWN_WORDS}:
            await self._continue_dialog(typed)
            return
        form = restored_form(typed, state.draft, state.inspection, lambda: state.readiness)
        if form is None:
            self._show_kept(typed, "What they are about reads otherwise by now, or is not in this draft any more.")
            return
        if typed.thrown:
            self._set_aside(form.key)
        self.writer.note(form, form.start)
        if form.key != typed.key:
            # Their place is another one by now: they are kept there, and saved from there.
            self.writer.forget(typed.key)
        await self._go_on_writing(form)
        keys = self._screens.shown.names
        ways = f"{keys['save']} saves these words, {keys['discard']} throws them away"
        later = f"{keys['close']} leaves them for later ({keys['unsaved']} goes on)"
        tell(self._app, f"Not saved yet: {ways}, {later}.", "warning")

    async def _continue_dialog(self, typed: UnsavedWords) -> None:
        """Begin again in what words were typed; where that shares, or is about something, ask first."""
        if typed.place.get("act") == OWN_WORDS:
            self._show_kept(typed, "They go on where you share, while both sides say the same.", "sync")
            return
        self._take_back(typed)
        act, thread = str(typed.place.get("begin", "")), str(typed.place.get("thread", ""))
        if thread:
            await self._app.switch_mode("read")
            self._screens.read.view.show_place(ShowPlace(thread=thread))
            self._screens.read.call_after_refresh(self._screens.read.action_act, act)
        elif typed.place.get("about"):
            label = find_key("read", act).label
            self._show_kept(typed, f"They go on where you begin \u201c{label}\u201d about the same.")
        else:
            self._screens.shown.action_act(act)

    def _show_kept(self, typed: UnsavedWords, sentence: str, act: str = "") -> None:
        """Show kept words and what can be done about them; nothing that is pressed by habit destroys them."""

        def answered(answer: KeptAnswer | None) -> None:
            if answer == "begin":
                self._take_back(typed)
                self._screens.shown.action_act(act)
            elif answer == "copy":
                self._app.post_message(CopyWords("these words", words_in(typed)))
            elif answer == "discard":
                self.throw_away_kept(typed.key)

        going_on = find_key("read", act).label.casefold() if act else ""
        self._app.push_screen(kept_words_dialog(self._title_of(typed), words_in(typed), sentence, going_on), answered)

    def _take_back(self, thrown: UnsavedWords) -> None:
        """Keep words that were thrown away as half written again; who only looks at them leaves them to their week."""
        if thrown.thrown:
            typed = thrown.taken_back()
            self._set_aside(typed.key)
            self.writer.keep(typed)
            self.writer.forget(thrown.key)

    def _set_aside(self, key: str) -> None:
        """Make room for words that come back: others that were begun there are put away."""
        try:
            others = self.writer.kept(key)
        except ReviewError:
            return  # what cannot be read is set aside when these are written
        if others is not None:
            self.writer.keep(others.thrown_away())

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

    def _keep(self) -> None:
        if not self.writer.is_idle:
            self._background.start(self._keep_now, "keep")

    async def _keep_now(self) -> None:
        kept = await self._background.in_thread(self._flush)
        state = self._screens.state
        if isinstance(kept, ReviewError):
            tell(self._app, f"What you type could not be kept on the disk: {kept}", "error")
        elif state is not None and (state.unsaved, state.thrown_away) != kept:
            self._screens.update(unsaved=kept[0], thrown_away=kept[1])

    def _flush(self) -> tuple[int, bool]:
        """Bring the disk up to date; return how many words are not saved, and whether some were thrown away."""
        self.writer.flush()
        return len(self._workspace.all_unsaved()), bool(self._workspace.all_thrown())
