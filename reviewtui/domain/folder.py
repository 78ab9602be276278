"""What lies in a folder, for somebody who looks for a file in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """A file or folder: its name, its bytes, and when it was changed last."""

    name: str
    is_folder: bool
    size: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What lies in `folder`: folders first, then files, the newest first; `left_out` counts what was too much."""

    folder: Path
    entries: tuple[FolderEntry, ...]
    left_out: int = 0
