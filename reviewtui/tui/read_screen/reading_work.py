"""What can be done on the reading screen: each part of the work is an object of its own, and each act is one part's."""

from collections.abc import Callable

from reviewtui.tui.read_screen.finding_navigation import FindingNavigation
from reviewtui.tui.read_screen.jumps import Jumps
from reviewtui.tui.read_screen.reading_panes import ReadingPanes
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.read_screen.remark_forms import RemarkForms
from reviewtui.tui.read_screen.remark_navigation import RemarkNavigation
from reviewtui.tui.read_screen.section_pickers import SectionPickers
from reviewtui.tui.read_screen.text_search import TextSearch
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.group_decisions import settle_overlap
from reviewtui.tui.screens.remark_lists import choose_remark_filter, list_my_remarks, list_remarks, show_all_remarks


class ReadingWork:
    """Holds the parts of the work on one reading screen."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self.view = ReadingView(screen)
        self._remarks = RemarkNavigation(self.view)
        self._findings = FindingNavigation(self.view)
        self._pickers = SectionPickers(self.view)
        self.new = RemarkForms(self.view)
        self.search = TextSearch(self.view)
        self.jumps = Jumps(self.view)
        self.panes = ReadingPanes(screen, self.view.reveal_caret)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """What the screen does itself, by act."""
        screen, view, new = self._screen, self.view, self.new
        return {
            **self._findings.acts,
            **self.jumps.acts,
            **self.panes.acts,
            "comment": lambda: new.write_about("comment"),
            "suggest": lambda: new.write_about("suggest"),
            "move": lambda: new.write_about("move"),
            "insert": new.insert,
            "edit_paragraph": new.edit_paragraph,
            "open_editor": new.open_editor,
            "comment_section": new.comment_on_section,
            "comment_policy": new.comment_on_policy,
            "mark_read": new.mark_read,
            "reattach": new.reattach,
            "missing": self._pickers.choose_missing,
            "go_to": self._pickers.choose_section,
            "tray": self._pickers.choose_from_tray,
            "show_all": lambda: show_all_remarks(screen),
            "filter": lambda: choose_remark_filter(screen, view.section.name if view.section else ""),
            "list": lambda: list_remarks(screen),
            "list_mine": lambda: list_my_remarks(screen),
            "next_remark": lambda: self._remarks.step(1),
            "previous_remark": lambda: self._remarks.step(-1),
            "next_new": self._remarks.show_next_new,
            "new_since_signoff": self._remarks.show_new_since_signoff,
            "next_section": lambda: view.turn_to(view.number + 1),
            "previous_section": lambda: view.turn_to(view.number - 1),
            "search": self.search.begin,
            "settle": lambda: settle_overlap(screen),
            "back": self._go_back,
        }

    def _go_back(self) -> None:
        self.view.show_text()
        if not self.search.close() and self.view.reader.has_focus:
            self.jumps.leave()
        self.view.reader.focus()
