"""What somebody is typing, on the disk outside the work tree until it is an event."""

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.store.files import durable

MAX_BYTES = 1024 * 1024


class UnsavedWords(msgspec.Struct, frozen=True, omit_defaults=True):
    """An unsaved remark: what it is about and the words so far; `place` is as in `unsaved_form`."""

    key: str
    body: str
    replacement: str = ""
    kind: str = ""
    blocking: bool = False
    place: dict[str, str | int] = {}


@dataclass(frozen=True, slots=True)
class UnsavedWordsFolder:
    """The folder of unsaved remarks, one file each."""

    folder: Path

    def keep(self, typed: UnsavedWords) -> None:
        """Put `typed` on the disk, in the place of what was kept under its key."""
        durable.replace(self._path(typed.key), msgspec.json.encode(typed), mode=0o600)

    def forget(self, key: str) -> None:
        """Remove what was kept under `key`, since it is an event now or was thrown away."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def all(self) -> tuple[UnsavedWords, ...]:
        """Return every unsaved remark, oldest first; a damaged file is left where it is."""
        try:
            paths = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        except OSError:
            return ()
        kept = []
        for path in paths:
            content = durable.read_regular(path, MAX_BYTES)
            with contextlib.suppress(ValueError, RecursionError):
                if content is not None:
                    kept.append(msgspec.json.decode(content, type=UnsavedWords))
        return tuple(kept)

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}.json"
