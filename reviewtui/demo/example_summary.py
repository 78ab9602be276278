"""What is said of the finished example: what there is to see, whose clone it is, and how to go on."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from reviewtui.demo.replay import Example
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import parse_person


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
