"""What the app may tell any screen; each screen listens to what concerns it."""

from collections.abc import Callable

from textual.screen import Screen

from reviewtui.domain.policy.document import Policy
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.compose.compose_form import ComposeForm
from reviewtui.tui.state.messages import ShowPlace
from reviewtui.views.comparison.comparison import Comparison


class ScreenHooks(Screen[None]):
    """A screen that does nothing by itself, and nothing with what it is told."""

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself, by act; the app does the rest."""
        return {}

    def go_back_to_body(self) -> None:
        """Put the focus where it belongs when nothing is written."""

    def show_first(self, policy: Policy) -> None:
        """Show the text alone, where the screen shows text."""

    def show_thread(self, thread: str) -> None:
        """Make a thread the one that the screen is about."""

    def show_place(self, place: ShowPlace) -> None:
        """Show a place of the text, where the screen shows text."""

    def go_on_writing(self, form: ComposeForm) -> None:
        """Go on with words that were typed before, at their place."""

    def show_comparison(self, found: Comparison | ReviewError) -> None:
        """Show how two versions differ, where the screen is about that."""
