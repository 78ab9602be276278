"""What the app keeps for one clone between two runs, outside the work tree; it can be deleted at any time."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui.store.files import durable

NAME = "desk.json"
"""The file's name in our folder below `.git`."""
MAX_BYTES = 4 * 1024 * 1024


class CloneMemory(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was chosen and seen: `commit` was HEAD when the app was left, `seen` holds the blob last looked at by path.

    `unread` are threads with something new that nobody has looked at; an empty `commit` is a first visit.
    `tour` is the act that the tour of the example waits for, empty when there is none or it is over.
    `together` are the decisions that were made last in one act, by thread.
    """

    theme: str = ""
    wanted: dict[str, str | bool] = {}
    commit: str = ""
    seen: dict[str, str] = {}
    unread: tuple[str, ...] = ()
    tour: str = ""
    together: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class CloneMemoryFile:
    """The file of one clone."""

    path: Path

    def read(self) -> CloneMemory:
        """Return what is kept; without a file, or with a damaged one, nothing."""
        content = durable.read_regular(self.path, MAX_BYTES)
        try:
            return msgspec.json.decode(content, type=CloneMemory) if content else CloneMemory()
        except (ValueError, RecursionError):
            return CloneMemory()

    def write(self, memory: CloneMemory) -> None:
        """Keep `memory` in the place of what was kept.

        Raises:
            MachineFailed: the disk did not take it.

        """
        durable.replace(self.path, msgspec.json.encode(memory), mode=0o600, sync=False)
