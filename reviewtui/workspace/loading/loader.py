"""From a repository to a draft: the text at one version, the review, and where each remark stands."""

import shlex
from dataclasses import dataclass, field, replace

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import Person
from reviewtui.domain.policy.policy import Policy, build_policy
from reviewtui.domain.policy.versions import DRAFT, Version
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.look_alikes import look_alike_problems, look_alikes
from reviewtui.domain.record.record import Problem, Record
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.organisations.signoffs import texts_needed
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.files import durable
from reviewtui.store.git.references import branches_holding, reference_state
from reviewtui.store.git.repository import Repository
from reviewtui.store.local.trust_memory import TrustMemory, trusted_now
from reviewtui.store.policy.policy_files import PolicyFiles, files_of_commit, files_of_draft, markdown_folders, texts_of
from reviewtui.store.record import settings_file
from reviewtui.store.record.committed_state_cache import CommittedState
from reviewtui.store.record.record_files import with_pending
from reviewtui.text.diff.policy_diff import collector_paused
from reviewtui.workspace.loading.committed_state import current_committed_state, read_committed_state
from reviewtui.workspace.loading.decided_words.not_in_text import not_in_text_flags
from reviewtui.workspace.loading.effective_settings import settings_at_hand
from reviewtui.workspace.loading.health import advice, health_problems, trust_changes
from reviewtui.workspace.loading.known_changes_finder import KnownChangesFinder
from reviewtui.workspace.loading.placing_remarks import Placing
from reviewtui.workspace.loading.signatures import with_signatures
from reviewtui.workspace.loading.version_names import DEFAULT_FOLDER, known_versions, resolve_version
from reviewtui.workspace.real_environment import Environment


@dataclass(frozen=True, slots=True)
class SettingsInUse:
    """The settings by which the text is read: `founded` is False where there are none."""

    settings: Settings
    founded: bool
    problems: tuple[Problem, ...] = ()


