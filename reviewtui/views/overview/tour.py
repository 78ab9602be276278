"""The short tour of the example: a few keys, each explained where it is pressed."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewtui.views.styled_text import Styled, StyledLine, line


@dataclass(frozen=True, slots=True)
class TourStop:
    """One stop: the `act` that ends it, and what is said until then, before and behind the act's key."""

    act: str
    before: str
    behind: str


STOPS = (
    TourStop("next_remark", "", "goes to the next remark, with what was said."),
    TourStop("comment", "", "remarks on what the caret stands in."),
    TourStop("suggest", "", "suggests better words for it."),
    TourStop("help", "2 to 5 are other screens;", "explains the keys."),
)


def first_stop() -> str:
    """Return the act with which the tour begins."""
    return STOPS[0].act


def after(awaited: str, done: str) -> str:
    """Return the act that is awaited next when `done` was done, also one ahead; empty when the tour is over."""
    names = [stop.act for stop in STOPS]
    if awaited not in names:
        return ""
    ahead = names[names.index(awaited) :]
    return (*ahead, "")[ahead.index(done) + 1] if done in ahead else awaited


def tour_line(awaited: str, key_of: Callable[[str], str]) -> StyledLine:
    """Return what the tour says while it waits for an act; `key_of` names an act's key."""
    number = next((number for number, stop in enumerate(STOPS, 1) if stop.act == awaited), 0)
    if not number:
        return ()
    stop = STOPS[number - 1]
    return line(
        Styled(f"{number}/{len(STOPS)} ", "muted"),
        Styled(f"{stop.before} " if stop.before else ""),
        Styled(key_of(stop.act), "key"),
        Styled(f" {stop.behind}"),
        Styled(f"  ({key_of('leave_tour')} ends the tour)", "muted"),
    )
