"""Starts the program: `python -m reviewtui`, or the command `reviewtui`."""

import contextlib
import os
import sys
from pathlib import Path
from typing import NoReturn


def open_app(folder: Path) -> str:
    """Open the app on the repository around `folder`; return why it could not go on, empty when a person left it."""
    from reviewtui.tui.start.run_app import run_app

    return run_app(folder)


def main() -> NoReturn:
    """Run the program; what it needs of the app is handed to it.

    The imports stand inside, so that Ctrl-C while they load ends as it does later: in one line.
    """
    try:
        from reviewtui.cli import program

        program.main(open_app=open_app)
    except KeyboardInterrupt:
        # Straight to the descriptor, past a buffer that might not get rid of it and change the exit code.
        with contextlib.suppress(OSError):
            os.write(2, b"Interrupted; nothing was lost.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
