"""The short tour of the example: a few keys, each explained where it is pressed."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from reviewtui.views.styled_text import Styled, StyledLine, line


@dataclass(frozen=True, slots=True)
class TourStop:
    """One stop: the `act` that ends it, and what is said until then, before and behind the act's key."""

    act: str
    before: str
    behind: str
    also: tuple[str, ...] = ()
    """Other acts that show the same, or that somebody has found without it, and that end the stop as well."""


_NEXT = TourStop("next_remark", "", "goes to the next remark, with what was said.")
_FOUND = ("screen_compare", "screen_history")
_OVER = frozenset({"submit", "sync"})
"""Acts by which somebody who was shown less has found more than the tour shows."""
_HELP = TourStop("help", "2 to 5 are other screens;", "explains the keys.", _FOUND)
STOPS = (
    _NEXT,
    TourStop("comment", "", "remarks on what the caret stands in.", ("suggest",)),
    TourStop("suggest", "", "suggests better words for it."),
    replace(_HELP, also=(*_FOUND, "screen_decide", "screen_ready")),
)
"""What somebody is shown who reviews."""
AUTHOR_STOPS = (
    _NEXT,
    TourStop("screen_decide", "", "is where you decide, with what follows.", ("accept",)),
    TourStop("screen_ready", "", "says what a release needs; enter leads there."),
    _HELP,
)
"""What somebody is shown who decides."""
_ORDER = tuple(dict.fromkeys(stop.act for stop in (*STOPS[:-1], *AUTHOR_STOPS)))


def first_stop() -> str:
    """Return the act with which the tour begins."""
    return _NEXT.act


def resumed_stop(awaited: str) -> str:
    """Return the stop with which the tour goes on another day: the last one only tells, and is not told twice."""
    return "" if awaited == _HELP.act else awaited


def next_stop(awaited: str, done: AbstractSet[str], *, is_author: bool) -> str:
    """Return the first act from `awaited` on that is not `done`; empty when the tour is over."""
    ahead = _ahead(awaited, is_author=is_author) if done.isdisjoint(_OVER) else ()
    return next((stop.act for stop in ahead if done.isdisjoint((stop.act, *stop.also))), "")


def tour_line(awaited: str, key_of: Callable[[str], str], *, is_author: bool) -> StyledLine:
    """Return what the tour says while it waits for an act; `key_of` names an act's key."""
    ahead = _ahead(awaited, is_author=is_author)
    if not ahead:
        return ()
    stop, count = ahead[0], len(_stops(is_author=is_author))
    return line(
        Styled(f"{count - len(ahead) + 1}/{count} ", "muted"),
        Styled(f"{stop.before} " if stop.before else ""),
        Styled(key_of(stop.act), "key"),
        Styled(f" {stop.behind}"),
        Styled(f"  ({key_of('leave_tour')} ends the tour)", "muted"),
    )


def _stops(*, is_author: bool) -> tuple[TourStop, ...]:
    return AUTHOR_STOPS if is_author else STOPS


def _ahead(awaited: str, *, is_author: bool) -> tuple[TourStop, ...]:
    """Return the stops from `awaited` on; where the tour was begun in another role, those behind it."""
    if awaited not in _ORDER:
        return ()
    at = _ORDER.index(awaited)
    return tuple(stop for stop in _stops(is_author=is_author) if _ORDER.index(stop.act) >= at)
