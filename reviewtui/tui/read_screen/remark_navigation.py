"""The way through the remarks: the next and the previous one, and what is new."""

from bisect import bisect_left, bisect_right

from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.state.requests import ShowPlace
from reviewtui.views.overview.news import new_places
from reviewtui.views.threads.remark_marks import RemarkStop, stops
from reviewtui.views.threads.thread_filter import ThreadFilter


class RemarkNavigation:
    """Goes from remark to remark in reading order: first through those that are open, then through the others."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def step(self, by: int) -> bool:
        """Go to the next or previous remark of the filter, at the end round to the beginning; False where none is."""
        view, section, names = self._view, self._view.section, self._view.screen.names
        if view.state is None or section is None:
            return False
        ways = view.pane.sequence_in(view.state)
        way = ways.all
        if not way:
            tray = f"No placed remark takes the filter ({names['filter']}); see the tray ({names['tray']})."
            tell(view.screen.app, tray, "warning")
            return False
        caret = RemarkStop(view.number, section.start + view.reader.caret, "")
        at = next((number for number, stop in enumerate(way) if stop.thread == view.active), None)
        # From the caret one goes to what is open, as long as there is any.
        ahead = way if at is not None else ways.open or ways.decided
        index = at + by if at is not None else bisect_right(ahead, caret) if by > 0 else bisect_left(ahead, caret) - 1
        if not 0 <= index < len(ahead):
            index %= len(ahead)
            which = "first" if by > 0 else "last"
            tell(view.screen.app, f"Round again, from the {which} remark.")
        elif by > 0 and index == len(ways.open) > 0:
            tell(view.screen.app, "No more open remarks; the decided ones follow.")
        view.show_place(ShowPlace(thread=way[index].thread))
        return True

    def show_new_since_signoff(self) -> None:
        """Go to the next place behind the caret that is new since the sign-off; at the end, round to the first one."""
        view, section = self._view, self._view.section
        if view.state is None or section is None or view.state.since_signoff is None:
            return
        places = new_places(view.state.draft, view.state.since_signoff)
        here = RemarkStop(view.number, section.start + view.reader.caret, view.active or "~")
        ahead = [place for place in places if place > here] or list(places)
        if not ahead:
            view.activate(min(view.state.since_signoff.threads, default=""))
        elif ahead[0].thread:
            view.show_place(ShowPlace(thread=ahead[0].thread))
        else:
            path = view.state.draft.policy.sections[ahead[0].section].path
            view.show_place(ShowPlace(path, ahead[0].offset, ahead[0].offset))

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
