"""Which other repository is meant: a remote of this clone, a folder, or an address, and nothing that runs a program."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.refusal import Refused
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository

_HOOKS = (
    *("pre-receive", "update", "post-receive", "post-update", "reference-transaction", "proc-receive"),
    *("push-to-checkout", "pre-auto-gc"),
)
_MAX_CONFIG = 1024 * 1024
_SCHEMES = ("file", "git", "http", "https", "ssh")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<rest>[^\x00-\x20\x7f]+)\Z")
_BY_SSH = re.compile(r"(?:[A-Za-z0-9._~-]+@)?[A-Za-z0-9_][A-Za-z0-9_.-]*:(?!:|//)[^\x00-\x1f\x7f:][^\x00-\x1f\x7f]*\Z")
_SECRET = re.compile(r"(?<=://)[^/@\s]*@")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/+-]{0,200}\Z")


@dataclass(frozen=True, slots=True)
class Remote:
    """Another repository: `name` as a person knows it, `address` as git is told it, `url` where it really lies."""

    name: str
    address: str
    url: str
    configured: bool

    @property
    def key(self) -> str:
        """A name for it that is safe in references and stays for as long as it lies where it does."""
        return hashlib.sha256(self.url.encode("utf-8", "surrogateescape")).hexdigest()[:16]

    def tracking(self, branch: str) -> str:
        """Return the full name of the reference that holds what is known of its branch `branch`."""
        return (
            f"refs/remotes/{self.name}/{branch}" if self.configured else f"refs/reviewtui/fetched/{self.key}/{branch}"
        )

    @property
    def proposals(self) -> str:
        """The folder of references that holds what was fetched of the proposals there."""
        return f"refs/reviewtui/proposals/{self.key}"

    def seen(self, branch: str) -> str:
        """Return the full name of the reference that holds the last state of its branch that was taken over."""
        return f"refs/reviewtui/seen/{self.key}/{branch}"


def choose_remote(repository: Repository, asked: str, branch: str) -> tuple[Remote, str]:
    """Return the remote that `asked` names (empty: the upstream of `branch`), and its branch to share.

    Raises:
        Refused: there is none, or it is no address that is allowed.
    """
    known = known_remotes(repository)
    own, theirs = upstream_of(repository, branch)
    if asked:
        remote = configured_remote(repository, asked) if asked in known else _elsewhere(asked, known)
        return remote, theirs if own == asked and theirs else branch
    usual = own if own in known else "origin" if "origin" in known else known[0] if len(known) == 1 else ""
    if not usual:
        raise Refused(_nowhere(known))
    return configured_remote(repository, usual), theirs if own == usual and theirs else branch


def upstream_of(repository: Repository, branch: str) -> tuple[str, str]:
    """Return the remote that `branch` follows and the branch there, by name; both empty where it follows none."""
    remote = _values(repository, f"branch.{branch}.remote")[-1:]
    merge = _values(repository, f"branch.{branch}.merge")[:1]
    return (remote[0], merge[0].removeprefix("refs/heads/")) if merge and remote not in ([], [""], ["."]) else ("", "")


def known_remotes(repository: Repository) -> tuple[str, ...]:
    """Return the names of this clone's remotes."""
    keys = (key for _, key, _ in repository.configuration.settings() if key.startswith("remote."))
    return tuple(sorted({name for key in keys if (name := key.partition(".")[2].rpartition(".")[0])}))


def _values(repository: Repository, asked: str) -> list[str]:
    return [value for _, key, value in repository.configuration.settings() if key == asked]


def configured_remote(repository: Repository, name: str) -> Remote:
    """Return the remote of this clone that is called `name`.

    Raises:
        Refused: it has no address, or a name that is not used.
    """
    if _NAME.match(name) is None:
        raise Refused(f"The remote '{name}' has a name that is not used; rename it: git remote rename OLD NEW")
    urls = _values(repository, f"remote.{name}.url")
    if not urls or "" in urls or any(key.startswith("url.") for _, key, _ in repository.configuration.settings()):
        urls = repository.git.text("remote", "get-url", name, accept=(0, 2)).split("\n")
    if not urls[0] or urls[0].startswith("-"):
        raise Refused(f"The remote '{name}' has no address; give it one: git remote set-url {name} ADDRESS")
    return Remote(name, name, urls[0], configured=True)


def remote_at(address: str) -> Remote:
    """Return the remote at an address that somebody else wrote down; folders of this machine need `file://`.

    Raises:
        Refused: it is no address that is allowed.
    """
    match = _SCHEME.match(address)
    if match and match["scheme"].lower() in _SCHEMES and not match["rest"].startswith("-"):
        return Remote(_SECRET.sub("", address), address, address, configured=False)
    if _BY_SSH.match(address):
        return Remote(address, address, address, configured=False)
    raise Refused(f"'{address}' is not used: an address begins with {', '.join(_SCHEMES)} (and ://), or is host:path.")


def _elsewhere(asked: str, known: tuple[str, ...]) -> Remote:
    path = Path(asked).expanduser()
    if path.is_file():
        raise Refused(f"'{asked}' is a file; if it is a pack, take it over with: reviewtui unpack {asked}")
    if path.is_dir():
        return Remote(asked, str(path.resolve()), str(path.resolve()), configured=False)
    if ":" in asked:
        return remote_at(asked)
    names = f" Remotes here: {', '.join(known)}." if known else ""
    raise Refused(f"'{asked}' is no remote of this clone, no folder and no address.{names}")


def without_secret(address: str) -> str:
    """Return an address without the name and the password in it."""
    return _SECRET.sub("", address)


def hooks_of(remote: Remote) -> tuple[str, ...]:
    """Return what a remote that is a folder of this machine runs when it is given something (githooks(5))."""
    address = remote.url.removeprefix("file://")
    folder = Path(address)
    if "://" in address or not folder.is_dir():
        return ()
    git_dir = folder / ".git" if (folder / ".git").is_dir() else folder
    config = durable.read_regular(git_dir / "config", _MAX_CONFIG) or b""
    named = ("core.hooksPath",) if re.search(rb"(?im)^\s*hookspath\s*=", config) else ()
    return (*(name for name in _HOOKS if os.access(git_dir / "hooks" / name, os.X_OK)), *named)


def _nowhere(known: tuple[str, ...]) -> str:
    if known:
        return f"There are several remotes; say which: reviewtui sync {'|'.join(known)}"
    return (
        "This clone has no place to share with yet; name one, which may be empty: reviewtui join ADDRESS, "
        "then reviewtui sync. Without a server, exchange files: reviewtui pack FILE."
    )
