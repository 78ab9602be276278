"""Which pending events this person's own programs saved in this clone: marks under a key that lies outside of it.

Whoever hands a whole clone on can leave files in anybody's name in it. What they say is not committed for that person
unseen, and closes nothing. An event that was saved here and that the same person changed by hand, in the same folder,
is still theirs; in a copy of that folder nobody knows who changed it.
"""

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.cache.seal import own_marker
from reviewtui.store.files import durable
from reviewtui.store.git.repository import Repository

_NAME = "saved"
_MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SavedHere:
    """The marks of one clone; a lost or strange one only means that the person is asked whether an event is theirs."""

    repository: Repository

    def note(self, files: Iterable[tuple[str, bytes]], *, sync: bool) -> None:
        """Note that events, each with its path, are saved with these bytes; the caller holds the writing lock."""
        with contextlib.suppress(MachineFailed):
            mark, place = own_marker(begins=True), self._placing()
            marks = (mark(words) for path, content in files for words in (content, place(path)))
            # A line that a power cut tore ends before the next one.
            durable.append(self._file, b"".join(b"\n%b\n" % each for each in marks), sync=sync)

    def read(self) -> "SavedMarks":
        """Return the marks."""
        content = durable.read_regular(self._file, _MAX_BYTES) or b""
        return SavedMarks(self.repository, frozenset(content.split()), own_marker(), self._placing())

    def forget(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Drop the marks of events, by path, that are pending no more; the caller holds the writing lock."""
        mark, place = own_marker(), self._placing()
        gone = {mark(words) for path, content in files for words in (content, place(path))}
        left = self.read().marks - gone
        with contextlib.suppress(MachineFailed):
            if left:
                durable.replace(self._file, b"\n".join(sorted(left)) + b"\n", mode=0o600)
            else:
                durable.remove(self._file)

    @property
    def _file(self) -> Path:
        return self.repository.state_dir / _NAME

    def _placing(self) -> Callable[[str], bytes]:
        """Return what stands for a path in this very folder, and in no copy of it."""
        folder = self.repository.common_dir.stat()
        return lambda path: f"{folder.st_dev} {folder.st_ino} {path}".encode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class SavedMarks:
    """The marks as they were read, and how one is made of bytes and of a place in this folder."""

    repository: Repository
    marks: frozenset[bytes]
    mark: Callable[[bytes], bytes]
    place: Callable[[str], bytes]

    def has(self, path: str, content: bytes) -> bool:
        """Say whether the event at `path` was saved here, with these bytes or, by this person, with others."""
        return self.is_unchanged(content) or (bool(self.marks) and self._is_place_of_mine(path))

    def is_unchanged(self, content: bytes) -> bool:
        """Say whether an event of just these bytes was saved here."""
        return bool(self.marks) and self.mark(content) in self.marks

    def _is_place_of_mine(self, path: str) -> bool:
        """Say whether an event was saved at `path` in this folder, and the file there is this account's."""
        if self.mark(self.place(path)) not in self.marks:
            return False
        try:
            owner = (self.repository.work_tree / path).lstat().st_uid
        except OSError:
            return False
        return not hasattr(os, "getuid") or owner == os.getuid()
