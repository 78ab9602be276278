"""The way through the remarks: the next and the previous one, and what is new."""

from bisect import bisect_left, bisect_right

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.read.reading_view import ReadingView
from reviewtui.tui.state.messages import ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.threads.remark_marks import RemarkStop, stops
from reviewtui.views.threads.thread_rows import ThreadFilter


class RemarkNavigation:
    """Goes from remark to remark in reading order."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._way: tuple[ScreenState, tuple[RemarkStop, ...]] | None = None

    def step(self, by: int) -> None:
        """Go to the next or previous remark of the filter; at the end, round to the beginning."""
        view, section, names = self._view, self._view.section, self._view.screen.names
        if view.state is None or section is None:
            return
        way = self._stops_in(view.state)
        if not way:
            tray = f"No placed remark takes the filter ({names['filter']}); see the tray ({names['tray']})."
            tell(view.screen.app, tray, "warning")
            return
        caret = RemarkStop(view.number, section.start + view.reader.caret, "")
        here = next((stop for stop in way if stop.thread == view.active), caret)
        index = bisect_right(way, here) if by > 0 else bisect_left(way, here) - 1
        if not 0 <= index < len(way):
            index %= len(way)
            which = "first" if by > 0 else "last"
            tell(view.screen.app, f"Round again, from the {which} remark.")
        view.show_place(ShowPlace(thread=way[index].thread))

    def show_next_new(self) -> None:
        """Go to the next thing that is new: a thread with a place, else a text, else a thread without a place."""
        view = self._view
        if view.state is None:
            return
        news, draft = view.state.news, view.state.draft
        stop = next((stop for stop in stops(draft, ThreadFilter()) if stop.thread in news.threads), None)
        section = next((each for each in draft.policy.sections if each.path in news.paths), None)
        if stop is not None:
            view.show_place(ShowPlace(thread=stop.thread))
        elif section is not None:
            start = next(iter(news.spans.get(section.path, ())), (section.start, section.start))[0]
            view.show_place(ShowPlace(section.path, start, start))
        else:
            view.activate(min(news.threads, default=""))

    def _stops_in(self, state: ScreenState) -> tuple[RemarkStop, ...]:
        """The way through the remarks, looked up once for each state."""
        if self._way is None or self._way[0] is not state:
            self._way = (state, stops(state.draft, state.remark_filter))
        return self._way[1]
