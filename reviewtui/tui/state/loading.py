"""What is said where remarks would stand while it is not known yet where they do; never that there are none."""

from collections.abc import Mapping

from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.styled_text import Styled, StyledLine, line


def loading_line(state: ScreenState, names: Mapping[str, str]) -> StyledLine | None:
    """Return the line that says what is missing yet, and how to go on; None when everything is there."""
    if state.placed:
        return None
    if state.loading_stopped:
        return line(Styled(f"Loading stopped; {names['reload']} goes on.", "alarm"))
    return line(Styled("Finding the remarks in the text …", "muted"))
