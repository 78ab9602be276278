"""What git said when it failed, as one sentence."""

import re
from collections.abc import Sequence

from reviewtui.domain.refusal import MachineFailed

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

    def __init__(self, arguments: Sequence[str], returncode: int, stderr: str, output: str = "") -> None:
        """Keep what git said; the sentence names the disk where that is at fault, and the line that speaks of it."""
        lines = [line.strip() for line in stderr.splitlines() if line.strip()]
        telling = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[-1] if lines else "")
        disk = next((line for line in lines if _DISK.search(line)), "")
        ended = f"it was ended by signal {-returncode}" if returncode < 0 else f"exit {returncode}"
        what = "the disk is full or cannot be written to: " if disk else ""
        sentence = f"git {arguments[0]} failed: {what}{(disk or telling or ended)[:_MOST_TOLD]}"
        super().__init__(_PARTIAL if "promisor remote" in stderr else sentence)
        self.returncode = returncode
        self.stderr = stderr
        self.output = output
