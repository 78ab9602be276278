"""The tour of the example: it goes on by one stop with each key that it explains, and comes once."""

from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.views.overview.tour import after


class TourGuide:
    """Takes somebody round who opens the example for the first time."""

    def __init__(self, screens: ScreenRegistry) -> None:
        self._screens = screens
        self._done: set[str] = set()
        """What was done so far, also ahead of the stop that explains it."""

    def go_on(self, act: str) -> None:
        """Go on to the next stop when what this one explains was done; not while somebody still writes."""
        state = self._screens.state
        self._done.add(act)
        if self._screens.shown.composer.form is not None:
            return
        if state is None or not state.tour:
            return
        stop = after(state.tour, self._done, is_author=state.draft.is_author)
        if stop != state.tour:
            self._screens.update(tour=stop)

    def leave(self) -> None:
        """End the tour; it does not come again."""
        self._screens.update(tour="")
