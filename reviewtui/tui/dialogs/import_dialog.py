"""What a returned file holds beside the draft: all of it is taken, or what somebody chooses."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen

from reviewtui.domain.counted_nouns import counted
from reviewtui.tui.appearance.page_geometry import MEDIUM
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.answer_dialog import LinesDialog
from reviewtui.tui.widgets.message_line import MessageLine
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.exchange.import_rows import ImportedFile, ImportRow
from reviewtui.views.styled_text import Styled, StyledLine, line

_WAYS = (
    ("enter", "bring in", "Bring in all that is marked with \u2713, and nothing else."),
    ("space", "this one", "Take the marked line, or leave it out."),
    ("a", "all or none", "Take everything, or nothing where everything is taken."),
    ("w", "who is it", "Say who wrote the marked line."),
    ("esc", "leave", "Bring nothing in; the file stays as it is."),
    ("?", "help", "Show this."),
)
"""The keys of the list: each with what it is called, and what it does."""
_SIGNS = (
    ("\u2713", "it is taken"),
    ("\u00b7", "it is left out"),
    (" ", "it cannot be taken as it stands; beside it stands why"),
)


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What somebody chose: the numbers of the acts that are left out, or the one whose speaker is to be named."""

    without: frozenset[int]
    name: int | None = None


class ImportDialog(ModalScreen[ImportChoice | None]):
    """The acts of the file on the left, the words of the draft that the marked one is about on the right."""

    AUTO_FOCUS = "#rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MEDIUM, "-medium")]  # noqa: RUF012 - as Textual declares it
    DEFAULT_CSS = """
    ImportDialog { background: $background; }
    ImportDialog #body { layout: grid; height: 1fr; grid-size: 2 1; grid-columns: 2fr 3fr; }
    ImportDialog.-narrow #body { grid-size: 1 2; grid-columns: 1fr; grid-rows: 1fr 1fr; }
    ImportDialog #head { height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    ImportDialog #ways { height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", show=False),
        Binding("space", "switch", "This one", show=False),
        Binding("a", "switch_all", "All or none", show=False),
        Binding("w", "name", "Who is it", show=False),
        Binding("question_mark,f1", "help", "Help", show=False),
    ]

    def __init__(self, title: str, file: ImportedFile, without: AbstractSet[int], nameless: AbstractSet[int]) -> None:
        """Show `file`; `without` is left out so far, `nameless` are acts of people whom nobody has named."""
        super().__init__()
        self._title = title
        self._file = file
        self._lines: list[ImportRow | None] = []
        self._nameless = nameless
        self._warned = False
        self._able = frozenset(row.number for row in file.rows if row.can_be_taken) - nameless
        self._without = frozenset(without) | {row.number for row in file.rows if row.number not in self._able}

    def compose(self) -> ComposeResult:
        """Head, list and card, and the ways out."""
        yield Words(id="head")
        with Container(id="body"):
            yield Rows("rows", wrapped=False)
            yield ThreadPane("card")
        yield MessageLine()
        yield Words(id="ways")

    def on_mount(self) -> None:
        """Show the file."""
        self._show()
        pieces = [piece for key, label, _ in _WAYS for piece in (Styled(key, "key"), Styled(f" {label}  "))]
        self.query_one("#ways", Words).show_lines([tuple(pieces)])

    def on_row_marked(self, message: RowMarked) -> None:
        """Show what the marked act is about."""
        message.stop()
        self._show_marked()

    def on_row_picked(self, message: RowPicked) -> None:
        """Bring in what is taken; what nobody is named for stays out only after that was said."""
        message.stop()
        unnamed = sum(row.number in self._nameless and row.can_be_taken for row in self._file.rows)
        if not self._taken:
            way = "w says who somebody is" if unnamed else "space takes the marked one"
            tell(self.app, f"Nothing is taken: {way}.", "warning")
        elif unnamed and not self._warned:
            self._warned = True
            count = counted(unnamed, "remark", "stays")
            tell(self.app, f"{count} out, since nobody is named: w says who it is, enter again goes on.", "warning")
        else:
            self.dismiss(ImportChoice(self._without))

    def action_switch(self) -> None:
        """Take the marked act, or leave it out, and go on to the next."""
        row = self._marked
        if row is not None and row.number in self._nameless:
            tell(self.app, "Say first who it is: w.", "warning")
        elif row is not None and row.number in self._able:
            self._without ^= {row.number}
            self._show()
            self.query_one(Rows).action_cursor_down()

    def action_switch_all(self) -> None:
        """Take everything, or nothing where everything is taken."""
        self._without = self._without - self._able if self._without & self._able else self._without | self._able
        self._show()

    def action_name(self) -> None:
        """Say who said the marked act."""
        row = self._marked
        if row is not None:
            self.dismiss(ImportChoice(self._without & self._able, row.number))

    def action_leave(self) -> None:
        """Bring nothing in."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show what the keys do and what the signs mean."""
        rows = [line(Styled(f"{key:>8}  ", "key"), does) for key, _, does in _WAYS]
        rows += [(), *(line(Styled(f"{sign:>8}  ", "good"), meaning) for sign, meaning in _SIGNS)]
        self.app.push_screen(LinesDialog("Help: bringing in", rows))

    @property
    def _taken(self) -> int:
        return sum(row.number not in self._without for row in self._file.rows)

    @property
    def _marked(self) -> ImportRow | None:
        at = self.query_one(Rows).highlighted
        return self._lines[at] if at is not None and at < len(self._lines) else None

    def _show(self) -> None:
        rows = list(self._rows())
        self._lines = [row for row, _ in rows]
        self.query_one(Rows).show_rows(((each,), True) for _, each in rows)
        new = len(self._file.rows)
        count = f"{self._taken} of {counted(new, 'new one')} taken" if new else "nothing new"
        known = f" \u00b7 {self._file.known} in the record already" if self._file.known else ""
        self.query_one("#head", Words).show_lines([line(Styled(self._title, "strong"), Styled(f"  {count}{known}"))])
        self.query_one(Rows).show_titles("In the file")
        self._show_marked()

    def _rows(self) -> Iterator[tuple[ImportRow | None, StyledLine]]:
        """Give the lines of the list: the acts, what was not taken in and why, and what was read."""
        for row in self._file.rows:
            sign = " " if row.number not in self._able else "\u2713" if row.number not in self._without else "\u00b7"
            yield row, (Styled(f"{sign} ", "good"), *row.head)
        if not self._file.rows:
            yield None, line(Styled("There is nothing new in this file.", "muted"))
        for title, sentences in (("Not taken in", self._file.left_out), ("What was read", self._file.read)):
            if sentences:
                yield None, line(Styled(f"{title} ({counted(len(sentences), 'line')})", "heading"))
                yield from ((None, line(Styled(f"  {sentence}", "muted"))) for sentence in sentences)

    def _show_marked(self) -> None:
        row, pane = self._marked, self.query_one(ThreadPane)
        if row is None:
            pane.show_card("The draft", [*(line(sentence) for sentence in (*self._file.left_out, *self._file.read))])
        else:
            pane.show_card(f"The draft: {row.section}", row.card)
