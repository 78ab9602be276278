"""Which commits of the record's history build on which others."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from reviewtui.store.record.commit_info import CommitInfo


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
