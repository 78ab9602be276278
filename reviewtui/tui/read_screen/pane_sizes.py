"""How much room outline, text and remark have on the reading screen; the caret stays in sight."""

from collections.abc import Callable, Mapping

from textual.screen import Screen


def pane_acts(screen: Screen[None], reveal: Callable[[], None]) -> Mapping[str, Callable[[], object]]:
    """Return the acts that change it; `reveal` brings the caret into sight again."""

    def lay_out(name: str) -> None:
        screen.toggle_class(name)
        screen.call_after_refresh(reveal)

    def give_room(giving: str, taking: str) -> None:
        """Let one pane give way to the other by a step: first to the usual sizes, then beyond them."""
        if screen.has_class(giving):
            lay_out(giving)
        elif not screen.has_class(taking):
            lay_out(taking)

    return {
        "outline": lambda: screen.toggle_class("-drawer" if screen.has_class("-narrow") else "-closed"),
        "zoom": lambda: lay_out("-zoomed"),
        "more_text": lambda: give_room("-more", "-less"),
        "more_remark": lambda: give_room("-less", "-more"),
    }
