"""How commits are related."""

from collections import Counter
from collections.abc import Sequence

from reviewtui.domain.person import Person
from reviewtui.store.git.near_commits import divergence
from reviewtui.store.git.repository import Repository


def is_ancestor(repository: Repository, older: str, newer: str) -> bool:
    """Say whether `newer` builds on `older`; False also where this clone does not hold one of them."""
    near = divergence(repository, older, newer)
    if near is not None:
        return near.bases == (older,)
    answer = repository.git.text("rev-list", "--count", "--max-count=1", f"{newer}..{older}", accept=(0, 128))
    return answer == "0"


def common_base(repository: Repository, commit: str, other: str) -> str | None:
    """Return the newest commit from which both come, or None."""
    near = divergence(repository, commit, other)
    if near is not None and len(near.bases) == 1:
        return near.bases[0]
    bases = repository.git.text("merge-base", commit, other, accept=(0, 1, 128))
    return bases.partition("\n")[0] or None


def people_between(repository: Repository, old: str | None, new: str) -> tuple[tuple[Person, ...], int]:
    """Return who made the commits that `new` has and `old` lacks, most first, and their number without merges."""
    near = divergence(repository, old, new) if old else None
    if near is not None:
        people = [commit.author for commit in near.only_second.values() if len(commit.parents) < 2]
    else:
        span = f"{old}..{new}" if old else new
        output = repository.git.run("log", "-z", "--no-merges", "--format=%an%x00%ae", span).decode("utf-8", "replace")
        fields = output.split("\0")
        people = [Person(name, address) for name, address in zip(fields[::2], fields[1::2], strict=False)]
    return tuple(person for person, _ in Counter(people).most_common()), len(people)


def commits_between(repository: Repository, old: str, new: str) -> frozenset[str]:
    """Return the commits that `new` has and `old` lacks."""
    near = divergence(repository, old, new)
    if near is not None:
        return frozenset(near.only_second)
    return frozenset(repository.git.text("rev-list", f"{old}..{new}").split())


def commits_within(repository: Repository, tips: Sequence[str], commits: frozenset[str]) -> frozenset[str]:
    """Return those of `commits` that the histories of `tips` hold."""
    return commits.intersection(repository.git.text("rev-list", *tips).split()) if commits else frozenset()


def files_added(repository: Repository, old: str, new: str) -> frozenset[str]:
    """Return the files that the commits which `new` has and `old` lacks have added, each by itself."""
    arguments = ("log", "-z", "--no-merges", "--format=", "--name-only", "--no-renames", "--diff-filter=A")
    output = repository.git.run(*arguments, f"{old}..{new}").decode("utf-8", "surrogateescape")
    return frozenset(path for path in output.split("\0") if path)
