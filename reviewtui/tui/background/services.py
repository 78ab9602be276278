"""What every part of the app works with, handed over as one value."""

from dataclasses import dataclass, field
from typing import Any

from textual.app import App

from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.background.screen_registry import ScreenRegistry
from reviewtui.tui.background.thread_work import ThreadWork
from reviewtui.tui.background.undo_history import UndoHistory
from reviewtui.workspace.session.unsaved_form import UnsavedWriter


@dataclass(frozen=True)
class AppServices:
    """The app itself for dialogs and messages, its screens, its workspace, its threads, and what is typed."""

    app: App[Any]
    screens: ScreenRegistry
    workspace: LockedWorkspace
    background: ThreadWork
    writer: UnsavedWriter
    """Keeps on the disk what is typed anywhere and not carried out yet."""
    undo_history: UndoHistory = field(default_factory=UndoHistory)
    names_said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Who the names in a returned file are, by the digest of the file: as said since the app was opened."""
