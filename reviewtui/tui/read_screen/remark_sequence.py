"""The order in which one comes by the remarks: those that are open in reading order, then the others."""

from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.threads.remark_marks import RemarkStop, stops


class RemarkSequence:
    """The way through the remarks of the filter in one state."""

    def __init__(self, state: ScreenState) -> None:
        self.state = state
        threads, placed = state.draft.review.threads, stops(state.draft, state.remark_filter)
        self.open = tuple(stop for stop in placed if threads[stop.thread].is_open)
        self.decided = tuple(stop for stop in placed if not threads[stop.thread].is_open)

    @property
    def all(self) -> tuple[RemarkStop, ...]:
        """Every stop, in the order in which one comes by it."""
        return (*self.open, *self.decided)

    def position(self, thread: str) -> str:
        """Return where a thread stands on the way, as in "3 of 17 open in the text"; empty when it is no stop."""
        for stops_of, what in ((self.open, "open"), (self.decided, "decided")):
            numbers = [number for number, stop in enumerate(stops_of, 1) if stop.thread == thread]
            if numbers:
                return f"{numbers[0]} of {len(stops_of)} {what} in the text"
        return ""
