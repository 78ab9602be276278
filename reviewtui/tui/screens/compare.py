"""Two versions compared: each change among its words, one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reviewtui.domain.policy.versions import DRAFT, wanted_version
from reviewtui.domain.refusal import ReviewError
from reviewtui.text.merge.fitted_change import trimmed
from reviewtui.tui.appearance.page_geometry import WIDE
from reviewtui.tui.appearance.safe_text import Words, tell
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.keys.key_sentences import in_keys
from reviewtui.tui.keys.key_table import bindings
from reviewtui.tui.screens.base_screen import BaseScreen, ScreenParts
from reviewtui.tui.screens.pane_resizing import PaneResizing
from reviewtui.tui.screens.remark_lists import tell_all_shown
from reviewtui.tui.state.requests import LoadComparison, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState, Subject
from reviewtui.tui.widgets.rows import RowMarked, RowPicked, Rows, row_acts, rows_of
from reviewtui.views.comparison.change_rows import (
    ChangeFilter,
    ChangeRow,
    change_rows,
    counts_line,
    filter_entries,
    filter_name,
)
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.compose.new_forms import on_passage
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.time_in_words import day_words
from reviewtui.views.timeline.timeline import compared_words

_BESIDE = 10
"""Cells of a row beside its words: borders, margins, sign and scroll bar."""
_NO_RELEASE = "There is no release yet."


class CompareScreen(BaseScreen):
    """The draft and a release, unless other versions are asked for."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]
    AUTO_FOCUS = "#rows"
    DEFAULT_CSS = """
    CompareScreen Rows:focus { border: round $primary; }
    CompareScreen #totals { height: auto; max-height: 2; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        self._list = ComparisonRows(self)
        """What is compared: in two columns on a wide screen, else as one text, as wide as the one that is read."""
        acts = {
            **row_acts(self),
            "open_place": self._open_place,
            "filter": self._list.choose_filter,
            "show_all": self._list.show_all,
            "choose_old": self._choose_old,
            "choose_new": self._choose_new,
            "comment_change": self._comment,
            "side_by_side": self._list.toggle_sides,
        }
        parts = ScreenParts(self._body, self._show, lambda: rows_of(self).focus(), acts, self._subject)
        super().__init__(replace(parts, is_empty=lambda: self._list.comparison is None))
        self.asking = ComparisonAsking(self, self._list)
        self.room = PaneResizing(tuple, lambda: self.call_after_refresh(self._list.refit))

    def _subject(self) -> Subject:
        section, versions = _marked_section(self._list), _versions(self._list.comparison, self.state)
        is_listed = self._list.comparison is not None
        return Subject(
            section=section, versions=versions, is_listed=is_listed, is_comparing=self.asking.wanted is not None
        )

    def _body(self) -> ComposeResult:
        yield Words(id="totals")
        yield Rows("rows")

    def _show(self, state: ScreenState) -> None:
        """Compare again when the draft is another one than was compared; another release is only offered."""
        shown = self._list.comparison
        self.asking.show_note(state)
        if shown is None or state.version or shown.new.version.name != DRAFT:
            return
        if state.draft.policy.blobs() != shown.new.policy.blobs():
            self.asking.begin(shown.old.version.name, "")

    def on_screen_resume(self) -> None:
        """Compare the draft with the newest release when nothing was compared yet."""
        if self._list.comparison is None and self.asking.wanted is None:
            self.asking.begin_usual()

    def show_usual(self, *, is_here: bool) -> None:
        """Compare the draft with the newest release, where another screen, or somebody who `is_here`, chose others."""
        asking = self.asking
        if (asking.led_from or is_here) and (asking.wanted or _versions(self._list.comparison, self.state) != ("", "")):
            self.asking.begin_usual()

    def compare(self, old: str, new: str, led_from: str = "") -> None:
        """Have two versions compared; empty: the newest release, and the draft. `led_from` is the screen that asks."""
        self.asking.led_from = led_from
        self.asking.begin(old, wanted_version(new))

    def on_row_marked(self, message: RowMarked) -> None:
        """Say which of the changes is marked."""
        message.stop()
        self._list.show_titles()

    def on_row_picked(self, message: RowPicked) -> None:
        """Go to the passage."""
        message.stop()
        self._open_place()

    def _open_place(self) -> None:
        row, shown = self._list.marked, self._list.comparison
        if row is None or row.block is None or shown is None:
            return
        if row.file.new_path is None or row.block.goes or shown.new.version.name != DRAFT:
            history = self.names["screen_history"]
            tell(self.app, f"This passage is not in the draft; {history} opens older versions.", "warning")
            return
        self.post_message(ShowPlace(row.file.new_path, *row.block.new))

    def _comment(self) -> None:
        """Write about a change: on its new words, or where there are none on those that went."""
        row, shown = self._list.marked, self._list.comparison
        if row is None or row.block is None or shown is None:
            return
        path, span, draft = row.file.new_path, row.block.new, shown.new
        if path is None or row.block.goes or span[0] == span[1]:
            path, span, draft = row.file.old_path, row.block.old, shown.old
        section = draft.policy.section_at(path, span[0]) if path else None
        if section is not None:
            self.write(on_passage("comment", draft, section, trimmed(draft.policy.texts[section.path].text, *span)))

    def _choose_old(self) -> None:
        shown = self._list.comparison
        newer = shown.new.version.name if shown is not None else DRAFT
        if self.state is not None:
            versions = _releases(self.state)
            choose(self.app, "Compare from", versions, lambda old: self.compare(old, newer), _NO_RELEASE)

    def _choose_new(self) -> None:
        shown = self._list.comparison
        older = shown.old.version.name if shown is not None else ""
        if self.state is not None:
            versions = ((DRAFT, (line(Styled(DRAFT, "strong")),)), *_releases(self.state))
            choose(self.app, "Compare to", versions, lambda new: self.compare(older, new), _NO_RELEASE)


def _releases(state: ScreenState) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield the releases to choose from, the newest first."""
    for version in reversed(state.draft.releases):
        date = f"  {day_words(version.date.date(), state.overview.today)}" if version.date else ""
        note = " pre-release" if version.prerelease else ""
        yield version.name, (line(Styled(version.name, "strong"), Styled(f"{date}{note}", "muted")),)


