"""How two commits are related, read from the newest commits of both without a child of git.

What is far, odd or not certain is left to git.
"""

import re
from dataclasses import dataclass
from heapq import heappop, heappush

from reviewtui.domain.person import Person
from reviewtui.store.git.repository import Repository

_MOST = 100
"""Commits that are read; more of them cost more than a child of git's that walks."""
_LARGEST_COMMIT = 64 * 1024
_HEAD = re.compile(
    rb"tree [0-9a-f]{40}\n(?P<parents>(?:parent [0-9a-f]{40}\n)*)"
    rb"author (?P<name>[^<>\n]*) <(?P<address>[^<>\n]*)> \d{1,12} [+-]\d{4}\n"
    rb"committer [^<>\n]* <[^<>\n]*> (?P<date>\d{1,12}) [+-]\d{4}\n"
    rb"(?:gpgsig [^\n]*\n(?: [^\n]*\n)*)?(?:\n|\Z)"
)
"""A commit as nearly every one is; one in another encoding, or with a merged tag in it, is left to git."""
_FIRST, _SECOND, _BELOW = 1, 2, 4
_BOTH = _FIRST | _SECOND


@dataclass(frozen=True, slots=True)
class NearCommit:
    """What is read of a commit; `date` is the committer's, in seconds since 1970."""

    date: int
    parents: tuple[str, ...]
    author: Person


@dataclass(frozen=True, slots=True)
class Divergence:
    """The newest commits that both sides build on, and what only the second has, by id and newest first."""

    bases: tuple[str, ...]
    only_second: dict[str, NearCommit]


def divergence(repository: Repository, first: str, second: str) -> Divergence | None:
    """Return where the histories of two commits part; None where git has to be asked.

    Commits are taken by their dates, newest first, and hand on which side has them (git: paint_down_to_common in
    commit-reach.c). With dates that run backwards that is not certain.
    """
    known: dict[str, NearCommit] = {}
    flags = {first: _FIRST}
    flags[second] = flags.get(second, 0) | _SECOND
    queue: list[tuple[int, int, str]] = []
    for commit in flags:
        if not _put(repository, commit, known, queue):
            return None
    meetings: list[str] = []
    oldest = float("inf")  # of what only the second has: nothing that is as new may be left
    while queue and (-queue[0][0] >= oldest or not all(flags[commit] & _BELOW for _, _, commit in queue)):
        commit = heappop(queue)[2]
        handed_on = flags[commit]
        if handed_on & _BOTH == _BOTH:
            meetings.append(commit)
            handed_on |= _BELOW
        elif handed_on == _SECOND:
            oldest = min(oldest, known[commit].date)
        for parent in known[commit].parents:
            if flags.get(parent, 0) & handed_on == handed_on:
                continue
            if not _put(repository, parent, known, queue) or known[parent].date > known[commit].date:
                return None
            flags[parent] = flags.get(parent, 0) | handed_on
    bases = tuple(commit for commit in dict.fromkeys(meetings) if not flags[commit] & _BELOW)
    newest_first = sorted(known, key=lambda commit: -known[commit].date)
    return Divergence(bases, {commit: known[commit] for commit in newest_first if flags[commit] == _SECOND})


def _put(repository: Repository, commit: str, known: dict[str, NearCommit], queue: list[tuple[int, int, str]]) -> bool:
    """Put a commit into the queue; False where it cannot be read, or too many were."""
    read = known.get(commit) or read_commit(repository, commit)
    if read is None or len(known) > _MOST:
        return False
    known[commit] = read
    heappush(queue, (-read.date, len(known), commit))
    return True


def read_commit(repository: Repository, commit: str) -> NearCommit | None:
    """Return what a commit says of itself; None where git has to be asked."""
    objects = repository.git.objects
    if objects is None or repository.shallow:
        return None
    (info,) = objects.infos([commit])
    if info is None or info.kind != "commit" or info.size > _LARGEST_COMMIT or info.object_id != commit:
        return None
    match = _HEAD.match(objects.contents([commit])[commit])
    if match is None:
        return None
    parents = tuple(match["parents"].decode("ascii").replace("parent ", "").split())
    name, address = (match[key].decode("utf-8", "replace").strip() for key in ("name", "address"))
    return NearCommit(int(match["date"]), parents, Person(name, address))
