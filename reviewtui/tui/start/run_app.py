"""Starts the app, and sees to it that what was typed outlives however it ends."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.tui.app.abnormal_end import crash_line, crash_note
from reviewtui.tui.appearance.colours import ORDER, OWN
from reviewtui.tui.start.splash import Splash
from reviewtui.workspace.loading.first_page import first_page
from reviewtui.workspace.session.preferences import preferences_path, read_preferences

if TYPE_CHECKING:
    from reviewtui.tui.app.app import ReviewApp
    from reviewtui.tui.background.locked_workspace import LockedWorkspace


def run_app(folder: Path) -> str:
    """Run the app on the repository around `folder`; return why it could not go on, empty when a person left.

    Who goes over to another policy of the repository gets an app of its own for that.

    Raises:
        ReviewError: there is no repository.
        MachineFailed: the app failed by a fault of its own; a note of where lies in the repository's git folder.
    """
    following: Path | None = folder
    ended = ""
    while following is not None:
        ended, following = _run_once(following)
    return ended


def _run_once(folder: Path) -> tuple[str, Path | None]:
    """Run the app on one policy; return why it could not go on, and the folder of the policy to go on with."""
    preferences, complaint = read_preferences(preferences_path())
    page = first_page(folder)
    theme = preferences.theme or page.memory.theme or ORDER[0]
    with Splash(None, None if "NO_COLOR" in os.environ else OWN.get(theme), page.memory.panes) as splash:
        if page.policy is not None:
            splash.show(page.policy, 0, preferences.measure)
        # What the app is made of is imported behind the first page.
        from reviewtui.tui.app.app import ReviewApp
        from reviewtui.tui.background.locked_workspace import LockedWorkspace

        workspace = LockedWorkspace(folder)
        app = ReviewApp(workspace, page.policy, preferences, theme if theme in ORDER else ORDER[0])
        app.screens.pane_sizes.update(page.memory.panes)
        splash.lift()
        return _run(app, workspace, complaint), app.opens_next


def _run(app: "ReviewApp", workspace: "LockedWorkspace", complaint: str) -> str:
    app.screens.garbage.begin()
    app.complaints = (*((complaint,) if complaint else ()), *app.complaints)
    try:
        ended = app.run() or ""
    finally:
        with contextlib.suppress(ReviewError, OSError):
            app.unsaved.writer.flush()
    if app.failure is not None:
        with contextlib.suppress(ReviewError, OSError):
            workspace.leave_note(crash_note(app.failure))
        raise MachineFailed(crash_line(app.failure))
    return ended
