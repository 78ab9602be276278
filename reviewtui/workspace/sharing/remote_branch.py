"""Which branch of the other side is meant: the one that was followed, its new name, or one to be made when asked."""

import shlex

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.git.references import references, set_references
from reviewtui.store.git.repository import Repository
from reviewtui.store.remote.branch_remotes import follow
from reviewtui.store.remote.remotes import Remote
from reviewtui.store.remote.transport import Connection, RemoteState

_MOST_LOOKED_AT = 50
_MAINS = ("main", "master")
"""What the first branch of a repository is usually called (git-init(1))."""


def branch_there(connection: Connection, state: RemoteState, branch: str, theirs: str) -> tuple[str, str]:
    """Return the name of the other side's branch to share with, and a note where it is another one than before.

    `branch` is that of HEAD, `theirs` the one that it follows.

    Raises:
        Refused: there is no such branch.
    """
    repository, remote = connection.repository, connection.remote
    if theirs in state.branches:
        return theirs, ""
    if not state.branches:
        _require_first(connection, branch, theirs)
        return theirs, ""
    if not remote.configured:
        if state.main:
            return state.main, ""  # somebody else's repository may call its branch differently
        raise _unknown(remote, state, branch)
    known = repository.resolve_ref(remote.seen(theirs)) or repository.resolve_ref(remote.tracking(theirs))
    if known is None:
        raise _unknown(remote, state, branch)
    renamed = _renamed(connection, state, known)
    if renamed is None:
        raise _gone(remote, state, branch, theirs)
    # Noted before it is followed: cut off in between, a further rename of the branch could not be told from a stranger.
    set_references(repository, [(remote.seen(renamed), known)])
    follow(repository, branch, renamed)
    return renamed, f"The branch {theirs} is called {renamed} at {remote.name} now; this clone follows it."


def _require_first(connection: Connection, branch: str, theirs: str) -> None:
    """Refuse to begin an empty repository with a branch beside the main one, or to fill one that lost all it had."""
    repository, remote = connection.repository, connection.remote
    if repository.resolve_ref(remote.seen(theirs)) is not None:
        raise Refused(
            f"{remote.name} had the branch '{theirs}' and holds nothing any more. Ask whoever looks after it; to make "
            "the branch again there: reviewtui sync --new-branch. Nothing was changed."
        )
    mains = [name for name in _MAINS if f"refs/heads/{name}" in references(repository, "refs/heads")]
    if mains and branch not in _MAINS:
        raise Refused(
            f"{remote.name} is empty, and you are on the branch '{branch}'. To begin it with the main one: git switch "
            f"{mains[0]}, then sync again. To begin it with this one: reviewtui sync --new-branch. Nothing was changed."
        )


def _renamed(connection: Connection, state: RemoteState, known: str) -> str | None:
    """The only branch that is new to this clone and builds on what it knew of the one that went."""
    repository, remote = connection.repository, connection.remote
    here = references(repository, f"refs/remotes/{remote.name}")
    new = [name for name in state.branches if remote.tracking(name) not in here and not name.startswith("proposal/")]
    if not new or len(new) > _MOST_LOOKED_AT:
        return None
    connection.get([f"refs/heads/{name}" for name in new])
    heirs = [name for name in new if _builds_on(repository, known, state.branches[name])]
    return state.main if state.main in heirs else heirs[0] if len(heirs) == 1 else None


def _builds_on(repository: Repository, known: str, tip: str) -> bool:
    return known == tip or is_ancestor(repository, known, tip)


def _names(state: RemoteState) -> str:
    names = sorted(state.branches, key=lambda name: (name != state.main, name))
    return first_few(names, 10)


def _gone(remote: Remote, state: RemoteState, branch: str, theirs: str) -> Refused:
    return Refused(
        f"{remote.name} has no branch '{theirs}' any more (there are: {_names(state)}). If it has another name now: "
        f"git branch --set-upstream-to={remote.name}/NAME {shlex.quote(branch)}. To make it again there: "
        "reviewtui sync --new-branch. Nothing was changed."
    )


def _unknown(remote: Remote, state: RemoteState, branch: str) -> Refused:
    return Refused(
        f"You are on the branch '{branch}', which {remote.name} does not have (there are: {_names(state)}). To share "
        "it as a new branch: reviewtui sync --new-branch. To share it with one of those: git switch NAME, then "
        f"git merge {shlex.quote(branch)}. Nothing was changed."
    )
