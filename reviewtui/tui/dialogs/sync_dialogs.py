"""Small screens about sharing: how it goes on, what both sides changed, and own words for that."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import TextArea

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import MergeConflict
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.dialog import Dialog, entitle
from reviewtui.tui.state.progress_listener import ProgressListener
from reviewtui.tui.state.requests import KeptWordsThrownAway
from reviewtui.tui.widgets.text_input import TextInput
from reviewtui.views.sharing.settled_conflicts import (
    OWN,
    ConflictAnswers,
    ConflictChoices,
    core_words,
    outcome_lines,
    placed_words,
    reading_lines,
)
from reviewtui.views.sharing.sharing_lines import SIDE_TITLES, progress_bar, progress_words
from reviewtui.views.styled_text import Styled, line
from reviewtui.workspace.session.unsaved_answers import ConflictWords

_LOOK_EVERY = 0.1
_BAR = 40
"""Cells of the bar that shows how far it is."""


class ProgressDialog(Dialog[None]):
    """Shows what is going on until it is done; escape stops it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "stop", "Stop", show=False)]

    def __init__(self, progress: ProgressListener) -> None:
        super().__init__()
        self._progress = progress

    def on_mount(self) -> None:
        """Show what is said from now on."""
        entitle(self, self._progress.title, "esc stop")
        self.set_interval(_LOOK_EVERY, self._show)
        self._show()

    def action_stop(self) -> None:
        """Ask for it to stop."""
        self._progress.stops = True

    def on_unmount(self) -> None:
        """Ask for it to stop when the app ends in the middle of it: no child of git's stays behind."""
        self._progress.stops = True

    def close(self) -> None:
        """Close, since it is done."""
        if self.is_current:
            self.dismiss()

    def _show(self) -> None:
        last = self._progress.last
        bar = line(Styled(progress_bar(last, _BAR), "strong")) if last.total else ()
        self.words.show_lines(((), line(Styled(progress_words(last), "muted")), bar))


class ConflictsDialog(Dialog[ConflictAnswers | None]):
    """Asks place by place what is to stand where both sides changed the same; at the end it shows what will be written.

    Nothing is shared before that was seen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "choose('ours')", "Ours", show=False),
        Binding("t", "choose('theirs')", "Theirs", show=False),
        Binding("O", "choose_left('ours')", "Ours everywhere else", show=False),
        Binding("T", "choose_left('theirs')", "Theirs everywhere else", show=False),
        Binding("w", "write", "Own words", show=False),
        Binding("n,right", "turn(1)", "Next", show=False),
        Binding("p,left", "turn(-1)", "Previous", show=False),
        Binding("enter,ctrl+s", "finish", "Share", show=False),
        Binding("escape,q", "leave", "Leave it", show=False),
    ]

    def __init__(
        self, conflicts: Sequence[MergeConflict], typed: ConflictWords, decided: Callable[[MergeConflict], str]
    ) -> None:
        """Ask about `conflicts`; `typed` has words that were written for some before, and takes those written now.

        `decided` says what was decided for the words of our side, empty where nothing was.
        """
        super().__init__()
        self._choices = ConflictChoices(tuple(conflicts), decided)
        self._typed = typed
        self._at = 0
        """The number of the place that is shown; behind the last one is what will be written."""

    def on_mount(self) -> None:
        """Show the first place, once more when it is known how wide the box is."""
        self._show()
        self.call_after_refresh(self._show)

    @property
    def _here(self) -> MergeConflict | None:
        """The place that is shown; None where what will be written is."""
        return self._choices.conflicts[self._at] if self._at < len(self._choices.conflicts) else None

    def action_choose(self, side: str) -> None:
        """Choose a side for this place, and go on to the next one without a choice."""
        if self._here is not None:
            self._choose(self._here, side)

    def action_choose_left(self, side: str) -> None:
        """Choose a side for each place that has none yet."""
        self._choices.sides |= dict.fromkeys(self._choices.left, side)
        self._go_on()

    def _choose(self, conflict: MergeConflict, side: str) -> None:
        self._choices.sides[conflict] = side
        self._go_on()

    def _go_on(self) -> None:
        """Go to the next place without a choice; where there is none, to what will be written."""
        numbers = [self._choices.conflicts.index(each) for each in self._choices.left]
        first = numbers[0] if numbers else len(self._choices.conflicts)
        self._at = next((number for number in numbers if number > self._at), first)
        self._show()

    def action_write(self) -> None:
        """Write words of one's own for a passage; a key and a whole file have only sides."""
        conflict = self._here
        if conflict is None or conflict.what:
            return

        def written(words: str | None) -> None:
            if words is not None:
                self._choices.own[conflict] = words
                self._choose(conflict, OWN)

        self.app.push_screen(OwnWordsDialog(conflict, self._typed), written)

    def action_turn(self, by: int) -> None:
        """Go to another place; once all are settled also to what will be written."""
        pages = len(self._choices.conflicts) + (not self._choices.left)
        self._at = (self._at + by) % pages
        self._show()

    def action_finish(self) -> None:
        """Show what will be written, once something is chosen for each place; share where that was shown."""
        left = self._choices.left
        if left:
            names = list(dict.fromkeys(each.section for each in left))
            tell(
                self.app,
                f"Nothing is chosen yet for {counted(len(left), 'place')} in {first_few(names, 3)}.",
                "warning",
            )
        elif self._here is not None:
            self._go_on()
        else:
            self.dismiss(self._choices.answers())

    def _show(self) -> None:
        conflict, count = self._here, len(self._choices.conflicts)
        if conflict is None:
            entitle(
                self,
                f"What will be written ({counted(count, 'place')})",
                "enter share \u00b7 p back \u00b7 esc leave it",
            )
            self.words.show_lines(outcome_lines(self._choices))
            return
        parts = ["o ours", "t theirs", *([] if conflict.what else ["w your words"])]
        parts = [*(["enter go on"] if not self._choices.left else []), *parts, *(["n next"] if count > 1 else [])]
        parts += ["esc leave it", *(["O T all that is left"] if len(self._choices.left) > 1 else [])]
        title = f"Both sides changed {conflict.section} ({self._at + 1} of {count})"
        entitle(self, title, " \u00b7 ".join(parts))
        told = "Nothing is merged yet. Other sentences of both sides are kept in any case."
        self.words.show_lines((line(Styled(told, "muted")), (), *reading_lines(self._choices, conflict), ()))


