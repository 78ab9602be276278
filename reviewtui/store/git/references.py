"""References: tags that read as version numbers, and our own, which remember what was seen of others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reviewtui.domain.policy.versions import Version, is_prerelease
from reviewtui.domain.settings.review_home import ReviewHome, is_version_tag
from reviewtui.store.files import durable
from reviewtui.store.git.lock_retry import retried_while_locked
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.process.environment import pinned
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.repository import Repository

_FIELDS = (
    "refname",
    "objecttype",
    "objectname",
    "*objectname",
    "committerdate:unix",
    "*committerdate:unix",
    "*objecttype",
)
_FORMAT = "%00".join(f"%({field})" for field in _FIELDS)


_REPLACED, _BRANCHES = "refs/replace/", "refs/heads/"
_DEFAULTS = "refs/remotes/*/HEAD"
"""What remotes call their main branch, as a clone noted it."""
_MOST_BRANCHES = 100
"""Branches that are looked into for a review."""


@dataclass(frozen=True, slots=True)
class ReferenceState:
    """What this clone's references say: tags that read as version numbers, and ids of objects that are replaced."""

    releases: tuple[Version, ...]
    replaced: tuple[str, ...]


def reference_state(repository: Repository) -> ReferenceState:
    """Return what this clone's references say now (git-tag(1), git-replace(1))."""
    try:
        rows = _rows(repository, "refs/tags", _REPLACED)
    except GitError:
        # A replacement that is not here cannot be described, only named.
        return ReferenceState(release_tags(repository), _replaced(references(repository, _REPLACED)))
    return ReferenceState(_versions(rows, repository.home), _replaced(row[0] for row in rows))


def _replaced(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.removeprefix(_REPLACED) for name in names if name.startswith(_REPLACED))


def release_tags(repository: Repository, *, merged_into: str = "") -> tuple[Version, ...]:
    """Return the tags that mark versions of this review; with `merged_into` only those that this commit can reach.

    A version is called as its people call it; the tag's own name is what `home.tag` makes of it.
    """
    reachable = (f"--merged={merged_into}",) if merged_into else ()
    return _versions(_rows(repository, *reachable, "refs/tags"), repository.home)


def version_tags(repository: Repository, *, merged_into: str = "") -> dict[str, str]:
    """Return the commits of the tags that can mark versions of any review here, by the whole names of the tags."""
    reachable = (f"--merged={merged_into}",) if merged_into else ()
    tags = (_tag(row) for row in _rows(repository, *reachable, "refs/tags"))
    return {tag.name: tag.commit for tag in tags if tag is not None and is_version_tag(tag.name)}


def _rows(repository: Repository, *asked: str) -> list[list[str]]:
    output = repository.git.run("for-each-ref", f"--format={_FORMAT}", *asked).decode("utf-8", "surrogateescape")
    # Names of tags may hold other characters that end a line in Unicode.
    rows = (line.split("\0") for line in output.split("\n"))
    return [row for row in rows if len(row) == len(_FIELDS)]


def _versions(rows: Iterable[list[str]], home: ReviewHome) -> tuple[Version, ...]:
    tags = (_tag(row) for row in rows if row[0].startswith("refs/tags/"))
    named = ((tag, home.version(tag.name)) for tag in tags if tag is not None)
    return tuple(replace(tag, name=name, prerelease=is_prerelease(name)) for tag, name in named if name is not None)


def _tag(row: list[str]) -> Version | None:
    """The commit of a tag, under the tag's whole name; None where it marks something else."""
    refname, kind, object_id, peeled, date, peeled_date, peeled_kind = row
    if "commit" not in {kind, peeled_kind}:
        return None
    commit = peeled if kind == "tag" else object_id
    made = moment(peeled_date if kind == "tag" else date)
    return Version(refname.removeprefix("refs/tags/"), commit, made, release=True)


def moment(seconds: str) -> datetime | None:
    """Return the moment of a commit's date in seconds since 1970; None for a date that no calendar holds."""
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def set_references(repository: Repository, rows: Iterable[tuple[str, str]]) -> None:
    """Let each reference (full name) lead to an object; an empty one takes the reference away."""
    orders = "".join(f"update {name} {target}\n" if target else f"delete {name}\n" for name, target in rows)
    if orders:
        retried_while_locked(
            repository, lambda: repository.git.run("update-ref", "--stdin", stdin=orders.encode("utf-8"))
        )


def create_references(repository: Repository, rows: Iterable[tuple[str, str]]) -> None:
    """Make very many new references (full name, object), all or none.

    Each is handed to the disk before it gets its name, and the disk is waited for once for all of them.
    """
    orders = "".join(f"create {name} {target}\n" for name, target in rows).encode("utf-8")
    at_once = pinned([("core.fsyncMethod", "writeout-only")])
    retried_while_locked(
        repository, lambda: repository.git.run("update-ref", "--stdin", stdin=orders, environment=at_once)
    )
    durable.sync_all()


def references(repository: Repository, *folders: str) -> dict[str, str]:
    """Return the references below the full names `folders`, with the objects that they name."""
    output = repository.git.text("for-each-ref", "--format=%(refname)%00%(objectname)", *folders)
    rows = (line.split("\0") for line in output.split("\n") if line)
    return {row[0]: row[1] for row in rows}


def branches_holding(repository: Repository, path: str) -> tuple[str, ...]:
    """Return the local branches whose newest commits hold a file, by their short names; the main one comes first."""
    output = repository.git.text("for-each-ref", "--format=%(refname)%00%(symref)", _BRANCHES, _DEFAULTS)
    rows = [line.split("\0") for line in output.split("\n") if line]
    mains = {"main", "master", *(leads_to.removeprefix(name.removesuffix("HEAD")) for name, leads_to in rows)}
    branches = [name.removeprefix(_BRANCHES) for name, _ in rows if name.startswith(_BRANCHES)]
    looked_into = sorted(branches, key=lambda name: name not in mains)[:_MOST_BRANCHES]
    infos = object_infos(repository.git, [f"{_BRANCHES}{name}:{path}" for name in looked_into])
    return tuple(name for name, info in zip(looked_into, infos, strict=True) if info is not None)
