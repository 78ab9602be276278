"""The one place where git is started: argument lists, no shell, a cleaned environment, a time limit.

GitPython starts it (`safe_git`), and is imported when the first child is needed: the first page of the app is painted
before that. What has to be asked even earlier, where a repository lies, goes without it (`ask_git`).
"""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.child_limits import answer_of, limit
from reviewtui.store.git.process.child_process import ChildResult, Watch, run_watched
from reviewtui.store.git.process.environment import STARTED, child_environment, git_program
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.process.object_reader import ObjectReader

TIMEOUT = 120.0
SHORT = 5.0
"""Seconds for a question that takes git milliseconds; it waits longer only where a file is none (a FIFO)."""


@dataclass(frozen=True, slots=True)
class Git:
    """git on one repository, named by its own directory so that nothing below the work tree can redirect it.

    What it writes is on the disk when it ends, unless it is not `durable`: for a repository that can be made anew.
    """

    git_dir: Path
    work_tree: Path | None
    durable: bool = True
    objects: ObjectReader | None = field(default=None, compare=False, repr=False)
    """Reads single objects without a child for each; None where that is not possible, and they are asked in batches."""

    def run(
        self,
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        accept: Iterable[int] = (0,),
    ) -> bytes:
        """Run git and return its standard output.

        Raises:
            GitError: it ended with a code that is not in `accept`.
            MachineFailed: it could not be started or took longer than TIMEOUT seconds.
        """
        folder = self.work_tree or self.git_dir
        return run_program(
            self._command(arguments), arguments, folder, stdin=stdin, environment=environment, accept=accept
        )

    def talk(
        self, *arguments: str, environment: Mapping[str, str], watch: Watch, patience: float | None = None
    ) -> ChildResult:
        """Run git where it talks to a remote: what it says is handed to `watch`, which may raise to end it.

        Raises:
            MachineFailed: it could not be started, or said nothing for `patience` seconds (None: SILENCE).
        """
        folder = self.work_tree or self.git_dir
        command = self._command(arguments)
        return run_watched(command, folder, environment, watch, patience)

    def _command(self, arguments: Sequence[str]) -> list[str]:
        command = [git_program(self.work_tree), f"--git-dir={self.git_dir}"]
        if not self.durable:
            command += ["-c", "core.fsync=none"]
        if self.work_tree is not None:
            command.append(f"--work-tree={self.work_tree}")
        return [*command, *arguments]

    def text(self, *arguments: str, accept: Iterable[int] = (0,)) -> str:
        """Run git and return its standard output as text without the last line end."""
        return self.run(*arguments, accept=accept).decode("utf-8", "replace").rstrip("\n")


def run_program(
    command: Sequence[str],
    arguments: Sequence[str],
    folder: Path,
    *,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    accept: Iterable[int] = (0,),
) -> bytes:
    """Start git's `command` in `folder` and return its standard output; `arguments` are what an error names.

    Raises:
        GitError: it ended with a code that is not in `accept`.
        MachineFailed: it could not be started or took longer than TIMEOUT seconds.
    """
    from reviewtui.store.git.process.safe_git import CommandError, GitCommandError, SafeGit

    try:
        child = SafeGit(folder, None).execute(command, subprocess.PIPE, as_process=True, env=environment)
        limit(child.proc, arguments[0])
        output, errors = answer_of(child.proc, arguments[0], stdin, TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(f"git {arguments[0]} did not end within {TIMEOUT:.0f} seconds.") from error
    except (OSError, ValueError, CommandError) as error:
        raise MachineFailed(f"git {arguments[0]} could not be started: {error}") from error
    if child.proc.returncode not in set(accept):
        stderr = errors.decode("utf-8", "replace")
        raise GitError(arguments, child.proc.returncode, stderr) from GitCommandError(
            [*command], child.proc.returncode, errors
        )
    return bytes(output)


def ask_git(*arguments: str, folder: Path) -> str:
    """Ask git what has to be known before there is a repository; return its answer without the last line end.

    Raises:
        GitError: it ended with an error, which holds what it answered before.
        MachineFailed: it could not be started or took longer than SHORT seconds.
    """
    STARTED[arguments[0]] += 1
    try:
        done = subprocess.run(
            [git_program(), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=folder,
            env=child_environment(),
            timeout=SHORT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(
            f"git {arguments[0]} did not end within {SHORT:.0f} seconds; something that it reads may be no plain file: "
            "look for pipes in .git and in what its configuration includes."
        ) from error
    except (OSError, ValueError) as error:
        raise MachineFailed(f"git {arguments[0]} could not be started: {error}") from error
    output = done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
    if done.returncode:
        raise GitError(arguments, done.returncode, done.stderr.decode("utf-8", "replace"), output)
    return output
