"""What can be told about a draft: how ready it is, what the checks find, and what accepting suggestions would do.

What runs the checks is imported where it is asked for: loading them takes longer than telling the versions.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.identifier import resolve
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.readiness.forecast import Forecast
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.readiness.review_report import ReviewReport
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection
from reviewtui.domain.review.milestone import COUNTED, Milestone
from reviewtui.workspace.judging import milestones
from reviewtui.workspace.loading.change_class_cache import classes_kept
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import with_contradictions
from reviewtui.workspace.real_environment import Environment


@dataclass(frozen=True)
class DraftJudge:
    """Judges drafts by the clock and the repository at hand; writes only what can be worked out again."""

    environment: Environment
    loader: Loader

    def readiness(self, draft: Draft, target: str = "") -> Readiness:
        """Return how ready `draft` is."""
        from reviewtui.workspace.judging.readiness_judging import judge_draft

        repository = self.environment.repository
        with classes_kept(repository):
            return judge_draft(self.loader, with_contradictions(repository, draft), target)

    def past_releases(self, draft: Draft, judged: int = 0, counted: int = COUNTED) -> tuple[Milestone, ...]:
        """Return the `counted` newest releases before `draft` as they stood then, `judged` ones with readiness."""
        with classes_kept(self.environment.repository):
            return tuple(milestones.past_releases(self.loader, draft, judged, counted))

    def milestones(
        self, draft: Draft, past: tuple[Milestone, ...], readiness: Readiness | None = None
    ) -> tuple[Milestone, ...]:
        """Return the milestones of the past with the draft behind them, as ready as it was judged."""
        share = readiness.share if readiness is not None else None
        return (*past, milestones.present(self.loader, draft, past[-1] if past else None, share))

    def report(self, draft: Draft) -> ReviewReport:
        """Return the state of the review on one page."""
        from reviewtui.workspace.judging.readiness_judging import JUDGED, report_on

        readiness = self.readiness(draft)
        milestones = self.milestones(draft, self.past_releases(draft, JUDGED), readiness)
        return report_on(self.environment, draft, readiness, milestones)

    def forecast(self, draft: Draft, ends: Iterable[str], before: Readiness, *, editorial: bool = False) -> Forecast:
        """Return what accepting the threads that `ends` name would do, and with `editorial` all that change no rule.

        Raises:
            Refused: there is no such thread, or it is not open.
        """
        from reviewtui.workspace.judging import forecasting

        threads = draft.review.threads
        named = [threads[resolve(end, threads)] for end in ends]
        decided = next((thread for thread in named if not thread.is_open), None)
        if decided is not None:
            raise Refused(f"{draft.review.name_of(decided.id)} is not open; only open remarks can be accepted.")
        more = forecasting.editorial(draft) if editorial else ()
        wishes = tuple({thread.id: thread for thread in (*named, *more)}.values())
        with classes_kept(self.environment.repository):
            return forecasting.forecast(self.loader, draft, wishes, before)

    def new_findings(self, draft: Draft, thread: Thread) -> tuple[Finding, ...]:
        """Return what the words of a suggestion would bring, as far as that is known in a moment."""
        from reviewtui.workspace.judging import forecasting

        return forecasting.new_findings(draft, thread, self.environment.now().date())

    def inspect(self, draft: Draft, only: str = "") -> tuple[Finding, ...]:
        """Return what the content checks find in `draft`, dismissed or not; only those of check `only` if named.

        Raises:
            Refused: there is no such check.
        """
        from reviewtui.workspace.judging import inspections

        return inspections.inspect(self.environment.repository, draft, self.environment.now(), only)

    def inspection(self, draft: Draft) -> Inspection:
        """Return what the content checks find in `draft` and nobody has dismissed."""
        from reviewtui.workspace.judging import inspections

        return inspections.inspection_of(self.environment.repository, draft, self.environment.now())

    def bindingness(self, draft: Draft) -> tuple[SectionBindingness, ...]:
        """Return for each section how many of its sentences bind, and how hard it is to read."""
        from reviewtui.workspace.judging import inspections

        return inspections.bindingness(draft, self.environment.now())
