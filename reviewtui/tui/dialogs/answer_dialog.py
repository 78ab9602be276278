"""Lines to be read, and a few answers to them: to confirm, to settle a conflict, to share, or only to leave."""

from collections.abc import Iterable
from datetime import datetime
from math import inf
from time import monotonic
from typing import Generic, Literal, TypeVar

from textual import events

from reviewtui.domain.refusal import Conflict
from reviewtui.tui.appearance.safe_text import set_clickable_titles, tell
from reviewtui.tui.dialogs.dialog import Dialog
from reviewtui.tui.keys.key_table import shown_keys
from reviewtui.views.comparison.inline_change import short_change
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, StyledLine, line

_Result = TypeVar("_Result")
_SHORT = 300
"""Characters in which each side of a conflict is told."""
_HELP = ("question_mark", "f1")
AnswerChoice = tuple[tuple[str, ...], str, _Result]
"""The keys that give an answer, what they do in a word or two, and what the dialog closes with."""
ConflictAnswer = Literal["words", "decline", ""]
EditAnswer = Literal["words", "mine", "theirs", "copy", ""]
ShareAnswer = Literal["all", "submitted", ""]
KeptAnswer = Literal["begin", "copy", "discard", ""]
Told = tuple[datetime, str, str]
"""When something was said, how grave it was, and what."""


class AnswerDialog(Dialog[_Result], Generic[_Result]):
    """Shows lines; a key or a click gives one of the answers, a click beside the box the last of them."""

    def __init__(self, title: str, lines: Iterable[StyledLine], answers: Iterable[AnswerChoice[_Result]]) -> None:
        super().__init__()
        self._title_text = title
        self._lines = tuple(lines)
        self._answers = tuple(answers)

    def on_mount(self) -> None:
        """Show the lines."""
        ways = [f"{shown_keys(keys[0])} {label}" for keys, label, _ in self._answers]
        self.ways = " \u00b7 ".join(ways)
        answers = ((words, f"screen.answer({number})") for number, words in enumerate(ways))
        set_clickable_titles(self.query_one(".box"), self._title_text, answers)
        self.words.show_lines(((), *self._lines, ()))

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key."""
        for number, (keys, _, _) in enumerate(self._answers):
            # What enter does, ctrl+s does too: it is what saves where words are written.
            if event.key in keys or (event.key == "ctrl+s" and "enter" in keys and "escape" not in keys):
                event.stop()
                self.action_answer(number)
                return
        if event.key in _HELP:
            event.stop()
            tell(self.app, f"What can be done here: {self.ways}.")

    def on_click(self, event: events.Click) -> None:
        """Leave by a click beside the box."""
        if event.widget is self:
            self.action_answer(len(self._answers) - 1)

    def action_answer(self, number: int) -> None:
        """Close with an answer."""
        if self.is_current:
            self.dismiss(self._answers[number][2])


class ConfirmDialog(AnswerDialog[bool]):
    """Shows what an act would do; enter does it."""

    def __init__(self, question: Question) -> None:
        yes, no = ("enter", "y"), ("escape", "n", "q")
        super().__init__(question.title, question.lines, ((yes, question.yes, True), (no, question.no, False)))


class LastLook(AnswerDialog[bool]):
    """Shows what a form commits. Only ctrl+s, pressed after it was shown, does it: enter and letters end what is typed.

    Keys that were on their way when it came were meant for the form: all but esc are dropped, and told.
    """

    def __init__(self, question: Question) -> None:
        doing, leaving = (("ctrl+s",), question.yes, True), (("escape",), question.no, False)
        super().__init__(question.title, question.lines, (doing, leaving))
        self._shown_at = inf

    def on_mount(self) -> None:
        """Note when it can be read."""
        self.call_after_refresh(self._note_shown)

    def _note_shown(self) -> None:
        self._shown_at = monotonic()

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key, unless it was pressed before there was something to answer."""
        if event.time < self._shown_at and event.key != "escape":
            event.stop()
            event.prevent_default()
            tell(self.app, f"Not taken: you had not seen this yet. {self.ways}.", "warning")


class LinesDialog(AnswerDialog[None]):
    """Lines to be read, and nothing to be done about them but to leave."""

    def __init__(self, title: str, lines: Iterable[StyledLine]) -> None:
        super().__init__(title, lines, ((("escape", "q", "enter"), "leave \u00b7 arrows scroll", None),))


