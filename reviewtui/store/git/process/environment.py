"""The environment in which git is started: nothing of the repository's configuration may run a program.

Only listed variables are handed on, so that an inherited GIT_DIR or GIT_SSH_COMMAND cannot change which repository is
read or what is run; pins given through GIT_CONFIG_COUNT win over the repository's own configuration (git-config(1)).
"""

import contextlib
import os
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed

STARTED: Counter[str] = Counter()
"""How many children this process has started, by the command of git that they run."""
_HANDED_ON = tuple(
    (
        "PATH HOME USER LOGNAME TMPDIR TEMP TMP SYSTEMROOT USERPROFILE APPDATA XDG_CONFIG_HOME SSH_AUTH_SOCK "
        "GIT_CONFIG_NOSYSTEM GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_SSL_CAINFO TZ"
    ).split()
)
_KEPT = re.compile(r"GIT_(?:(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|CONFIG_(?:NOSYSTEM|GLOBAL|SYSTEM)|SSL_CAINFO)\Z")
"""Who somebody is and where their configuration lies: the only variables of git's that this program goes by."""
_TAKING_OUT = threading.RLock()
_PINS = (
    # These two name programs that git would start.
    ("core.fsmonitor", "false"),
    ("core.hooksPath", os.devnull),
    # What git prints is read as it is: the paths, their order, the form of its log.
    ("core.quotePath", "false"),
    ("diff.orderFile", os.devnull),
    # A file that is none (a FIFO) would be waited for without end.
    ("core.excludesFile", os.devnull),
    # What was written is on the disk when git ends; and the index is one file, which is replaced as a whole.
    ("core.fsync", "added"),
    ("core.splitIndex", "false"),
    # Who made a commit is who stands in it, not whom a file of the repository makes of them.
    ("log.mailmap", "false"),
    ("log.date", "default"),
    ("format.pretty", "medium"),
    ("log.follow", "false"),
    ("log.showSignature", "false"),
    ("log.showRoot", "true"),
    ("i18n.logOutputEncoding", "UTF-8"),
    ("i18n.commitEncoding", "UTF-8"),
    # A merge puts no file into a folder that neither side put it into.
    ("merge.directoryRenames", "false"),
    # Nothing is run or fetched because an address or the other side says so.
    ("protocol.ext.allow", "never"),
    ("transfer.bundleURI", "false"),
    # A bare repository that lies in the folder of a policy is text of others, with a configuration of its own.
    ("safe.bareRepository", "explicit"),
    # No child goes on behind our back with objects that are just being read.
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
)


_FOR_NETWORK = (
    "SSH_AGENT_PID",
    "KRB5CCNAME",
    "KRB5_CONFIG",
    "DBUS_SESSION_BUS_ADDRESS",
    "XDG_RUNTIME_DIR",
    "XDG_CACHE_HOME",
    "XDG_DATA_HOME",
    "LOCALAPPDATA",
    "PROGRAMDATA",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "GNUPGHOME",
    "PASSWORD_STORE_DIR",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    *(name for lower in ("http_proxy", "https_proxy", "all_proxy", "no_proxy") for name in (lower, lower.upper())),
)
"""What ssh, proxies and the person's own credential helpers look at; none of these names a program to run."""


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the whole environment of a git child; `extra` is added last (an index file, an author)."""
    environment = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
    environment |= {
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_PAGER": "",
        "GIT_EDITOR": "false",
        # Nothing is fetched unasked: older versions of git do not know GIT_NO_LAZY_FETCH (git(1)).
        "GIT_ALLOW_PROTOCOL": "",
        "NoDefaultCurrentDirectoryInExePath": "1",
    }
    environment |= pinned()
    environment |= extra or {}
    return environment


def pinned(more: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Return the variables that pin configuration, that of all git children and `more` keys with their values."""
    pins = (*_PINS, *more)
    variables = {"GIT_CONFIG_COUNT": str(len(pins))}
    for number, (key, value) in enumerate(pins):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def network_environment(work_tree: Path, ssh: str, pins: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what a git child that talks to a remote gets besides: `ssh` is the command for that transport.

    Nothing asks for a password: the child has no terminal, and programs that ask in a window are switched off.
    """
    environment = {name: os.environ[name] for name in _FOR_NETWORK if name in os.environ}
    entries = _safe_path(os.environ.get("PATH", os.defpath)).split(os.pathsep)
    outside = [entry for entry in entries if not Path(entry).resolve().is_relative_to(work_tree)]
    environment |= {"PATH": os.pathsep.join(outside), "GIT_SSH_COMMAND": ssh, "GIT_ASKPASS": "", "SSH_ASKPASS": ""}
    environment |= {"GIT_PROXY_COMMAND": "", "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh"}
    return environment | pinned(pins)


@contextlib.contextmanager
def without_git_variables() -> Iterator[None]:
    """Keep every variable of git's but the kept ones out of this process for a moment, so that nothing goes by them.

    GitPython looks at them when it is imported, and begins each child's environment with all that this process has.
    """
    with _TAKING_OUT:
        names = [name for name in os.environ if name.startswith("GIT_") and not _KEPT.match(name)]
        taken = {name: os.environ.pop(name) for name in names}
        try:
            yield
        finally:
            os.environ.update(taken)


def _safe_path(path: str) -> str:
    # Entries that are relative ("." among them) would find a program that lies in the repository.
    return os.pathsep.join(entry for entry in path.split(os.pathsep) if Path(entry).is_absolute())


@lru_cache(maxsize=8)
def _find(name: str, path: str) -> str | None:
    return shutil.which(name, path=_safe_path(path))


def find_program(name: str) -> str | None:
    """Return the absolute path of a program on the PATH, or None where there is none."""
    return _find(name, os.environ.get("PATH", os.defpath))


def git_program(work_tree: Path | None = None) -> str:
    """Return the absolute path of git, never one inside `work_tree`.

    Raises:
        MachineFailed: there is no git.
    """
    program = find_program("git")
    if program is None:
        raise MachineFailed("git is not installed, or not on the PATH; install git 2.39 or newer.")
    if work_tree is not None and Path(program).is_relative_to(work_tree):
        raise MachineFailed(f"the git on the PATH lies inside the repository ({program}); it is not run.")
    return program
