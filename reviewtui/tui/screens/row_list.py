"""What the screens have in common that show one list of rows."""

from collections.abc import Callable

from textual.screen import Screen

from reviewtui.tui.widgets.rows import Rows


def rows_of(screen: Screen[None]) -> Rows:
    """Return the list of a screen."""
    return screen.query_one("#rows", Rows)


def row_acts(screen: Screen[None]) -> dict[str, Callable[[], object]]:
    """Return the acts that go up and down in the list of a screen."""
    return {
        "next_item": lambda: rows_of(screen).action_cursor_down(),
        "previous_item": lambda: rows_of(screen).action_cursor_up(),
    }
