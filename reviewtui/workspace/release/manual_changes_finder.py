"""What the commits changed by which authors carried remarks out by hand."""

from collections.abc import Iterable
from functools import cache

from reviewtui.domain.readiness.release_inputs import ManualChange
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.release.manual_changes import manual_change
from reviewtui.workspace.loading.loader import Loader


def changes_by_hand(loader: Loader, draft: Draft, threads: Iterable[Thread]) -> dict[str, ManualChange]:
    """Return what was changed for those of `threads` that were carried out by hand.

    A commit that is not here tells nothing.
    """
    repository = loader.environment.repository

    @cache
    def texts(commit: str) -> dict[str, str]:
        try:
            return loader.policy_at(commit, draft.settings).strings()
        except ReviewError:
            return {}

    changes = {}
    for thread in threads:
        commit = repository.resolve_commit(thread.done.commit) if thread.done is not None else None
        parent = repository.resolve_ref(f"{commit}^") if commit is not None else None
        if commit is not None and parent is not None:
            changes[thread.id] = manual_change(thread, texts(parent), texts(commit))
    return changes
