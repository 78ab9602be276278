"""What the history of the policy's text says: which commits changed it, who made them, how far branches are apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from reviewtui.domain.person import Person
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.settings.review_home import RECORDS
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.references import moment, references
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import is_section

_REMOTE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]{0,200}\Z")
_MOST_COMMITS = 10_000
_MOST_VERSIONS = 400
"""Versions of one file that are looked at, the newest; what is older is left out."""
MOST_LISTED = 500
"""Commits of either sort: what is older is in git, and nobody scrolls to it."""
_LOG_FORMAT = "--format=%x01%H%x00%P%x00%an%x00%ae%x00%ct%x00%s%x00"


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit did to a file: `before` are the blobs of those parents that hold it, `after` its own, if any."""

    commit: str
    author: Person
    before: tuple[str, ...]
    after: str | None

    @property
    def is_own(self) -> bool:
        """Whether the commit itself changed the file: a merge that takes one side as it is did not."""
        return self.after not in self.before


def changes_of(repository: Repository, since: str, head: str, path: str) -> tuple[FileChange, ...]:
    """Return what the commits after `since` up to `head` did to file `path`, newest first."""
    output = repository.git.run(
        "log",
        "--full-history",
        "--no-renames",
        "-z",
        "--format=%H%x00%P%x00%an%x00%ae",
        f"{since}..{head}",
        "--",
        f":(top,literal){path}",
    )
    fields = output.decode("utf-8", "replace").split("\0")
    rows = list(zip(fields[::4], fields[1::4], fields[2::4], fields[3::4], strict=False))
    places = [(commit, path) for row in rows for commit in (row[0], *row[1].split())]
    blobs = dict(zip(places, blobs_at(repository, places), strict=True))
    return tuple(
        FileChange(
            commit,
            Person(name, address),
            tuple(blob for parent in parents.split() if (blob := blobs[parent, path]) is not None),
            blobs[commit, path],
        )
        for commit, parents, name, address in rows
    )


def blobs_at(repository: Repository, places: Sequence[tuple[str, str]]) -> tuple[str | None, ...]:
    """Return the blob at each of `places`, a commit's id and a path from the root; None where there is none."""
    infos = object_infos(repository.git, [f"{commit}:{path}" for commit, path in places])
    return tuple(info.object_id if info is not None and info.kind == "blob" else None for info in infos)


def file_versions(repository: Repository, head: str, path: str) -> tuple[tuple[str, str], ...]:
    """Return the newest commits up to `head` that changed file `path`, newest first, each with the blob it left."""
    asked = ("log", f"--max-count={_MOST_VERSIONS}", "--no-renames", "--format=%H", head, "--", f":(top,literal){path}")
    commits = repository.git.text(*asked).split()
    blobs = blobs_at(repository, [(commit, path) for commit in commits])
    return tuple((commit, blob) for commit, blob in zip(commits, blobs, strict=True) if blob is not None)


def commits_on(repository: Repository, folder: str, head: str) -> list[str]:
    """Return the commits up to `head` that changed a file in `folder`, oldest first."""
    output = repository.git.text("log", "--reverse", "--no-renames", "--format=%H", head, "--", _inside(folder))
    return output.split()


def text_changes(repository: Repository, commits: Iterable[str], folder: str) -> dict[str, tuple[str, ...]]:
    """Return which texts in `folder` each of `commits` changed against its first parent; one not here is left out."""
    wanted = list(dict.fromkeys(commits))
    infos = zip(wanted, object_infos(repository.git, [f"{commit}^{{commit}}" for commit in wanted]), strict=True)
    here = [commit for commit, info in infos if info is not None and info.kind == "commit"]
    if not here:
        return {}
    asked = ("--no-walk=unsorted", "-m", "--first-parent", "--root", "--no-renames", "--name-only", "-z")
    output = repository.git.run("log", *asked, "--format=%x01%H%x00", *here).decode("utf-8", "replace")
    rows = (record.split("\0") for record in output.split("\x01")[1:])
    return {row[0]: tuple(p for field in row[1:] if is_section(p := field.strip("\n"), folder)) for row in rows}


def policy_log(repository: Repository, head: str, folder: str) -> tuple[PolicyCommit, ...]:
    """Return the newest commits up to `head` that changed a text in `folder` or the settings, or joined two histories.

    Also those whose change did not outlast a merge: somebody made it.
    """
    common = ("log", f"--max-count={MOST_LISTED}", "--no-renames", "--full-history", _LOG_FORMAT)
    texts = (_inside(folder), f":(top,exclude){RECORDS}")
    settings = (f":(top,literal){repository.home.settings}",)
    found: dict[str, PolicyCommit] = {}
    for paths in (texts, settings):
        output = repository.git.run(*common, "--no-merges", "--name-only", "-z", head, "--", *paths)
        for commit in _commits(output):
            before = found.get(commit.commit)
            found[commit.commit] = commit if before is None else replace(before, paths=(*before.paths, *commit.paths))
    return (*found.values(), *_commits(repository.git.run(*common, "--merges", "-z", head)))