def conflict_dialog(conflict: Conflict, sentence: str, *, can_settle: bool) -> AnswerDialog[ConflictAnswer]:
    """Return a dialog of a conflict, told in `sentence`, with its three passages and what can be done about it here."""
    lines: list[StyledLine] = [line(Styled(sentence, "alarm"))]
    for name, words in (
        ("as it was read", conflict.base),
        ("as suggested", conflict.theirs),
        ("as it stands", conflict.ours),
    ):
        lines += [(), line(Styled(name, "muted")), line(Styled(words or "(nothing)", "" if words else "muted"))]
    settling: tuple[AnswerChoice[ConflictAnswer], ...] = (
        (("enter", "e", "A"), "write the words", "words"),
        (("x",), "decline", "decline"),
    )
    leaving: AnswerChoice[ConflictAnswer] = (("escape", "q"), "leave it", "")
    return AnswerDialog("A person has to settle this", lines, (*(settling if can_settle else ()), leaving))


def edit_conflict_dialog(conflict: Conflict) -> AnswerDialog[EditAnswer]:
    """Return a dialog of an edit whose paragraph others have changed, with the three texts and the ways on."""
    base, theirs = conflict.base, conflict.ours
    lines = (
        line(Styled("Somebody changed this paragraph since you began; yours is not saved.", "alarm")),
        (),
        line(Styled("theirs: what they changed", "muted")),
        short_change(base, theirs, _SHORT) if theirs else line(Styled("(not found any more)", "muted")),
        (),
        line(Styled("mine: what you changed", "muted")),
        short_change(base, conflict.theirs, _SHORT),
        (),
        line(Styled("as it was when you began", "muted")),
        line(base),
    )
    going_on: tuple[AnswerChoice[EditAnswer], ...] = (
        (("enter", "w"), "write on beside theirs", "words"),
        (("o",), "mine", "mine"),
        (("t",), "theirs", "theirs"),
    )
    answers: tuple[AnswerChoice[EditAnswer], ...] = (
        *(going_on if conflict.ours else ()),
        (("ctrl+y",), "copy", "copy"),
        (("escape", "q"), "later", ""),
    )
    return AnswerDialog("A person has to settle this", lines, answers)


def share_dialog(pending: str, listed: Iterable[StyledLine] = ()) -> AnswerDialog[ShareAnswer]:
    """Return a dialog that asks whether what is pending, in words and `listed`, is to be submitted and shared too."""
    sentence = f"{pending} of yours pending: seen by nobody until submitted and shared."
    answers: tuple[AnswerChoice[ShareAnswer], ...] = (
        (("enter", "y"), "submit and share", "all"),
        (("s",), "share without them", "submitted"),
        (("escape", "n", "q"), "leave it", ""),
    )
    return AnswerDialog("Share", [line(sentence), (), *listed], answers)


def kept_words_dialog(title: str, words: str, sentence: str, begins: str = "") -> AnswerDialog[KeptAnswer]:
    """Return a dialog of words that are kept, with `sentence` on where they belong; `begins` is what enter does."""
    lines = (line(Styled(sentence, "muted")), (), *(line(Styled(each)) for each in words.split("\n")))
    going_on: tuple[AnswerChoice[KeptAnswer], ...] = ((("enter",), begins, "begin"),) if begins else ()
    answers: tuple[AnswerChoice[KeptAnswer], ...] = (
        *going_on,
        (("ctrl+y",), "copy", "copy"),
        (("ctrl+l",), "throw away", "discard"),
        (("escape", "q"), "keep them", ""),
    )
    return AnswerDialog(f"Not saved: {title}", lines, answers)


def message_log(told: Iterable[Told]) -> LinesDialog:
    """Return a dialog of all that the app has said since it was opened, the latest first."""
    rows = [
        line(
            Styled(f"{at:%H:%M:%S} ", "muted"),
            Styled("" if severity == "information" else f"{severity}: ", "alarm"),
            Styled(sentence),
        )
        for at, severity, sentence in reversed(tuple(told))
    ]
    return LinesDialog("Messages", rows or [line(Styled("Nothing was said yet.", "muted"))])