def _newer_words(state: ScreenState, shown: Comparison | None, key: str) -> str:
    """Return the offer to compare from the newest release; empty where that is done, or where no draft is compared."""
    newest = state.overview.newest
    if shown is None or newest is None or shown.new.version.name != DRAFT or shown.old.version.name == newest.name:
        return ""
    return f"The newest release is {newest.name}: {key} compares from it."


class ComparisonAsking:
    """Asks for comparisons, and has the one shown that was asked for last."""

    def __init__(self, screen: BaseScreen, rows: "ComparisonRows") -> None:
        self._screen = screen
        self._rows = rows
        self.wanted: LoadComparison | None = None
        """What is being compared just now."""
        self.led_from = ""
        """The screen, by its title, that asked for what is compared."""

    def begin(self, old: str, new: str) -> None:
        """Ask for two versions to be compared; what is shown until then is told as the old one."""
        self.wanted = LoadComparison(old, new)
        self._rows.wait()
        self._screen.post_message(self.wanted)

    def begin_usual(self) -> None:
        """Ask for the draft beside the newest release, where there is one."""
        state, names = self._screen.state, self._screen.names
        if state is None:
            return
        self.led_from = ""
        if state.overview.newest is None and not state.draft.releases:
            self.wanted = None
            self._rows.forget(
                "There is no release yet to compare with.",
                f"{names['choose_old']} chooses an older version; {names['screen_ready']} shows what "
                "the first release needs.",
            )
        else:
            self.begin("", "")

    def show(self, asked: LoadComparison, comparison: Comparison | ReviewError) -> None:
        """Show how two versions differ, or why that cannot be said; not where others were asked for meanwhile."""
        if asked is not self.wanted:
            return
        self.wanted = None
        self._rows.stop_waiting()
        names = self._screen.names
        if not isinstance(comparison, ReviewError):
            self._rows.show(comparison)
            if self._screen.state is not None:
                self.show_note(self._screen.state)
        elif self._rows.comparison is not None:
            self._rows.note(f"{in_keys(str(comparison), names)} Below is what was compared before.")
        else:
            choosing = f"{names['choose_old']} and {names['choose_new']} choose two versions."
            self._rows.forget(in_keys(str(comparison), names), choosing)
        self._screen.refresh_keys()

    def show_note(self, state: ScreenState) -> None:
        """Say what is to be said of what is compared: the ways on from it, or that there is a newer release."""
        newest, names = state.overview.newest, self._screen.names
        if self.wanted is not None:
            return
        if not self.led_from:
            self._rows.note(_newer_words(state, self._rows.comparison, names["choose_old"]))
            return
        usual = f"; {names['screen_compare']} compares the draft with {newest.name}" if newest is not None else ""
        self._rows.note(f"{names['back']} goes back to {self.led_from}{usual}.")


