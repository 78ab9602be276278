"""What no zip archive may hold that somebody sent, whatever it is: looked at before anything of it is unpacked."""

import re
import zipfile
from collections.abc import Sequence

from reviewtui.domain.refusal import Refused

_MOST_ENTRIES = 2_000
_MOST_RATIO = 100
_SMALL = 1024 * 1024
"""A part below this size may be as repetitive as it likes."""


def require_sound_parts(parts: Sequence[zipfile.ZipInfo], macros: re.Pattern[str], form: str) -> None:
    """Look at the names of all parts; `macros` are names of programs, `form` is what to save the file as without them.

    Raises:
        Refused: there are too many parts, two of one name, one that leads out of the file, a password, or macros.
    """
    if len(parts) > _MOST_ENTRIES:
        raise Refused(f"The file is not safe to read: it holds {len(parts)} parts, of at most {_MOST_ENTRIES}.")
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise Refused("The file is not safe to read: two of its parts have one name.")
    for part in parts:
        name = part.filename
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name or "\0" in name:
            raise Refused("The file is not safe to read: the name of one of its parts leads out of it.")
        if part.flag_bits & 1:
            raise Refused("The file has a password; save it without one.")
        if macros.search(name):
            raise Refused(f"The file holds macros or controls, which are programs; save it as {form} without them.")


def require_plain_packing(parts: Sequence[zipfile.ZipInfo]) -> None:
    """Look at how much each part unpacks to.

    Raises:
        Refused: one unpacks to far more than it is.
    """
    for part in parts:
        if part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(1, part.compress_size):
            raise Refused("The file is not safe to read: a part of it unpacks to more than a hundred times its size.")
