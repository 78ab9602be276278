"""Whether a commit is signed, as git signs with an SSH key, by one of some keys."""

from collections.abc import Sequence

from reviewtui.store.git.repository import Repository
from reviewtui.store.signing.ssh_signature import is_signed_by

_HEADERS = (b"gpgsig ", b"gpgsig-sha256 ")
_NAMESPACE = "git"


def is_commit_signed_by(repository: Repository, commit: str, keys: Sequence[str]) -> bool:
    """Say whether one of the public `keys` signed the commit.

    Raises:
        MachineFailed: `ssh-keygen` is missing or does not end.

    """
    if not keys:
        return False
    content, armour = _parts(repository.git.run("cat-file", "commit", commit))
    return "BEGIN SSH SIGNATURE" in armour and is_signed_by(content, armour, keys, _NAMESPACE)


def _parts(raw: bytes) -> tuple[bytes, str]:
    """What is signed of a commit, and the signature: a header whose further lines begin with a blank."""
    head, end, message = raw.partition(b"\n\n")
    kept: list[bytes] = []
    signature: list[bytes] = []
    inside = False
    for line in head.split(b"\n"):
        header = next((name for name in _HEADERS if line.startswith(name)), None)
        inside = header is not None or (inside and line.startswith(b" "))
        if inside:
            signature.append(line.removeprefix(header) if header else line[1:])
        else:
            kept.append(line)
    return b"\n".join(kept) + end + message, b"\n".join(signature).decode("ascii", "replace") + "\n"
