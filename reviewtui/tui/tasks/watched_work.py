"""Work that is watched: a dialog tells how far it is, and esc stops it."""

from collections.abc import Callable
from typing import TypeVar

from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sharing import Progress
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.sync_dialogs import SyncDialog, SyncProgress

_Result = TypeVar("_Result")
Hear = Callable[[Progress], None]
"""Is told each step of progress, and stops the work where somebody wants that."""


async def watched(services: AppServices, title: str, call: Callable[[Hear], _Result]) -> _Result | ReviewError:
    """Return what `call` gives, or why it gave nothing, with its progress shown meanwhile."""
    progress = SyncProgress(title)
    dialog = SyncDialog(progress)
    await services.app.push_screen(dialog)
    try:
        return await services.background.in_thread(lambda: call(progress.hear))
    finally:
        dialog.close()
