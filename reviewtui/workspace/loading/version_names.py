"""Names of versions: what people type, the releases that there are, and whether the tags say the same."""

import re
from dataclasses import dataclass, replace

from reviewtui.domain.policy.versions import DRAFT, Version, by_date, is_prerelease, newest_release, version_key
from reviewtui.domain.record.events import Released
from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.git.objects import list_tree
from reviewtui.store.git.references import release_tags
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.policy.policy_files import is_section
from reviewtui.workspace.loading.effective_settings import committed_settings

DEFAULT_FOLDER = "policy"
_RELATIVE = re.compile(r"HEAD(?:[~^]\d{0,4})*\Z")
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]{0,200}\Z")
_ROOT = "."


@dataclass(frozen=True, slots=True)
class KnownVersions:
    """The releases, oldest first, and tags that read as version numbers though no author claims them."""

    releases: tuple[Version, ...]
    unclaimed: tuple[Version, ...] = ()


def known_versions(repository: Repository, review: Review, tagged: tuple[Version, ...]) -> KnownVersions:
    """Return the releases: what release events name; where there are none, the tags that read as version numbers."""
    tags = {version.name: version for version in tagged}
    claimed: dict[str, Version] = {}
    for event, commit in review.releases():
        if event.version in claimed or commit is None or version_key(event.version) is None:
            continue
        if not event.commit or text_history.is_tree(
            repository, commit
        ):  # one on another branch may not be in this clone
            claimed[event.version] = _claimed(repository, event, commit, tags.get(event.version))
    if not claimed:
        return KnownVersions(tuple(sorted(tagged, key=by_date)))
    unclaimed = (replace(version, release=False) for version in tagged if version.name not in claimed)
    return KnownVersions(tuple(sorted(claimed.values(), key=by_date)), tuple(sorted(unclaimed, key=by_date)))


def _claimed(repository: Repository, event: Released, commit: str, tag: Version | None) -> Version:
    """The version of a release event: at its tag, unless somebody moved that to another text.

    Its tree is named where the commit is in HEAD's history, so that its tag need not be asked.
    """
    if tag is not None and (tag.commit == commit or _is_at(repository, event, commit, tag)):
        return tag if event.commit else replace(tag, tree=event.text)
    date = text_history.commit_date(repository, commit)
    here = not event.commit or is_ancestor(repository, commit, repository.fresh_head())
    prerelease = is_prerelease(event.version)
    return Version(event.version, commit, date, release=True, prerelease=prerelease, tree=event.text if here else "")


def _is_at(repository: Repository, event: Released, commit: str, tag: Version) -> bool:
    return _holds_released_text(repository, event, tag.commit, _folder_at(repository, commit, DEFAULT_FOLDER))


def newest(repository: Repository, releases: tuple[Version, ...], head: str) -> Version | None:
    """Return the highest full release that `head` can reach."""
    reachable = {(version.name, version.commit) for version in release_tags(repository, merged_into=head)}
    # One without a tag is known from its event, which names the tree; the event is in the history of HEAD.
    return newest_release(tuple(v for v in releases if (v.name, v.commit) in reachable or v.tree))


def resolve_version(repository: Repository, releases: tuple[Version, ...], name: str, head: str) -> Version:
    """Return the version that `name` names; empty or "draft" is the text in the work tree.

    A release's number comes first (with or without `v`), then HEAD and what counts back from it, then a branch, a tag,
    and the beginning of a commit's id.

    Raises:
        Refused: there is none of that name.
    """
    if name in {"", DRAFT}:
        return Version(DRAFT, head)
    name = repository.home.version(name) or name
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
    return Version(name, commit, text_history.commit_date(repository, commit))


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


def _folder_at(repository: Repository, commit: str | None, otherwise: str) -> str:
    """The policy's folder as the settings name it in the commit that added an event."""
    settings = committed_settings(repository, commit) if commit else None
    return settings.text_folder if settings is not None else otherwise


def _holds_released_text(repository: Repository, event: Released, commit: str, then: str) -> bool:
    """Say whether `commit` holds the text that `event` released, when the policy's folder was `then`."""
    if text_history.tree_of(repository, commit, then) == event.text:
        return True
    # The record lies inside the root's tree and grew by the release itself, so there the texts are compared.
    return then == _ROOT and _texts(repository, commit) == _texts(repository, event.text) != {}


def _texts(repository: Repository, tree: str) -> dict[str, str]:
    """The blobs of the policy at the root of a commit or a tree, by path; none where it is not in this clone."""
    if not text_history.is_tree(repository, tree):
        return {}
    return {entry.path: entry.object_id for entry in list_tree(repository.git, tree) if is_section(entry.path)}


def with_contradictions(repository: Repository, draft: Draft) -> Draft:
    """Return `draft` with each tag at another text than was released among its problems, since it blocks a release."""
    contradictions = tuple(problem for problem in tag_problems(repository, draft) if problem.what == "contradicted")
    return replace(draft, problems=(*draft.problems, *contradictions)) if contradictions else draft


def tag_problems(repository: Repository, draft: Draft) -> tuple[Problem, ...]:
    """Return a problem for each release whose tag is missing here, and each whose tag is at another text."""
    if repository.shallow:
        return ()  # a cut-off history names the wrong commits, so no repair of a tag could be right
    tags = {tag.name: tag for tag in release_tags(repository)}
    problems = []
    for event, commit in draft.review.releases():
        path = next((e.recorded.path for e in draft.review.outside if e.recorded.event.id == event.id), "")
        tag, name = tags.get(event.version), repository.home.tag(event.version)
        if tag is None:
            what, at, reason = "missing-tag", commit or "", f"release {event.version} has no tag in this clone"
            repair = f"git tag -a -m 'Release {event.version}' {name} {commit or '<commit>'}"
        elif _holds_released_text(repository, event, tag.commit, _folder_at(repository, commit, draft.policy.folder)):
            continue
        else:
            what, at = "contradicted", tag.commit
            reason = f"tag {name} is at another text than the one that was released"
            repair = f"find out who moved the tag, then: git tag -d {name} && git fetch --tags"
        problems.append(Problem(what, path, reason, at, event.by, repair))
    return (*problems, *(_unclaimed(version, repository.home.tag(version.name)) for version in draft.unclaimed))


def _unclaimed(version: Version, tag: str) -> Problem:
    reason = f"no author released {version.name}; the tag is listed and counts for nothing"
    repair = f"an author claims it: reviewtui release {version.name} --existing; or: git tag -d {tag}"
    return Problem("unclaimed", f"refs/tags/{tag}", reason, version.commit, repair=repair)
