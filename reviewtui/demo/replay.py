"""Replays the story into a folder: every id, commit and tag of the example is made anew, by the tool itself."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewtui.demo.replay_context import ReplayContext, StoryClock
from reviewtui.demo.storybook import CommandStep, DraftStep, Storybook
from reviewtui.domain.actions.commands import Release
from reviewtui.domain.person import Person
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.creation import create_repository, create_shared_place, fresh_folder
from reviewtui.views.overview.tour import first_stop
from reviewtui.workspace.session.clone_memory import NAME, CloneMemory, CloneMemoryFile


@dataclass(frozen=True, slots=True)
class ReplayedStep:
    """One step, the `number`th of `total`, played at the story's `moment`; drafts and releases are milestones."""

    number: int
    total: int
    moment: datetime
    person: Person
    message: str
    milestone: bool


@dataclass(frozen=True, slots=True)
class Example:
    """The finished example: the draft as its reader has it, the number of commits, and the people who made them.

    `place` is the bare repository that it shares with.
    """

    draft: Draft
    place: Path
    commits: int
    people: tuple[Person, ...]


def replay(story: Storybook, folder: Path, today: datetime, tell: Callable[[ReplayedStep], None]) -> Example:
    """Build the example in `folder`, new or empty, as if its last day were a little before `today` (UTC).

    A bare repository beside it, named FOLDER-shared.git, has all that was submitted: the example shares with it.
    `tell` is handed each step when it is done. When anything fails, both folders are left as they were found.

    Raises:
        Refused: one of the folders is not empty.
        MachineFailed: git or the disk failed.

    """
    people = story.cast()
    with fresh_folder(folder) as target, fresh_folder(target.with_name(f"{target.name}-shared.git")) as place:
        repository = create_repository(target, people[story.reader])
        context = ReplayContext(repository, people, StoryClock(today))
        commits = Counter[Person]()
        for number, step in enumerate(story.steps, start=1):
            context.clock.advance(step.days_ago)
            outcome = step.play(context)
            person = people[step.by]
            commits[person] += bool(outcome.commit)
            milestone = isinstance(step.command if isinstance(step, CommandStep) else step, DraftStep | Release)
            tell(ReplayedStep(number, len(story.steps), context.clock.now(), person, outcome.message, milestone))
        CloneMemoryFile(repository.state_dir / NAME).write(CloneMemory(tour=first_stop()))
        create_shared_place(place)
        context.share(story.reader, place)
        return Example(context.draft(story.reader), place, commits.total(), tuple(+commits))
