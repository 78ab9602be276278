"""What came of a command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """Ids, file and commit of what was done, and a sentence that says so."""

    said: str
    thread: str = ""
    event: str = ""
    path: str = ""
    commit: str = ""
    count: int = 0