class ComparisonRows:
    """Shows a comparison in the list of a screen."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._shown: tuple[ChangeRow | None, ...] = ()
        """What stands in each row; None: how much is unchanged."""
        self._filter = ChangeFilter()
        self._wants_columns: bool | None = None
        """Whether somebody asked for two columns or for one text; None: as the screen has room."""
        self._has_columns = False
        self.comparison: Comparison | None = None
        self._note = ""

    @property
    def marked(self) -> ChangeRow | None:
        """The marked change."""
        number = rows_of(self._screen).highlighted
        return self._shown[number] if number is not None and number < len(self._shown) else None

    def show(self, comparison: Comparison) -> None:
        """Show how two versions differ."""
        self.comparison = comparison
        if self._filter not in (each for _, each, _ in filter_entries(comparison)):
            # The section that alone was shown is not among what changed here.
            self._filter = ChangeFilter()
        self.fill()

    def note(self, words: str) -> None:
        """Say something below the totals; what is compared stays."""
        if words != self._note:
            self._note = words
            self._show_totals()

    def _show_totals(self) -> None:
        if self.comparison is not None:
            note = (line(Styled(self._note, "key")),) if self._note else ()
            state, ends = self._screen.state, (self.comparison.old.version, self.comparison.new.version)
            which = compared_words(*ends, state.commits, state.overview.today) if state is not None else ""
            self._screen.query_one("#totals", Words).show_lines((counts_line(self.comparison, which), *note))

    def fill(self) -> None:
        """Show the changes of the filter, set to the present width."""
        comparison = self.comparison
        if comparison is None:
            return
        self._show_totals()
        self._has_columns = self._has_room if self._wants_columns is None else self._wants_columns
        widest = None if self._has_columns else self._screen.display_options.measure + _BESIDE
        rows_of(self._screen).styles.max_width = widest
        width = max(40, self._screen.size.width - 8) if self._has_columns else 0
        shown: list[tuple[ChangeRow | None, tuple[StyledLine, ...], bool]] = []
        for row in change_rows(comparison, self._filter):
            shown += [(None, (row.above,), False)] if row.above is not None else []
            lines = row.lines(width)
            # The blank line above a heading parts it from what stands before it.
            shown.append((row, lines if shown or row.block is not None else lines[1:], row.block is not None))
        self._shown = tuple(row for row, _, _ in shown)
        rows = [(lines, can) for _, lines, can in shown]
        rows_of(self._screen).show_rows(rows or [((line(Styled("Nothing changed.", "muted")),), False)])
        self.show_titles()

    def show_titles(self) -> None:
        """Say which changes are shown, and which of them is marked; what moved counts where it arrived."""
        if self.comparison is None:
            return
        marked = self.marked
        changes = [row for row in self._shown if row is not None and row.block is not None and not row.block.goes]
        places = [number for number, row in enumerate(changes, 1) if row is marked]
        position = f"{places[0]} of {len(changes)}" if places else "moved away" if marked is not None else ""
        name = filter_name(self.comparison, self._filter)
        is_all = self._filter == ChangeFilter()
        title = name if is_all else f"only {name} ({self._screen.names['show_all']}: all)"
        rows_of(self._screen).show_titles(title, position)

    def refit(self) -> None:
        """Set two columns to the present width, and one text in two where there is room by now."""
        if self._has_columns or self._has_room:
            self.fill()

    @property
    def _has_room(self) -> bool:
        return self._screen.size.width >= WIDE

    def wait(self) -> None:
        """Say that others are being compared; what is shown until then looks and is told as the old one."""
        if self.comparison is None:
            self.forget("Comparing \u2026")
        else:
            self.note("Comparing \u2026 below is what was compared before.")
            rows_of(self._screen).add_class("-old")

    def stop_waiting(self) -> None:
        """Show what there is as it is."""
        rows_of(self._screen).remove_class("-old")

    def forget(self, *sentences: str) -> None:
        """Show sentences in place of what was compared."""
        self._shown, self.comparison, self._note = (), None, ""
        self._screen.query_one("#totals", Words).show_lines(())
        rows_of(self._screen).show_titles("")
        rows_of(self._screen).show_rows(((line(Styled(sentence, "muted")),), False) for sentence in sentences)

    def toggle_sides(self) -> None:
        """Show both versions beside each other, or as one text."""
        self._wants_columns = not self._has_columns
        self.fill()

    def show_all(self) -> bool:
        """Filter nothing any more; say whether a filter was in force."""
        filtered = self._filter != ChangeFilter()
        self._filter = ChangeFilter()
        self.fill()
        return tell_all_shown(self._screen, "changes", filtered=filtered)

    def choose_filter(self) -> None:
        """Let somebody choose which changes are shown."""
        if self.comparison is not None:
            choose(self._screen.app, "Show only", self._filter_entries(self.comparison), self._set_filter)

    def _filter_entries(self, comparison: Comparison) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
        return ((name, (words,)) for name, _, words in filter_entries(comparison))

    def _set_filter(self, choice: str) -> None:
        if self.comparison is not None:
            self._filter = next(each for name, each, _ in filter_entries(self.comparison) if name == choice)
            self.fill()


def _marked_section(rows: ComparisonRows) -> str:
    """Return the section of the marked change by name, in the newer version; empty without one."""
    row, shown = rows.marked, rows.comparison
    if row is None or shown is None or row.file.new_path is None:
        return ""
    section = shown.new.policy.section_at(row.file.new_path, row.block.new[0] if row.block is not None else 0)
    return section.name if section is not None else ""


def _versions(shown: Comparison | None, state: ScreenState | None) -> tuple[str, str]:
    """Return the versions that are compared, as commands name them: empty are the newest release and the draft."""
    if shown is None or state is None:
        return "", ""
    old, new, newest = shown.old.version.name, shown.new.version.name, state.overview.newest
    return ("" if newest is not None and old == newest.name else old), ("" if new == DRAFT else new)
