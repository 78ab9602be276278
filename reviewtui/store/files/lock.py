"""One writer at a time in one clone: a lock that the system takes back when its holder dies."""

import contextlib
import os
import random
import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed

PATIENCE = 30.0
_AS_IT_LIES = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and a FIFO is not waited for: both were put there by somebody else."""


@contextlib.contextmanager
def writing(state_dir: Path) -> Iterator[None]:
    """Hold the clone's writing lock.

    Raises:
        MachineFailed: another process held it for PATIENCE seconds, or the disk refuses.
    """
    path = state_dir / "writing.lock"
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _AS_IT_LIES, 0o600)
    except OSError as error:
        raise _unlockable(path, error) from error
    try:
        _wait_for(descriptor)
        yield
    finally:
        os.close(descriptor)


def _unlockable(path: Path, error: OSError) -> MachineFailed:
    """Why the lock cannot be taken: somebody may have put something else in its place."""
    there = next((above for above in (path.parent, path) if _is_odd(above, folder=above != path)), None)
    if there is None:
        return MachineFailed(f"The repository cannot be written to: {error.strerror} ('{path}').")
    way = shlex.join(("mv", str(there), f"{there}.odd"))
    return MachineFailed(f"'{there}' is not what reviewtui puts there; move it away: {way}")


def _is_odd(path: Path, *, folder: bool) -> bool:
    """Whether something lies there that is a link, or no folder, or no file."""
    if not os.path.lexists(path):
        return False
    return path.is_symlink() or not (path.is_dir() if folder else path.is_file())


def _wait_for(descriptor: int) -> None:
    give_up = time.monotonic() + PATIENCE
    while not _try(descriptor):
        if time.monotonic() > give_up:
            raise MachineFailed("Another reviewtui has been writing here for half a minute; try again when it is done.")
        time.sleep(random.uniform(0.01, 0.08))  # noqa: S311 - jitter, no secret


def _try(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
