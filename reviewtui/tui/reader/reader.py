"""The reader of one section: what its keys do."""

from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType

from reviewtui.tui.keys.reader_keys import bindings
from reviewtui.tui.reader.caret_motion import Step, moved, moved_by_lines
from reviewtui.tui.reader.messages import MatchesEnded
from reviewtui.tui.reader.pointed_page import PointedPage
from reviewtui.tui.reader.search import next_match
from reviewtui.tui.reader.selection_growth import grown, shrunk


class Reader(PointedPage, can_focus=True):
    """Shows one section and lets passages be marked in it.

    Values come in by `show`, `go_to`, `select` and `search`; `CaretMoved`, `SelectionChanged`, `HighlightPicked` and
    `MatchesEnded` go out. All offsets are code points of the source that is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, *, measure: int = 80, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(measure=measure, id=id, classes=classes)
        self._term = ""

    def search(self, term: str) -> bool:
        """Select the next place of `term` behind the caret; say whether there is one."""
        self._term = term
        return self._find(self.selected[1], 1)

    def action_move(self, step: Step, direction: int) -> None:
        """Move the caret by one step; while selecting, the selection goes with it."""
        self._move(moved(self.prose, self.caret, step, direction), keep=self.selecting)

    def action_extend(self, step: Step, direction: int) -> None:
        """Move the caret and select what it passes."""
        self._move(moved(self.prose, self.caret, step, direction), keep=True)

    def action_move_lines(self, lines: int) -> None:
        """Move the caret down or up."""
        self._move_lines(lines, keep=self.selecting)

    def action_extend_lines(self, lines: int) -> None:
        """Move the caret down or up and select what it passes."""
        self._move_lines(lines, keep=True)

    def action_turn_page(self, direction: int) -> None:
        """Turn a page, with two lines of the old one left; the caret keeps its place on the screen."""
        y, x = self.prose.position_of(self.caret)
        row = min(max(0, y - self.scroll_offset.y), self._rows - 1)
        goal = x if self._goal is None else self._goal
        before = self.scroll_offset.y
        self._scroll(before + direction * max(1, self._rows - 2))
        if self.scroll_offset.y == before:
            self.action_move_lines(direction * self._rows)
            return
        found = self.prose.offset_at(self.scroll_offset.y + row, goal)
        place = self.prose.nearest_place(len(self.prose.source) if found is None else found)
        self._move(place, keep=self.selecting, goal=goal, context=0)

    def action_start_selecting(self) -> None:
        """Start a selection at the caret, which the next moves extend; or end it."""
        if self.selecting:
            self._drop()
            return
        self.selecting = True
        self._change(self.caret, self.caret if self._anchor is None else self._anchor)

    def action_grow_selection(self) -> None:
        """Select the word at the caret, then its sentence, paragraph and section."""
        self._take(grown(self.prose, self._pivot, *self.selected))

    def action_shrink_selection(self) -> None:
        """Select less: the paragraph of a section, the sentence of a paragraph, a word, nothing."""
        smaller = shrunk(self.prose, self._pivot, *self.selected)
        if smaller is None:
            self._drop()
        else:
            self._take(smaller)

    def action_drop_selection(self) -> None:
        """Drop the selection; without one the key goes on to the screen."""
        if self._anchor is None and not self.selecting:
            raise SkipAction
        self._drop()

    def action_next_match(self, direction: int) -> None:
        """Select the next or previous place of what was searched for; behind the last one `MatchesEnded` goes out."""
        if not self._term:
            raise SkipAction
        start, end = self.selected
        if direction < 0:
            self._find(start, direction)
            return
        found = next_match(self.prose.source, self._term, max(end, start + 1))
        if found is None or found[0] < end:
            self.post_message(MatchesEnded(self._term))
        else:
            self.select(*found)

    def action_pick_highlight(self) -> None:
        """Pick the remark at the caret; again: the next one of those that overlap there."""
        if not self.pick(self.caret):
            raise SkipAction

    def action_toggle_marks(self) -> None:
        """Show the Markdown marks and where links lead to, or hide them."""
        self.show_marks(not self.marks_shown)
        self.reveal(self.caret)

    def _move_lines(self, lines: int, *, keep: bool) -> None:
        goal = self.prose.position_of(self.caret)[1] if self._goal is None else self._goal
        self._move(moved_by_lines(self.prose, self.caret, lines, goal), keep=keep, goal=goal)

    def _take(self, span: tuple[int, int]) -> None:
        pivot = self._pivot
        self.select(*span)
        self._pivot = pivot

    def _drop(self) -> None:
        self.selecting = False
        self._change(self._pivot if self._anchor is not None else self.caret, None)
        self.reveal(self.caret)

    def _find(self, start: int, direction: int) -> bool:
        found = next_match(self.prose.source, self._term, start, direction)
        if found:
            self.select(*found)
        return found is not None
