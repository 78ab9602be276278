"""What is read of a clone beside the draft itself: two versions compared, passages traced, where things stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import Classified
from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.change_judgement import with_authors_classes
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.store.git.references import branches_holding
from reviewtui.store.policy.not_shared import not_shared
from reviewtui.store.policy.text_history import changes_of, policy_log
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.views.comparison.adoption_rows import AdoptionView
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.overview.news import News
from reviewtui.views.overview.overview import Overview, others_pending_words
from reviewtui.workspace.handlers.authoring.adoption_handler import adoption_of
from reviewtui.workspace.judging.passage_trace import TracedVersion, trace_through
from reviewtui.workspace.judging.trace_lines import LineAnswer, answer_lines
from reviewtui.workspace.loading.change_class_cache import classes_kept
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import newest, tag_problems
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.session.clone_memory import CloneMemory
from reviewtui.workspace.session.news_since_visit import news_of, news_since_signoff


@dataclass(frozen=True)
class VersionReader:
    """Reads versions of the policy and what lies between them; writes only what can be worked out again."""

    environment: Environment
    loader: Loader
    load: Callable[..., Draft]

    def compare(self, old: str, new: str, *, placed: bool = False) -> Comparison:
        """Return two versions and how the second differs from the first; an empty `old` is the newest release.

        `placed` says whether it has to be known where the remarks stand in the older one too.
        """
        later = self.load(new)
        earlier = self.load(old or self._newest(later).name, placed=placed)
        with classes_kept(self.environment.repository):
            compared = diff_policies(
                earlier.policy.strings(), later.policy.strings(), later.effective_settings.language
            )
        said = later.review.submitted(Classified)
        difference = with_authors_classes(compared, said, earlier.policy.blobs(), later.policy.blobs())
        return Comparison(earlier, later, difference)

    def compared_with_release(self, draft: Draft) -> Comparison | None:
        """Return how a draft differs from the newest release; None where there is none."""
        return self.compare("", draft.version.name) if self.newest_release(draft) is not None else None

    def adoption(self, remote: str) -> AdoptionView:
        """Return the draft beside the policy of a remote as it was last fetched; nothing is fetched."""
        known = adoption_of(self.loader, self.load(placed=False), remote)
        return AdoptionView(known.draft, remote, (known.base, known.theirs), known.offers, known.own)

    def trace(self, place: Place, first: str, last: str) -> tuple[TracedVersion, ...]:
        """Return where a passage of version `first` stands in the others, to version `last` if one is named."""
        return trace_through(self.loader, place, first, last)

    def answer_lines(self, lines: Iterable[str]) -> Iterator[LineAnswer]:
        """Yield the answers of `trace --jsonl`: a row for a line, or why there is none."""
        repository = self.environment.repository
        settings = self.loader.read_settings(self.loader.committed_state_at(repository.fresh_head())).settings
        return answer_lines(repository, lines, settings.language)

    def news(self, draft: Draft, memory: CloneMemory) -> News:
        """Return what is new in `draft` since `memory` was kept."""
        return news_of(self.environment.repository, draft, memory)

    def news_since_signoff(self, draft: Draft) -> News | None:
        """Return what is new since my organisation signed off last; None where it has not."""
        return news_since_signoff(self.environment.repository, draft)

    def newest_release(self, draft: Draft) -> Version | None:
        """Return the highest full release that the draft follows, or None."""
        return newest(self.environment.repository, draft.releases, draft.version.commit)

    def commits(self, draft: Draft) -> tuple[PolicyCommit, ...]:
        """Return the commits that changed the draft's text or joined two histories, the newest of either sort first."""
        return policy_log(self.environment.repository, draft.version.commit, draft.policy.folder)

    def change_since_decision(self, draft: Draft, thread: Thread) -> str:
        """Return the newest commit after a decision that changed the section of its remark; empty without one."""
        placement = draft.placement(thread.id)
        if thread.decision_commit is None or placement is None or placement.path is None:
            return ""
        span = (thread.decision_commit, draft.version.commit)
        changes = changes_of(self.environment.repository, *span, placement.path)
        return next((change.commit for change in changes if change.is_own), "")

    def tag_problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Return what is wrong with the tags of the releases in the record."""
        return tag_problems(self.environment.repository, draft)

    def overview(self, draft: Draft) -> Overview:
        """Return where things stand with `draft`: what is pending, not shared, and the newest release."""
        repository, commit = self.environment.repository, draft.version.commit
        # What is to be shared is in the clone, whichever version somebody looks at.
        halted, way_out = repository.in_progress() or ("", "")
        head, branch = repository.fresh_head(), repository.branch()
        return Overview(
            draft,
            len(draft.my_pending),
            newest(repository, draft.releases, commit),
            self.environment.now().date(),
            not_shared(repository, head, branch),
            halted,
            way_out,
            "" if branch else head[:10],
            () if branch else branches_holding(repository, repository.home.settings),
            others_pending_words(draft),
        )

    def _newest(self, draft: Draft) -> Version:
        newest = self.newest_release(draft)
        if newest is None:
            raise Refused("There is no release to compare with yet; name two versions: reviewtui diff A B.")
        return newest
