"""The line below the text that takes somebody round the example."""

from collections.abc import Mapping

from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.overview.tour import tour_line


class TourBand(Words):
    """Shows the stop at which the tour waits; there is no line once it is over."""

    DEFAULT_CSS = """
    TourBand { height: auto; max-height: 3; padding: 0 2; background: $panel; display: none; }
    TourBand.-on { display: block; }
    """

    def show_stop(self, state: ScreenState, keys: Mapping[str, str]) -> None:
        """Show where the tour is, with the keys in force."""
        words = tour_line(state.tour, keys.__getitem__, is_author=state.draft.is_author)
        self.set_class(bool(words), "-on")
        self.show_lines([words])
