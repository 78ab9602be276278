"""Jumps inside the policy: along a link, to a heading; and back to where one was, here or on another screen."""

from collections.abc import Callable

from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.reader.reader import Reader, chosen_passage
from reviewtui.tui.reader.text_units import meant_span, seen_passage
from reviewtui.tui.screens.copying import copy_something
from reviewtui.tui.state.requests import ReadVersion, RunAct, ShowPlace
from reviewtui.views.page.links import link_place

_MOST = 100
"""Places that are gone back to."""


class Jumps:
    """Remembers the places from which somebody jumped."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._left: list[ShowPlace] = []
        self._came_to = (0, 0)
        """What is selected where they came to, since it is what they came to look at."""

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """What can be done, by act."""
        return {
            "follow_link": self._follow,
            "jump_back": self._go_back,
            "next_heading": lambda: self._step(1),
            "previous_heading": lambda: self._step(-1),
            "copy": self._copy,
        }

    def left_at(self, place: ShowPlace) -> None:
        """Remember a place that somebody left before."""
        self._left = [*self._left[-_MOST:], place]

    def leave_for(self, place: ShowPlace) -> None:
        """Go to a place, and remember this one."""
        section = self._view.section
        if section is not None:
            here = section.start + self._view.reader.caret
            self.left_at(ShowPlace(section.path, here, here))
        self._view.show_place(place)

    def arrive(self, place: ShowPlace) -> None:
        """Show a place to somebody who comes from another screen, to which escape goes back at once."""
        self._view.show_place(place)
        self._came_to = self._view.reader.selected

    def shows_only_that(self) -> bool:
        """Say whether what is selected is just what somebody came from another screen to look at."""
        return self._view.screen.is_led() and self._view.reader.selected == self._came_to

    def leave(self) -> None:
        """Go from an older version back to the draft, and to the screen from which somebody came to look here."""
        if self._view.state is not None and self._view.state.version:
            self._view.screen.post_message(ReadVersion(""))
        self._view.screen.post_message(RunAct("back"))

    def _follow(self) -> None:
        state, section, app = self._view.state, self._view.section, self._view.screen.app
        target = self._view.reader.link
        if state is None or section is None:
            return
        if target is None:
            tell(app, "There is no link at the caret.", "warning")
            return
        place = link_place(state.draft.policy, section.path, target)
        copy, back = self._view.screen.names["copy"], self._view.screen.names["jump_back"]
        if place is None:
            tell(app, f"It leads out of this policy, to {target} ({copy} copies the address).")
        else:
            self.leave_for(ShowPlace(place.path, place.offset, place.offset))
            tell(app, f"{back} goes back to where you were.")

    def _go_back(self) -> None:
        if self._left:
            self._view.show_place(self._left.pop())
        else:
            tell(self._view.screen.app, "You have not jumped from anywhere yet.", "warning")

    def _step(self, by: int) -> None:
        """Go to the next or previous heading of the section; behind the last one to the next section."""
        section, view = self._view.section, self._view
        if section is None:
            return
        caret = view.reader.caret
        places = [view.reader.prose.nearest_place(each.offset) for each in view.reader.prose.outline.headings]
        ahead = [place for place in places if (place > caret if by > 0 else place < caret)]
        if ahead:
            view.reader.go_to(ahead[0 if by > 0 else -1])
        else:
            view.turn_to(view.number + by)

    def _copy(self) -> None:
        start, end = passage_span(self._view.reader)
        words = self._view.reader.prose.source[start:end].strip()
        copy_something(self._view.screen, words, self._view.reader.link or "")


def passage_span(reader: Reader) -> tuple[int, int]:
    """Return where the selected words are, else the sentence at the caret."""
    start, end = seen_passage(reader.prose, *chosen_passage(reader))
    return (
        (start, end) if start < end else meant_span(reader.prose, chosen_passage(reader)[0], "sentence") or (end, end)
    )
