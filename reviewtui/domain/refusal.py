"""The ways in which a command can end other than well, each with a sentence for the person who asked."""

from pathlib import Path


class ReviewError(Exception):
    """A command was not carried out; the text is one sentence that says what to do. Nothing was changed or lost."""

    exit_code = 2


class Refused(ReviewError):
    """What was asked for is not possible as asked (exit code 2)."""


class NoRepository(Refused):
    """There is no git repository around the folder."""


class NoCommit(NoRepository):
    """There is a repository in `folder`, in which nothing was committed yet."""

    def __init__(self, folder: Path) -> None:
        """Keep where it is, and say how it is begun."""
        super().__init__("This repository has no commit yet; commit your policy first: git add . && git commit.")
        self.folder = folder


class Conflict(ReviewError):
    """Two edits touch the same words and a person has to settle it (exit code 3)."""

    exit_code = 3

    def __init__(self, sentence: str, *, base: str = "", theirs: str = "", ours: str = "") -> None:
        """Keep the three passages: `base` as it was read, `theirs` as suggested, `ours` as it stands now."""
        super().__init__(sentence)
        self.base = base
        self.theirs = theirs
        self.ours = ours


class Stopped(ReviewError):
    """Somebody asked for it to stop (exit code 130)."""

    exit_code = 130


class MachineFailed(ReviewError):
    """The disk, a lock, git or the network failed (exit code 4)."""

    exit_code = 4
