"""The commits that changed the policy's texts, and those that joined two histories, as git's log has them."""

from collections.abc import Iterator

from reviewtui.domain.person import Person
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.store.git.references import moment
from reviewtui.store.git.repository import Repository

_MOST = 500
"""Commits of either sort: what is older is in git, and nobody scrolls to it."""
_FORMAT = "--format=%x01%H%x00%P%x00%an%x00%ae%x00%ct%x00%s%x00"


def policy_log(repository: Repository, head: str, folder: str) -> tuple[PolicyCommit, ...]:
    """Return the newest commits up to `head` that changed a text in `folder`, or joined two histories."""
    where = ":(top)" if folder in {"", "."} else f":(top,literal){folder}"
    common = ("log", f"--max-count={_MOST}", "--no-renames", _FORMAT)
    texts = repository.git.run(*common, "--no-merges", "--name-only", "-z", head, "--", where, ":(top,exclude)reviews")
    joins = repository.git.run(*common, "--merges", "-z", head)
    return (*_commits(texts), *_commits(joins))


def _commits(output: bytes) -> Iterator[PolicyCommit]:
    for record in output.decode("utf-8", "replace").split("\x01")[1:]:
        commit, parents, name, address, seconds, subject, *paths = record.split("\0")
        at = moment(seconds)
        if at is not None:
            changed = tuple(path.strip("\n") for path in paths if path.strip("\n"))
            yield PolicyCommit(commit, tuple(parents.split()), Person(name, address), at, subject, changed)
