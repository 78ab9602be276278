"""What one commit says of the review; it stays as it is for as long as HEAD does."""

from reviewtui.store.git.repository import Repository
from reviewtui.store.record.committed_state_cache import CommittedState, CommittedStateCache, committed_state_of
from reviewtui.store.record.record_files import committed_record
from reviewtui.store.record.record_history import read_history
from reviewtui.workspace.loading.effective_settings import committed_bytes


def read_committed_state(repository: Repository, head: str) -> CommittedState:
    """Return what the commit `head` says of the review."""
    history = read_history(repository, head)
    record = committed_record(repository, head, history)
    return committed_state_of(head, committed_bytes(repository, head), history, record)


def current_committed_state(repository: Repository, head: str) -> CommittedState:
    """Return what HEAD's commit says of the review, from what was kept where that is certain."""
    cache = CommittedStateCache(repository)
    kept = cache.load(head)
    if kept is not None:
        return kept
    past = read_committed_state(repository, head)
    cache.keep(past)
    return past
