"""What one commit says of the review; it stays as it is for as long as HEAD does."""

from reviewtui.store.git.repository import Repository
from reviewtui.store.record.committed_state_cache import Past, PastCache, past_of
from reviewtui.store.record.record_files import committed_record
from reviewtui.store.record.record_history import read_history
from reviewtui.workspace.loading.effective_settings import committed_bytes


def read_past(repository: Repository, head: str) -> Past:
    """Return what the commit `head` says of the review."""
    history = read_history(repository, head)
    record = committed_record(repository, head, history)
    return past_of(head, committed_bytes(repository, head), history, record)


def newest_past(repository: Repository, head: str) -> Past:
    """Return what HEAD's commit says of the review, from what was kept where that is certain."""
    cache = PastCache(repository)
    kept = cache.load(head)
    if kept is not None:
        return kept
    past = read_past(repository, head)
    cache.keep(past)
    return past
