"""What came of a command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """Ids, file and commit of what was done, a sentence that says so, and what a person should know besides.

    `reads` are the lines that a suggestion is about, as they will read once it is accepted; `put_back` are paths and
    texts of files of the policy that are as they were committed again.
    """

    message: str
    thread: str = ""
    event: str = ""
    path: str = ""
    commit: str = ""
    count: int = 0
    warnings: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    reads: str = ""
    put_back: tuple[tuple[str, str], ...] = ()
