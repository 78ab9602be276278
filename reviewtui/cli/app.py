"""Opening the app from the command line."""

from pathlib import Path

from reviewtui.cli.output import has_terminal
from reviewtui.domain.refusal import Refused


def open_app(folder: Path) -> None:
    """Open the app on the repository around `folder`.

    Raises:
        Refused: there is no terminal, or it is one that the app cannot draw on.

    """
    import os

    if not has_terminal():
        raise Refused("The app needs a terminal; 'reviewtui status' and 'reviewtui --help' work without one.")
    if os.environ.get("TERM", "dumb") == "dumb":
        raise Refused("This terminal (TERM=dumb) cannot show the app; use the commands: reviewtui --help")
    raise Refused("")
