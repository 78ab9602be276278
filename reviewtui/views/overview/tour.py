"""The short tour of the example: a few keys, each explained where it is pressed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from reviewtui.views.styled_text import Styled, StyledLine, line


@dataclass(frozen=True, slots=True)
class TourStop:
    """One stop: the `act` that ends it, and what is said until then, before and behind the act's key."""

    act: str
    before: str
    behind: str
    also: str = ""
    """Another act that shows the same, and ends the stop as well."""


STOPS = (
    TourStop("next_remark", "", "goes to the next remark, with what was said."),
    TourStop("comment", "", "remarks on what the caret stands in.", also="suggest"),
    TourStop("suggest", "", "suggests better words for it."),
    TourStop("help", "2 to 5 are other screens;", "explains the keys."),
)


def first_stop() -> str:
    """Return the act with which the tour begins."""
    return STOPS[0].act


def after(awaited: str, done: Collection[str]) -> str:
    """Return the first act from `awaited` on that is not `done`; empty when the tour is over."""
    names = [stop.act for stop in STOPS]
    ahead = STOPS[names.index(awaited) :] if awaited in names else ()
    return next((stop.act for stop in ahead if stop.act not in done and stop.also not in done), "")


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
