"""One commit of the list that `history` shows: who changed which texts or the settings, and when."""

from dataclasses import dataclass
from datetime import datetime

from reviewtui.domain.person import Person


@dataclass(frozen=True, slots=True)
class PolicyCommit:
    """A commit that changed texts or settings (`paths`, from the root), or joined two histories (several `parents`)."""

    commit: str
    parents: tuple[str, ...]
    by: Person
    at: datetime
    subject: str
    paths: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """Whether it brought two histories together, as a sync does."""
        return len(self.parents) > 1
