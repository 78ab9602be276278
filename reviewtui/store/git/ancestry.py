"""How commits are related."""

import re
from collections import deque

from reviewtui.domain.person import Person
from reviewtui.store.git.repository import Repository

_NEAR, _NEXT = 20, 4
"""Commits that are read one by one, which costs less than starting git; for a common base fewer are."""
_LARGEST_COMMIT = 64 * 1024
_PARENT = re.compile(rb"^parent ([0-9a-f]{40})$", re.MULTILINE)


def is_ancestor(repository: Repository, older: str, newer: str) -> bool:
    """Say whether `newer` builds on `older`; False also where this clone does not hold one of them."""
    if _is_near(repository, older, newer):
        return True
    answer = repository.git.text("rev-list", "--count", "--max-count=1", f"{newer}..{older}", accept=(0, 128))
    return answer == "0"


def _is_near(repository: Repository, older: str, newer: str, most: int = _NEAR) -> bool:
    """Whether `older` is among the last commits on which `newer` builds, which are read without a child of git."""
    objects = repository.git.objects
    waiting, seen = deque([newer]), {newer}
    while objects is not None and waiting and len(seen) <= most:
        commit = waiting.popleft()
        (info,) = objects.infos([commit])
        if info is None or info.kind != "commit" or info.size > _LARGEST_COMMIT:
            return False
        if info.object_id == older:
            return True
        head = objects.contents([info.object_id])[info.object_id].partition(b"\n\n")[0]
        above = [parent.decode("ascii") for parent in _PARENT.findall(head)]
        waiting.extend(parent for parent in above if parent not in seen)
        seen.update(above)
    return False


def common_base(repository: Repository, commit: str, other: str) -> str | None:
    """Return the newest commit from which both come, or None."""
    for older, newer in ((other, commit), (commit, other)):
        if _is_near(repository, older, newer, _NEXT):
            return older
    bases = repository.git.text("merge-base", commit, other, accept=(0, 1, 128))
    return bases.partition("\n")[0] or None


def people_between(repository: Repository, old: str | None, new: str) -> tuple[tuple[Person, ...], int]:
    """Return who made the commits that `new` has and `old` lacks, most first, and their number without merges."""
    span = f"{old}..{new}" if old else new
    output = repository.git.run("log", "-z", "--no-merges", "--format=%an%x00%ae", span).decode("utf-8", "replace")
    fields = output.split("\0")
    people = [Person(name, address) for name, address in zip(fields[::2], fields[1::2], strict=False)]
    counts = {person: people.count(person) for person in dict.fromkeys(people)}
    return tuple(sorted(counts, key=lambda person: -counts[person])), len(people)


def commits_between(repository: Repository, old: str, new: str) -> frozenset[str]:
    """Return the commits that `new` has and `old` lacks."""
    return frozenset(repository.git.text("rev-list", f"{old}..{new}").split())


def files_added(repository: Repository, old: str, new: str) -> frozenset[str]:
    """Return the files that the commits which `new` has and `old` lacks have added, each by itself."""
    arguments = ("log", "-z", "--no-merges", "--format=", "--name-only", "--no-renames", "--diff-filter=A")
    output = repository.git.run(*arguments, f"{old}..{new}").decode("utf-8", "surrogateescape")
    return frozenset(path for path in output.split("\0") if path)
