"""What can be done in a reader by keys: one table, from which bindings, footer and help are made."""

from typing import NamedTuple

from textual.binding import Binding


class ReaderAction(NamedTuple):
    """An action of the reader as Textual calls it, its keys unless they are rebound, and what it is called."""

    action: str
    keys: str
    label: str

    @property
    def name(self) -> str:
        """What it is called where keys are changed."""
        return "_".join(self.label.lower().split())


ACTIONS: tuple[ReaderAction, ...] = (
    ReaderAction("move('character', 1)", "right", "Next character"),
    ReaderAction("move('character', -1)", "left", "Previous character"),
    ReaderAction("move_lines(1)", "down,j", "Next line"),
    ReaderAction("move_lines(-1)", "up,k", "Previous line"),
    ReaderAction("move('word', 1)", "ctrl+right", "Next word"),
    ReaderAction("move('word', -1)", "ctrl+left", "Previous word"),
    ReaderAction("move('sentence', 1)", "right_parenthesis", "Next sentence"),
    ReaderAction("move('sentence', -1)", "left_parenthesis", "Previous sentence"),
    ReaderAction("move('paragraph', 1)", "ctrl+down,right_curly_bracket", "Next paragraph"),
    ReaderAction("move('paragraph', -1)", "ctrl+up,left_curly_bracket", "Previous paragraph"),
    ReaderAction("move('edge', 1)", "end", "End of line"),
    ReaderAction("move('edge', -1)", "home", "Start of line"),
    ReaderAction("move('text', 1)", "ctrl+end", "End of text"),
    ReaderAction("move('text', -1)", "ctrl+home", "Start of text"),
    ReaderAction("turn_page(1)", "pagedown,space", "Next page"),
    ReaderAction("turn_page(-1)", "pageup,backspace", "Previous page"),
    ReaderAction("move('character', 1, True)", "shift+right", "Select one character more"),
    ReaderAction("move('character', -1, True)", "shift+left", "Select one character less"),
    ReaderAction("move_lines(1, True)", "shift+down", "Select one line more"),
    ReaderAction("move_lines(-1, True)", "shift+up", "Select one line less"),
    ReaderAction("move('word', 1, True)", "ctrl+shift+right", "Select one word more"),
    ReaderAction("move('word', -1, True)", "ctrl+shift+left", "Select one word less"),
    ReaderAction("move('edge', 1, True)", "shift+end", "Select to the end of the line"),
    ReaderAction("move('edge', -1, True)", "shift+home", "Select to the start of the line"),
    ReaderAction("start_selecting", "v", "Select"),
    ReaderAction("resize_selection(1)", "plus,equals_sign", "Grow selection"),
    ReaderAction("resize_selection(-1)", "minus", "Shrink selection"),
    ReaderAction("drop_selection", "escape", "Drop selection"),
    ReaderAction("next_match(1)", "f3", "Next match"),
    ReaderAction("next_match(-1)", "shift+f3", "Previous match"),
    ReaderAction("pick_highlight", "enter", "Open remark here"),
    ReaderAction("toggle_marks", "ctrl+t", "Show or hide Markdown marks and link targets"),
)
"""All actions of the reader; the app's registry of keys may give them other keys."""


def bindings() -> list[Binding]:
    """Return the bindings of a reader by itself."""
    return [Binding(row.keys, row.action, row.label, show=False, id=f"text.{row.name}") for row in ACTIONS]
