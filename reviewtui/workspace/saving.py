"""Events to files: pending ones lie in the work tree, decisions are committed with what they change."""

from collections.abc import Sequence

from reviewtui.domain.events import AnyEvent
from reviewtui.domain.person import Person
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store import durable, identity
from reviewtui.store.commits import CommitRequest, PathChange, commit
from reviewtui.store.event_codec import encode_event
from reviewtui.store.record_files import event_path
from reviewtui.store.repository import Repository
from reviewtui.store.toml_bounds import MAX_BYTES

ATTRIBUTES_PATH = "reviews/.gitattributes"
ATTRIBUTES = b"* -text\n"


def save_pending(repository: Repository, event: AnyEvent, thread: str) -> str:
    """Write `event` as a pending file and return its path from the repository's root."""
    path = event_path(event, thread)
    durable.write_new(repository.work_tree / path, encode_event(event))
    return path


def new_file(repository: Repository, path: str, content: bytes) -> PathChange:
    """Return the change that adds a file to the commit, the index and the work tree."""
    before = durable.read_regular(repository.work_tree / path, MAX_BYTES * 16)
    return PathChange(path, content, content, content, before)


def event_change(repository: Repository, event: AnyEvent, thread: str) -> PathChange:
    """Return the change that adds the file of `event`."""
    return new_file(repository, event_path(event, thread), encode_event(event))


def pending_change(repository: Repository, path: str) -> PathChange:
    """Return the change that commits the pending file at `path` as it lies there.

    Raises:
        MachineFailed: it has gone in the meantime.

    """
    content = durable.read_regular(repository.work_tree / path, MAX_BYTES)
    if content is None:
        raise MachineFailed(f"'{path}' has just gone; try again.")
    return PathChange(path, content, content, None)


def commit_changes(
    repository: Repository,
    parent: str,
    changes: Sequence[PathChange],
    message: str,
    me: Person,
    *,
    tag: str = "",
) -> str:
    """Commit exactly `changes` on top of `parent` and return the commit's id."""
    return commit(repository, CommitRequest(parent, tuple(changes), message, me, identity.committer(me), tag))
