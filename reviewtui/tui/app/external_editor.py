"""Somebody's own editor, on the file that is read: the app steps aside until it is closed."""

import os
import shlex
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import SuspendNotSupported

from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices

_AT_LINE = {"vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mg", "ed"}
"""Editors that take +LINE before the file."""
_WITH_COLON = {"hx", "helix", "subl", "zed"}
"""Editors that take FILE:LINE."""


class ExternalEditor:
    """Opens the file of a section in $VISUAL, else $EDITOR, at the caret's line."""

    def __init__(self, services: AppServices, read_again: Callable[[], Awaitable[None]]) -> None:
        self._app = services.app
        self._workspace = services.workspace
        self._read_again = read_again

    async def edit(self, path: str, line: int) -> None:
        """Edit a file of the work tree, then read the repository again."""
        file = self._workspace.workspace.environment.repository.work_tree / path
        command = editor_command(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi", file, line)
        try:
            with self._app.suspend():
                ended = _run(command)
        except (OSError, SuspendNotSupported, ValueError) as error:
            tell(self._app, f"The editor '{command[0]}' could not be started: {error}. Set VISUAL or EDITOR.", "error")
            return
        if ended:
            tell(self._app, f"The editor ended with {ended}; the file is as it left it.", "warning")
        await self._read_again()


def _run(command: list[str]) -> int:
    """Run the editor in the terminal that the app has left to it, and return how it ended."""
    return subprocess.run(command, check=False).returncode


def editor_command(editor: str, file: Path, line: int) -> list[str]:
    """Return the command that opens `file` at a line, as far as the editor is known to take one."""
    words = shlex.split(editor) or ["vi"]
    name = Path(words[0]).name
    if name in _AT_LINE:
        return [*words, f"+{line}", str(file)]
    if name in {"code", "codium"}:
        return [*words, "--wait", "--goto", f"{file}:{line}"]
    return [*words, f"{file}:{line}" if name in _WITH_COLON else str(file)]
