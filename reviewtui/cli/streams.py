"""The standard streams: all three are there, take any character, and are closed before the exit code is chosen."""

import contextlib
import io
import os
import sys
from typing import Literal, TextIO


def ready_streams() -> None:
    """Open what the program was started without, and let every stream take any character.

    A terminal that cannot show a character prints its number instead, since no review is plain ASCII. What comes in
    and is not of the terminal's encoding becomes a sign, so that the line it stands in can be named.
    """
    _open_missing()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _open_missing() -> None:
    # A closed descriptor would go to the next file that is opened, and what is printed would end in that file. In its
    # place nothing can be read, printing fails and is told (the null device is open for reading), complaints vanish.
    for descriptor, access in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, access)
    sys.stdin = sys.stdin or _stream(0, "r")
    sys.stdout = sys.stdout or _stream(1, "w")
    sys.stderr = sys.stderr or _stream(2, "w")


def _stream(descriptor: int, mode: Literal["r", "w"]) -> TextIO:
    # It stands for the descriptor as Python's own streams do, and leaves it open.
    return open(descriptor, mode, encoding="utf-8", closefd=False)


def forget_output() -> None:
    """Send what is still to be printed nowhere, so that nobody tries again, waits, or complains a second time."""
    _forget(sys.stdout)


def _forget(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def close_output() -> OSError | None:
    """Write out and close standard output; return why that failed. A reader that went away is no failure."""
    try:
        _close(sys.stdout)
    except BrokenPipeError:
        return None
    except OSError as error:
        return error
    return None


def close_complaints() -> None:
    """Write out and close standard error; where that fails, the exit code alone has to say it."""
    with contextlib.suppress(OSError):
        _close(sys.stderr)


def _close(stream: TextIO) -> None:
    # Python never closes the descriptors of its standard streams, and some disks tell only then that they are full.
    # What cannot be written goes nowhere: the interpreter would try again when it ends, and end with 120.
    descriptor = stream.fileno()
    try:
        stream.flush()
    except OSError:
        _forget(stream)
        raise
    finally:
        stream.close()
        os.close(descriptor)
