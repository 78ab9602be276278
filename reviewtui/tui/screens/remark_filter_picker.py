"""Chooses which remarks are shown, on every screen alike; conditions combine."""

from reviewtui.domain.counted_nouns import counted
from reviewtui.tui.dialogs.choices import Entries, SwitchPicker
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.remark_filters import changed_filter, filter_entries
from reviewtui.tui.state.requests import FilterRemarks
from reviewtui.views.threads.thread_filter import ThreadFilter


def choose_remark_filter(screen: BaseScreen, section: str) -> None:
    """Let somebody choose which remarks are shown; `section` is the name of the one at hand."""
    state = screen.state
    if state is None:
        return
    draft, today, threads = state.draft, state.overview.today, state.draft.review.threads.values()
    chosen: list[ThreadFilter] = [state.remark_filter]

    def switch(choice: str) -> tuple[Entries, str]:
        chosen.append(changed_filter(chosen[-1], choice))
        screen.post_message(FilterRemarks(chosen[-1]))
        left = sum(chosen[-1].takes(draft, thread) for thread in threads)
        return filter_entries(draft, chosen[-1], section, today), f"{left} of {counted(len(threads), 'remark')}"

    entries = filter_entries(draft, state.remark_filter, section, today)
    empty = f"no such filter; esc, then {screen.names['list']} finds a remark by its id or words"
    screen.app.push_screen(SwitchPicker("Show only", entries, switch, empty))
