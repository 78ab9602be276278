"""Which additions of one file knew of which others, where a file was added several times with different content."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reviewtui.store.record.commit_graph import ancestors_among
from reviewtui.store.record.commit_info import CommitInfo, Touch

_IN_THREAD = re.compile(r"reviews/(?:policies/[^/]+/)?threads/")


def additions_behind(
    commits: Sequence[CommitInfo], added: Mapping[str, Sequence[Touch]]
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
