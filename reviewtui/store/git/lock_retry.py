"""Trying again while another program holds a lock of git's."""

import contextlib
import random
import re
import shlex
import time
from collections.abc import Callable
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.repository import Repository

_NAMED = re.compile(r"Unable to create '([^'\n]+\.lock)'")
LOCK_PATIENCE = 5.0
"""Seconds for which a lock of another program's git is waited for."""


def retried_while_locked(repository: Repository, act: Callable[[], object]) -> None:
    """Run `act`, again for some seconds while another program holds a lock of git's."""
    give_up = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            act()
        except GitError as error:
            if ".lock" not in error.stderr:
                raise
            if time.monotonic() > give_up:
                raise _locked(repository, error) from error
            time.sleep(random.uniform(0.02, 0.2))  # noqa: S311 - jitter, no secret
        else:
            return


def _locked(repository: Repository, error: GitError) -> MachineFailed:
    named = _NAMED.search(error.stderr)
    git_dir = repository.git.git_dir
    for lock in (*([Path(named[1])] if named else []), git_dir / "index.lock", git_dir / "HEAD.lock"):
        with contextlib.suppress(OSError):
            age = time.time() - lock.stat().st_mtime
            return MachineFailed(
                f"git's lock '{lock}' has been there for {age:.0f} seconds; if no git runs in this repository, "
                f"remove it: rm {shlex.quote(str(lock))}. Nothing was lost."
            )
    return MachineFailed(f"{error} Try again. Nothing was lost.")
