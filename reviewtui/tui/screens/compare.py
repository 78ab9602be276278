"""Two versions compared: each change among its words, one after the other."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.domain.policy.passage import trimmed
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.plain import Words, set_titles, tell
from reviewtui.tui.compose.new_forms import on_passage
from reviewtui.tui.dialogs.choices import Picker
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.list_screen import ListScreen
from reviewtui.tui.state.messages import CompareVersions, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.rows import RowPicked, Rows
from reviewtui.views.comparison.change_rows import (
    ChangeFilter,
    ChangeRow,
    change_rows,
    counts_line,
    filter_entries,
    filter_name,
)
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.styled_text import Styled, StyledLine, line

_DRAFT = "draft"


class CompareScreen(ListScreen):
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
        self._wanted = ChangeFilter()
        self._filters: dict[str, ChangeFilter] = {}
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
            "filter": self._filter,
            "choose_old": self._choose_old,
            "choose_new": self._choose_new,
            "comment_change": self._comment,
            "side_by_side": self._toggle_sides,
        }

    def show_state(self, state: ScreenState) -> None:
        """Compare anew when the draft is another one than was compared."""
        found = self._comparison
        texts = {path: text.blob for path, text in state.draft.policy.texts.items()}
        if found is None or state.version:
            return
        known = {path: text.blob for path, text in found.new.policy.texts.items()}
        if found.new.version.name == "draft" and known != texts:
            self.post_message(CompareVersions(found.old.version.name, ""))

    def on_screen_resume(self) -> None:
        """Compare the draft with the newest release when nothing was compared yet."""
        state = self.state
        if self._comparison is None and state is not None and not self._asked_for:
            if state.overview.newest is None and not state.draft.releases:
                self._say(
                    "There is no release yet to compare with.", "The first one appears here with what changed since."
                )
            else:
                self._asked_for = "newest"
                self.post_message(CompareVersions())

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
        self._shown = tuple(change_rows(found, self._wanted))
        self.query_one("#totals", Words).show_lines([counts_line(found)])
        set_titles(self.rows, filter_name(found, self._wanted))
        width = max(40, self.size.width - 8) if self._beside else 0
        rows = [(row.lines(width), row.block is not None) for row in self._shown]
        self.rows.show_rows(rows or [((line(Styled("Nothing changed.", "muted")),), False)])

    def _say(self, *sentences: str) -> None:
        self._shown = ()
        self.rows.show_rows(((line(Styled(sentence, "muted")),), False) for sentence in sentences)

    @property
    def _row(self) -> ChangeRow | None:
        """The marked change."""
        marked = self.rows.highlighted
        return self._shown[marked] if marked is not None and marked < len(self._shown) else None

    def _open_place(self) -> None:
        row, found = self._row, self._comparison
        if row is None or row.block is None or found is None:
            return
        if row.file.new_path is None or row.block.goes or found.new.version.name != _DRAFT:
            tell(
                self.app,
                f"This passage is not in the draft; {self.names['screen_history']} opens older versions.",
                "warning",
            )
            return
        self.post_message(ShowPlace(row.file.new_path, *row.block.new))

    def _comment(self) -> None:
        """Write about a change: on its new words, or where there are none on those that went."""
        row, found = self._row, self._comparison
        if row is None or row.block is None or found is None:
            return
        path, span, draft = row.file.new_path, row.block.new, found.new
        if path is None or row.block.goes or span[0] == span[1]:
            path, span, draft = row.file.old_path, row.block.old, found.old
        section = draft.policy.section_at(path, span[0]) if path else None
        if section is not None:
            self.write(on_passage("comment", draft, section, trimmed(draft.policy.texts[section.path].text, span)))

    def _filter(self) -> None:
        if self._comparison is not None:
            self._filters = {name: wanted for name, wanted, _ in filter_entries(self._comparison)}
            entries = ((name, (words,)) for name, _, words in filter_entries(self._comparison))
            self.app.push_screen(Picker("Show only", entries), self._filtered)

    def _filtered(self, choice: str | None) -> None:
        if choice is not None:
            self._wanted = self._filters[choice]
            self._fill()

    def _toggle_sides(self) -> None:
        self._beside = not self._beside
        self._fill()

    def _choose_old(self) -> None:
        if self.state is not None:
            picker = Picker("Compare from", _versions(self.state), "There is no release yet.")
            self.app.push_screen(picker, self._old_chosen)

    def _choose_new(self) -> None:
        if self.state is not None:
            draft = (_DRAFT, (line(Styled(_DRAFT, "strong")),))
            picker = Picker("Compare to", (draft, *_versions(self.state)), "There is no release yet.")
            self.app.push_screen(picker, self._new_chosen)

    def _old_chosen(self, version: str | None) -> None:
        if version is not None:
            newer = self._comparison.new.version.name if self._comparison else _DRAFT
            self._ask(version, newer)

    def _new_chosen(self, version: str | None) -> None:
        if version is not None:
            self._ask(self._comparison.old.version.name if self._comparison else "", version)

    def _ask(self, old: str, new: str) -> None:
        self._wanted = ChangeFilter()
        self.post_message(CompareVersions(old, "" if new == _DRAFT else new))


def _versions(state: ScreenState) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    for version in reversed(state.draft.releases):
        date = f"  {version.date:%d %b %Y}" if version.date else ""
        note = " pre-release" if version.prerelease else ""
        yield version.name, (line(Styled(version.name, "strong"), Styled(f"{date}{note}", "muted")),)
