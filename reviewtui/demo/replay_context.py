"""The stage on which the story is played: one repository, the people at work in it, and what the story remembers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from ulid import ULID

from reviewtui.domain.actions.commands import Command, Join, Sync
from reviewtui.domain.person import Person
from reviewtui.domain.review.draft import Draft
from reviewtui.store.commit.manual_commits import ManualCommit, commit_manually, pack
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.workspace import Workspace

_START_OF_WORK = timedelta(hours=9, minutes=10)
_BETWEEN_STEPS = timedelta(minutes=7)
_FRIDAY = 4


class StoryClock:
    """A clock that stands still during a step and never runs backwards."""

    def __init__(self, today: datetime) -> None:
        """Count days back from the day of `today` (UTC)."""
        self._midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        self._now: datetime | None = None

    def now(self) -> datetime:
        """Return the moment of the step that is being played (UTC)."""
        return self._now or self._midnight

    def advance(self, days_ago: int | None) -> None:
        """Go on to the next step: on the same day, or, given `days_ago`, at the beginning of that day's work.

        Councils rest at weekends: what would fall on one is done on the Friday before it.
        """
        later = None if self._now is None else self._now + _BETWEEN_STEPS
        if days_ago is not None or later is None:
            day = self._midnight - timedelta(days=days_ago or 0)
            morning = day - timedelta(days=max(0, day.weekday() - _FRIDAY)) + _START_OF_WORK
            later = morning if later is None else max(morning, later)
        self._now = later


class StoryStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    """One act of one person, `by` their key in the story; `days_ago` begins a new day."""

    by: str
    days_ago: int | None = None


@dataclass
class ReplayContext:
    """Everything that a step needs: `threads` by the story's keys, `drafts` as commits by the names of draft steps."""

    repository: Repository
    people: Mapping[str, Person]
    clock: StoryClock
    threads: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    _acting: str = ""
    _workspace: Workspace = field(init=False)

    def __post_init__(self) -> None:
        """Open one workspace for all: who acts is said by each step, and never asked of the environment."""
        environment = Environment(
            repository=self.repository,
            now=self.clock.now,
            new_id=lambda: str(ULID.from_datetime(self.clock.now())).lower(),
            me=lambda: self.people[self._acting],
            committer=lambda me: me,
        )
        self._workspace = Workspace(environment)

    def carry_out(self, who: str, command: Command) -> Outcome:
        """Do as a person what `command` asks for, with the tool."""
        self._acting = who
        return self._workspace.carry_out(command)

    def draft(self, who: str) -> Draft:
        """Return the draft as a person has it before them, without the places of the remarks."""
        self._acting = who
        return self._workspace.load(placed=False)

    def commit(self, who: str, files: Mapping[str, bytes | None], message: str) -> Outcome:
        """Commit as a person what they did by hand: `files` by path from the root, None for one that goes."""
        work = ManualCommit(files, message, self.people[who], self.clock.now())
        outcome = Outcome(message, commit=commit_manually(self.repository, work))
        pack(self.repository)
        return outcome

    def share(self, who: str, place: Path) -> None:
        """Have a person join the repository in `place`, and give it all that is submitted."""
        self._acting = who
        self._workspace.sharing.join(Join(str(place)))
        self._workspace.sharing.sync(Sync(trusts_place=True))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the work tree; a story that names one that is not there is wrong."""
        content = durable.read_regular(self.repository.work_tree / path, MAX_SECTION_BYTES)
        if content is None:
            raise LookupError(f"the story speaks of '{path}', which is not there")
        return content
