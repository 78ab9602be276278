"""How the app ends other than well: without a terminal, or by a fault of its own."""

import os
import threading
import traceback
from pathlib import PurePath

HUNG_UP = 129
"""Exit code of a program that ended because its terminal did (128 and the signal's number)."""


class InputEnded(Exception):
    """No key can arrive any more."""


def end_within(seconds: float) -> None:
    """End the process after `seconds` at the latest, whatever it waits for; an end of its own comes first."""
    last = threading.Timer(seconds, os._exit, (HUNG_UP,))
    last.daemon = True
    last.start()


def crash_note(error: BaseException) -> str:
    """Return where a fault happened: modules, lines and its type, and no value, word or path of anybody."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *lines]) + "\n"


def crash_line(error: BaseException) -> str:
    """Return the one line that is said about a fault."""
    if isinstance(error, InputEnded):
        why = f" ({error})" if str(error) else ""
        return f"The terminal sends no keys any more{why}; what was typed is kept and comes back with the next start."
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"The app failed ({type(error).__name__}{where}); what was typed is kept and comes back with the next start."
