"""Everything real that a command needs, chosen in one place; tests bring their own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reviewtui.domain.person import Person
from reviewtui.domain.settings.review_home import FIRST, ReviewHome, SeveralPolicies
from reviewtui.store.commit.commits import CommitRequest, PathChange, commit
from reviewtui.store.git import identity
from reviewtui.store.git.creation import first_commit
from reviewtui.store.git.process.git_version import require_git_version
from reviewtui.store.git.repository import Repository, open_repository
from reviewtui.store.record.review_homes import home_around


@dataclass(frozen=True)
class Environment:
    """The repository, the clock, the source of ids, who I am, and who commits what I do."""

    repository: Repository
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    me: Callable[[], Person]
    committer: Callable[[Person], Person] = identity.committer
    is_named: bool = False
    """Whether a person named the policy, and not merely the folder that they stand in."""

    def commit_first(self, changes: Iterable[PathChange], message: str) -> str:
        """Commit files before there is a review; a repository without a commit gets an empty one before it."""
        repository, me = self.repository, self.me()
        head = repository.resolve_ref("HEAD") or first_commit(repository, me, self.now())
        request = CommitRequest(head, tuple(changes), message, me, self.committer(me), moment=self.now())
        return commit(repository, request)


def real_environment(folder: Path, policy: str = "", *, chooses: bool = True) -> Environment:
    """Return the context of a person at a terminal in `folder`, at the review there or at the one that is named.

    Without `chooses` the first review is taken where nobody has said which is meant: for what is about all of them.

    Raises:
        SeveralPolicies: there are several policies, and nobody has said which is meant.
        Refused: there is no repository there.
        MachineFailed: git is missing or too old.
    """
    require_git_version()
    repository = open_repository(folder)
    repository = repository.at(_home(repository, folder, policy, chooses=chooses))
    return Environment(
        repository=repository,
        now=lambda: datetime.now(UTC),
        new_id=_new_id,
        me=lambda: identity.author(repository),
        is_named=bool(policy),
    )


def _home(repository: Repository, folder: Path, policy: str, *, chooses: bool) -> ReviewHome:
    try:
        return home_around(repository, folder, policy)
    except SeveralPolicies:
        if chooses:
            raise
        return FIRST


def _new_id() -> str:
    """Return a new id; what makes it is slow to import, and not needed for reading."""
    from ulid import ULID

    return str(ULID()).lower()
