"""Which git there is: asked once, and again when its program is another one or was changed."""

import contextlib
import re
from pathlib import Path

import platformdirs

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.files import durable
from reviewtui.store.git.process.environment import git_program
from reviewtui.store.git.process.git import ask_git

OLDEST_GIT = (2, 39)
_MAX_BYTES = 8 * 1024


def require_git_version() -> None:
    """Refuse a git that is older than OLDEST_GIT."""
    answer = _version()
    match = re.search(r"(\d+)\.(\d+)", answer)
    if match and (int(match[1]), int(match[2])) < OLDEST_GIT:
        raise MachineFailed(
            f"{answer.strip()} is too old; reviewtui needs git {OLDEST_GIT[0]}.{OLDEST_GIT[1]} or newer."
        )


def _version() -> str:
    """What git says of itself; the answer is kept in a file of the person's own, outside every repository."""
    program = git_program()
    try:
        status = Path(program).stat()
    except OSError as error:
        raise MachineFailed(f"git cannot be started: {error}") from error
    stamp = f"{program}\n{status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}\n"
    kept = platformdirs.user_state_path("reviewtui", appauthor=False) / "git-version"
    content = (durable.read_regular(kept, _MAX_BYTES) or b"").decode("utf-8", "surrogateescape")
    if content.startswith(stamp):
        return content.removeprefix(stamp)
    version = ask_git("--version", folder=Path.cwd())
    with contextlib.suppress(MachineFailed, UnicodeEncodeError):
        durable.replace(kept, f"{stamp}{version}".encode("utf-8", "surrogateescape"), mode=0o600, sync=False)
    return version
