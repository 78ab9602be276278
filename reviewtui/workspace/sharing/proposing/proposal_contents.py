"""What taking a proposal would change, measured by the merge that taking it would make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sync_state import Additions, Proposal
from reviewtui.domain.settings.review_home import home_of
from reviewtui.store.git.ancestry import common_base, files_added, people_between
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trees import Difference, differences, merge_trees
from reviewtui.store.git.writing.new_objects import NewObjects
from reviewtui.store.policy.policy_files import is_section
from reviewtui.store.record.event_paths import is_event_path
from reviewtui.workspace.sharing.commit_differences import events_added

_MOST_FILES = 20_000
"""A proposal that touches more files than these is told as that, and not gone into."""


def contents_of(
    repository: Repository, head: str, proposal: Proposal, known: tuple[tuple[str, ...], frozenset[str]]
) -> Proposal | None:
    """Return `proposal` with what it would bring to `head`; None where that is nothing.

    `known` are the folders of the policies and the files of those events that are here without proof: refused, or
    carried.
    """
    folders, unproved = known
    base = common_base(repository, head, proposal.commit)
    if base is None:
        return None
    offered = differences(repository.git, base, proposal.commit)
    if not unproved and not any(_concerns(change.path, folders) for change in offered):
        return None
    here = {change.path: change.new for change in differences(repository.git, proposal.commit, head)}
    coming = [change for change in offered if change.path in here]
    proves = len(files_added(repository, head, proposal.commit) & unproved - here.keys()) if unproved else 0
    conflicts: list[str] = []
    if not all(_adds(change) and not here[change.path] for change in coming):
        coming, conflicts = _by_merging(repository, head, proposal.commit, coming)
    contents = _sorted_out(repository, replace(proposal, proves=proves), coming, folders)
    contents = replace(contents, conflicts=tuple(conflicts))
    if not proves and not _is_about_the_review(contents):
        return None
    return replace(contents, holds=_with_people(repository, head, contents))


def _concerns(path: str, folders: Sequence[str]) -> bool:
    return is_event_path(path) or _is_settings(path) or _is_text(path, folders)


def _is_text(path: str, folders: Sequence[str]) -> bool:
    return any(is_section(path, folder) for folder in folders)


def _adds(change: Difference) -> bool:
    return is_event_path(change.path) and not change.old and bool(change.new)


def _is_settings(path: str) -> bool:
    return path == home_of(path).settings


def _by_merging(
    repository: Repository, head: str, commit: str, changed: list[Difference]
) -> tuple[list[Difference], list[str]]:
    """What the merge would change, and the files in which it would stop for a person."""
    if len(changed) > _MOST_FILES:
        return changed, []
    try:
        new = NewObjects(repository)
        merge = merge_trees(new, head, commit)
        new.write()
    except ReviewError:
        return changed, [change.path for change in changed if not is_event_path(change.path)]
    unmerged = [path.path for path in merge.unmerged]
    own = [path for path in unmerged if not is_event_path(path) and not _is_settings(path)]
    return list(differences(repository.git, head, merge.tree)), own


def _sorted_out(
    repository: Repository, proposal: Proposal, coming: Iterable[Difference], folders: Sequence[str]
) -> Proposal:
    added: list[Difference] = []
    texts: list[str] = []
    changed: list[str] = []
    others: list[str] = []
    settings = False
    for change in coming:
        if _adds(change):
            added.append(change)
        elif is_event_path(change.path):
            changed.append(change.path)
        elif _is_settings(change.path):
            settings = True
        else:
            (texts if _is_text(change.path, folders) else others).append(change.path)
    holds = replace(events_added(repository, added), texts=tuple(texts))
    return replace(proposal, holds=holds, settings=settings, changed_events=tuple(changed), others=tuple(others))


def _with_people(repository: Repository, head: str, proposal: Proposal) -> Additions:
    people, commits = people_between(repository, head, proposal.commit)
    return replace(proposal.holds, people=tuple(str(person) for person in people), commits=commits)


def _is_about_the_review(proposal: Proposal) -> bool:
    """Whether it has to do with this policy: a repository may hold other things, and a forge lists what is for them."""
    holds = proposal.holds
    return bool(holds.events or holds.texts or proposal.settings or proposal.changed_events or proposal.conflicts)
