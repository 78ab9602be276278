"""A few short answers at once: each on a line, with what comes of them, or why it cannot be done, below."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.answer_dialog import LastLook
from reviewtui.tui.dialogs.dialog import AT_WORK, Dialog, entitle
from reviewtui.tui.state.requests import KeptWordsThrownAway, RunAct
from reviewtui.tui.widgets.choice_field import ChoiceField
from reviewtui.tui.widgets.marked_list import CHOSEN_ROW
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.workspace.session.unsaved_answers import UnsavedAnswers

FieldAnswers = Mapping[str, str]
"""What was answered, by the name of the field."""


@dataclass(frozen=True, slots=True)
class AskedField:
    """One line: a text, or one of `choices` (value and label); hidden while `asked_if` says no to the other answers.

    `suggests` gives a text that follows the other answers until somebody types their own.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    asked_if: Callable[[FieldAnswers], bool] | None = None
    suggests: Callable[[FieldAnswers], str] | None = None


YES_NO = (("", "no"), ("yes", "yes"))


@dataclass(slots=True)
class RequiredFields:
    """Refuses answers in which one of the fields `names` is empty."""

    names: tuple[str, ...]

    def __call__(self, answers: FieldAnswers) -> str:
        """Say that something is missing, if it is."""
        return "Something has to be written there first." if self.missing(answers) else ""

    def missing(self, answers: FieldAnswers) -> str:
        """Return the first of the fields that is empty; nothing where none is."""
        return next((name for name in self.names if not answers[name]), "")


def required(*names: str) -> RequiredFields:
    """Return what refuses answers in which one of these is empty."""
    return RequiredFields(names)


@dataclass(frozen=True, slots=True)
class FieldsQuestion:
    """What is asked: `done` is what comes of it, `notes` what stands above, `refuses` says why answers will not do.

    `about` tells it from a question of the same title about something else. `afterwards` says of what is committed how
    it is taken back; where something is chosen, all of it is then shown once more before that.
    """

    title: str
    done: str
    fields: tuple[AskedField, ...]
    notes: tuple[StyledLine, ...] = ()
    refuses: Callable[[FieldAnswers], str] = lambda _answers: ""
    effect: Callable[[FieldAnswers], tuple[StyledLine, ...]] = lambda _answers: ()
    about: str = ""
    afterwards: str = ""


FieldsAttempt = Callable[[FieldAnswers], Awaitable[str]]
"""Does what was asked for, and returns why that was not possible, empty where it was."""


