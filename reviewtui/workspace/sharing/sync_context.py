"""What bringing clones together needs: the clone while its lock is held, and what one sync is about all along."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.review_home import NAMED, ReviewHome, is_version_tag
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.review_homes import homes_in
from reviewtui.store.remote.remotes import Remote
from reviewtui.store.remote.transport import Connection, RemoteState
from reviewtui.workspace.real_environment import Environment

_MOST_READ, _MOST_TOLD = 50, 3
"""Reviews that a sync looks into, and those that it names as unreadable: anybody who pushes can add folders there."""


@dataclass(frozen=True)
class SyncContext:
    """A clone in the hands of one process; `load` reads a review's draft, which takes long where the record is large.

    `load_then` reads another commit with the review as it stands there.
    """

    environment: Environment
    me: Person
    load: Callable[[ReviewHome], Draft]
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
        return self.load(self.repository.home)

    @cached_property
    def drafts(self) -> dict[ReviewHome, Draft]:
        """The drafts of the reviews of this repository, the one at hand first; of very many only some."""
        return self._read[0]

    @property
    def unread(self) -> tuple[str, ...]:
        """Sentences about reviews that cannot be read."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[dict[ReviewHome, Draft], tuple[str, ...]]:
        own = self.repository.home
        drafts, unread = {own: self.draft}, []
        homes = homes_in(self.repository)
        for home in homes[:_MOST_READ]:
            try:
                draft = self.load(home) if home != own else self.draft
            except Refused as error:
                unread.append(f"The policy '{home.name or home.record}' cannot be read: {error}")
                continue
            if draft.founded:
                drafts[home] = draft
        more = len(homes[_MOST_READ:]) + len(unread[_MOST_TOLD:])
        rest = [f"{counted(more, 'folder', 'was')} not read besides, of those in {NAMED}."] if more else []
        return drafts, (*unread[:_MOST_TOLD], *rest)


OpenSyncContext = Callable[[], AbstractContextManager[SyncContext]]


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One sync: from which branch, with which branch of whom, and what that other side holds.

    `here` are the references of this clone that it is about, as they were when it began; `fork` is where this clone
    gives to, where that is another place. `asks_release` stops before a release is given that the other side lacks.
    """

    repository: Repository
    open_context: OpenSyncContext
    connection: Connection
    branch: str
    theirs: str
    state: RemoteState
    here: Mapping[str, str]
    fork: Remote | None = None
    asks_release: bool = False

    @property
    def new_tags(self) -> tuple[str, ...]:
        """The version tags of the other side that are not here, by name."""
        return tuple(name for name in self.state.tags if is_version_tag(name) and f"refs/tags/{name}" not in self.here)

    @property
    def has_own_tags(self) -> bool:
        """Whether there are tags here that the other side lacks."""
        names = (name.removeprefix("refs/tags/") for name in self.here if name.startswith("refs/tags/"))
        return any(name not in self.state.tags for name in names)

    @property
    def remote(self) -> Remote:
        """The other side."""
        return self.connection.remote


def organisation_names(drafts: Iterable[Draft]) -> dict[str, str]:
    """Return the names of the organisations of all reviews, by id; where several have an id, the first one's."""
    rules = [draft.effective_settings for draft in drafts]
    return {key: each.organisation_name(key) for each in reversed(rules) for key in each.organisations}


def pending_count(drafts: Iterable[Draft]) -> int:
    """Return how many events of mine are not submitted yet."""
    return sum(len(draft.my_pending) for draft in drafts)
