"""Runs the app behind a page of a browser: `python -m reviewtui.tui.start.in_browser FOLDER`, started by `serve`."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

from reviewtui.domain.refusal import ReviewError

_BEAT = 1.0
_PATIENCE = 5.0


def main() -> int:
    """Run the app, and end with whoever started it."""
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    from reviewtui.tui.start.run_app import run_app

    try:
        run_app(Path(sys.argv[1]))
    except ReviewError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


def _follow(parent: int) -> None:
    """Hang up when the server is gone, as a terminal does, so that what was typed is kept; then end for good."""
    while os.getppid() == parent:
        time.sleep(_BEAT)
    os.kill(os.getpid(), signal.SIGHUP)
    time.sleep(_PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
