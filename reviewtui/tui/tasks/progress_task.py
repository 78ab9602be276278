"""Work that is watched: a dialog tells how far it is, and esc stops it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from reviewtui.domain.actions.commands import Sync
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import Progress
from reviewtui.tui.background.services import AppServices
from reviewtui.tui.dialogs.sync_dialogs import ProgressDialog
from reviewtui.tui.state.progress_listener import ProgressListener

_Result = TypeVar("_Result")
Hear = Callable[[Progress], None]
"""Is told each step of progress, and stops the work where somebody wants that."""
_PATIENCE = 0.4
"""Seconds after which somebody who waits is shown how far it is."""
ASKING = Sync(can_ask=True, asks_release=True)
"""How the app shares: whoever uses it is asked about a place, and before a release goes out."""
UNSHARED = "Stopped; nothing was lost, and what was not shared yet is shared next time."


async def run_with_progress(
    services: AppServices, title: str, call: Callable[[Hear], _Result], left: str = UNSHARED
) -> _Result | ReviewError:
    """Return what `call` gives, or why it gave nothing; its progress is shown where it takes longer than a moment.

    `left` says what is true where somebody stopped it.
    """
    progress = ProgressListener(title, left)
    dialog = ProgressDialog(progress)
    work = progress.watching(lambda: call(progress.hear))
    task = asyncio.ensure_future(services.background.in_thread(work))
    try:
        done, _ = await asyncio.wait({task}, timeout=_PATIENCE)
        if not done:
            await services.app.push_screen(dialog)
        return await task
    finally:
        progress.stops = not task.done()
        dialog.close()
