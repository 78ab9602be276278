"""What every part of the app works with, handed over as one value."""

from dataclasses import dataclass
from typing import Any

from textual.app import App

from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.background.thread_work import ThreadWork


@dataclass(frozen=True)
class AppServices:
    """The app itself for dialogs and messages, its screens, its workspace, and its threads."""

    app: App[Any]
    screens: ScreenRegistry
    workspace: LockedWorkspace
    background: ThreadWork
