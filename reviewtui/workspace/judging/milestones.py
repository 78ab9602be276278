"""The versions of a policy one after the other, each with the review as it stood then."""

from collections.abc import Iterator

from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.fold import fold
from reviewtui.domain.record.review import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import Milestone
from reviewtui.text.diff.policy_diff import count_words
from reviewtui.workspace.judging.readiness_judging import judge_draft
from reviewtui.workspace.loading.committed_state import read_past
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.real_environment import Environment


def released(environment: Environment, loader: Loader, draft: Draft, judged: int = 0) -> Iterator[Milestone]:
    """Yield every release before `draft`, oldest first; of the last `judged` ones also how ready they were.

    A release without a policy, such as a tag older than the text, is left out.
    """
    before: Policy | None = None
    unjudged = len(draft.releases) - judged
    for number, version in enumerate(draft.releases):
        try:
            policy = loader.policy_of(version, draft.settings)[0]
            then = loader.load_then(version.name) if number >= unjudged else None
        except Refused:
            continue
        review = fold(read_past(environment.repository, version.commit).record)
        share = judge_draft(environment, loader, then).share if then is not None else None
        yield _milestone(version, review, _words(before, policy), share)
        before = policy


def present(loader: Loader, draft: Draft, last: Milestone | None, share: float | None) -> Milestone:
    """Return the draft itself, behind `last`, the milestone before it; `share` says how ready it is."""
    before = loader.policy_of(last.version, draft.settings)[0] if last is not None else None
    return _milestone(draft.version, draft.review, _words(before, draft.policy), share)


def _milestone(version: Version, review: Review, words: int | None, share: float | None) -> Milestone:
    waiting = [thread for thread in review.open_threads() if not thread.is_pending]
    return Milestone(version, len(waiting), sum(thread.blocking for thread in waiting), words, share)


def _words(before: Policy | None, after: Policy) -> int | None:
    return None if before is None else count_words(before.strings(), after.strings()).words_changed
