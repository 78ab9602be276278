"""Starts the app, and sees to it that what was typed outlives however it ends."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.tui.app.abnormal_end import crash_line, crash_note
from reviewtui.tui.app.splash import Splash
from reviewtui.tui.appearance.colours import ORDER, OWN
from reviewtui.workspace.loading.first_page import FirstPage, first_page
from reviewtui.workspace.session.preferences import Preferences, preferences_path, read_preferences

if TYPE_CHECKING:
    from reviewtui.tui.app.app import ReviewApp


def run_app(folder: Path) -> str:
    """Run the app on the repository around `folder`; return why it could not go on, empty when a person left.

    Raises:
        ReviewError: there is no repository.
        MachineFailed: the app failed by a fault of its own; a note of where lies in the repository's git folder.

    """
    preferences, complaint = read_preferences(preferences_path())
    sight = first_page(folder)
    theme = preferences.theme or sight.memory.theme or ORDER[0]
    with Splash(None, OWN.get(theme)) as splash:
        if sight.policy is not None:
            splash.show(sight.policy, 0, preferences.measure)
        app = _made(folder, sight, preferences, theme)
        splash.lift()
        return _run(app, complaint)


def _made(folder: Path, sight: FirstPage, preferences: Preferences, theme: str) -> "ReviewApp":
    """Make the app; what it is made of is imported behind the first page."""
    from reviewtui.tui.app.app import ReviewApp
    from reviewtui.tui.app.locked_workspace import LockedWorkspace

    return ReviewApp(LockedWorkspace(folder), sight.policy, preferences, theme if theme in ORDER else ORDER[0])


def _run(app: "ReviewApp", complaint: str) -> str:
    app.complaints = (*((complaint,) if complaint else ()), *app.complaints)
    try:
        ended = app.run() or ""
    finally:
        with contextlib.suppress(ReviewError, OSError):
            app.autosave.flush()
    if app.failure is not None:
        with contextlib.suppress(ReviewError, OSError):
            app.workspace.leave_note(crash_note(app.failure))
        raise MachineFailed(crash_line(app.failure))
    return ended
