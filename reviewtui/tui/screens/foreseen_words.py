"""What the words of suggestions would bring, asked when somebody stays at one, kept while the draft is the same."""

from collections.abc import Callable
from functools import partial

from textual.screen import Screen

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.tui.state.requests import ForeseeWords

_PAUSE = 0.2
"""Seconds at a suggestion after which it is looked ahead: whoever goes on through a list waits for nothing."""


class ForeseenWords:
    """Knows what is asked for already; `show` is called when something more is known."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        self._screen = screen
        self._show = show
        self._draft: Draft | None = None
        self._known: dict[str, tuple[Finding, ...]] = {}
        self._wanted = ""

    def new_findings(self, draft: Draft, thread: Thread) -> tuple[Finding, ...]:
        """Return what is known of a thread, and ask for it where nothing is known yet."""
        if draft is not self._draft:
            self._draft, self._known = draft, {}
        self._wanted = thread.id
        if thread.id not in self._known and thread.is_suggestion and thread.is_undecided:
            self._screen.set_timer(_PAUSE, partial(self._ask, draft, thread))
        return self._known.get(thread.id, ())

    def _ask(self, draft: Draft, thread: Thread) -> None:
        if thread.id == self._wanted and draft is self._draft and thread.id not in self._known:
            self._known[thread.id] = ()
            self._screen.post_message(ForeseeWords(draft, thread, partial(self._note, draft, thread)))

    def _note(self, draft: Draft, thread: Thread, found: tuple[Finding, ...]) -> None:
        if found and draft is self._draft:
            self._known[thread.id] = found
            self._show()
