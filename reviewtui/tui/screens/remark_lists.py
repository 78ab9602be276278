"""Remarks chosen on every screen alike: which are shown, and lists of them over the screen."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.pickers import Entries, RemarkPicker, SwitchPicker
from reviewtui.tui.keys.key_sentences import entries_in_keys
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.remark_filters import FilterChoices, Lists, changed_filter, filter_words
from reviewtui.tui.state.requests import FilterRemarks, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.threads.remark_list import remark_entries
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.views.threads.thread_rows import select

_TITLE = 72
"""Cells of a title that a list has room for on 80 columns."""


def list_remarks(screen: BaseScreen) -> None:
    """List the remarks of the filter, decided ones too; enter goes to one."""
    if screen.state is not None:
        only = filter_words(screen.state.draft, screen.state.remark_filter)
        _list(screen, screen.state.remark_filter, f"Remarks, only {only}" if only else "All remarks")


def list_my_remarks(screen: BaseScreen) -> None:
    """List what I remarked, with what became of it."""
    _list(screen, ThreadFilter(mine=True), "My remarks")


def _list(screen: BaseScreen, wanted: ThreadFilter, title: str) -> None:
    state = screen.state
    if state is None:
        return
    threads = select(state.draft, wanted)
    titles = [": ".join(filter(None, (title, counts))) for counts in _counts(threads)]
    entries = remark_entries(state.draft, threads, state.overview.today, without="names" if wanted.mine else "")
    fitting = next((each for each in titles if cell_len(each) <= _TITLE), titles[-1])
    nothing = _nothing(screen, state, is_mine=wanted.mine and not threads)

    def chosen(thread: str | None) -> None:
        if thread is not None:
            screen.post_message(ShowPlace(thread=thread))

    screen.app.push_screen(RemarkPicker(fitting, entries_in_keys(entries, screen.names), nothing), chosen)


def _counts(threads: Sequence[Thread]) -> Iterator[str]:
    """Yield how many there are of each state, and in fewer words, with those that are decided as one."""
    for known in ((thread.state for thread in threads), ("decided" if t.decision else t.state for t in threads)):
        yield " \u00b7 ".join(f"{count} {in_words(name)}" for name, count in Counter(known).most_common())


def _nothing(screen: BaseScreen, state: ScreenState, *, is_mine: bool) -> str:
    """Return what stands in the list where it holds no remark; `is_mine` where none is mine, whatever is typed."""
    nobody = not state.draft.review.threads
    if nobody or is_mine:
        who = "Nobody has" if nobody else "You have not"
        return f"{who} remarked yet; {screen.names['comment']} in the text remarks on the sentence at the caret."
    return "There is no such remark."


def choose_remark_filter(screen: BaseScreen, section: str, lists: Lists = lambda _thread, _wanted: True) -> None:
    """Let somebody choose which remarks are shown; `section` is the name of the one at hand.

    `lists` says whether the screen lists a remark that a filter takes.
    """
    state = screen.state
    if state is None:
        return
    choices = FilterChoices(state.draft, section, state.overview.today, lists)
    chosen: list[ThreadFilter] = [state.remark_filter]

    def switch(choice: str) -> tuple[Entries, str]:
        wanted = changed_filter(chosen[-1], choice)
        if not wanted.is_empty and not any(
            wanted.takes(state.draft, each) for each in state.draft.review.threads.values()
        ):
            # A text without remarks is not to be taken for one about which nobody said anything.
            return choices.entries(chosen[-1]), f"no remark is {filter_words(state.draft, wanted)}: not switched on"
        chosen.append(wanted)
        screen.post_message(FilterRemarks(chosen[-1]))
        return choices.entries(chosen[-1]), choices.told(chosen[-1])

    empty = f"no such filter; esc, then {screen.names['list']} finds a remark by its id or words"
    screen.app.push_screen(SwitchPicker("Show only", choices.entries(state.remark_filter), switch, empty))


def show_all_remarks(screen: BaseScreen) -> bool:
    """Show all remarks again; say whether a filter was in force."""
    filtered = screen.state is not None and not screen.state.remark_filter.is_empty
    if filtered:
        screen.post_message(FilterRemarks(ThreadFilter()))
    return tell_all_shown(screen, "remarks", filtered=filtered)


def tell_all_shown(screen: BaseScreen, what: str, *, filtered: bool) -> bool:
    """Say that all is shown, again where a filter was in force; return whether one was."""
    again, way = (" again", "") if filtered else ("", f"; {screen.names['filter']} shows only some")
    tell(screen.app, f"All {what} are shown{again}{way}.")
    return filtered
