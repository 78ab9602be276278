"""A few short answers at once: each on a line, with what comes of them, or why it cannot be done, below."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from reviewtui.tui.appearance.safe_text import Words, set_titles
from reviewtui.tui.dialogs.dialog import Dialog
from reviewtui.tui.widgets.choice_field import ChoiceField
from reviewtui.tui.widgets.text_input import still
from reviewtui.views.styled_text import Styled, StyledLine, line

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


@dataclass(frozen=True, slots=True)
class FieldsQuestion:
    """What is asked: `done` is what enter does, `notes` what stands above, `refuses` says why answers will not do."""

    title: str
    done: str
    fields: tuple[AskedField, ...]
    notes: tuple[StyledLine, ...] = ()
    refuses: Callable[[FieldAnswers], str] = lambda _answers: ""
    effect: Callable[[FieldAnswers], tuple[StyledLine, ...]] = lambda _answers: ()


class FieldsDialog(Dialog[dict[str, str] | None]):
    """Closes with the answers, or with None where somebody leaves."""

    AUTO_FOCUS = ".answer"
    DEFAULT_CSS = """
    FieldsDialog .line { height: 1; width: 1fr; }
    FieldsDialog .line .label { width: 22; min-width: 22; }
    FieldsDialog Input { width: 1fr; height: 1; border: none; background: $panel; padding: 0 1; }
    FieldsDialog Input:focus { border: none; background: $primary 30%; }
    FieldsDialog #below { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "Done", show=False),
        Binding("ctrl+s", "finish", "Done", show=False, priority=True),
        Binding("down", "app.focus_next", "Down", show=False),
        Binding("up", "app.focus_previous", "Up", show=False),
    ]

    def __init__(self, question: FieldsQuestion, given: FieldAnswers = MappingProxyType({}), refused: str = "") -> None:
        """Ask `question`; where it was answered before, `given`, `refused` says why those answers would not do."""
        super().__init__()
        fields = tuple(replace(each, value=given.get(each.name, each.value)) for each in question.fields)
        self._question = replace(question, fields=fields)
        self._typed = {each.name for each in fields if each.suggests and given and each.value != each.suggests(given)}
        self._suggested: dict[str, str] = {}
        self._before = dict(given), refused
        self._refused = ""

    def compose(self) -> ComposeResult:
        """The notes, a line for each field, and what comes of the answers."""
        with Vertical(classes="box"), VerticalScroll(can_focus=False):
            yield Words(id="above")
            for field in self._question.fields:
                with Horizontal(classes="line", id=f"line-{field.name}"):
                    yield Words(id=f"label-{field.name}", classes="label")
                    yield _widget(field)
            yield Words(id="below")

    def on_mount(self) -> None:
        """Show the labels."""
        ways = f"enter {self._question.done} \u00b7 tab next line \u00b7 left right choose \u00b7 esc leave"
        set_titles(self.query_one(".box"), self._question.title, ways)
        self.query_one("#above", Words).show_lines((*self._question.notes, ()))
        for field in self._question.fields:
            self.query_one(f"#label-{field.name}", Words).show_lines([line(Styled(field.label, "strong"))])
        self._follow()

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

    def on_choice_changed(self) -> None:
        """Let the other lines follow a choice."""
        self._follow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Be done."""
        event.stop()
        self.action_finish()

    def action_finish(self) -> None:
        """Close with the answers, unless they will not do."""
        answers = self.answers
        self._refused = self._question.refuses(answers)
        if self._refused:
            self._show_below()
        else:
            self.dismiss(answers)

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
        given, refused = self._before
        self._refused = refused if self.answers == given else ""
        self._show_below()

    def _show_below(self) -> None:
        self.query_one("#below", Words).show_lines(self._below())

    def _below(self) -> Iterator[StyledLine]:
        yield from self._question.effect(self.answers)
        if self._refused:
            yield line(Styled(self._refused, "alarm"))


def _widget(field: AskedField) -> Input | ChoiceField:
    if field.choices:
        made: Input | ChoiceField = ChoiceField(f"answer-{field.name}", field.choices, field.value)
    else:
        typed = Input(
            field.value, placeholder=field.hint, id=f"answer-{field.name}", compact=True, select_on_focus=False
        )
        made = still(typed)
    made.add_class("answer")
    return made


def needs(*names: str) -> Callable[[FieldAnswers], str]:
    """Return what refuses answers in which one of these is empty."""
    return lambda answers: "" if all(answers[name] for name in names) else "Something has to be written there first."
