"""What leaves the app for another program: words for the clipboard, and a file for somebody's own editor."""

import os
import shlex
import subprocess
import unicodedata
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import SuspendNotSupported

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import DONE, tell
from reviewtui.tui.background.services import AppServices

_MOST = 50_000
"""Characters that are sent to a clipboard: terminals drop longer ones without a word."""


_AT_LINE = {"vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mg", "ed"}
"""Editors that take +LINE before the file."""
_WITH_COLON = {"hx", "helix", "subl", "zed"}
"""Editors that take FILE:LINE."""


class Clipboard:
    """Copies words without what a terminal would act on."""

    def __init__(self, services: AppServices) -> None:
        self._app = services.app
        self._background = services.background
        self._workspace = services.workspace

    async def copy(self, what: str, words: str) -> None:
        """Copy `words`, told as `what`."""
        clean = without_controls(words)
        if len(clean) <= _MOST:
            self._app.copy_to_clipboard(clean)
        kept = await self._background.in_thread(lambda: self._workspace.keep_copied(clean))
        if isinstance(kept, ReviewError):
            tell(self._app, f"The file for copied words could not be written: {kept}", "error")
        elif len(clean) <= _MOST:
            tell(self._app, f"Copied {what}, where the terminal takes it; it lies in {kept} too.", title=DONE)
        else:
            tell(self._app, f"Too long for a clipboard; {what} lies in {kept}.")


def without_controls(words: str) -> str:
    """Return words without control characters: pasted into a shell or another terminal they would act."""
    return "".join(char for char in words if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})


class ExternalEditor:
    """Opens the file of a section in $VISUAL, else $EDITOR, at the caret's line."""

    def __init__(self, services: AppServices, read_again: Callable[[], Awaitable[None]]) -> None:
        self._app = services.app
        self._screens = services.screens
        self._workspace = services.workspace
        self._history = services.undo_history
        self._read_again = read_again

    async def edit(self, path: str, line: int) -> None:
        """Edit a file of the work tree, then read the repository again."""
        before = self._screens.state
        file = self._workspace.workspace.environment.repository.work_tree / path
        command = editor_command(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi", file, line)
        try:
            with self._app.suspend():
                was = _text_of(file)
                ended = _run(command)
        except (OSError, SuspendNotSupported, ValueError) as error:
            tell(self._app, f"The editor '{command[0]}' could not be started: {error}. Set VISUAL or EDITOR.", "error")
            return
        if ended:
            tell(self._app, f"The editor ended with {ended}; the file is as it left it.", "warning")
        now = _text_of(file)
        await self._read_again()
        if before is not None and self._screens.state is not None and not before.version:
            self._tell_changed(path, (was, now), self._screens.state.draft.policy)

    def _tell_changed(self, path: str, texts: tuple[str, str], after: Policy) -> None:
        """Say whether the text reads otherwise now, and how to take that back."""
        section = next((each.name for each in after.sections if each.path == path), path)
        if not self._history.note_file(section, *texts):
            tell(self._app, f"{path} reads as before.")
            return
        names = self._screens.shown.names
        self._screens.update(can_undo_last=True)
        is_edited = path in after.texts and after.texts[path].dirty
        way = f" {names['palette']} {names['commit_edits']} commits it, which a release needs." if is_edited else ""
        tell(self._app, f"Edited {path} in the work tree. {names['undo_last']} takes it back.{way}", title=DONE)


def _text_of(file: Path) -> str:
    """Return the text of a file; empty where none can be read."""
    try:
        return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
    except OSError:
        return ""


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
