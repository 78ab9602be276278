"""Asks what becomes of the other suggestions for the same words, once one of them is taken."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.dialog import Dialog, entitle
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.compose.overlap_form import OUTCOMES, OtherOutcome, usual_reason
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, StyledLine, line

Keep = Callable[[tuple[OtherOutcome, ...]], object]


@dataclass(frozen=True, slots=True)
class OverlapAnswer:
    """What was chosen for each of the others, and whether it is gone on with."""

    others: tuple[OtherOutcome, ...]
    goes_on: bool


class OverlapDialog(Dialog[OverlapAnswer]):
    """Lists the other suggestions, each with an outcome and a reason; closes with all of them, also when it is left."""

    DEFAULT_CSS = """
    OverlapDialog Input { border: none; height: 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "go_on", "Go on", show=False, priority=True),
        Binding("tab", "change_outcome", "Outcome", show=False, priority=True),
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
    ]

    def __init__(
        self, taken: tuple[str, StyledLine], others: Sequence[OtherOutcome], words: Sequence[str], keep: Keep
    ) -> None:
        """Ask about `others`, which suggested `words`; `taken` is the name of the one that is taken, and its change.

        `keep` is called with all outcomes whenever one has changed.
        """
        super().__init__()
        self._keep = keep
        self._taken, self._taken_words = taken
        self._others = list(others)
        self._words = tuple(words)
        self._at = 0

    def compose(self) -> ComposeResult:
        """The suggestions, and the reason of the marked one."""
        with Vertical(classes="box"):
            with VerticalScroll(can_focus=False):
                yield Words()
            yield still(Input(placeholder="why", compact=True))

    def on_mount(self) -> None:
        """Show the first one."""
        keys = "tab outcome \u00b7 type the reason \u00b7 down next \u00b7 ctrl+s go on to the words \u00b7 esc later"
        entitle(self, f"The words of {self._taken} are taken; the others are\u2026", keys)
        self.query_one(Input).focus()
        self._mark(0)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the reason of the marked suggestion."""
        event.stop()
        self.note_words()
        self._show()

    def note_words(self) -> None:
        """Have the reason of the marked suggestion kept, with the others."""
        reason = self.query_one(Input).value
        if self._others[self._at].reason != reason:
            self._others[self._at] = replace(self._others[self._at], reason=reason)
            self._keep(tuple(self._others))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on with what was chosen."""
        event.stop()
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go on with what was chosen, to the words that are taken, unless one of the others has no reason."""
        self.note_words()
        silent = next((number for number, other in enumerate(self._others) if other.lacks), None)
        if silent is not None:
            self._mark(silent)
            tell(self.app, self._others[silent].lacks, "warning")
            return
        self.dismiss(OverlapAnswer(tuple(self._others), goes_on=True))

    def action_change_outcome(self) -> None:
        """Give the marked suggestion the next outcome."""
        other = self._others[self._at]
        outcome = OUTCOMES[(OUTCOMES.index(other.outcome) + 1) % len(OUTCOMES)]
        self._others[self._at] = replace(other, outcome=outcome)
        self._keep(tuple(self._others))
        self._show()

    def action_move(self, by: int) -> None:
        """Mark another suggestion."""
        self.note_words()
        self._mark((self._at + by) % len(self._others))

    def action_leave(self) -> None:
        """Settle nothing yet."""
        self.note_words()
        self.dismiss(OverlapAnswer(tuple(self._others), goes_on=False))

    def _mark(self, number: int) -> None:
        self._at = number
        field, reason = self.query_one(Input), self._others[number].reason
        field.value = reason
        field.cursor_position = len(reason)
        if reason == usual_reason(self._taken):
            # Whoever types a reason means it instead of the one that is offered.
            field.select_all()
        self._show()

    def _show(self) -> None:
        self.words.show_lines(self._lines())

    def _lines(self) -> Iterator[StyledLine]:
        yield (Styled("  "), *self._taken_words)
        yield ()
        for number, (other, words) in enumerate(zip(self._others, self._words, strict=True)):
            marked = number == self._at
            sign = Styled("\u25b8 " if marked else "  ", "key")
            yield line(sign, Styled(other.name, "strong"), Styled(f"  {clipped(words, 60)}", "quote"))
            what = f"duplicate of {self._taken}" if other.outcome == "duplicate" else other.outcome
            outcome = Styled(f"{what}: " if other.reason else what, "alarm" if marked else "muted")
            reason = Styled(other.reason, "" if marked else "muted")
            lacks = Styled(f" ({other.lacks})" if other.lacks else "", "alarm")
            yield line(Styled("    recorded as ", "muted"), outcome, reason, lacks)
