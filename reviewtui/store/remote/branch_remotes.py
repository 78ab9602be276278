"""Where a branch reads from and where it gives to, in git's own configuration: branch.NAME.remote and .pushRemote.

So `git pull` and `git push` do the same as a sync does (git-config(1)).
"""

from reviewtui.domain.refusal import Refused
from reviewtui.store.git.repository import Repository
from reviewtui.store.remote.remotes import Remote, configured_remote, known_remotes, remote_at, without_secret


def fork_of(repository: Repository, branch: str) -> Remote | None:
    """Return the place that `branch` gives to where that is another one than it reads from.

    Raises:
        Refused: it is no remote and no address that is allowed.
    """
    rows = {key: value for _, key, value in repository.configuration.settings()}
    gives, reads = (rows.get(f"branch.{branch}.{key}", "") for key in ("pushremote", "remote"))
    if not gives or gives == reads:
        return None
    return configured_remote(repository, gives) if gives in known_remotes(repository) else remote_at(gives)


def remote_named(repository: Repository, name: str, remote: Remote) -> Remote:
    """Return `remote` as a remote of this clone: the one that leads there already, or a new one called `name`.

    Raises:
        Refused: there is a remote of that name which leads elsewhere.
    """
    if remote.configured:
        return remote
    known = {other: configured_remote(repository, other) for other in known_remotes(repository)}
    same = next((other for other in known.values() if other.url == remote.address), None)
    if same is not None:
        return same
    if name in known:
        raise Refused(
            f"This clone has a remote '{name}' that leads to {without_secret(known[name].url)}; if it is no longer "
            f"used: git remote remove {name}. Nothing was changed."
        )
    repository.configuration.change("remote", "add", name, remote.address)
    return configured_remote(repository, name)


def join(repository: Repository, branch: str, upstream: tuple[Remote, str], fork: Remote | None) -> None:
    """Let `branch` read from the branch of a remote, `upstream`, and give to `fork` (None: to where it reads from)."""
    remote, theirs = upstream
    follow(repository, branch, theirs, remote.name)
    key = push_key(branch)
    if fork is not None and fork.name != remote.name:
        repository.configuration.change("config", "--replace-all", key, fork.name)
    else:
        repository.configuration.change("config", "--unset-all", key, accept=(0, 5))


def push_key(branch: str) -> str:
    """Return the key under which git's configuration says where a branch gives to."""
    return f"branch.{branch}.pushRemote"


def follow(repository: Repository, branch: str, theirs: str, remote: str = "") -> None:
    """Let `branch` follow the branch `theirs`, of the `remote` of that name or of the one that it has."""
    if remote:
        repository.configuration.change("config", "--replace-all", f"branch.{branch}.remote", remote)
    repository.configuration.change("config", "--replace-all", f"branch.{branch}.merge", f"refs/heads/{theirs}")
