"""Starts the app, and sees to it that what was typed outlives however it ends."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.tui.colours import OWN
from reviewtui.tui.curtain import Curtain
from reviewtui.tui.ending import crash_line, crash_note
from reviewtui.workspace.first_sight import FirstSight, first_sight

if TYPE_CHECKING:
    from reviewtui.tui.app import ReviewApp

_MEASURE = 80


def run_app(folder: Path) -> str:
    """Run the app on the repository around `folder`; return why it could not go on, empty when a person left.

    Raises:
        ReviewError: there is no repository.
        MachineFailed: the app failed by a fault of its own; a note of where lies in the repository's git folder.

    """
    sight = first_sight(folder)
    with Curtain(None, OWN["dark"]) as curtain:
        if sight is not None:
            curtain.show(sight.policy, 0, _MEASURE)
        app = _made(folder, sight)
        curtain.lift()
        return _run(app)


def _made(folder: Path, sight: FirstSight | None) -> "ReviewApp":
    """Make the app; what it is made of is imported behind the first page."""
    from reviewtui.tui.app import ReviewApp
    from reviewtui.tui.work import Work

    return ReviewApp(Work(folder), sight.policy if sight else None)


def _run(app: "ReviewApp") -> str:
    try:
        ended = app.run() or ""
    finally:
        with contextlib.suppress(ReviewError, OSError):
            app.keeper.flush()
    if app.failure is not None:
        with contextlib.suppress(ReviewError, OSError):
            app.work_place.leave_note(crash_note(app.failure))
        raise MachineFailed(crash_line(app.failure))
    return ended
