"""Small screens about sharing: how it goes on, what both sides changed, and own words for that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import TextArea

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import MergeConflict
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.dialog import Dialog, entitle
from reviewtui.tui.state.progress_listener import ProgressListener
from reviewtui.tui.state.requests import KeptWordsThrownAway
from reviewtui.tui.widgets.text_input import TextInput
from reviewtui.views.sharing.sharing_lines import SIDE_TITLES, progress_bar, progress_words
from reviewtui.views.styled_text import Look, Styled, StyledLine, line
from reviewtui.workspace.session.unsaved_answers import ConflictWords

_LOOK_EVERY = 0.1
_BAR = 40
"""Cells of the bar that shows how far it is."""
_OWN = "own"


@dataclass(frozen=True, slots=True)
class SidesAnswer:
    """How each section that both changed is settled: by a side ("ours" or "theirs"), or by words of one's own.

    `words` are section, our words, theirs, and those that are to stand there, passage by passage.
    """

    sides: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str, str, str], ...] = ()


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


class SidesDialog(Dialog[SidesAnswer | None]):
    """Shows what both sides changed, section by section, and takes a choice for each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "choose('ours')", "Ours", show=False),
        Binding("t", "choose('theirs')", "Theirs", show=False),
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
        self._decided = decided
        self._conflicts = tuple(conflicts)
        self._typed = typed
        self._sections = list(dict.fromkeys(conflict.section for conflict in conflicts))
        self._chosen: dict[str, str] = {}
        self._words: dict[MergeConflict, str] = {}
        self._at = 0

    def on_mount(self) -> None:
        """Show the first section."""
        self._show()

    def action_choose(self, side: str) -> None:
        """Choose a side for this section, and go on to the next one without a choice."""
        self._chosen[self._sections[self._at]] = side
        left = [number for number, section in enumerate(self._sections) if section not in self._chosen]
        self._at = next((number for number in left if number > self._at), left[0] if left else self._at)
        self._show()

    def action_write(self) -> None:
        """Write words of one's own for each passage of this section; what is no passage has only sides."""
        if all(not each.what for each in self._here):
            self._write(list(self._here))

    def _write(self, left: list[MergeConflict]) -> None:
        conflict = left.pop(0)

        def written(words: str | None) -> None:
            if words is None:
                return
            self._words[conflict] = words
            if left:
                self._write(left)
            else:
                self.action_choose(_OWN)

        self.app.push_screen(OwnWordsDialog(conflict, self._typed), written)

    @property
    def _here(self) -> tuple[MergeConflict, ...]:
        """The conflicts of the section that is shown."""
        return tuple(each for each in self._conflicts if each.section == self._sections[self._at])

    def action_turn(self, by: int) -> None:
        """Go to another section."""
        self._at = (self._at + by) % len(self._sections)
        self._show()

    def action_finish(self) -> None:
        """Share with these choices, once there is one for each section."""
        left = [section for section in self._sections if section not in self._chosen]
        if left:
            tell(self.app, f"Nothing is chosen yet for {first_few(left, 3)}.", "warning")
        else:
            sides = tuple((section, side) for section, side in self._chosen.items() if side != _OWN)
            own = [each for each in self._conflicts if self._chosen[each.section] == _OWN]
            self.dismiss(
                SidesAnswer(sides, tuple((each.section, each.ours, each.theirs, self._words[each]) for each in own))
            )

    def _show(self) -> None:
        section = self._sections[self._at]
        complete = len(self._chosen) == len(self._sections)
        ways = "enter share \u00b7 " if complete else ""
        more = "n next \u00b7 " if len(self._sections) > 1 else ""
        own = "w your words \u00b7 " if all(not each.what for each in self._here) else ""
        title = f"Both sides changed {section} ({self._at + 1} of {len(self._sections)})"
        entitle(self, title, f"{ways}o ours \u00b7 t theirs \u00b7 {own}{more}esc leave it")
        self.words.show_lines(tuple(self._lines(section)))

    def _lines(self, section: str) -> Iterator[StyledLine]:
        chosen = self._chosen.get(section, "")
        yield line(Styled("Nothing was changed yet. Other sentences of both sides are kept in any case.", "muted"))
        for conflict in self._here:
            yield ()
            if conflict.what:
                yield line(Styled(conflict.what, "strong"))
            readings = [("base", conflict.base), ("ours", conflict.ours), ("theirs", conflict.theirs)]
            readings += [(_OWN, self._words[conflict])] if conflict in self._words else []
            for name, words in readings:
                mark = "\u2713 " if name == chosen else "  "
                told = self._decided(conflict) if name == "ours" else ""
                look: Look = "good" if name == chosen else "muted"
                yield line(
                    Styled(f"{mark}{SIDE_TITLES[name]}", look), Styled(f" \u00b7 {told}" if told else "", "alarm")
                )
                for row in words.splitlines() or ["(nothing)"]:
                    yield line(Styled(f"    {row}", "" if words else "muted"))
        yield ()


class OwnWordsDialog(Dialog[str | None]):
    """Closes with the words, or with None where somebody leaves."""

    DEFAULT_CSS = """
    OwnWordsDialog TextInput { height: 8; }
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
        field.load_text(self._conflict.ours if left is None else left)
        field.move_cursor(field.document.end)
        field.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed."""
        event.stop()
        self.note_words()

    def note_words(self) -> None:
        """Have the words kept; our own side's as they are need not be."""
        for field in self.query(TextInput):
            self._typed.keep(self._conflict, field.text)

    def action_leave(self) -> None:
        """Close; the words are there when somebody goes on."""
        self.note_words()
        if self.query_one(TextInput).text != self._conflict.ours:
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
        self.dismiss(self.query_one(TextInput).text)
