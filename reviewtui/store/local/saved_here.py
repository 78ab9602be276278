"""Which pending events this person's own programs saved in this clone: marks under a key that lies outside of it.

Whoever hands a whole clone on can leave files in anybody's name in it. What they say is not committed for that person
unseen, and closes nothing. An event that was saved here and that the same person changed by hand, in the same folder,
is still theirs; in a copy of that folder nobody knows who changed it.
"""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.cache.seal import own_mark
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository

_NAME = "saved"
_MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SavedHere:
    """The marks of one clone; a lost or strange one only means that the person is asked whether an event is theirs."""

    repository: Repository

    def note(self, path: str, content: bytes, *, sync: bool) -> None:
        """Note that an event of these bytes is saved at `path`; the caller holds the writing lock."""
        with contextlib.suppress(MachineFailed):
            marks = (own_mark(content, begins=True), own_mark(self._place(path)))
            # A line that a power cut tore ends before the next one.
            durable.append(self._file, "".join(f"\n{mark}\n" for mark in marks).encode("ascii"), sync=sync)

    def read(self) -> "SavedMarks":
        """Return the marks."""
        content = durable.read_regular(self._file, _MAX_BYTES) or b""
        return SavedMarks(self, frozenset(content.split()))

    def forget(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Drop the marks of events, by path, that are pending no more; the caller holds the writing lock."""
        gone = {own_mark(words).encode("ascii") for path, content in files for words in (content, self._place(path))}
        left = self.read().marks - gone
        with contextlib.suppress(MachineFailed):
            if left:
                durable.replace(self._file, b"\n".join(sorted(left)) + b"\n", mode=0o600)
            else:
                durable.remove(self._file)

    @property
    def _file(self) -> Path:
        return self.repository.state_dir / _NAME

    def _place(self, path: str) -> bytes:
        """What stands for a path in this very folder, and in no copy of it."""
        folder = self.repository.common_dir.stat()
        return f"{folder.st_dev} {folder.st_ino} {path}".encode("utf-8", "surrogateescape")

    def is_place_of_mine(self, path: str, marks: frozenset[bytes]) -> bool:
        """Say whether an event was saved at `path` in this folder, and the file there is this account's."""
        if own_mark(self._place(path)).encode("ascii") not in marks:
            return False
        try:
            owner = (self.repository.work_tree / path).lstat().st_uid
        except OSError:
            return False
        return not hasattr(os, "getuid") or owner == os.getuid()


@dataclass(frozen=True, slots=True)
class SavedMarks:
    """The marks as they were read."""

    of: SavedHere
    marks: frozenset[bytes]

    def has(self, path: str, content: bytes) -> bool:
        """Say whether the event at `path` was saved here, with these bytes or, by this person, with others."""
        return self.is_unchanged(content) or (bool(self.marks) and self.of.is_place_of_mine(path, self.marks))

    def is_unchanged(self, content: bytes) -> bool:
        """Say whether an event of just these bytes was saved here."""
        return bool(self.marks) and own_mark(content).encode("ascii") in self.marks
