"""Names of versions: what people type, and the releases that there are."""

import re

from reviewtui.domain.policy.versions import Version, by_date, is_prerelease, newest_release, version_key
from reviewtui.domain.record.review import Review
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.references import release_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history as changes

DRAFT = "draft"
_RELATIVE = re.compile(r"HEAD(?:[~^]\d{0,4})*\Z")
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]{0,200}\Z")


def known_releases(repository: Repository, review: Review, tagged: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return every release, oldest first: those that are `tagged`, and those of release events without a tag."""
    tags = {version.name: version for version in tagged}
    for event, commit in review.releases():
        if event.version not in tags and commit is not None and version_key(event.version) is not None:
            date = changes.commit_date(repository, commit)
            tags[event.version] = Version(
                event.version,
                commit,
                date,
                release=True,
                prerelease=is_prerelease(event.version),
                tree=event.text,
            )
    return tuple(sorted(tags.values(), key=by_date))


def newest(repository: Repository, releases: tuple[Version, ...], head: str) -> Version | None:
    """Return the highest full release that `head` can reach."""
    reachable = {version.name for version in release_tags(repository, merged_into=head)}
    # One without a tag is known from its event, which names the tree; the event is in the history of HEAD.
    return newest_release(tuple(v for v in releases if v.name in reachable or v.tree))


def resolve_version(repository: Repository, releases: tuple[Version, ...], name: str, head: str) -> Version:
    """Return the version that `name` names; empty or "draft" is the text in the work tree.

    A release's number comes first (with or without `v`), then HEAD and what counts back from it, then a branch, a tag,
    and the beginning of a commit's id.

    Raises:
        Refused: there is none of that name.

    """
    if name in {"", DRAFT}:
        return Version(DRAFT, head)
    for version in releases:
        if version.name == name:
            return version
    key = version_key(name)
    same = [version for version in releases if key is not None and version_key(version.name) == key]
    if same:
        return same[0]
    commit = commit_named(repository, name)
    if commit is None:
        known = ", ".join(version.name for version in releases[-8:]) or "none yet"
        raise Refused(f"There is no version '{name}'. Releases: {known}; or 'draft', a branch, or a commit's id.")
    return Version(name, commit, changes.commit_date(repository, commit))


def commit_named(repository: Repository, name: str) -> str | None:
    """Return the commit that HEAD, a branch, a tag or the beginning of an id names, or None."""
    if _RELATIVE.match(name):
        return repository.resolve_ref(name)
    if not _BRANCH.match(name) or ".." in name or name.endswith((".lock", "/")):
        return None
    for prefix in ("refs/heads/", "refs/tags/", "refs/remotes/"):
        commit = repository.resolve_ref(f"{prefix}{name}")
        if commit is not None:
            return commit
    return repository.resolve_commit(name.lower())
