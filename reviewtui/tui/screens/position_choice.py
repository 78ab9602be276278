"""Chooses what my organisation thinks of the text as it stands, and begins the form that says why."""

from reviewtui.domain.record.events import POSITIONS
from reviewtui.tui.dialogs.choices import choose
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.views.compose.new_forms import on_signoff
from reviewtui.views.styled_text import Styled, line

_MEANS = {
    "support": "we want it like this",
    "no-objection": "we can live with it",
    "objection": "not like this; say what would clear it",
    "abstain": "we do not take a position",
    "withdrawn": "our last position does not stand any more",
}


def choose_position(screen: BaseScreen) -> None:
    """Choose a position on the whole policy."""

    def write(position: str) -> None:
        if screen.state is not None:
            screen.write(on_signoff(screen.state.draft, position))

    entries = ((name, (line(Styled(name, "strong"), Styled(f"  {_MEANS[name]}", "muted")),)) for name in POSITIONS)
    choose(screen.app, "Our position on the whole policy as it stands", entries, write)
