"""The note that the app leaves about its last fault, for whoever mends it."""

from pathlib import Path

from reviewtui.store.files import durable

NAME = "fault.txt"
"""The file's name in our folder below `.git`."""


def leave_fault_note(folder: Path, note: str) -> None:
    """Put `note` into `folder`, in the place of the last one.

    Raises:
        MachineFailed: the disk did not take it.

    """
    durable.replace(folder / NAME, note.encode("utf-8", "replace"), mode=0o600)
