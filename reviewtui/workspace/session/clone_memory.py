"""What the app keeps for a person at one clone between two runs, outside the work tree; it can be deleted."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.store.files import durable

NAME = "desk.json"
"""The file's name in our folder below `.git`; a person's own file has a digest of their key in its name."""
MAX_BYTES = 4 * 1024 * 1024


_FAULT, _COPIED = "fault.txt", "copied.txt"
"""The names of the files in our folder below `.git`."""


class CloneMemory(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was chosen and seen: `commit` was HEAD when the app was left, `seen` holds the blob last looked at by path.

    `unread` are threads with something new that nobody has looked at; an empty `commit` is a first visit.
    `tour` is the act that the tour of the example waits for, empty when there is none or it is over.
    `together` are the decisions that were made last in one act, by thread; `place` is where somebody stopped reading,
    `panes` how many cells somebody gave a pane, by its name.
    """

    theme: str = ""
    wanted: dict[str, str | bool] = {}
    commit: str = ""
    seen: dict[str, str] = {}
    unread: tuple[str, ...] = ()
    tour: str = ""
    together: dict[str, str] = {}
    place: tuple[str, int] = ("", 0)
    panes: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class CloneMemoryFile:
    """The file of one clone, and beside it the one of the person with the key `person`; empty: git knows nobody.

    What one person has seen is not what another has. Until they have a file of their own they begin with what the file
    of the clone holds: the colours used last, and what nobody has taken up yet, as the tour of the example.
    """

    path: Path
    person: str = ""

    def read(self) -> CloneMemory:
        """Return what is kept; without a file, or with a damaged one, nothing."""
        content = durable.read_regular(self._own, MAX_BYTES) or durable.read_regular(self.path, MAX_BYTES)
        try:
            return msgspec.json.decode(content, type=CloneMemory) if content else CloneMemory()
        except (ValueError, RecursionError):
            return CloneMemory()

    def write(self, memory: CloneMemory) -> None:
        """Keep `memory` in the place of what was kept.

        Raises:
            MachineFailed: the disk did not take it.
        """
        # Before git is asked who somebody is, the first page has its colours by the file of the clone.
        for path, kept in {self.path: CloneMemory(memory.theme, panes=memory.panes), self._own: memory}.items():
            durable.replace(path, msgspec.json.encode(kept), mode=0o600, sync=False)

    @property
    def _own(self) -> Path:
        if not self.person:
            return self.path
        digest = hashlib.sha256(self.person.encode("utf-8", "replace")).hexdigest()[:24]
        return self.path.with_name(f"{self.path.stem}-{digest}{self.path.suffix}")


def write_fault_note(folder: Path, note: str) -> None:
    """Put `note` into `folder`, in the place of the last one.

    Raises:
        MachineFailed: the disk did not take it.
    """
    durable.replace(folder / _FAULT, note.encode("utf-8", "replace"), mode=0o600)


def write_copied_text(folder: Path, text: str) -> Path:
    """Put `text` into `folder`, in the place of what was copied before, and return the file.

    Raises:
        MachineFailed: the disk did not take it.
    """
    durable.replace(folder / _COPIED, text.encode("utf-8", "replace"), mode=0o600, sync=False)
    return folder / _COPIED