class FieldsDialog(Dialog[dict[str, str] | None]):
    """Stays until what was asked for is done, and closes with the answers, or with None where somebody leaves.

    What is typed is kept on the disk with each letter, until it is carried out or thrown away.
    """

    AUTO_FOCUS = ".answer"
    DEFAULT_CSS = """
    FieldsDialog .line { height: 1; width: 1fr; }
    FieldsDialog .line .label { width: 24; min-width: 24; }
    FieldsDialog Input { width: 1fr; height: 1; border: none; background: $panel; padding: 0 1; }
    FieldsDialog Input:focus { border: none; background: $primary 30%; }
    FieldsDialog #below { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", show=False),
        Binding("ctrl+s", "finish", "Done", show=False, priority=True),
        Binding("ctrl+l", "discard", "Throw away", show=False, priority=True),
        Binding("down", "app.focus_next", "Down", show=False),
        Binding("up", "app.focus_previous", "Up", show=False),
    ]

    def __init__(
        self, question: FieldsQuestion, attempt: FieldsAttempt, unsaved: UnsavedAnswers, left: FieldAnswers
    ) -> None:
        """Ask `question`, beginning with those answers that were `left`; they are kept in `unsaved`."""
        super().__init__()
        self._question = question
        self._attempt = attempt
        self._unsaved = unsaved
        names = {field.name for field in question.fields}
        self._left = {name: value for name, value in left.items() if name in names}
        self.is_begun = bool(self._left)
        """Whether somebody typed words that are not carried out yet."""
        self._typed = {field.name for field in question.fields if field.suggests and field.name in self._left}
        self._suggested: dict[str, str] = {}
        self._refused = ""

    def compose(self) -> ComposeResult:
        """The notes, a line for each field, and what comes of the answers."""
        with Vertical(classes="box"), VerticalScroll(can_focus=False):
            yield Words(id="above")
            for field in self._question.fields:
                with Horizontal(classes="line", id=f"line-{field.name}"):
                    yield Words(id=f"label-{field.name}", classes="label")
                    yield _widget(field, self._left.get(field.name, field.value))
            yield Words(id="below")

    def on_mount(self) -> None:
        """Show the labels."""
        self.query_one("#above", Words).show_lines((*self._question.notes, ()))
        _show_labels(self, self._question.fields)
        self._follow()
        if self._left:
            words = "Not saved yet: your words from before; ctrl+l throws them away."
            self.call_after_refresh(tell, self.app, words, "warning")
            self.query_one(f"#answer-{next(iter(self._left))}").focus()

    @property
    def answers(self) -> dict[str, str]:
        """What was answered so far; nothing of lines that are not asked."""
        given = {field.name: self._value(field) for field in self._question.fields}
        asked = (field for field in self._question.fields if field.asked_if is None or field.asked_if(given))
        return dict.fromkeys(given, "") | {field.name: given[field.name] for field in asked}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take what was typed."""
        event.stop()
        self._follow()
        self.note_words()

    def on_choice_changed(self) -> None:
        """Let the other lines follow a choice."""
        self._follow()
        self.note_words()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let what is typed take the place of what stands there by itself; what somebody typed is gone on with."""
        field = event.widget
        _show_labels(self, self._question.fields)
        if isinstance(field, Input) and field.value and field.value == self._given(field.id or ""):
            field.select_all()

    def note_words(self) -> None:
        """Have the answers kept as long as words are typed among them."""
        if self.has_class(AT_WORK) or not self.is_mounted:
            return
        values = ((each, self._value(each)) for each in self._question.fields)
        own = [(each, value) for each, value in values if value != self._given(f"answer-{each.name}")]
        words = [value for each, value in own if value and not each.choices]
        if words:
            self._unsaved.keep({each.name: value for each, value in own}, " \u00b7 ".join(words))
        elif self.is_begun:
            self._unsaved.forget()
        if self.is_begun != bool(words):
            self.is_begun = bool(words)
            entitle(self, self._question.title, self._ways())

    def _given(self, widget: str) -> str:
        """Return what stands in a line as long as nobody has typed there."""
        field = next(each for each in self._question.fields if f"answer-{each.name}" == widget)
        first = field.choices[0][0] if field.choices and field.value not in dict(field.choices) else field.value
        return self._suggested.get(field.name, first)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on."""
        event.stop()
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go to the next line; from the last one on, be done."""
        asked = self._asked
        at = asked.index(self.focused) if self.focused in asked else len(asked)
        if at + 1 < len(asked):
            asked[at + 1].focus()
        else:
            self.action_finish()

    def action_finish(self) -> None:
        """Have done what was asked for, unless the answers will not do."""
        if self._is_at_work:
            return
        self._refused = self._question.refuses(self.answers)
        if self._refused:
            refuses = self._question.refuses
            if isinstance(refuses, RequiredFields) and (name := refuses.missing(self.answers)):
                self.query_one(f"#answer-{name}").focus()
            self._show_below()
        elif self._question.afterwards and any(isinstance(each, ChoiceField) for each in self._asked):
            asked = (each for each in self._question.fields if self.query_one(f"#line-{each.name}").display)
            looked_at = partial(_go_through, self)
            self.app.push_screen(LastLook(_last_look(self._question, self.answers, asked)), looked_at)
        else:
            self.attempt()

    def attempt(self) -> None:
        """Have done what was asked for."""
        self.run_worker(self._try(self.answers))

    async def _try(self, answers: dict[str, str]) -> None:
        """Close with the answers once that is done; else stay as it is, and say why it was not possible."""
        field = self.focused
        _set_at_work(self, is_at_work=True)
        self._show_below()
        self._refused = await self._attempt(answers)
        _set_at_work(self, is_at_work=False)
        if self._refused:
            self._show_below()
            self.set_focus(field)
        else:
            self._unsaved.forget()
            self.is_begun = False
            self.dismiss(answers)

    def on_key(self, event: events.Key) -> None:
        """Say that what is typed meanwhile is not taken."""
        if self._is_at_work and event.is_printable:
            event.stop()
            event.prevent_default()
            tell(self.app, "Not taken: what you asked for is being done; esc gives it up.", "warning")

    def action_discard(self) -> None:
        """Close with nothing, and drop what was typed."""
        self.note_words()
        if self.is_begun and not self._is_at_work:
            self.is_begun = False
            self.post_message(KeptWordsThrownAway(self._unsaved.key))
            self.dismiss(None)

    def action_leave(self) -> None:
        """Close with nothing; what is being done is given up first, and what was typed stays on the disk."""
        if self._is_at_work:
            self.post_message(RunAct("stop"))
        else:
            self.note_words()
            self.dismiss(None)

    @property
    def _is_at_work(self) -> bool:
        return self.has_class(AT_WORK)

    @property
    def _asked(self) -> list[Widget]:
        """The fields that are asked just now."""
        return [each for each in self.query(".answer") if each.parent is not None and each.parent.display]

    def _value(self, field: AskedField) -> str:
        widget = self.query_one(f"#answer-{field.name}")
        return widget.value.strip() if isinstance(widget, Input | ChoiceField) else ""

    def _suggest(self, name: str, suggestion: str) -> None:
        """Put a suggestion into a line, unless somebody typed over the last one: that may be told only later."""
        widget = self.query_one(f"#answer-{name}", Input)
        if widget.value not in {self._suggested.get(name, ""), suggestion}:
            self._typed.add(name)
            return
        self._suggested[name] = suggestion
        if widget.value != suggestion:
            widget.value = suggestion
            widget.cursor_position = len(suggestion)

    def _follow(self) -> None:
        """Let suggestions, hidden lines and the effect follow the answers."""
        answers = self.answers
        for field in self._question.fields:
            shown = field.asked_if is None or field.asked_if(answers)
            self.query_one(f"#line-{field.name}").display = shown
            if field.suggests is not None and field.name not in self._typed:
                self._suggest(field.name, field.suggests(answers))
        self._refused = ""
        entitle(self, self._question.title, self._ways())
        self._show_below()

    def _ways(self) -> str:
        """Return what keys do: one line needs none to go on."""
        asked = self._asked
        many = "ctrl+s" if len(asked) > 1 else "enter"
        choose = "left right choose \u00b7 " if any(isinstance(each, ChoiceField) for each in asked) else ""
        following = "enter next \u00b7 " if len(asked) > 1 else ""
        leaving = "esc later \u00b7 ctrl+l throw away" if self.is_begun else "esc leave"
        return f"{many} {self._question.done} \u00b7 {leaving} \u00b7 {following}{choose}".removesuffix(" \u00b7 ")

    def _show_below(self) -> None:
        self.query_one("#below", Words).show_lines(self._below())

    def _below(self) -> Iterator[StyledLine]:
        yield from self._question.effect(self.answers)
        if self._is_at_work:
            yield line(Styled("One moment \u2026 (esc gives up)", "muted"))
        elif self._refused:
            yield line(Styled(self._refused, "alarm"))
        elif self._question.afterwards:
            yield line(Styled(f"Afterwards: {self._question.afterwards}.", "muted"))


def _show_labels(dialog: FieldsDialog, fields: Iterable[AskedField]) -> None:
    """Show what each line asks for, with the sign of a chosen row at the one in which one types or chooses."""
    for field in fields:
        has_focus = dialog.query_one(f"#answer-{field.name}").has_focus
        sign = Styled(f"{CHOSEN_ROW} " if has_focus else "  ", "key")
        dialog.query_one(f"#label-{field.name}", Words).show_lines([line(sign, Styled(field.label, "strong"))])


def _go_through(dialog: FieldsDialog, yes: bool | None) -> None:  # noqa: FBT001 - what a dialog closes with
    """Have done what was looked at; else the form stays as it is."""
    if yes:
        dialog.attempt()


def _last_look(question: FieldsQuestion, answers: FieldAnswers, asked: Iterable[AskedField]) -> Question:
    """Return the question that shows what is going to be committed, each line by what was chosen or typed."""
    lines: list[StyledLine] = []
    for field in asked:
        value = answers[field.name]
        said = dict(field.choices).get(value, value) or f"({field.hint or 'nothing'})"
        lines.append(line(Styled(f"{field.label}: ", "strong"), Styled(said, "" if value else "muted")))
    lines += [(), line(Styled(f"Afterwards: {question.afterwards}.", "alarm"))]
    return Question(f"{question.title}?", tuple(lines), question.done, (), no="go back")


def _set_at_work(dialog: FieldsDialog, *, is_at_work: bool) -> None:
    """Take no more words while what was asked for is done: they would be lost without a sign of it."""
    dialog.set_class(is_at_work, AT_WORK)
    if is_at_work:
        dialog.set_focus(None)
    for answer in dialog.query(".answer"):
        answer.disabled = is_at_work


def _widget(field: AskedField, value: str) -> Input | ChoiceField:
    if field.choices:
        made: Input | ChoiceField = ChoiceField(f"answer-{field.name}", field.choices, value)
    else:
        typed = Input(value, placeholder=field.hint, id=f"answer-{field.name}", compact=True, select_on_focus=False)
        made = still(typed)
    made.add_class("answer")
    return made
