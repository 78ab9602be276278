"""Starts the program: `python -m reviewtui`, or the command `reviewtui`."""

from pathlib import Path
from typing import NoReturn

from reviewtui.cli import program


def open_app(folder: Path) -> str:
    """Open the app on the repository around `folder`; return why it could not go on, empty when a person left it."""
    from reviewtui.tui.running import run_app

    return run_app(folder)


def main() -> NoReturn:
    """Run the program; what it needs of the app is handed to it."""
    program.main(open_app=open_app)


if __name__ == "__main__":
    main()
