"""GitPython, the door to git, made safe: our own environment for every child, an absolute program, never a shell.

GitPython hands the whole environment on, starts whatever GIT_PYTHON_GIT_EXECUTABLE names when it is imported, and runs
in the current folder where it cannot enter the one that it was given. Here none of that happens (ARCHITECTURE.md).
"""

import contextlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewtui.store.git.process.environment import STARTED, child_environment, git_program, without_git_variables


@contextlib.contextmanager
def _without_its_start(package: str) -> Iterator[None]:
    """Let modules of `package` be imported without its own `__init__`.

    That runs `git version` with the whole environment, and imports its index, remotes and submodules, none of which
    is used here: with them a command starts 15 ms later. Whoever imports the package afterwards gets all of it.
    """
    spec = importlib.util.find_spec(package)
    if package in sys.modules or spec is None:
        yield
        return
    sys.modules[package] = importlib.util.module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[package]


with without_git_variables(), _without_its_start("git"):
    from git.cmd import Git
    from git.exc import CommandError, GitCommandError
    from git.util import RemoteProgress

__all__ = ["CommandError", "GitCommandError", "RemoteProgress", "SafeGit"]

_WHO = re.compile(r"GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL)\Z")


class SafeGit(Git):
    """GitPython's runner of git in one folder; a program inside `work_tree` is never taken for git."""

    __slots__ = ("_work_tree",)

    def __init__(self, folder: Path, work_tree: Path | None) -> None:
        """Run git in `folder`; a string would have its `~` and `$NAME` replaced."""
        super().__init__(folder)
        self._work_tree = work_tree

    def execute(  # type: ignore[override]  # its overloads tell apart options that are handed on as they are
        self,
        command: Sequence[str],
        istream: int | None = None,
        *,
        env: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Any:
        """Start git with `command`, whose first word is replaced by git's own path; `env` is added to our environment.

        Raises:
            OSError: the folder cannot be entered, or git cannot be started.
        """
        folder = str(self._working_dir)
        if not os.access(folder, os.X_OK):
            raise NotADirectoryError(20, "the folder cannot be entered", folder)
        words = [git_program(self._work_tree), *command[1:]]
        STARTED[next((word for word in words[1:] if not word.startswith("-") and "=" not in word), "")] += 1
        with without_git_variables():
            sealed = {"env": _only(child_environment(env)), "shell": False}
            return super().execute(words, istream, **(options | sealed))


def _only(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with every other variable of this process emptied, since GitPython adds ours to all of them.

    Who somebody is stays: to git an empty name is a wrong one.
    """
    others = {name: value if _WHO.match(name) else "" for name, value in os.environ.items()}
    return {**others, **environment}
