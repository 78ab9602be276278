"""The one door: `load` a draft, `carry_out` a command. Front ends use nothing else to change a review."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from reviewtui.domain.actions.commands import BeginReview, Command, Pack, Sync, Unpack
from reviewtui.domain.identifier import resolve
from reviewtui.domain.person import Person
from reviewtui.domain.policy.bindingness import SectionBindingness
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.forecast import Forecast
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.events import Classified
from reviewtui.domain.record.record import Problem
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.change_classes import ChangeClasses
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.finding import Finding
from reviewtui.domain.review.inspection import Inspection
from reviewtui.domain.review.milestone import Milestone
from reviewtui.domain.review.sharing import Packed, Shared
from reviewtui.store.commit.advancing import HeadMoved
from reviewtui.store.commit.journal import needs_recovery, recover
from reviewtui.store.files import durable
from reviewtui.store.files.lock import writing
from reviewtui.store.git.child_process import Watch
from reviewtui.store.local import change_stamp as watch
from reviewtui.text.diff.policy_diff import PolicyDiff, diff_policies
from reviewtui.views.overview.news import News
from reviewtui.views.overview.overview import Overview
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.handlers.adoption_handler import Adoption, adoption_of
from reviewtui.workspace.handlers.handler_registry import HANDLERS
from reviewtui.workspace.judging import forecasting, inspections, milestones
from reviewtui.workspace.judging.passage_trace import TracedVersion, trace_through
from reviewtui.workspace.judging.readiness_judging import judge_draft
from reviewtui.workspace.judging.trace_lines import LineAnswer, answer_lines
from reviewtui.workspace.loading.loading import Loader
from reviewtui.workspace.loading.newness import news_of
from reviewtui.workspace.loading.overview_counts import overview_of
from reviewtui.workspace.loading.tagging import tag_problems, with_contradictions
from reviewtui.workspace.loading.version_names import newest
from reviewtui.workspace.real_environment import Environment, real_environment
from reviewtui.workspace.session.autosave import AutosaveFolder
from reviewtui.workspace.session.clone_memory import CloneMemory
from reviewtui.workspace.sharing import packing
from reviewtui.workspace.sharing import sync as sharing
from reviewtui.workspace.sharing.sync_context import SyncContext

_TRIES = 5


class Workspace:
    """A person at work in one clone."""

    def __init__(self, environment: Environment) -> None:
        """Work with everything real, or everything made up, that `environment` holds."""
        self.environment = environment
        self._loader = Loader(environment)

    @classmethod
    def open(cls, folder: Path) -> "Workspace":
        """Return the workspace of the repository around `folder`."""
        return cls(real_environment(folder))

    @property
    def typed(self) -> AutosaveFolder:
        """Where words that are being typed are kept."""
        return AutosaveFolder(self.environment.repository.git.git_dir / "reviewtui" / "typed")

    def today(self) -> date:
        """Return the day of now, in UTC."""
        return self.environment.now().date()

    def load(self, version: str = "", *, placed: bool = True) -> Draft:
        """Return the draft, or another version, with the review as it stands.

        `placed=False` leaves out where the remarks stand, for callers that do not ask.
        """
        if needs_recovery(self.environment.repository):
            with writing(self.environment.repository.state_dir):
                recover(self.environment.repository)
        return self._loader.load(version, placed=placed)

    def carry_out(self, command: Command) -> Outcome:
        """Do what `command` asks for.

        Raises:
            Refused: it is not possible as asked.
            Conflict: a person has to settle it; nothing was changed.
            MachineFailed: the machine failed; nothing was lost.

        """
        handler = HANDLERS[type(command)]
        with self._at_work() as me:
            for attempt in range(_TRIES):
                context = self._command_context(me)
                self._require_writable(context, command)
                try:
                    return handler(context, command)
                except HeadMoved:
                    if attempt == _TRIES - 1:
                        raise
        raise AssertionError("the loop above returns or raises")

    def sync(self, wanted: Sync, watch: Watch = lambda _line: None) -> Shared:
        """Take over what a remote has and give it ours; `watch` hears the progress, and may raise to stop.

        Raises:
            Disputed: a person has to settle something; nothing was changed.
            ReviewError: it was not possible; nothing was lost.

        """
        return sharing.sync(self.environment.repository, self._sync_context, wanted, watch)

    def pack(self, wanted: Pack) -> Packed:
        """Write what others lack into a new file.

        Raises:
            ReviewError: it was not possible; nothing was written.

        """
        return packing.pack(self.environment.repository, self._sync_context, wanted)

    def unpack(self, wanted: Unpack, watch: Watch = lambda _line: None) -> tuple[Packed, Shared]:
        """Take over what a pack holds.

        Raises:
            Disputed: a person has to settle something; nothing was changed.
            ReviewError: it was not possible; nothing was changed.

        """
        return packing.unpack(self.environment.repository, self._sync_context, wanted, watch)

    def compare(self, old: str, new: str, *, placed: bool = False) -> tuple[Draft, Draft, PolicyDiff]:
        """Return two versions and how the second differs from the first; an empty `old` is the newest release.

        `placed` says whether it has to be known where the remarks stand in the older one too.
        """
        later = self.load(new)
        earlier = self.load(old or self._newest(later).name, placed=placed)
        found = diff_policies(earlier.policy.strings(), later.policy.strings())
        classes = ChangeClasses.of(later.review.submitted(Classified), {})
        return earlier, later, classes.applied(found, earlier.policy.blobs(), later.policy.blobs())

    def adoption(self, remote: str) -> Adoption:
        """Return the draft beside the policy of a remote as it was last fetched; nothing is fetched."""
        return adoption_of(self._loader, self.load(placed=False), remote)

    def trace(self, place: Place, first: str, last: str) -> tuple[TracedVersion, ...]:
        """Return where a passage of version `first` stands in the others, to version `last` if one is named."""
        return trace_through(self._loader, place, first, last)

    def answer_lines(self, lines: Iterable[str]) -> Iterator[LineAnswer]:
        """Yield the answers of `trace --jsonl`: a row for a line, or why there is none."""
        return answer_lines(self.environment.repository, lines)

    def mark(self, draft: Draft) -> watch.Mark:
        """Return a number that is another one when the repository, or the text of `draft`, has changed since."""
        return watch.mark_of(self.environment.repository, draft.policy.folder)

    def news(self, draft: Draft, memory: CloneMemory) -> News:
        """Return what is new in `draft` since `memory` was kept."""
        return news_of(self.environment.repository, draft, memory)

    def judge(self, draft: Draft, target: str = "") -> Readiness:
        """Return how ready `draft` is."""
        return judge_draft(
            self.environment, self._loader, with_contradictions(self.environment.repository, draft), target
        )

    def load_then(self, version: str) -> Draft:
        """Return a past version with the review as it stood then."""
        return self._loader.load_then(version)

    def released(self, draft: Draft, judged: int = 0) -> tuple[Milestone, ...]:
        """Return the releases before `draft` as they stood then; of the last `judged` ones how ready they were."""
        return tuple(milestones.released(self.environment, self._loader, draft, judged))

    def course(
        self, draft: Draft, past: tuple[Milestone, ...], readiness: Readiness | None = None
    ) -> tuple[Milestone, ...]:
        """Return the milestones of the past with the draft behind them, as ready as it was judged."""
        share = readiness.share if readiness is not None else None
        return (*past, milestones.present(self._loader, draft, past[-1] if past else None, share))

    def forecast(self, draft: Draft, ends: Iterable[str], before: Readiness, *, editorial: bool = False) -> Forecast:
        """Return what accepting the threads that `ends` name would do, and with `editorial` all that change no rule.

        Raises:
            Refused: there is no such thread, or it is not open.

        """
        threads = draft.review.threads
        named = [threads[resolve(end, threads)] for end in ends]
        decided = next((thread for thread in named if not thread.is_open), None)
        if decided is not None:
            raise Refused(f"{draft.review.name_of(decided.id)} is not open; only open remarks can be accepted.")
        more = forecasting.editorial(draft) if editorial else ()
        wishes = tuple({thread.id: thread for thread in (*named, *more)}.values())
        return forecasting.forecast(self.environment, self._loader, draft, wishes, before)

    def inspect(self, draft: Draft, only: str = "") -> tuple[Finding, ...]:
        """Return what the content checks find in `draft`, dismissed or not; only those of check `only` if named.

        Raises:
            Refused: there is no such check.

        """
        return inspections.inspect(self.environment.repository, draft, self.environment.now(), only)

    def inspection(self, draft: Draft) -> Inspection:
        """Return what the content checks find in `draft` and nobody has dismissed."""
        return inspections.inspection_of(self.environment.repository, draft, self.environment.now())

    def bindingness(self, draft: Draft) -> tuple[SectionBindingness, ...]:
        """Return for each section how many of its sentences bind, and how hard it is to read."""
        return inspections.bindingness(draft, self.environment.now())

    def newest_release(self, draft: Draft) -> Version | None:
        """Return the highest full release that the draft follows, or None."""
        return newest(self.environment.repository, draft.releases, draft.version.commit)

    def tag_problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Return what is wrong with the tags of the releases in the record."""
        return tag_problems(self.environment.repository, draft)

    def export(self, path: Path, text: str) -> None:
        """Write `text` to a new file.

        Raises:
            Refused: it exists already, or its folder does not.

        """
        if not path.absolute().parent.is_dir():
            raise Refused(f"There is no folder '{path.parent}'; make it first, or name another one.")
        if path.exists() or path.is_symlink():
            raise Refused(f"'{path}' exists already; name another file, or remove it first.")
        durable.write_new(path.absolute(), text.encode("utf-8", "replace"))

    def overview(self, draft: Draft) -> Overview:
        """Return where things stand with `draft`: what is pending, not shared, and the newest release."""
        return overview_of(self.environment, draft)

    @contextmanager
    def _at_work(self) -> Iterator[Person]:
        """Hold the writing lock, with nothing left over from a process that died; hand out who I am."""
        me = self.environment.me()
        with writing(self.environment.repository.state_dir):
            recover(self.environment.repository)
            yield me

    @contextmanager
    def _sync_context(self) -> Iterator[SyncContext]:
        with self._at_work() as me:
            yield SyncContext(self.environment, me, lambda: self._loader.load(placed=False))

    def _command_context(self, me: Person) -> CommandContext:
        return CommandContext(self.environment, self._loader, self._loader.load(placed=False), me)

    def _newest(self, draft: Draft) -> Version:
        found = self.newest_release(draft)
        if found is None:
            raise Refused("There is no release to compare with yet; name two versions: reviewtui diff A B.")
        return found

    def _require_writable(self, context: CommandContext, command: Command) -> None:
        if isinstance(command, BeginReview):
            return
        newer = next(
            (p.reason for p in context.draft.problems if p.what == "newer" and p.path == "reviews/settings.toml"),
            "",
        )
        if newer:
            raise Refused(newer)
        context.settings  # noqa: B018 - without settings the answer is to begin a review
