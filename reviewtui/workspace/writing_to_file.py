"""Writing what was made of a review to a file that somebody named."""

from pathlib import Path

from reviewtui.domain.refusal import Refused
from reviewtui.store.files import durable


def export(path: Path, text: str) -> None:
    """Write `text` to a new file.

    Raises:
        Refused: it exists already, or its folder does not.

    """
    if not path.absolute().parent.is_dir():
        raise Refused(f"There is no folder '{path.parent}'; make it first, or name another one.")
    if path.exists() or path.is_symlink():
        raise Refused(f"'{path}' exists already; name another file, or remove it first.")
    durable.write_new(path.absolute(), text.encode("utf-8", "replace"))