class OwnWordsDialog(Dialog[str | None]):
    """Closes with the words, or with None where somebody leaves."""

    DEFAULT_CSS = """
    OwnWordsDialog TextInput { min-height: 8; max-height: 45vh; }
    OwnWordsDialog VerticalScroll { max-height: 40vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Take", show=False, priority=True),
        Binding("ctrl+l", "discard", "Throw away", show=False, priority=True),
        Binding("escape", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, conflict: MergeConflict, typed: ConflictWords) -> None:
        """Take words for a conflict; all that is typed is kept in `typed` with each letter, and gone on with."""
        super().__init__()
        self._conflict = conflict
        self._typed = typed

    @property
    def _written(self) -> str:
        """The words as they will stand."""
        typed, ours = self.query_one(TextInput).text, self._conflict.ours
        return ours if core_words(typed) == core_words(ours) else placed_words(typed, self._conflict)

    def compose(self) -> ComposeResult:
        """The three readings, and a field."""
        with Vertical(classes="box"):
            with VerticalScroll(can_focus=False):
                yield Words()
            yield TextInput("own-words")

    def on_mount(self) -> None:
        """Begin with our words."""
        entitle(self, f"Your words in {self._conflict.section}", "ctrl+s take them · esc later · ctrl+l throw away")
        readings = (("base", self._conflict.base), ("ours", self._conflict.ours), ("theirs", self._conflict.theirs))
        self.words.show_lines(
            each
            for name, words in readings
            for each in (line(Styled(SIDE_TITLES[name], "muted")), line(Styled(words or "(nothing)", "quote")))
        )
        field = self.query_one(TextInput)
        try:
            left = self._typed.read(self._conflict)
        except ReviewError as error:
            left = None
            tell(self.app, f"What you typed before could not be read: {error}", "error")
        field.load_text(core_words(self._conflict.ours if left is None else left))
        field.move_cursor(field.document.end)
        field.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed."""
        event.stop()
        self.note_words()

    def note_words(self) -> None:
        """Have the words kept; our own side's as they are need not be."""
        if self.query(TextInput):
            self._typed.keep(self._conflict, self._written)

    def action_leave(self) -> None:
        """Close; the words are there when somebody goes on."""
        self.note_words()
        if self._written != self._conflict.ours:
            tell(self.app, "Kept for later, not shared: w goes on with these words, also after a restart.")
        self.dismiss(None)

    def action_discard(self) -> None:
        """Close, and drop the words."""
        self.note_words()
        self.post_message(KeptWordsThrownAway(self._typed.key_of(self._conflict)))
        self.dismiss(None)

    def action_save(self) -> None:
        """Close with the words."""
        self.note_words()
        self.dismiss(self._written)
