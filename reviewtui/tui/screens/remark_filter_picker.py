"""Chooses which remarks are shown, on every screen alike."""

from reviewtui.tui.dialogs.choices import choose
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.remark_filters import changed_filter, filter_entries
from reviewtui.tui.state.requests import FilterRemarks


def choose_remark_filter(screen: BaseScreen) -> None:
    """Let somebody choose which remarks are shown."""
    state = screen.state
    if state is None:
        return
    entries = filter_entries(state.draft, state.remark_filter)

    def chosen(choice: str) -> None:
        screen.post_message(FilterRemarks(changed_filter(state.remark_filter, choice)))

    choose(screen.app, "Show only", entries, chosen)
