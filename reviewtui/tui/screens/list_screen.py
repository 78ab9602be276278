"""What the screens have in common that are a list of rows."""

from collections.abc import Callable

from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.widgets.rows import Rows


class ListScreen(BaseScreen):
    """A screen with one list, `#rows`, in which n and p go up and down."""

    AUTO_FOCUS = "#rows"

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {"next_item": lambda: self._step(1), "previous_item": lambda: self._step(-1)}

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one("#rows", Rows)

    def go_back_to_body(self) -> None:
        """Put the focus back into the list."""
        self.rows.focus()

    def _step(self, by: int) -> None:
        if by > 0:
            self.rows.action_cursor_down()
        else:
            self.rows.action_cursor_up()
