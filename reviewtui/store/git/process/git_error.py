"""What git said when it failed, as one sentence."""

import re
from collections.abc import Sequence

from reviewtui.domain.refusal import MachineFailed

_MOST_TOLD = 300
_DISK = re.compile(
    r"no space left|out of disk ?space|quota exceeded|read-only file system|input/output error", re.IGNORECASE
)
_KNOWN_CAUSES = (
    (
        re.compile(r"promisor remote"),
        (
            "This clone is a partial one and lacks texts that are needed; get them once: "
            "git fetch --refetch --no-filter origin. Nothing was lost."
        ),
    ),
    (
        re.compile(
            r"(?P<what>bad (?:boolean |numeric )?config .*|(?:invalid|malformed) value for .*|unknown date format .*"
            r"|bad zlib compression level .*)"
        ),
        "git cannot work with this clone's configuration: {what}. Mend it: git config --edit. Nothing was changed.",
    ),
    (
        re.compile(r"(?P<what>unknown repository extensions? found:\s*.*|Expected git repo version .*)"),
        (
            "This repository is in a format that the git of this machine does not know: {what}. "
            "Install a newer git. Nothing was changed."
        ),
    ),
    (
        re.compile(r"object directory (?P<what>.*) does not exist; check"),
        (
            "This clone keeps its objects in another folder, which is gone: {what}. "
            "Put it back where it was, or clone anew. Nothing was changed."
        ),
    ),
)
"""How git names causes that a person can mend, and what they are told of each."""


class GitError(MachineFailed):
    """git ended with an error; `returncode` and `stderr` are git's own."""

    def __init__(self, arguments: Sequence[str], returncode: int, stderr: str, output: str = "") -> None:
        """Keep what git said; the sentence says what to do where the cause is known, and names the disk at fault."""
        super().__init__(_known_cause(stderr) or f"git {arguments[0]} failed: {_telling_line(stderr, returncode)}")
        self.returncode = returncode
        self.stderr = stderr
        self.output = output


def _known_cause(stderr: str) -> str:
    """The sentence about a cause that a person can mend; empty for any other."""
    for pattern, sentence in _KNOWN_CAUSES:
        match = pattern.search(stderr)
        if match is not None:
            return sentence.format(what=" ".join(match.groupdict().get("what", "").split())[:_MOST_TOLD])
    return ""


def _telling_line(stderr: str, returncode: int) -> str:
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    disk = next((line for line in lines if _DISK.search(line)), "")
    if disk:
        return f"the disk is full or cannot be written to: {disk[:_MOST_TOLD]}"
    ended = f"it was ended by signal {-returncode}" if returncode < 0 else f"exit {returncode}"
    fallback = lines[-1] if lines else ended
    return next((line for line in lines if line.startswith(("fatal:", "error:"))), fallback)[:_MOST_TOLD]
