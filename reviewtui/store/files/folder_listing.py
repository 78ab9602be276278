"""What lies in a folder, for somebody who looks for a file in it; nothing of a file is read."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

from reviewtui.domain.folder import FolderEntry, FolderListing
from reviewtui.domain.refusal import Refused

MOST = 5_000
"""Entries of a folder that are listed; of a fuller one the others are counted only."""


def list_folder(folder: Path, endings: tuple[str, ...] = ()) -> FolderListing:
    """Return the folders in `folder`, and its files whose names end with one of `endings` (none named: all).

    What begins with a full stop is left out, and what is neither file nor folder.

    Raises:
        Refused: there is no such folder, or it must not be read.
    """
    try:
        with os.scandir(folder) as scan:
            entries = [entry for each in scan if (entry := _entry(each, endings)) is not None]
    except OSError as error:
        raise Refused(f"The folder '{folder}' cannot be read: {error.strerror or error}.") from error
    entries.sort(key=lambda entry: entry.name.casefold())
    entries.sort(key=lambda entry: (not entry.is_folder, 0.0 if entry.is_folder else -entry.changed.timestamp()))
    return FolderListing(folder, tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _entry(listed: os.DirEntry[str], endings: tuple[str, ...]) -> FolderEntry | None:
    if listed.name.startswith("."):
        return None
    try:
        known = listed.stat()
    except OSError:
        return None
    is_folder = stat.S_ISDIR(known.st_mode)
    if not is_folder and not stat.S_ISREG(known.st_mode):
        return None
    if not is_folder and endings and not listed.name.lower().endswith(endings):
        return None
    return FolderEntry(listed.name, is_folder, known.st_size, datetime.fromtimestamp(known.st_mtime, UTC))
