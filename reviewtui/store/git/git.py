"""The one place where git is started: argument lists, no shell, a cleaned environment, a time limit."""

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.child_process import Ended, Watch, run_watched
from reviewtui.store.git.environment import child_environment, git_program

TIMEOUT = 120.0
_MOST_TOLD = 300
_DISK = re.compile(
    r"no space left|out of disk ?space|quota exceeded|read-only file system|input/output error", re.IGNORECASE
)


_PARTIAL = (
    "This clone is a partial one and lacks texts that are needed; get them once: "
    "git fetch --refetch --no-filter origin. Nothing was lost."
)


class GitError(MachineFailed):
    """git ended with an error; `returncode` and `stderr` are git's own."""

    def __init__(self, arguments: Sequence[str], returncode: int, stderr: str) -> None:
        """Keep what git said; the sentence names the disk where that is at fault, and the line that speaks of it."""
        lines = [line.strip() for line in stderr.splitlines() if line.strip()]
        told = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
        disk = next((line for line in lines if _DISK.search(line)), "")
        ended = f"it was ended by signal {-returncode}" if returncode < 0 else f"exit {returncode}"
        what = "the disk is full or cannot be written to: " if disk else ""
        sentence = f"git {arguments[0]} failed: {what}{(disk or told or ended)[:_MOST_TOLD]}"
        super().__init__(_PARTIAL if "promisor remote" in stderr else sentence)
        self.returncode = returncode
        self.stderr = stderr


@dataclass(frozen=True, slots=True)
class Git:
    """git on one repository, named by its own directory so that nothing below the work tree can redirect it.

    What it writes is on the disk when it ends, unless it is not `durable`: for a repository that can be made anew.
    """

    git_dir: Path
    work_tree: Path | None
    durable: bool = True

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

    def talk(self, *arguments: str, environment: Mapping[str, str], watch: Watch) -> Ended:
        """Run git where it talks to a remote: what it says is handed to `watch`, which may raise to end it.

        Raises:
            MachineFailed: it could not be started, or said nothing for SILENCE seconds.

        """
        folder = self.work_tree or self.git_dir
        command = self._command(arguments)
        return run_watched(command, folder, child_environment(environment), watch)

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
    """Start `command` in `folder` and return its standard output; `arguments` are what an error names."""
    try:
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=folder,
            env=child_environment(environment),
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(f"git {arguments[0]} did not end within {TIMEOUT:.0f} seconds.") from error
    except (OSError, ValueError) as error:
        raise MachineFailed(f"git {arguments[0]} could not be started: {error}") from error
    if done.returncode not in set(accept):
        raise GitError(arguments, done.returncode, done.stderr.decode("utf-8", "replace"))
    return done.stdout
