"""The one door from text to widgets: nothing that others wrote is markup, and nothing hidden stays hidden.

Every other module of the app hands text to a widget through this one; a test holds them to it.
"""

import re
from collections.abc import Iterable
from typing import Any, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from reviewtui.text.words.visible import visible, visible_line, with_sign_for_hidden
from reviewtui.views.styled_text import Look, StyledLine

_INDENT = re.compile(r" +(?:\u21b3 )?")
"""Blanks before the words of a line, with the sign of an answer behind them."""
_CORNERS = 6
"""Cells of a border's line that hold no title."""
Severity = Literal["information", "warning", "error"]
DONE = "done"
"""The title of a message that tells what was done."""
IN_FORM = "in the form"
"""The title of a message that stands in the open form already, so that only the log has it."""

_STYLES: dict[Look, str] = {
    "": "",
    "muted": "dim",
    "strong": "bold",
    "heading": "bold $primary",
    "quote": "italic",
    "gone": "strike $text-error",
    "come": "underline $text-success",
    "out": "strike $text-error",
    "in": "underline $text-success",
    "moved": "italic $text-accent",
    "alarm": "bold $text-warning",
    "good": "bold $text-success",
    "bad": "bold $text-error",
    "key": "bold $text-accent",
    "pending": "italic $text-warning",
}
_UNSEEN = "\ufffd"
"""What is drawn in an edited text for what cannot be seen."""
_SIGNS: dict[Look, tuple[str, str]] = {"gone": ("[-", "-]"), "come": ("{+", "+}")}
"""What stands around words that go or come, since neither a colour nor a line through them is seen everywhere."""
_LONGEST_NOTE = 400
_SHORT, _LONG = 10, 60
"""Seconds for which a message stays unless somebody goes on; what was done is there after a slow look."""
STAYS = 0.0
"""The seconds of what was refused or failed: it stays until somebody goes on."""
_NARROWEST = 16
"""Cells in which words can still be read under each other; with less, they begin at the edge."""
_RUNNING: frozenset[Look] = frozenset({"", "quote", "come", "gone", "out", "in", "moved"})
"""Looks of running text, whose line ends are its writer's; everything else is a name or a label, and one line."""


class Words(Static):
    """A widget that shows lines of text; it takes values by `show_lines` and nothing else."""

    def show_lines(self, lines: Iterable[StyledLine], *, resize: bool = True) -> None:
        """Show `lines` in the place of what was shown; without `resize` the widget keeps its size."""
        shown = content(lines)
        self.update(shown, layout=resize and self._takes_other_room(shown))

    def _takes_other_room(self, shown: Content) -> bool:
        """Say whether the widget would get another size: arranging a screen anew takes longer than all else."""
        before, width = self.visual, self.content_size.width
        if not width or not isinstance(before, Content):
            return True
        is_other = before.get_height({}, width) != shown.get_height({}, width)
        fits_width = self.styles.width is None or not self.styles.width.is_auto
        return is_other or not (fits_width or before.cell_length == shown.cell_length)


def content(lines: Iterable[StyledLine]) -> Content:
    """Return lines as what a widget shows."""
    return Content("\n").join(one_line(line) for line in lines)


def one_line(line: StyledLine) -> Content:
    """Return the pieces of a line as what a widget shows; only running text keeps the line ends inside a piece."""
    return Content.assemble(
        *((_signed(visible(text, keep_newlines=look in _RUNNING), look), _STYLES[look]) for text, look in line)
    )


def _signed(text: str, look: Look) -> str:
    before, behind = _SIGNS.get(look, ("", ""))
    return f"{before}{text}{behind}"


def option(lines: Iterable[StyledLine], key: str | None = None, *, disabled: bool = False, width: int = 0) -> Option:
    """Return an entry of a list, each of its lines one line, whatever names stand in it; `_hanging` to a `width`."""
    rows = (_hanging(line, width) for line in lines)
    return Option(Content("\n").join(rows), id=key, disabled=disabled)


def _lead(line: StyledLine) -> str:
    """Return what a line begins with that is no word of it: blanks, a sign, or the columns of a table."""
    first = visible_line(line[0].text) if line else ""
    if len(line) > 1 and first.endswith("  "):
        return first + (visible_line(line[1].text) if len(line) > 2 and line[1].text.endswith("  ") else "")
    if len(line) > 1 and first.endswith(" ") and len(first.strip()) <= 1:
        return first
    begins = _INDENT.match(first)
    return begins.group() if begins is not None else ""


def _hanging(line: StyledLine, width: int) -> Content:
    """Return one line, wrapped to `width` cells so that its rows stand under its first word."""
    whole = Content.assemble(*((_signed(visible_line(text), look), _STYLES[look]) for text, look in line))
    first = _lead(line)
    left = cell_len(first)
    if not first or whole.cell_length <= width or width < left + _NARROWEST:
        return whole
    head, rest = whole.divide([len(first)])
    return Content("\n" + " " * left).join(
        [head + part if not number else part for number, part in enumerate(rest.wrap(width - left))]
    )


def set_titles(widget: Widget, title: str, subtitle: str = "") -> None:
    """Write into the border of a widget, of parts with a point between them as many as it has room for."""
    room = widget.outer_size.width - _CORNERS
    widget.border_title = Content(_whole_parts(visible_line(title), room))
    widget.border_subtitle = Content(_whole_parts(visible_line(subtitle), room))


def _whole_parts(words: str, room: int) -> str:
    """Return as many parts as fit; all of them while nobody knows how much room there is, and one in any case."""
    parts = words.split(" \u00b7 ")
    while room > 0 and len(parts) > 1 and cell_len(" \u00b7 ".join(parts)) > room:
        parts.pop()
    return " \u00b7 ".join(parts)


def set_clickable_titles(widget: Widget, title: str, actions: Iterable[tuple[str, str]]) -> None:
    """Write into the border of a widget; each of `actions`, words and what a click on them does, stands below."""
    set_titles(widget, title)
    words = (Content.styled(visible_line(words), Style.from_meta({"@click": action})) for words, action in actions)
    widget.border_subtitle = Content(" \u00b7 ").join(words)


def tell(app: App[Any], text: str, severity: Severity = "information", *, title: str = "") -> None:
    """Show a sentence; `title` is DONE, which has a sign of its own, or IN_FORM.

    What was refused or failed stays until the next key that does something, anything else for some seconds.
    """
    seconds = STAYS if severity != "information" else _LONG if title == DONE else _SHORT
    app.notify(note_of(text), title=title, severity=severity, timeout=seconds, markup=False)


def note_of(text: str) -> str:
    """Return a sentence as it is shown in the corner."""
    return visible_line(text if len(text) <= _LONGEST_NOTE else f"{text[: _LONGEST_NOTE - 1]}\u2026")


def harmless(strip: Strip) -> Strip:
    """Return cells of a text that is being edited, with one sign for each character that cannot be seen or smears."""
    return Strip([Segment(with_sign_for_hidden(segment.text, _UNSEEN), segment.style) for segment in strip])
