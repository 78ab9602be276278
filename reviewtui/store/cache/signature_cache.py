"""What was found of signatures before, so that a large record is checked once.

The file lies in the clone's own state folder and can be deleted at any time. An answer is named by the digest of the
event's bytes and of the keys that could have signed them, so it stays true. Nothing in it comes from a remote.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.record.record import SignatureState
from reviewtui.store.cache.sealed_cache import Kept, keep, load_kept

MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SignatureCache:
    """The signatures that this clone has checked before."""

    path: Path

    def load(self) -> dict[str, SignatureState]:
        """Return what is known, by name; a file that is absent, damaged or of another version counts as empty."""
        nothing: dict[str, SignatureState] = {}
        return load_kept(self.path, Kept[dict[str, SignatureState]], nothing, MAX_BYTES)

    def keep(self, known: Mapping[str, SignatureState]) -> None:
        """Keep what is known; a disk that refuses costs only time."""
        keep(self.path, dict(known))


def name_of(content: bytes, keys: Iterable[str]) -> str:
    """Return the name of the answer for an event's bytes and the keys that may have signed it."""
    digest = hashlib.sha256(content)
    for key in sorted(keys):
        digest.update(b"\0" + key.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