def _commits(output: bytes) -> Iterator[PolicyCommit]:
    for record in output.decode("utf-8", "replace").split("\x01")[1:]:
        commit, parents, name, address, seconds, subject, *paths = record.split("\0")
        at = moment(seconds)
        if at is not None:
            changed = tuple(path.strip("\n") for path in paths if path.strip("\n"))
            yield PolicyCommit(commit, tuple(parents.split()), Person(name, address), at, subject, changed)


def _inside(folder: str) -> str:
    return ":(top)" if folder in {"", "."} else f":(top,literal){folder}"


def record_commits(repository: Repository, commit: str) -> frozenset[str]:
    """Return `commit` and those before it that touched the record."""
    output = repository.git.text(
        "log", "--full-history", "--format=%H", commit, "--", f":(top){repository.home.record}"
    )
    return frozenset((*output.split(), commit))


def commit_date(repository: Repository, commit: str) -> datetime | None:
    """Return when a commit was made, or None when its date means nothing."""
    return moment(repository.git.text("log", "-1", "--no-walk", "--format=%ct", commit))


def commit_days(repository: Repository, commits: Sequence[str]) -> dict[str, date]:
    """Return the day, by UTC, on which each of `commits` was made; one whose date means nothing is left out."""
    if not commits:
        return {}
    lines = repository.git.text("log", "--no-walk=unsorted", "--format=%H %ct", *commits).splitlines()
    moments = {commit: moment(seconds) for commit, _, seconds in (line.partition(" ") for line in lines)}
    return {commit: at.astimezone(UTC).date() for commit, at in moments.items() if at is not None}


def tree_of(repository: Repository, commit: str, folder: str) -> str:
    """Return the tree id of `folder` in `commit`."""
    name = f"{commit}^{{tree}}" if folder in {"", "."} else f"{commit}:{folder}"
    (info,) = object_infos(repository.git, [name])
    return info.object_id if info is not None else ""


def is_tree(repository: Repository, name: str) -> bool:
    """Say whether the id `name` leads to a tree that this clone holds."""
    return bool(tree_of(repository, name, "."))


def tracked(repository: Repository, name: str) -> str | None:
    """Return the newest commit that this clone has fetched of a remote, or None.

    That is of the branch `name` itself (as in "them/main"), of the remote's usual branch, of the branch there that has
    the name of ours, or of the only one that there is.
    """
    if _REMOTE.match(name) is None or ".." in name:
        return None
    branch = (repository.branch() or "").removeprefix("refs/heads/")
    listed = list(references(repository, f"refs/remotes/{name}/"))
    only = listed if len(listed) == 1 else []
    for reference in (f"refs/remotes/{name}", f"refs/remotes/{name}/HEAD", f"refs/remotes/{name}/{branch}", *only):
        commit = repository.resolve_ref(reference)
        if commit is not None:
            return commit
    return None


def common_commit(repository: Repository, head: str, theirs: str, folder: str) -> str | None:
    """Return the newest commit of `theirs` whose text we had too: the common ancestor of both histories.

    Where there is none, since only the text was taken over: the newest one whose `folder` is exactly one that we had.
    """
    common = repository.git.text("merge-base", head, theirs, accept=(0, 1))
    if common:
        return common.split("\n")[0]
    ours = {tree for _, tree in _trees(repository, head, folder)}
    return next((commit for commit, tree in _trees(repository, theirs, folder) if tree in ours), None)


def _trees(repository: Repository, head: str, folder: str) -> list[tuple[str, str]]:
    """The commits that changed `folder`, newest first, each with the id of the folder's tree."""
    inside = () if folder in {"", "."} else ("--", _inside(folder))
    commits = repository.git.text("rev-list", f"--max-count={_MOST_COMMITS}", head, *inside).split()
    names = [f"{commit}^{{tree}}" if folder in {"", "."} else f"{commit}:{folder}" for commit in commits]
    trees = zip(commits, object_infos(repository.git, names), strict=True)
    return [(commit, info.object_id) for commit, info in trees if info is not None and info.kind == "tree"]


def author_of(repository: Repository, commit: str) -> Person:
    """Return the author of a commit."""
    name, _, address = repository.git.text("log", "-1", "--no-walk", "--format=%an%x00%ae", commit).partition("\0")
    return Person(name, address)