@dataclass
class Loader:
    """Loads drafts of one repository; keeps what does not change between two of them."""

    environment: Environment
    placing: Placing = field(init=False)
    known_changes: KnownChangesFinder = field(init=False)
    _past: CommittedState | None = field(default=None, init=False)
    _review: Review = field(default_factory=Review, init=False)
    _decoded: dict[str, AnyEvent] = field(default_factory=dict, init=False)
    """What was read of files that nobody has committed yet: a command loads two or three times."""

    def __post_init__(self) -> None:
        """Begin with nothing remembered."""
        self.placing = Placing(self.environment.repository)
        self.known_changes = KnownChangesFinder(self.environment.repository)

    @collector_paused()
    def load(self, version: str = "", *, placed: bool = True, submitted: bool = False) -> Draft:
        """Return the draft (`version` empty) or another version with the review as it stands now.

        Where only what is `submitted` is asked for, files that nobody has committed yet are left out.

        Raises:
            Refused: there is no commit, no policy, no such version, or the settings cannot be read.
        """
        repository = self.environment.repository
        head = repository.fresh_head()
        past = self.committed_state_at(head)
        reading = self.read_settings(past)
        record = with_signatures(repository, past.record if submitted else self._with_pending(past))
        review = self._review = fold(record, self._review.threads)
        marks = reference_state(repository)
        versions = known_versions(repository, review, marks.releases)
        chosen = resolve_version(repository, versions.releases, version, head)
        policy, problems = self._read_policy(chosen, reading.settings)
        placements = self.placing.place(tuple(review.threads.values()), policy) if placed else {}
        alike = look_alikes(review.people(past.roles.authors if past.roles else ()))
        return Draft(
            settings=reading.settings,
            founded=reading.founded,
            effective_settings=past.roles or reading.settings,
            in_force=past.roles is not None,
            policy=policy,
            version=chosen,
            review=review,
            placements=placements,
            known_changes=self.known_changes.around_all(review.threads, placements, policy.language),
            flags=not_in_text_flags(self.placing, review, policy, chosen, (head, past.roles)) if placed else {},
            me=self._me(),
            problems=(
                *reading.problems,
                *review.problems,
                *problems,
                *health_problems(repository, past, marks.replaced),
                *look_alike_problems(alike),
                *(_advised(repository, reading, policy) if chosen.name == DRAFT else ()),
            ),
            releases=versions.releases,
            unclaimed=versions.unclaimed,
            past_texts=self._past_texts(review, policy),
            settings_changes=past.settings_changes,
            trust_changes=trust_changes(repository, past),
            review_on="" if reading.founded else next(iter(branches_holding(repository, repository.home.settings)), ""),
            look_alikes=frozenset(person.key for group in alike for person in group),
        )

    def _with_pending(self, past: CommittedState) -> Record:
        return with_pending(self.environment.repository, past, self._decoded)

    def take_note(self, *, anew: bool = False) -> None:
        """Remember founder, authors and keys as they are now: where nothing is remembered yet, or `anew`."""
        memory = TrustMemory(self.environment.repository)
        head = self.environment.repository.fresh_head()
        if not anew and memory.read() is not None:
            return
        past = self.committed_state_at(head)
        if past.roles is not None:
            memory.write(trusted_now(past.founder, past.roles))

    def load_then(self, version: str) -> Draft:
        """Return version `version` with the review as it stood in its commit: nothing of what came later.

        Raises:
            Refused: there is no such version, or no policy in it.
        """
        repository = self.environment.repository
        now = self.load(version, placed=False)
        chosen = now.version
        past = read_committed_state(repository, chosen.commit)
        settings = past.roles or now.settings
        review = fold(with_signatures(repository, past.record))
        policy, problems = self._read_policy(chosen, settings)
        head = (chosen.commit, past.roles)
        earlier = tuple(release for release in now.releases if release.name != chosen.name and _before(release, chosen))
        return Draft(
            settings=settings,
            founded=past.roles is not None,
            effective_settings=settings,
            in_force=past.roles is not None,
            policy=policy,
            version=chosen,
            review=review,
            placements=self.placing.place(tuple(review.threads.values()), policy),
            flags=not_in_text_flags(self.placing, review, policy, chosen, head),
            me=now.me,
            problems=(*review.problems, *problems),
            releases=earlier,
            past_texts=self._past_texts(review, policy),
            settings_changes=past.settings_changes,
            look_alikes=now.look_alikes,
        )

    def _past_texts(self, review: Review, policy: Policy) -> dict[str, str]:
        """The older texts, by blob, with which sign-offs have to be compared; those not in this clone are left out."""
        wanted = texts_needed(review) - {text.blob for text in policy.texts.values()}
        if not wanted:
            return {}
        return texts_of(self.environment.repository, sorted(wanted))

    def read_settings(self, past: CommittedState) -> SettingsInUse:
        """Return the settings of the work tree; in the middle of a merge HEAD's; where broken, those in force."""
        repository = self.environment.repository
        content = durable.read_regular(repository.work_tree / repository.home.settings, settings_file.MAX_BYTES)
        effective = past.roles
        if content is None and past.settings is None and effective is None:
            return SettingsInUse(Settings(policy_id="", folder=self._usual_folder(past.head)), founded=False)
        if content != past.settings and repository.in_progress() is not None:
            content = past.settings if past.settings is not None else content
        try:
            settings, problems = settings_at_hand(repository.home, content, past.settings, effective)
            return SettingsInUse(settings, founded=True, problems=problems)
        except settings_file.NewerSettings as error:
            problem = Problem("newer", repository.home.settings, str(error), repair="install a newer reviewtui")
            settings = Settings(policy_id="", folder=self._usual_folder(past.head))
            return SettingsInUse(settings, founded=False, problems=(problem,))

    def committed_state_at(self, head: str) -> CommittedState:
        """Return what `head`, the commit of HEAD, says of the review; kept for as long as HEAD stays."""
        if self._past is None or self._past.head != head:
            self._past = current_committed_state(self.environment.repository, head)
        return self._past

    def policy_of(self, version: Version, settings: Settings) -> Policy:
        """Return the policy at a version.

        Raises:
            Refused: there is none.
        """
        return self._read_policy(version, settings)[0]

    def policy_at(self, commit: str, settings: Settings) -> Policy:
        """Return the policy as a commit holds it, as `policy_of` does."""
        return self.policy_of(Version(commit[:10], commit), settings)

    def _read_policy(self, version: Version, settings: Settings) -> tuple[Policy, tuple[Problem, ...]]:
        """The policy at a version and what of it could not be read."""
        folder = settings.text_folder
        files = self._files(version, folder)
        if not files.texts and not files.problems and version.name != DRAFT:
            folder = self._usual_folder(version.commit)
            files = self._files(version, folder)
        if not files.texts:
            raise _no_text(folder, version, files)
        return build_policy(folder, files.texts, settings.section_rules, files.gone), files.problems

    def _files(self, version: Version, folder: str) -> PolicyFiles:
        if version.name == DRAFT:
            return files_of_draft(self.environment.repository, version.commit, folder)
        return files_of_commit(self.environment.repository, version.commit, folder)

    def _usual_folder(self, commit: str) -> str:
        counts = markdown_folders(self.environment.repository, commit)
        if DEFAULT_FOLDER in counts or not counts:
            return DEFAULT_FOLDER
        return min(counts, key=lambda folder: (-counts[folder], folder))

    def _me(self) -> Person | None:
        try:
            return self.environment.me()
        except Refused:
            return None


def _advised(repository: Repository, reading: SettingsInUse, policy: Policy) -> tuple[Problem, ...]:
    """Return what is odd about the settings and the texts of a draft; without a review nothing is."""
    # Of a clone that holds a part of the files it is told that it does, not of each file that is away.
    here = replace(policy, gone=()) if repository.holds_a_part else policy
    unsettled = tuple(
        Problem("text", path, text.unsettled.removeprefix(f"'{path}' "), repair=f"edit {path}, then git add it")
        for path, text in policy.texts.items()
        if text.unsettled
    )
    return (*unsettled, *(advice(repository.home, reading.settings, here) if reading.founded else ()))


def _no_text(folder: str, version: Version, files: PolicyFiles) -> Refused:
    for unread in files.problems:
        repair = f" To put that right: {unread.repair}." if unread.repair else ""
        return Refused(f"No text of '{folder}' can be read at {version.name}: {unread.path}: {unread.reason}.{repair}")
    if files.gone:
        return Refused(
            f"The policy's {counted(len(files.gone), 'text')} in '{folder}' were deleted here, which is not committed. "
            f"To get them back: git restore {shlex.quote(folder)}"
        )
    return Refused(
        f"There is no policy: no Markdown file in '{folder}' at {version.name}. "
        "Name its folder with: reviewtui init --policy DIR"
    )


def _before(version: Version, other: Version) -> bool:
    return version.date is not None and other.date is not None and version.date <= other.date
