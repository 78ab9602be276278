"""Whether a release tag or a commit is to be signed, and with which key, as git's configuration says (git-config(1)).

The key and its format count only where the person's own configuration names them, since a clone's may be a stranger's.
"""

from dataclasses import dataclass

from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trust import settings_by_scope
from reviewtui.store.signing.ssh_signature import sign_with

_NAMESPACE = "git"
"""What git signs with an SSH key is for this namespace (gpg.format in git-config(1))."""
_TRUE = frozenset({"true", "yes", "on", "1", ""})
_OWN = frozenset({"system", "global"})
_NAMING = frozenset({"gpg.format", "user.signingkey"})
_YOURS = "a clone can come from anybody, so name it in your own"
_HOW = "git config --global gpg.format ssh && git config --global user.signingKey ~/.ssh/id_ed25519"


@dataclass(frozen=True, slots=True)
class TagSigning:
    """How a tag or a commit is to be signed: `key` is empty where it is not, `why` says why one asked for has none."""

    key: str = ""
    why: str = ""


def tag_signing(repository: Repository) -> TagSigning:
    """Return how git's configuration wants an annotated tag to be signed."""
    return _wanted(repository, "tag.gpgsign")


def commit_signing(repository: Repository) -> TagSigning:
    """Return how git's configuration wants a commit to be signed (git-config(1), commit.gpgSign)."""
    return _wanted(repository, "commit.gpgsign")


def _wanted(repository: Repository, setting: str) -> TagSigning:
    rows = settings_by_scope(repository)
    wanted = next((value for _, key, value in reversed(rows) if key == setting), "false")
    if wanted.casefold() not in _TRUE:
        return TagSigning()
    own = {key: value for scope, key, value in rows if scope in _OWN}
    key, form = own.get("user.signingkey"), own.get("gpg.format", "openpgp")
    if (not key or form != "ssh") and any(key in _NAMING for scope, key, _ in rows if scope not in _OWN):
        return TagSigning(why=f"a key that only this clone's configuration names does not count; {_YOURS}: {_HOW}")
    if form != "ssh":
        return TagSigning(why=f"only SSH keys sign here, and gpg.format is not ssh; set them up: {_HOW}")
    if not key:
        return TagSigning(why=f"your own configuration names no key; name it: {_HOW}")
    return TagSigning(key)


def signed_commit(content: bytes, key: str) -> bytes:
    """Return the commit `content` (its bytes in git) with its signature as the last line of its head (gitformat).

    Raises:
        Refused: the key cannot sign here.
        MachineFailed: `ssh-keygen` is missing or does not end.

    """
    head, end, message = content.partition(b"\n\n")
    armour = sign_with(key, content, _NAMESPACE).rstrip("\n").replace("\n", "\n ")
    return head + b"\ngpgsig " + armour.encode("ascii") + end + message


def signed_tag(body: bytes, key: str) -> bytes:
    """Return the tag `body` with its signature at its end, as git-tag(1) writes it.

    Raises:
        Refused: the key cannot sign here.
        MachineFailed: `ssh-keygen` is missing or does not end.

    """
    return body + sign_with(key, body, _NAMESPACE).encode("ascii") if key else body
