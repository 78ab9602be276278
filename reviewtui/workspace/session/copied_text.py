"""What somebody copied in the app, for those whose terminal takes nothing to its clipboard."""

from pathlib import Path

from reviewtui.store.files import durable

NAME = "copied.txt"
"""The file's name in our folder below `.git`."""


def leave_copied_text(folder: Path, text: str) -> Path:
    """Put `text` into `folder`, in the place of what was copied before, and return the file.

    Raises:
        MachineFailed: the disk did not take it.

    """
    durable.replace(folder / NAME, text.encode("utf-8", "replace"), mode=0o600, sync=False)
    return folder / NAME
