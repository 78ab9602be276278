"""What git said when it failed, as one sentence. Only git's own errors name a cause, never a server's words."""

import re
from collections.abc import Sequence

from reviewtui.domain.refusal import MachineFailed

_MOST_TOLD = 300
_DISK = re.compile(
    r"no space left|out of disk ?space|quota exceeded|read-only file system|input/output error", re.IGNORECASE
)
PARTIAL_CLONE = (
    "This clone is a partial one and lacks texts that are needed; get them once: "
    "git fetch --refetch --no-filter origin. Nothing was lost."
)
_KNOWN_CAUSES = (
    (re.compile(r"promisor remote"), PARTIAL_CLONE),
    (
        re.compile(
            r"(?P<what>bad (?:boolean |numeric )?config (?!.* in (?:submodule-)?blob |.*\.gitmodules\b).*"
            r"|(?:invalid|malformed) value for .*|unknown date format .*|bad zlib compression level .*)"
        ),
        "git cannot work with this clone's configuration: {what}. Mend it: git config --edit.",
    ),
    (
        re.compile(r"(?:unexpected|unterminated) line in (?P<what>.*packed-refs):"),
        (
            "'{what}' is damaged, in which git keeps the names of branches and tags. Put back a copy of it, or take "
            "the damaged lines out: it is a text, one name a line. Nothing was changed."
        ),
    ),
    (
        re.compile(r"bad (?:shallow|unshallow) line"),
        (
            "The file 'shallow' in this clone's .git is damaged, which says where its history is cut off. Remove it if "
            "the history is whole here, or clone anew; what is not shared yet stays here. Nothing was changed."
        ),
    ),
    (
        re.compile(r"index file (?:smaller than expected|corrupt|open failed)|bad (?:signature 0x|index version)"),
        (
            "The index of this clone is damaged. It holds no words that are not in your files, but forgets what was "
            "staged; to have it made anew, move the file 'index' in .git away, then: git reset. Nothing was changed."
        ),
    ),
    (
        re.compile(r"(?P<what>unknown repository extensions? found:.*|Expected git repo version .*)"),
        "This repository is in a format that the git of this machine does not know: {what}. Install a newer git.",
    ),
)
"""How git names causes that a person can mend, and what they are told of each."""
_ALTERNATE_GONE = re.compile(
    r"(?:object directory|unable to normalize alternate object path:) (.*?)(?: does not exist; check.*)?\Z"
)
_OBJECT_LACKING = re.compile(
    r"(?:bad|invalid|missing|nonexistent|tree|valid) (?:object|commit)|could not parse|unable to read", re.IGNORECASE
)
_OWN = re.compile(r"(?:fatal|error): (?!remote (?:error|unpack failed):)")
_CONTINUED = re.compile(r"\n[ \t]+")


class GitError(MachineFailed):
    """git ended with an error; `returncode` and `stderr` are git's own."""

    def __init__(self, arguments: Sequence[str], returncode: int, stderr: str, output: str = "") -> None:
        """Keep what git said; the sentence says what to do where the cause is known, and names the disk at fault."""
        errors = _own_errors(stderr)
        sentence = _known_cause(errors) or f"git {arguments[0]} failed: {_telling_line(errors, stderr, returncode)}"
        super().__init__(sentence)
        self.returncode = returncode
        self.stderr = stderr
        self.output = output


def is_of_disk(stderr: str) -> bool:
    """Say whether git failed since a disk of this machine is full or cannot be written to."""
    return any(map(_DISK.search, _own_errors(stderr)))


def _own_errors(stderr: str) -> list[str]:
    """The errors of git itself, each as one line: no hints or warnings, and nothing that a server said."""
    # Split at line feeds alone: git begins no line anew with "remote: " after other signs that end one to Python.
    return [line.strip() for line in _CONTINUED.sub(" ", stderr).split("\n") if _OWN.match(line)]


def _known_cause(errors: Sequence[str]) -> str:
    """The sentence about a cause that a person can mend; empty for any other, and for a disk that is at fault."""
    if any(map(_DISK.search, errors)):
        return ""
    for pattern, sentence in _KNOWN_CAUSES:
        match = next(filter(None, map(pattern.search, errors)), None)
        if match is not None:
            return sentence.format(what=" ".join(match.groupdict().get("what", "").split())[:_MOST_TOLD])
    gone = next(filter(None, map(_ALTERNATE_GONE.search, errors)), None)
    others = [line for line in errors if not _ALTERNATE_GONE.search(line)]
    if gone is None or (others and not any(map(_OBJECT_LACKING.search, others))):
        return ""
    return (
        f"This clone keeps its objects in another folder, which is gone: {gone[1][:_MOST_TOLD]}. "
        "Put it back where it was, or clone anew."
    )


def _telling_line(errors: Sequence[str], stderr: str, returncode: int) -> str:
    disk = next((line for line in errors if _DISK.search(line)), "")
    if disk:
        return f"the disk is full or cannot be written to: {disk[:_MOST_TOLD]}"
    ended = f"it was ended by signal {-returncode}" if returncode < 0 else f"exit {returncode}"
    lines = [line.strip() for line in stderr.split("\n") if line.strip()]
    others = [line for line in errors if not _ALTERNATE_GONE.search(line)]
    return next(iter([*others, *errors, *lines[-1:], ended]))[:_MOST_TOLD]
