"""The public key inside an SSH signature (PROTOCOL.sshsig of OpenSSH), and the fingerprint of a key, for people."""

import base64
import binascii
import hashlib

_MAGIC = b"SSHSIG"
_VERSION_BYTES = 4
_LENGTH_BYTES = 4


def key_of(armour: str) -> str:
    """Return the public key that a signature names, as it stands in a `.pub` file; empty where it can name none.

    Which key it names proves nothing; that this key signed is for `ssh-keygen` to say.
    """
    lines = [line.strip() for line in armour.strip().splitlines()]
    content = _decoded("".join(line for line in lines if line and not line.startswith("-----")))
    start = len(_MAGIC) + _VERSION_BYTES
    end = start + _LENGTH_BYTES
    if not content.startswith(_MAGIC) or len(content) < end:
        return ""
    return base64.b64encode(content[end : end + int.from_bytes(content[start:end], "big")]).decode("ascii")


def bare(key: str) -> str:
    """Return what counts of a line of a `.pub` file: the key itself, without its kind and comment."""
    words = key.split()
    return words[1] if len(words) > 1 else ""


def is_key(key: str) -> bool:
    """Say whether a line of a `.pub` file holds a key of the kind that it names."""
    kind = key.partition(" ")[0].encode("utf-8")
    return bool(kind) and _decoded(bare(key)).startswith(len(kind).to_bytes(_LENGTH_BYTES, "big") + kind)


def fingerprint(key: str) -> str:
    """Return the fingerprint of a line of a `.pub` file, as `ssh-keygen -l` shows it."""
    digest = hashlib.sha256(_decoded(bare(key))).digest()
    return f"SHA256:{base64.b64encode(digest).decode('ascii').rstrip('=')}"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
