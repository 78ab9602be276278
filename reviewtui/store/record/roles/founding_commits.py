"""Which commits found a review: their settings count though nothing came before them."""

from collections import Counter

from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_graph import CommitInfo, ancestors_among


def founders_of(repository: Repository, commits: tuple[CommitInfo, ...]) -> frozenset[str]:
    """Return the commits whose settings count though nothing came before them.

    A review is founded once. Where several histories were merged, the one with more of a record before that founds it,
    then the one along the first parents: the same in every clone, and always told. A clone that has known another one
    warns. Where history is cut off, each cut end stands for what lies before it.
    """
    settings = repository.home.settings
    began = [info.commit for info in commits if not info.parents and info.blob_at(settings)]
    if len(began) <= 1 and not repository.shallow:
        later = [info.commit for info in commits if info.parents and info.blob_at(settings)]
        return frozenset(began or later[:1])
    if repository.shallow:
        return frozenset({_along_first_parents(commits), *repository.shallow})
    known = ancestors_among(commits, began)
    own = Counter(known.values())
    first = _along_first_parents(commits)
    return frozenset({max(began, key=lambda commit: (own[known[commit]], commit == first, commit))})


def founding_of(repository: Repository, commits: tuple[CommitInfo, ...]) -> str:
    """Return the commit that founded the review; empty where that cannot be said."""
    founders = founders_of(repository, commits)
    return next(iter(founders)) if len(founders) == 1 and not repository.shallow else ""


def _along_first_parents(commits: tuple[CommitInfo, ...]) -> str:
    by_id = {info.commit: info for info in commits}
    current, seen = commits[-1].commit, set()
    while by_id[current].parents and by_id[current].parents[0] in by_id and current not in seen:
        seen.add(current)
        current = by_id[current].parents[0]
    return current
