"""Two versions compared: each change among its words, one after the other."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.domain.refusal import ReviewError
from reviewtui.text.meaning import ChangeClass
from reviewtui.tui.keys import bindings
from reviewtui.tui.messages import ComparisonWanted, PlaceWanted
from reviewtui.tui.plain import Words, entitle, tell
from reviewtui.tui.screens.dialog import Picker
from reviewtui.tui.screens.listing import Listing
from reviewtui.tui.situation import Situation
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.change_rows import CLASSES, ChangeRow, change_rows, counts_line
from reviewtui.views.comparison import Comparison
from reviewtui.views.piece import Line, Piece, line
from reviewtui.views.two_columns import two_columns

_NEXT: dict[ChangeClass | None, ChangeClass | None] = dict(zip((None, *CLASSES), (*CLASSES, None), strict=True))


class CompareScreen(Listing):
    """The draft and a release, unless other versions are asked for."""

    PLACE = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    DEFAULT_CSS = """
    CompareScreen #totals { height: auto; max-height: 2; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._shown: tuple[ChangeRow, ...] = ()
        self._only: ChangeClass | None = None
        self._beside = False
        self._asked_for = ""

    def compose_body(self) -> ComposeResult:
        """How much changed, and the changes."""
        yield Words(id="totals")
        yield Rows("rows")

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {
            **super().acts,
            "open_place": self._open_place,
            "filter": self._next_class,
            "choose_old": self._choose,
            "side_by_side": self._toggle_sides,
        }

    def show_situation(self, situation: Situation) -> None:
        """Compare anew when the draft is another one than was compared."""
        found = self._comparison
        texts = {path: text.blob for path, text in situation.draft.policy.texts.items()}
        if found is None or situation.version:
            return
        known = {path: text.blob for path, text in found.new.policy.texts.items()}
        if found.new.version.name == "draft" and known != texts:
            self.post_message(ComparisonWanted(found.old.version.name, ""))

    def on_screen_resume(self) -> None:
        """Compare the draft with the newest release when nothing was compared yet."""
        situation = self.situation
        if self._comparison is None and situation is not None and not self._asked_for:
            if situation.overview.newest is None and not situation.draft.releases:
                self._say(
                    "There is no release yet to compare with.", "The first one appears here with what changed since."
                )
            else:
                self._asked_for = "newest"
                self.post_message(ComparisonWanted())

    def on_resize(self) -> None:
        """Fit two columns to the new width."""
        super().on_resize()
        if self._beside:
            self.call_after_refresh(self._fill)

    def show_comparison(self, found: Comparison | ReviewError) -> None:
        """Show how two versions differ, or why that cannot be said."""
        self._asked_for = ""
        if isinstance(found, ReviewError):
            self._say(str(found), "b chooses two versions.")
            return
        self._comparison = found
        self._fill()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self._open_place()

    def _fill(self) -> None:
        found = self._comparison
        if found is None:
            return
        self._shown = tuple(change_rows(found, self._only))
        self.query_one("#totals", Words).show_lines([counts_line(found)])
        entitle(self.rows, f"only {self._only}" if self._only else "all changes")
        rows = [(self._lines(row), row.change is not None) for row in self._shown]
        self.rows.show_rows(rows or [((line(Piece("Nothing changed.", "muted")),), False)])

    def _lines(self, row: ChangeRow) -> tuple[Line, ...]:
        if row.change is None:
            return ((), *row.lines)
        if self._beside and any(row.sides):
            return (row.lines[0], *two_columns(*row.sides, max(40, self.size.width - 8)), ())
        return (*row.lines, ())

    def _say(self, *sentences: str) -> None:
        self._shown = ()
        self.rows.show_rows(((line(Piece(sentence, "muted")),), False) for sentence in sentences)

    def _open_place(self) -> None:
        marked, found = self.rows.highlighted, self._comparison
        if marked is None or found is None or not marked < len(self._shown):
            return
        row = self._shown[marked]
        if not row.path or found.new.version.name != "draft":
            tell(self.app, "This passage is not in the draft; 5 opens the text of an older version.", "warning")
            return
        self.post_message(PlaceWanted(row.path, row.start, row.end))

    def _next_class(self) -> None:
        self._only = _NEXT[self._only]
        self._fill()

    def _toggle_sides(self) -> None:
        self._beside = not self._beside
        self._fill()

    def _choose(self) -> None:
        if self.situation is not None:
            picker = Picker("Compare the draft with", _versions(self.situation), "There is no release yet.")
            self.app.push_screen(picker, self._chosen)

    def _chosen(self, version: str | None) -> None:
        if version is not None:
            self.post_message(ComparisonWanted(version, ""))


def _versions(situation: Situation) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for version in reversed(situation.draft.releases):
        date = f"  {version.date:%d %b %Y}" if version.date else ""
        note = " pre-release" if version.prerelease else ""
        yield version.name, (line(Piece(version.name, "strong"), Piece(f"{date}{note}", "muted")),)
