"""What one commit says of the review; it stays as it is for as long as HEAD does."""

from dataclasses import dataclass

from reviewtui.domain.record import Record
from reviewtui.store import settings_file
from reviewtui.store.history import FOLDER, History, read_history
from reviewtui.store.objects import list_tree, read_blobs
from reviewtui.store.record_files import committed_record
from reviewtui.store.repository import Repository


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that was committed up to `head`; `settings` are the bytes of its settings file, None without one."""

    head: str
    settings: bytes | None
    history: History
    record: Record


def read_past(repository: Repository, head: str) -> Past:
    """Return what the commit `head` says of the review."""
    history = read_history(repository, head)
    record = committed_record(repository, head, history)
    return Past(head, _settings(repository, head), history, record)


def _settings(repository: Repository, head: str) -> bytes | None:
    entries = [e for e in list_tree(repository.git, head, FOLDER) if e.path == settings_file.PATH and e.is_regular]
    blobs = read_blobs(repository.git, [entries[0].object_id]) if entries else {}
    return next(iter(blobs.values()), None)
