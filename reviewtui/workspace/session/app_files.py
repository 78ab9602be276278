"""What the app leaves as a file in a clone: a note about its last fault, and what was copied without a clipboard."""

from pathlib import Path

from reviewtui.store.files import durable

_FAULT, _COPIED = "fault.txt", "copied.txt"
"""The names of the files in our folder below `.git`."""


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
