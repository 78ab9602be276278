"""Signatures of commits and release tags, made with SSH keys as git makes them: which are wanted, and whose they are.

The key and its format count only where the person's own configuration names them, since a clone's may be a stranger's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.store.git.repository import Repository
from reviewtui.store.signing.ssh_signature import is_signed_by, sign_with

_NAMESPACE = "git"
"""What git signs with an SSH key is for this namespace (gpg.format in git-config(1))."""
_SIGNATURE_HEADERS = (b"gpgsig ", b"gpgsig-sha256 ")
_TRUE = frozenset({"true", "yes", "on", "1", ""})
_OWN = frozenset({"system", "global"})
_NAMING = frozenset({"gpg.format", "user.signingkey"})
_YOURS = "a clone can come from anybody, so name it in your own"
_HOW = "git config --global gpg.format ssh && git config --global user.signingKey ~/.ssh/id_ed25519"


@dataclass(frozen=True, slots=True)
class GitSigning:
    """How a tag or a commit is to be signed: `key` is empty where it is not, `why` says why one asked for has none."""

    key: str = ""
    why: str = ""


def tag_signing(repository: Repository) -> GitSigning:
    """Return how git's configuration wants an annotated tag to be signed."""
    return _wanted(repository, "tag.gpgsign")


def commit_signing(repository: Repository) -> GitSigning:
    """Return how git's configuration wants a commit to be signed (git-config(1), commit.gpgSign)."""
    return _wanted(repository, "commit.gpgsign")


def _wanted(repository: Repository, setting: str) -> GitSigning:
    rows = repository.configuration.settings()
    wanted = next((value for _, key, value in reversed(rows) if key == setting), "false")
    if wanted.casefold() not in _TRUE:
        return GitSigning()
    own = {key: value for scope, key, value in rows if scope in _OWN}
    key, form = own.get("user.signingkey"), own.get("gpg.format", "openpgp")
    if (not key or form != "ssh") and any(key in _NAMING for scope, key, _ in rows if scope not in _OWN):
        return GitSigning(why=f"a key that only this clone's configuration names does not count; {_YOURS}: {_HOW}")
    if form != "ssh":
        return GitSigning(why=f"only SSH keys sign here, and gpg.format is not ssh; set them up: {_HOW}")
    if not key:
        return GitSigning(why=f"your own configuration names no key; name it: {_HOW}")
    return GitSigning(key)


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


def is_commit_signed_by(repository: Repository, commit: str, keys: Sequence[str]) -> bool:
    """Say whether one of the public `keys` signed the commit.

    Raises:
        MachineFailed: `ssh-keygen` is missing or does not end.
    """
    if not keys:
        return False
    content, armour = _signed_parts(repository.git.run("cat-file", "commit", commit))
    return "BEGIN SSH SIGNATURE" in armour and is_signed_by(content, armour, keys, _NAMESPACE)


def _signed_parts(raw: bytes) -> tuple[bytes, str]:
    """What is signed of a commit, and the signature: a header whose further lines begin with a blank."""
    head, end, message = raw.partition(b"\n\n")
    kept: list[bytes] = []
    signature: list[bytes] = []
    inside = False
    for line in head.split(b"\n"):
        header = next((name for name in _SIGNATURE_HEADERS if line.startswith(name)), None)
        inside = header is not None or (inside and line.startswith(b" "))
        if inside:
            signature.append(line.removeprefix(header) if header else line[1:])
        else:
            kept.append(line)
    return b"\n".join(kept) + end + message, b"\n".join(signature).decode("ascii", "replace") + "\n"
