"""What of a repository's own configuration is kept from running programs while git talks to a remote.

A clone that came as a folder from somebody else has a configuration that somebody else wrote (git-config(1), scopes
`local` and `worktree`). What the person's own configuration says for all repositories is theirs, and stays in force.
"""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.store.git.process.environment import network_environment
from reviewtui.store.git.repository import Repository

_HELPER = re.compile(r"credential\.(?:.*\.)?helper\Z", re.DOTALL)
_PROGRAMS = re.compile(
    r"(?:core\.(?:sshcommand|gitproxy|askpass|alternaterefscommand)"
    r"|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|receivepack|vcs))\Z",
    re.DOTALL,
)
_REDIRECT = re.compile(r"url\.(?P<base>.*)\.(?:insteadof|pushinsteadof)\Z", re.DOTALL)
_BETWEEN = re.compile(r"http\.(?:(?P<base>.*)\.)?(?:proxy|curloptresolve|sslverify|sslcainfo|sslcapath)\Z", re.DOTALL)
"""What puts somebody between this clone and a server, or has them believed to be it."""
_HARMLESS = frozenset({"", "true", "yes", "on", "1"})
_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=30 -o ServerAliveCountMax=4"
_PINS = (
    ("core.alternateRefsCommand", "true"),
    ("core.fsyncMethod", "batch"),
    ("push.gpgSign", "false"),
    ("push.recurseSubmodules", "no"),
    ("fetch.recurseSubmodules", "no"),
    ("submodule.recurse", "false"),
    ("fetch.writeCommitGraph", "false"),
    ("http.lowSpeedLimit", "1000"),
    ("http.lowSpeedTime", "60"),
)


@dataclass(frozen=True, slots=True)
class Trust:
    """The environment for talking to remotes, and the keys of the repository's configuration that it overrides."""

    environment: dict[str, str]
    ignored: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    """Keys of the repository's configuration that lead what is meant for the remote elsewhere, and where to."""


def network_trust(repository: Repository, name: str = "", address: str = "") -> Trust:
    """Return what git may use when it talks to the remote of `repository` called `name`, or to an `address`."""
    rows = repository.configuration.settings()
    own = [(key, value) for scope, key, value in rows if scope in {"system", "global"}]
    ignored = tuple(
        dict.fromkeys(key for scope, key, _ in rows if scope in {"local", "worktree"} and _PROGRAMS.match(key))
    )
    ssh = next((value for key, value in reversed(own) if key == "core.sshcommand"), _SSH)
    # Only what is asked for is given: a mirror would take everything else away there (git-push(1)).
    pins = [*_PINS, *([(f"remote.{name}.mirror", "false")] if name else [])]
    if any(_HELPER.match(key) for key in ignored):
        # An empty value drops the helpers before it (gitcredentials(7)); the person's own are named again.
        pins += [("credential.helper", ""), *((key, value) for key, value in own if _HELPER.match(key))]
    return Trust(network_environment(repository.work_tree, ssh, pins), ignored, _redirects(rows, name, address))


def _redirects(rows: Sequence[tuple[str, str, str]], name: str, address: str) -> tuple[tuple[str, str], ...]:
    """What a stranger's configuration sends elsewhere: `url.….insteadOf`, `pushInsteadOf`, other addresses for giving.

    git reads from the first address of a remote, and gives to all of them where none is for giving alone.
    """
    addresses = [value for _, key, value in rows if key == f"remote.{name}.url"] or [address]
    giving = f"remote.{name}.pushurl"
    several = f"remote.{name}.url" if not any(key == giving for _, key, _ in rows) else ""
    redirects = []
    for scope, key, value in rows:
        match = _REDIRECT.match(key)
        if scope not in {"local", "worktree"}:
            continue
        if match and any(each.startswith(value) for each in addresses):
            redirects.append((key, match["base"]))
        elif key in {giving, several} and value != addresses[0]:
            redirects.append((key, value))
        elif value.lower() not in _HARMLESS and _is_between(key, name, addresses):
            redirects.append((key, f"whoever stands in between ({value})"))
    return tuple(dict.fromkeys(redirects))


def _is_between(key: str, name: str, addresses: Sequence[str]) -> bool:
    """Say whether `key` is about who stands between this clone and a remote that is reached over HTTP."""
    web = [each for each in addresses if each.lower().startswith(("http:", "https:"))]
    match = _BETWEEN.match(key)
    if not web or match is None:
        return bool(web) and key == f"remote.{name}.proxy"
    base = match["base"]
    return not base or "*" in base or any(each.startswith(base) for each in web)


def undoing(key: str, value: str) -> str:
    """Return the command that takes away a setting which leads what is given elsewhere."""
    if key.startswith("remote.") and key.endswith(".url"):
        name = key.removeprefix("remote.").removesuffix(".url")
        return f"git remote set-url --delete {shlex.quote(name)} {shlex.quote(f'^{re.escape(value)}$')}"
    return f"git config --unset-all {shlex.quote(key)}"
