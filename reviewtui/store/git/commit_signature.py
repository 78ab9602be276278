"""Who made a commit and when, as the environment of git's commands says it (git-commit-tree(1))."""

from datetime import datetime

from reviewtui.domain.person import Person


def signature(author: Person, committer: Person, moment: datetime | None) -> dict[str, str]:
    """Return the variables that name both people, and `moment` as both dates; without one git takes its own clock."""
    names = {
        "GIT_AUTHOR_NAME": author.name,
        "GIT_AUTHOR_EMAIL": author.address,
        "GIT_COMMITTER_NAME": committer.name,
        "GIT_COMMITTER_EMAIL": committer.address,
    }
    if moment is None:
        return names
    date = f"@{int(moment.timestamp())} +0000"
    return names | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
