"""The commits of the record's history: who made each, which files it touched, and on which others it builds."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewtui.domain.person import Person

_IN_THREAD = re.compile(r"reviews/(?:policies/[^/]+/)?threads/")


@dataclass(frozen=True, slots=True)
class FileTouch:
    """What one commit did to one file: `status` is A, M or D; `blob` is the id afterwards (zeros: gone)."""

    commit: str
    status: str
    blob: str
    path: str


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """A commit that touched the record; `parents` are those among the commits that did."""

    commit: str
    parents: tuple[str, ...]
    author: Person
    touches: tuple[FileTouch, ...] = ()

    def blob_at(self, path: str) -> str | None:
        """Return the id that the commit gave the file at `path`; None where it did not touch it."""
        return next((touch.blob for touch in self.touches if touch.path == path), None)


def ancestors_among(commits: Sequence[CommitInfo], asked: Sequence[str]) -> dict[str, int]:
    """On which of `asked` each commit builds, as one number with a bit for each; `commits` are oldest first."""
    bit = {commit: 1 << place for place, commit in enumerate(asked)}
    known: dict[str, int] = {}
    for info in commits:
        own = bit.get(info.commit, 0)
        for parent in info.parents:
            own |= known.get(parent, 0)
        known[info.commit] = own
    return known


class CommitRelations:
    """How commits are related to a few that matter, over the whole graph whatever the direction of merges."""

    def __init__(self, commits: Sequence[CommitInfo], asked: Collection[str]) -> None:
        """Look at `commits`, oldest first, for those `asked`."""
        self._asked = sorted(asked)
        self._known = ancestors_among(commits, self._asked)
        self._parents: Mapping[str, tuple[str, ...]] = {info.commit: info.parents for info in commits}
        self._before = {commit: self._ancestors(commit) for commit in self._asked}

    def builds_on(self, commit: str, older: str) -> bool:
        """Say whether `commit` is `older`, which is one of those asked about, or has it among its ancestors."""
        return bool(self._known.get(commit, 0) >> self._asked.index(older) & 1)

    def is_beside(self, commit: str, other: str) -> bool:
        """Say whether neither `commit` nor `other`, one of those asked about, is an ancestor of the other."""
        return not self.builds_on(commit, other) and commit not in self._before[other]

    def beside(self, commit: str, others: Iterable[str]) -> tuple[str, ...]:
        """Return those of `others` that know nothing of `commit`, nor it of them."""
        return tuple(other for other in others if self.is_beside(commit, other))

    def _ancestors(self, commit: str) -> frozenset[str]:
        seen: set[str] = set()
        waiting = [commit]
        while waiting:
            for parent in self._parents.get(waiting.pop(), ()):
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)
        return frozenset(seen)


def additions_behind(
    commits: Sequence[CommitInfo], added: Mapping[str, Sequence[FileTouch]]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return, by commit and path, those commits that added another content of the place, and on which it builds.

    The place of a thread's file is its folder, since the others there may speak of it. `commits` are oldest first.
    """
    doubled: dict[str, set[str]] = defaultdict(set)
    for path, touches in added.items():
        if len({touch.blob for touch in touches}) > 1:
            doubled[_place(path)].update(touch.commit for touch in touches)
    if not doubled:
        return {}
    asked = sorted(set().union(*doubled.values()))
    known = ancestors_among(commits, asked)
    return {
        (touch.commit, path): tuple(
            commit for commit in _of_bits(known[touch.commit], asked) if commit in doubled[place] - {touch.commit}
        )
        for path, touches in added.items()
        if (place := _place(path)) in doubled
        for touch in touches
    }


def _place(path: str) -> str:
    return path.rpartition("/")[0] if _IN_THREAD.match(path) else path


def _of_bits(bits: int, asked: Sequence[str]) -> Iterator[str]:
    return (commit for place, commit in enumerate(asked) if bits >> place & 1)
