"""Where clones are brought together: the lock is held and I am known; the draft is loaded only when it is asked for."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property

from reviewtui.domain.person import Person
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.repository import Repository
from reviewtui.workspace.real_environment import Environment


@dataclass(frozen=True)
class SyncContext:
    """A clone in the hands of one process; `load` reads the draft, which takes long where the record is large.

    `load_then` reads another commit with the review as it stands there.
    """

    environment: Environment
    me: Person
    load: Callable[[], Draft]
    load_then: Callable[[str], Draft]

    @property
    def repository(self) -> Repository:
        """The repository that is written to."""
        return self.environment.repository

    @cached_property
    def head(self) -> str:
        """The commit of HEAD."""
        return self.repository.fresh_head()

    @cached_property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.load()


OpenSyncContext = Callable[[], AbstractContextManager[SyncContext]]


def pending_count(draft: Draft) -> int:
    """Return how many events of mine are not submitted yet."""
    return len(draft.my_pending)
