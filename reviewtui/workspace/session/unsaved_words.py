"""What somebody is typing, on the disk outside the work tree until it is an event."""

import contextlib
import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.store.files import durable

MAX_BYTES = 1024 * 1024
_THROWN = ":thrown:"
_THROWN_DAYS = 7
"""Days for which words that were thrown away are still offered."""


class UnsavedWords(msgspec.Struct, frozen=True, omit_defaults=True):
    """An unsaved remark: what it is about and the words so far; `place` is as in `unsaved_form`.

    `person` is the key of who typed it; empty in a file that names nobody. `thrown` words were thrown away.
    """

    key: str
    body: str
    replacement: str = ""
    kind: str = ""
    blocking: bool = False
    place: dict[str, str | int] = {}
    person: str = ""
    thrown: bool = False

    def thrown_away(self) -> "UnsavedWords":
        """Return the same words as they are kept once thrown away: what is typed anew there leaves them alone."""
        if self.thrown:
            return self
        typed = f"{self.body}\n{self.replacement}".encode("utf-8", "replace")
        key = f"{self.key}{_THROWN}{hashlib.sha256(typed).hexdigest()[:12]}"
        return msgspec.structs.replace(self, key=key, thrown=True)

    def taken_back(self) -> "UnsavedWords":
        """Return the same words as they were kept before they were thrown away."""
        return msgspec.structs.replace(self, key=self.key.rpartition(_THROWN)[0], thrown=False)


@dataclass(frozen=True, slots=True)
class UnsavedWordsFolder:
    """The folder of unsaved remarks, one file each; those of others in it are neither shown nor touched.

    `person` is the key of who types, empty where git does not know it. A file that names nobody is theirs who go on
    with it first.
    """

    folder: Path
    person: str = ""

    def keep(self, typed: UnsavedWords) -> None:
        """Put `typed` on the disk, in the place of what was kept under its key."""
        owned = msgspec.structs.replace(typed, person=self.person)
        durable.replace(self._path(typed.key, self.person), msgspec.json.encode(owned), mode=0o600)
        if self.person:
            self._unlink(self._path(typed.key, ""))

    def forget(self, key: str) -> None:
        """Remove what was kept under `key`, since it is an event now or was thrown away."""
        self._unlink(self._path(key, self.person))
        self._unlink(self._path(key, ""))

    def all(self) -> tuple[UnsavedWords, ...]:
        """Return every unsaved remark of the person, oldest first; a damaged file is left where it is."""
        return tuple(words for _, _, words in self._everything() if not words.thrown)

    def thrown(self) -> tuple[UnsavedWords, ...]:
        """Return what the person threw away within a week, oldest first; what is older goes for good."""
        oldest = time.time() - _THROWN_DAYS * 24 * 60 * 60
        found = [(path, changed, words) for path, changed, words in self._everything() if words.thrown]
        for path, changed, _ in found:
            if changed < oldest:
                self._unlink(path)
        return tuple(words for _, changed, words in found if changed >= oldest)

    def _everything(self) -> Iterator[tuple[Path, float, UnsavedWords]]:
        """Yield the files of the person with when each was written, oldest first."""
        try:
            written = sorted((path.stat().st_mtime, path) for path in self.folder.glob("*.json"))
        except OSError:
            return
        for changed, path in written:
            words = self._read(path)
            if words is not None:
                yield path, changed, words

    def get(self, key: str) -> UnsavedWords | None:
        """Return what is kept under `key` for the person; None where nothing is."""
        return self._read(self._path(key, self.person)) or self._read(self._path(key, ""))

    def _read(self, path: Path) -> UnsavedWords | None:
        """Return what a file holds; None where it is damaged, not there, or of another person."""
        content = durable.read_regular(path, MAX_BYTES)
        if content is None:
            return None
        try:
            words = msgspec.json.decode(content, type=UnsavedWords)
        except (ValueError, RecursionError):
            return None
        return words if words.person in {"", self.person} else None

    def _path(self, key: str, person: str) -> Path:
        about = f"{person}\n{key}" if person else key
        return self.folder / f"{hashlib.sha256(about.encode('utf-8', 'replace')).hexdigest()[:24]}.json"

    def _unlink(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
