"""Replays the story into a folder: every id, commit and tag of the example is made anew, by the tool itself."""

import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewtui.demo.replay_context import ReplayContext, StoryClock
from reviewtui.demo.storybook import CommandStep, DraftStep, Storybook
from reviewtui.domain.actions.commands import Release
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import Person, parse_person
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


def summary_data(example: Example, folder: Path) -> dict[str, object]:
    """Return the example in `folder` as `demo --json` documents it."""
    draft = example.draft
    return {
        "folder": str(folder),
        "shared": str(example.place),
        "me": str(draft.me),
        "author": draft.settings.authors[0],
        "sections": len(draft.policy.sections),
        "threads": len(draft.review.threads),
        "open": len(draft.review.open_threads()),
        "pending": len(draft.review.pending()),
        "releases": [version.name for version in draft.releases],
        "commits": example.commits,
        "people": [str(person) for person in example.people],
    }


def summary_lines(example: Example, folder: Path, called: str = "reviewtui") -> Iterator[str]:
    """Yield what there is in `folder` and how to go on, the author's way included; `called` starts the program."""
    draft = example.draft
    releases = " and ".join((", ".join(v.name for v in draft.releases[:-1]), draft.releases[-1].name))
    remarks = counted(len(draft.review.threads), "remark")
    yield (
        f"Built {folder}: {counted(len(draft.policy.sections), 'section')}, {remarks} "
        f"({len(draft.review.open_threads())} open), releases {releases}; "
        f"{example.commits} commits by {len(example.people)} people."
    )
    organisation = draft.settings.organisation_name(draft.organisation)
    pending = counted(len(draft.review.pending()), "remark")
    yield f"There you are {draft.me} ({organisation}); the example begins with {pending} to submit."
    program = f"{shlex.quote(called)} -C {shlex.quote(str(folder))}"
    author = parse_person(draft.settings.authors[0])
    name = f"GIT_AUTHOR_NAME={shlex.quote(author.name)} GIT_AUTHOR_EMAIL={shlex.quote(author.address)}"
    yield f"It shares with {example.place}: a clone of that is another person's."
    yield f"Open it:               {program}"
    yield f"Open it as the author: {name} {program}"
