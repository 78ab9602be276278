"""A child process that may take long: its progress is heard while it runs, and it can be ended at any moment."""

import contextlib
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reviewtui.domain.refusal import MachineFailed
from reviewtui.domain.review.sync_state import Progress

SILENCE = 120.0
"""Seconds after which a child that says nothing is taken to hang."""
QUIET = 5.0
"""Seconds of silence after which it is shown that the other side is waited for."""
_BEAT = 0.1
"""Seconds between two looks whether whoever waits has given up."""
_GRACE = 2.0
"""Seconds in which a child that was asked to end may take away what it began."""
_LINE_ENDS = re.compile(rb"[\r\n]+")
Watch = Callable[[Progress], None]
"""Is handed each step of progress, and an empty one several times a second; what it raises ends the child."""


@dataclass(frozen=True, slots=True)
class ChildResult:
    """How a child ended, and what it said."""

    returncode: int
    output: bytes
    errors: str


def run_watched(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], watch: Watch, patience: float | None = None
) -> ChildResult:
    """Run git's `command` in a session of its own, so that it has no terminal to ask in and nobody's Ctrl-C but ours.

    Raises:
        MachineFailed: it could not be started, or said nothing for `patience` seconds (None: SILENCE).
    """
    from reviewtui.store.git.process.safe_git import CommandError, SafeGit

    try:
        git = SafeGit(folder, None)
        child = git.execute(command, as_process=True, env=environment, start_new_session=True)
    except (OSError, ValueError, CommandError) as error:
        raise MachineFailed(f"git could not be started: {error}") from error
    with child.proc as process:
        try:
            return _listen(process, watch, SILENCE if patience is None else patience)
        finally:
            _end(process)


def _listen(process: "subprocess.Popen[bytes]", watch: Watch, patience: float) -> ChildResult:
    from reviewtui.store.git.process.progress import progress_reader

    heard = start_readers(process)
    streams = {"output": b"", "errors": b""}
    hear = progress_reader(watch)
    last, ends = time.monotonic(), 0
    while ends < len(streams):
        try:
            name, piece = heard.get(timeout=_BEAT)
        except queue.Empty:
            silent = time.monotonic() - last
            watch(_waiting(silent))
            if silent > patience:
                raise MachineFailed(
                    f"The other side said nothing for {patience:.0f} seconds; try again later. Nothing was lost."
                ) from None
            continue
        last = time.monotonic()
        ends += not piece
        streams[name] += piece
        for line in _LINE_ENDS.split(piece) if name == "errors" else ():
            hear(line.decode("utf-8", "replace").strip())
    return ChildResult(process.wait(), streams["output"], streams["errors"].decode("utf-8", "replace"))


def start_readers(process: "subprocess.Popen[bytes]") -> "queue.Queue[tuple[str, bytes]]":
    """Read both streams of a child ("output", "errors") in threads; each ends with an empty piece."""
    heard: queue.Queue[tuple[str, bytes]] = queue.Queue()
    threads = [
        threading.Thread(target=_read, args=(name, pipe, heard), daemon=True)
        for name, pipe in (("output", process.stdout), ("errors", process.stderr))
    ]
    for thread in threads:
        thread.start()
    return heard


def _waiting(silent: float) -> Progress:
    """What is shown while nothing is said, once that takes long."""
    if silent < QUIET:
        return Progress()
    return Progress(f"Waiting for the other side, which has said nothing for {silent:.0f} s …")


def _read(name: str, pipe: IO[bytes] | None, heard: "queue.Queue[tuple[str, bytes]]") -> None:
    with contextlib.suppress(OSError, ValueError):
        while pipe is not None and (piece := os.read(pipe.fileno(), 65536)):
            heard.put((name, piece))
    heard.put((name, b""))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a child that still runs, with all that it started; git takes its locks away when it is asked to end."""
    if process.poll() is not None:
        return
    _signal(process, signal.SIGTERM)
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        _signal(process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        process.wait()


def _signal(process: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.terminate()
        else:
            os.killpg(process.pid, number)
