"""What the commits changed by which authors carried remarks out by hand."""

from functools import cache

from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.release_inputs import HandChange
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.release.hand_changes import hand_change
from reviewtui.workspace.command.command_context import CommandContext


def changes_by_hand(context: CommandContext, draft: Draft) -> dict[str, HandChange]:
    """Return what was changed for each remark that was carried out by hand; a commit that is not here tells nothing."""

    @cache
    def texts(commit: str) -> dict[str, str]:
        try:
            return context.loader.policy_of(Version(commit[:10], commit), draft.settings)[0].strings()
        except ReviewError:
            return {}

    changes = {}
    for thread in draft.review.threads.values():
        commit = context.repository.resolve_commit(thread.done.commit) if thread.done is not None else None
        parent = context.repository.resolve_ref(f"{commit}^") if commit is not None else None
        if commit is not None and parent is not None:
            changes[thread.id] = hand_change(thread, texts(parent), texts(commit))
    return changes
