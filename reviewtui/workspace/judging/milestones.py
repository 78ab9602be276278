"""The versions of a policy one after the other, each with the review as it stood then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.milestone import COUNTED, Milestone
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.store.cache.sealed_cache import SealedCache, milestone_cache
from reviewtui.store.git.objects import object_infos
from reviewtui.text.diff.policy_diff import count_words
from reviewtui.workspace.loading.committed_state import read_committed_state
from reviewtui.workspace.loading.loader import Loader

_KEPT = 4_000


@dataclass
class _Counts:
    """What was open in a version and how many words differ between two; counted once, since commits never change."""

    loader: Loader
    draft: Draft
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)
    new: int = 0

    def open_in(self, version: Version) -> tuple[int, ...]:
        """Return how many remarks were open, and how many of these blocked.

        Raises:
            Refused: there was no policy.
        """
        return self._counted(f"open {version.commit}", lambda: self._open_in(version))

    def words_between(self, before: Version, after: Version) -> int:
        """Return how many words changed from one version to another, both of which hold the policy."""
        key = f"words {before.commit} {after.commit} {self.draft.settings.folder} {self.draft.settings.sections}"
        return self._counted(key, lambda: (_words(self._policy(before), self._policy(after)),))[0]

    def _counted(self, key: str, count: Callable[[], tuple[int, ...]]) -> tuple[int, ...]:
        if key not in self.known:
            self.known[key] = count()
            self.new += 1
        return self.known[key]

    def _open_in(self, version: Version) -> tuple[int, ...]:
        repository = self.loader.environment.repository
        self._policy(version)
        if object_infos(repository.git, [f"{version.commit}:{repository.home.record}"]) == [None]:
            return 0, 0  # before the review was begun, which a walk through the whole history would find out too
        return _waiting(fold(read_committed_state(repository, version.commit).record))

    def _policy(self, version: Version) -> Policy:
        return self.loader.policy_of(version, self.draft.settings)


def past_releases(loader: Loader, draft: Draft, judged: int = 0, counted: int = COUNTED) -> Iterator[Milestone]:
    """Yield the `counted` newest releases before `draft`, oldest first; of the last `judged` also how ready they were.

    A release without a policy, such as a tag older than the text, is left out.
    """
    cache = milestone_cache(loader.environment.repository.review_state_dir)
    counts = _Counts(loader, draft, cache.load())
    before: Version | None = None
    unjudged = len(draft.releases) - judged
    first = max(0, len(draft.releases) - max(counted, judged))
    for number, version in enumerate(step_by_step(draft.releases, "Reading older versions")):
        if number < first - 1:
            continue
        try:
            waiting = counts.open_in(version)
            words = counts.words_between(before, version) if before is not None else None
            then = loader.load_then(version.name) if number >= unjudged else None
        except Refused:
            continue
        before = version
        if number >= first:
            share = _share(loader, then) if then is not None else None
            yield Milestone(version, waiting[0], waiting[1], words, share)
    _keep(cache, counts)


def _keep(cache: SealedCache[dict[str, tuple[int, ...]]], counts: _Counts) -> None:
    cache.keep(dict(list(counts.known.items())[-_KEPT:]), counts.new)


def present(loader: Loader, draft: Draft, last: Milestone | None, share: float | None) -> Milestone:
    """Return the draft itself, behind `last`, the milestone before it; `share` says how ready it is."""
    before = loader.policy_of(last.version, draft.settings) if last is not None else None
    words = _words(before, draft.policy) if before is not None else None
    waiting = _waiting(draft.review)
    return Milestone(draft.version, waiting[0], waiting[1], words, share)


def _waiting(review: Review) -> tuple[int, int]:
    waiting = [thread for thread in review.open_threads() if not thread.is_pending]
    return len(waiting), sum(thread.blocking for thread in waiting)


def _words(before: Policy, after: Policy) -> int:
    return count_words(before.strings(), after.strings()).words_changed


def _share(loader: Loader, draft: Draft) -> float | None:
    """Return how much of readiness a draft has; loading the checks takes longer than telling versions without them."""
    from reviewtui.workspace.judging.readiness_judging import judge_draft

    return judge_draft(loader, draft).share
