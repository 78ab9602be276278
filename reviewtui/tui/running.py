"""Starts the app, and sees to it that what was typed outlives however it ends."""

import contextlib
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.tui.app import ReviewApp
from reviewtui.tui.ending import crash_line, crash_note
from reviewtui.tui.work import Work


def run_app(folder: Path) -> str:
    """Run the app on the repository around `folder`; return why it could not go on, empty when a person left.

    Raises:
        ReviewError: there is no repository.
        MachineFailed: the app failed by a fault of its own; a note of where lies in the repository's git folder.

    """
    work = Work(folder)
    work.demand_repository()
    app = ReviewApp(work)
    try:
        ended = app.run() or ""
    finally:
        with contextlib.suppress(ReviewError, OSError):
            app.keeper.flush()
    if app.failure is not None:
        with contextlib.suppress(ReviewError, OSError):
            work.leave_note(crash_note(app.failure))
        raise MachineFailed(crash_line(app.failure))
    return ended
