"""A seal before bytes of ours: a keyed digest (BLAKE2, RFC 7693) under a key of this person's own.

Who hands a whole repository on, its git folder included, hands our files on too. The key lies outside every repository,
so what another program wrote or changed is known by its seal.
"""

import contextlib
import hashlib
import hmac
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.files import durable

_Value = TypeVar("_Value")
SEAL_BYTES = 32
_KEY_BYTES = 32
_MARK = b"a pending event"
"""What keeps a mark from being a seal of the same bytes."""


def sealed(body: bytes) -> bytes:
    """Return `body` behind this person's seal.

    Raises:
        MachineFailed: there is no key yet, and the disk does not take a new one.
    """
    return _seal(body, _key() or _new_key()) + body


def unsealed(content: bytes) -> memoryview | None:
    """Return what stands behind the seal, or None where the seal is not this person's, or not of these bytes."""
    key = _key()
    seal, body = content[:SEAL_BYTES], memoryview(content)[SEAL_BYTES:]
    return body if key and hmac.compare_digest(seal, _seal(body, key)) else None


def read_sealed(path: Path, max_bytes: int, kind: type[_Value]) -> _Value | None:
    """Return the value that a file holds as JSON; None where it is absent, damaged or not sealed by this person."""
    content = durable.read_regular(path, max_bytes)
    body = unsealed(content) if content is not None else None
    try:
        return msgspec.json.decode(body, type=kind) if body is not None else None
    except (ValueError, RecursionError):
        return None


def keep_sealed(path: Path, value: object) -> None:
    """Put a value into a file for `read_sealed`; a disk that refuses leaves what was there."""
    with contextlib.suppress(MachineFailed):
        durable.replace(path, sealed(msgspec.json.encode(value)), mode=0o600)


def own_marker(*, begins: bool = False) -> Callable[[bytes], bytes]:
    """Return what names bytes as only this person's programs can name them, good for nothing but that.

    The name is empty where there is no key yet, unless this `begins` one.

    Raises:
        MachineFailed: a new key is asked for, and the disk does not take it.
    """
    key = _key() or (_new_key() if begins else b"")

    def mark(content: bytes) -> bytes:
        digest = hashlib.blake2b(content, key=key, digest_size=SEAL_BYTES, person=_MARK)
        return digest.hexdigest().encode("ascii") if key else b""

    return mark


def _seal(body: bytes | memoryview, key: bytes) -> bytes:
    return hashlib.blake2b(body, key=key, digest_size=SEAL_BYTES).digest()


def _key_path() -> Path:
    return platformdirs.user_state_path("reviewtui", appauthor=False) / "seal"


def _key() -> bytes:
    """The key of this person; empty where there is none yet."""
    content = durable.read_regular(_key_path(), _KEY_BYTES) or b""
    return content if len(content) == _KEY_BYTES else b""


def _new_key() -> bytes:
    key = secrets.token_bytes(_KEY_BYTES)
    durable.replace(_key_path(), key, mode=0o600)
    return key
