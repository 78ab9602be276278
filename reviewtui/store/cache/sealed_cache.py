"""A file of answers that could be worked out again: it may be lost, damaged or old, and then it only costs time.

Who hands a whole repository on, its git folder included, hands such files on too. So each begins with a seal: a keyed
digest (BLAKE2, RFC 7693) under a key of this person's own, which lies outside every repository. What another program
wrote or changed counts as lost.
"""

import contextlib
import hashlib
import hmac
import secrets
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
import platformdirs

from reviewtui import __version__
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.files import durable

Answers = TypeVar("Answers")
SEAL_BYTES = 32
_KEY_BYTES = 32


class Kept(msgspec.Struct, Generic[Answers]):
    """What such a file holds: the answers, and the version of the program that gave them."""

    version: str
    answers: Answers


def load_kept(path: Path, kind: type[Kept[Answers]], nothing: Answers, max_bytes: int) -> Answers:
    """Return the answers at `path`.

    `nothing` where the file is absent, too large, damaged, sealed by another or of another version.
    """
    content = durable.read_regular(path, max_bytes)
    body = unsealed(content) if content is not None else None
    if body is None:
        return nothing
    try:
        kept = msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError:
        return nothing
    return kept.answers if kept.version == __version__ else nothing


def keep(path: Path, answers: object) -> None:
    """Put `answers` in the place of what was kept at `path`.

    A disk that refuses costs only time, and so do names that are not UTF-8, which cannot be kept.
    """
    with contextlib.suppress(MachineFailed, UnicodeEncodeError):
        body = msgspec.msgpack.encode(Kept(__version__, answers))
        durable.replace(path, sealed(body), mode=0o600)


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
