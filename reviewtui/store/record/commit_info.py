"""A commit of the record's history: who made it, on top of what, and which files it touched."""

from dataclasses import dataclass

from reviewtui.domain.person import Person


@dataclass(frozen=True, slots=True)
class Touch:
    """What one commit did to one file: `status` is A, M or D; `blob` is the id afterwards (zeros: gone)."""

    commit: str
    status: str
    blob: str
    path: str


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """A commit that touched the record; `parents` are those among the commits that did."""

    commit: str
    parents: tuple[str, ...]
    author: Person
    touches: tuple[Touch, ...] = ()
