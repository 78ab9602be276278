"""Talking to another repository: what it holds, getting it, and giving it ours; every failure is told in one line."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.git.lock_retry import retried_while_locked
from reviewtui.store.git.process.child_process import ChildResult, Watch
from reviewtui.store.git.process.git_error import GitError, is_of_disk
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.untrusted_configuration import network_trust
from reviewtui.store.remote.agreed_addresses import UNASKED, Consent, require_agreed
from reviewtui.store.remote.bundles import is_pack
from reviewtui.store.remote.remotes import Remote

_OUT_OF_USE = "Could not read from remote repository"
"""With this git ends where ssh did; the reason is what ssh, or the program at the other end, said before."""
_NOISE = re.compile(
    r"@+\Z|Could not read from remote repository|Please make sure you have the correct access rights|"
    r"and the repository exists|Warning: Permanently added|Offending .* key in|Add correct host key in"
)
_BY_SSH = re.compile(
    r"ssh: |Host key verification failed|.*Permission denied \(|kex_exchange_identification|"
    r"(?:Connection|Received disconnect|Unable to negotiate|Bad owner|Too many authentication|Load key|No .* host key)"
)
_WHO = r"could not read (?:Username|Password)|Authentication failed|terminal prompts disabled"
_NEW_KEY = "REMOTE HOST IDENTIFICATION HAS CHANGED"
_OWNER = re.compile(r"detected dubious ownership in repository at '([^'\n]+)'")
_FINGERPRINT = re.compile(r"\b(SHA256:[A-Za-z0-9+/=]{20,})")
_HINTS = (
    (_WHO, "the other side wants to know who you are: set up git's credential helper or ssh key, and try git fetch"),
    (
        r"Permission denied \(",
        "the other side took none of your keys: one with a passphrase has to be in the agent (ssh-add)",
    ),
    (
        r"Host key verification failed",
        "its host key is not known here: connect once by hand with ssh, and compare the fingerprint with its owner's",
    ),
    (r"transport '.*' not allowed", "this kind of address is not used"),
)


_HEADS, _TAGS = "refs/heads/", "refs/tags/"
_OFFERED = re.compile(r"refs/(?:pull|merge-requests)/(?P<number>[0-9]{1,9})/head\Z")
"""Where forges keep what is offered to them: pull requests at GitHub and Gitea, merge requests at GitLab."""
MOST_OFFERED = 200
"""So many of them are looked at, the newest; a forge keeps those that were closed for ever."""
_MOST_NAMED = 2_000
"""So many references are named to one child; a system takes no line of any length (execve(2))."""
_OURS = (
    # Only the named references are fetched; the settings of a remote may ask for more.
    "--no-tags",
    "--no-filter",
    "--no-prune",
    "--no-recurse-submodules",
    "--no-write-fetch-head",
    "--no-auto-maintenance",
)
_GIVING = (
    # No hook of the clone runs, and only the named references go; the program on the other side is git's own.
    "--porcelain",
    "--progress",
    "--no-verify",
    "--no-follow-tags",
    "--no-signed",
    "--recurse-submodules=no",
    "--receive-pack=git-receive-pack",
)
PATIENCE = 1800.0
"""Seconds for which the other side may say nothing when it is given something: its own programs may take long."""
_LASTING = ("-c", f"http.lowSpeedTime={PATIENCE:.0f}")
_RACED = re.compile(
    r"non-fast-forward|fetch first|stale info|failed to update ref|cannot lock ref|failed to lock|"
    r"incorrect old value|reference already exists|unable to migrate objects"
)
PushAnswer = Literal["taken", "raced", "checked-out", "declined"]


@dataclass(frozen=True, slots=True)
class RemoteState:
    """What a remote holds: the tips of its branches and its tags by short name, and the branch of its HEAD.

    `tags` are the objects that the references name, `peeled` the commits behind annotated ones, `offered` the newest
    pull and merge requests of a forge by full name.
    """

    branches: Mapping[str, str]
    tags: Mapping[str, str]
    peeled: Mapping[str, str] = field(default_factory=dict)
    main: str = ""
    offered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connection:
    """An open connection to one remote: git's environment for it, and who hears the progress."""

    repository: Repository
    remote: Remote
    environment: Mapping[str, str]
    watch: Watch
    ignored: tuple[str, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    consent: Consent = UNASKED

    @classmethod
    def to(cls, repository: Repository, remote: Remote, watch: Watch, consent: Consent = UNASKED) -> "Connection":
        """Return the connection to `remote`."""
        trust = network_trust(repository, remote.name if remote.configured else "", remote.address)
        return cls(repository, remote, trust.environment, watch, trust.ignored, trust.redirects, consent)

    def look(self) -> RemoteState:
        """Ask what the remote holds.

        Raises:
            MachineFailed: it cannot be reached.
        """
        ended = self._talk("ls-remote", "--quiet", "--symref", "--upload-pack=git-upload-pack", "--", self.address)
        self._demand(ended)
        return _remote_state(ended.output.decode("utf-8", "surrogateescape"))

    def get(self, refspecs: Sequence[str]) -> None:
        """Fetch exactly what `refspecs` say.

        Raises:
            MachineFailed: it cannot be reached, or the disk refuses.
        """
        self.repository.require_own_files()
        order = ("fetch", "--progress", "--upload-pack=git-upload-pack", "--refmap=", *_OURS)
        for first in range(0, len(refspecs), _MOST_NAMED):
            some = refspecs[first : first + _MOST_NAMED]
            retried_while_locked(self.repository, partial(self._get, order, some))

    def give(self, refspecs: Sequence[str]) -> dict[str, tuple[PushAnswer, str]]:
        """Push what `refspecs` say; return the answer to each by full name of the remote's reference, with its reason.

        Raises:
            Refused: it is a file, which takes nothing.
            MachineFailed: it cannot be reached.
            PlaceNotAgreed: it would go where this person has not agreed to; nothing was given.
        """
        if is_pack(self.remote.url):
            raise Refused(
                f"{self.remote.name} is a pack, a file that takes nothing back: no sync shares from here. What you "
                "wrote is kept: send it as a file (reviewtui pack FILE), or share elsewhere (reviewtui join ADDRESS)."
            )
        self.require_agreed()
        ended = self._talk(*_LASTING, "push", *_GIVING, "--", self.address, *refspecs, patience=PATIENCE)
        answers = dict(_answers(ended))
        if not answers:
            self._demand(ended)
        return answers

    def require_agreed(self) -> None:
        """Refuse to give anything where this person has not agreed to, and remember that they have."""
        require_agreed(self.repository, self.remote, self.redirects, self.consent)

    @property
    def address(self) -> str:
        """What git is told to talk to."""
        return self.remote.address

    def _get(self, order: Sequence[str], refspecs: Sequence[str]) -> None:
        ended = self._talk(*order, "--", self.address, *refspecs)
        if ended.returncode and ".lock'" in ended.errors:
            raise GitError(("fetch",), ended.returncode, ended.errors)
        self._demand(ended)

    def _talk(self, *arguments: str, patience: float | None = None) -> ChildResult:
        talk = self.repository.git.talk
        return talk(*arguments, environment=self.environment, watch=self.watch, patience=patience)

    def _demand(self, ended: ChildResult) -> None:
        if ended.returncode == 0:
            return
        if is_of_disk(ended.errors):
            raise GitError(("fetch",), ended.returncode, ended.errors)
        reason, hint = reason_of(ended.errors), hint_of(ended.errors, self.ignored)
        raise MachineFailed(
            f"{self.remote.name} cannot be reached: {reason.rstrip('.')}{f' ({hint})' if hint else ''}. "
            "Nothing was taken over or given; what you wrote is kept here, and the next sync shares it."
        )


def _remote_state(output: str) -> RemoteState:
    branches: dict[str, str] = {}
    tags: dict[str, str] = {}
    peeled: dict[str, str] = {}
    offered: dict[str, str] = {}
    main = ""
    for row in output.splitlines():
        left, _, name = row.partition("\t")
        if left.startswith("ref: "):
            main = left.removeprefix(f"ref: {_HEADS}") if name == "HEAD" and left.startswith(f"ref: {_HEADS}") else main
        elif name.startswith(_HEADS):
            branches[name.removeprefix(_HEADS)] = left
        elif name.startswith(_TAGS) and name.endswith("^{}"):
            peeled[name.removeprefix(_TAGS).removesuffix("^{}")] = left
        elif name.startswith(_TAGS):
            tags[name.removeprefix(_TAGS)] = left
        elif _OFFERED.match(name):
            offered[name] = left
    newest = sorted(offered, key=_number, reverse=True)[:MOST_OFFERED]
    return RemoteState(branches, tags, peeled, main, {name: offered[name] for name in newest})


def _number(reference: str) -> int:
    match = _OFFERED.match(reference)
    return int(match["number"]) if match else 0


def _answers(ended: ChildResult) -> list[tuple[str, tuple[PushAnswer, str]]]:
    answers: list[tuple[str, tuple[PushAnswer, str]]] = []
    for row in ended.output.decode("utf-8", "replace").splitlines():
        parts = row.split("\t")
        if len(parts) == 3 and len(parts[0]) == 1:
            answers.append((parts[1].partition(":")[2], _answer(parts[0], parts[2], ended.errors)))
    return answers


def _answer(flag: str, summary: str, errors: str) -> tuple[PushAnswer, str]:
    if flag != "!":
        return "taken", summary
    if _RACED.search(summary):
        return "raced", summary
    if "currently checked out" in summary or "refusing to update checked out" in errors:
        return "checked-out", summary
    from_remote = [line.removeprefix("remote:").strip() for line in errors.splitlines() if line.startswith("remote:")]
    reason = summary.partition("(")[2].rstrip(")") or summary
    return "declined", f"{reason}: {from_remote[0]}" if from_remote and from_remote[0] else reason


def reason_of(errors: str) -> str:
    """Return the line that says most of a failure; never one that a server shows to whoever comes (an ssh banner)."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    telling = [line for line in lines if not _NOISE.match(line.removeprefix("fatal: "))]
    if _NEW_KEY in errors:
        return "its host key is another one than before"
    if _OWNER.search(errors):
        return "its folder belongs to another user, so git does not trust it"
    if _OUT_OF_USE in errors:
        by_ssh = [line for line in telling if _BY_SSH.match(line)]
        chosen = (by_ssh or telling or ["git gave no reason"])[-1]
    else:
        marked = [line for line in telling if line.startswith(("fatal:", "error:", "ssh:", "remote: error"))]
        chosen = (marked or telling or ["git gave no reason"])[0]
    return re.sub(r"\A(?:fatal|error): ", "", chosen)


def hint_of(errors: str, ignored: Sequence[str]) -> str:
    """Return what can be done about a failure; `ignored` are keys of the clone's configuration that were not used."""
    if _NEW_KEY in errors:
        return _changed_key(errors)
    owned = _OWNER.search(errors)
    if owned:
        return f"if you do, say so once: git config --global --add safe.directory {shlex.quote(owned[1])}"
    hint = next((words for pattern, words in _HINTS if re.search(pattern, errors)), "")
    helpers = [key for key in ignored if key.startswith("credential.")]
    if helpers and re.search(_WHO, errors):
        hint += (
            f"; this clone's own configuration names {', '.join(helpers)}, which is not used, since a clone may come "
            "from anybody: if it is yours, set it with git config --global"
        )
    return hint


def _changed_key(errors: str) -> str:
    shown = _FINGERPRINT.search(errors)
    return (
        "either the server was set up anew, or somebody stands between you and it and could read and change what you "
        f"send. Ask its owner, by telephone, for the fingerprint{f' and compare it with {shown[1]}' if shown else ''}; "
        "only if it is the same: ssh-keygen -R HOST"
    )
