"""What one command is carried out with: the lock is held, the draft is fresh, and I am known."""

from dataclasses import dataclass, field

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.identifier import resolve
from reviewtui.domain.person import Person
from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.git.repository import Repository
from reviewtui.workspace.loading.effective_settings import why_not_effective
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import resolve_version
from reviewtui.workspace.real_environment import Environment


@dataclass(frozen=True)
class CommandContext:
    """What every handler of a command needs."""

    environment: Environment
    loader: Loader
    draft: Draft
    me: Person
    notices: list[str] = field(default_factory=list)
    """What a person should know of besides what came of the command."""
    mute_keys: set[str] = field(default_factory=set)
    """Keys of mine that did not sign in this command, so that they are not asked for each event."""

    @property
    def repository(self) -> Repository:
        """The repository that is written to."""
        return self.environment.repository

    @property
    def settings(self) -> Settings:
        """The settings in force, by which rules are judged.

        Raises:
            Refused: there are none yet, or they are not committed.
        """
        if self.draft.founded and not self.draft.in_force:
            raise Refused(why_not_effective(self.repository, self.draft.version.commit))
        if not (self.draft.founded and self.draft.in_force):
            raise Refused(self.draft.no_review)
        return self.draft.effective_settings

    def actor(self) -> Actor:
        """Return who does this now."""
        return Actor(self.me, self.settings, self.environment.now(), self.environment.new_id)

    def policy_at(self, name: str) -> ReadPolicy:
        """Return the policy as a remark's writer reads it, at a version or (empty) as the draft."""
        if not name:
            return ReadPolicy(self.draft.policy, self.draft.version.commit)
        version = resolve_version(self.repository, self.draft.releases, name, self.draft.version.commit)
        return ReadPolicy(self.loader.policy_of(version, self.draft.settings), version.commit)

    def thread(self, end: str) -> Thread:
        """Return the thread that `end` names.

        Raises:
            Refused: none, or several.
        """
        self.settings  # noqa: B018 - without settings the answer is to begin a review
        return self.draft.review.threads[resolve(end, self.draft.review.threads)]
