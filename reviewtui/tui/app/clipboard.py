"""Copying: to the terminal's clipboard, which never says whether it took it, and to a file in any case."""

import unicodedata

from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.background.services import AppServices

_MOST = 50_000
"""Characters that are sent to a clipboard: terminals drop longer ones without a word."""


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
            tell(self._app, f"Copied {what}, where the terminal takes it; it lies in {kept} too.")
        else:
            tell(self._app, f"Too long for a clipboard; {what} lies in {kept}.")


def without_controls(words: str) -> str:
    """Return words without control characters: pasted into a shell or another terminal they would act."""
    return "".join(char for char in words if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
