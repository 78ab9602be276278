"""What is going on in a thread: told there, shown by the app; that it is to stop goes the other way."""

from collections.abc import Callable
from typing import TypeVar

from reviewtui.domain.refusal import Stopped
from reviewtui.domain.review.sync_state import Progress
from reviewtui.domain.review.work_progress import watched_by

_Result = TypeVar("_Result")


class ProgressListener:
    """The last step that was told of work in a thread."""

    def __init__(self, title: str, left: str) -> None:
        """`title` says what is done, `left` what is true where it was stopped."""
        self.title = title
        self.last = Progress(f"{title} \u2026")
        self.stops = False
        self.left = left
        """What is true where it was stopped."""

    def hear(self, progress: Progress) -> None:
        """Take a step of progress.

        Raises:
            Stopped: somebody asked for it.
        """
        if self.stops:
            raise Stopped(self.left)
        self.last = progress if progress.line else self.last

    def watching(self, call: Callable[[], _Result]) -> Callable[[], _Result]:
        """Return a call of which each step is heard."""

        def watched() -> _Result:
            with watched_by(self.hear):
                return call()

        return watched
