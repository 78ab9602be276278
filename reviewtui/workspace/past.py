"""What one commit says of the review; it stays as it is for as long as HEAD does."""

from dataclasses import dataclass

from reviewtui.domain.record import Record
from reviewtui.store.history import History, read_history
from reviewtui.store.record_files import committed_record
from reviewtui.store.repository import Repository
from reviewtui.workspace.in_force import committed_bytes


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
    return Past(head, committed_bytes(repository, head), history, record)
