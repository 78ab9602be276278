"""Whether the text at a commit is the one that a release event names."""

from reviewtui.domain.record.events import Released
from reviewtui.store.git.objects import list_tree
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history as changes
from reviewtui.store.policy.policy_files import is_section
from reviewtui.workspace.loading.effective_settings import committed_settings

_ROOT = "."


def holds_released_text(repository: Repository, event: Released, added: str | None, commit: str, folder: str) -> bool:
    """Say whether `commit` holds the text that `event` released.

    The policy's folder is the one that the settings named in the commit `added`, which added the event; `folder` is
    today's, for where that is not known.
    """
    settings = committed_settings(repository, added) if added else None
    then = (settings.folder.strip("/") or _ROOT) if settings is not None else folder
    if changes.tree_of(repository, commit, then) == event.text:
        return True
    # The record lies inside the root's tree and grew by the release itself, so there the texts are compared.
    return then == _ROOT and _texts(repository, commit) == _texts(repository, event.text) != {}


def _texts(repository: Repository, tree: str) -> dict[str, str]:
    """The blobs of the policy at the root of a commit or a tree, by path; none where it is not in this clone."""
    if not changes.is_tree(repository, tree):
        return {}
    return {entry.path: entry.object_id for entry in list_tree(repository.git, tree) if is_section(entry.path)}
