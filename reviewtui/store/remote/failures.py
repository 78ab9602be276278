"""Why another repository could not be reached, in one line, from what git and ssh have said."""

import re
import shlex
from collections.abc import Sequence

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
