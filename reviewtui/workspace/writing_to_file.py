"""Writing what was made of a review to a file that somebody named."""

from collections.abc import Mapping
from pathlib import Path

from reviewtui.domain.refusal import Refused
from reviewtui.store.files import durable


def export(path: Path, text: str) -> None:
    """Write `text` to a new file.

    Raises:
        Refused: it exists already, or its folder does not.

    """
    export_bytes(path, text.encode("utf-8", "replace"))


def export_bytes(path: Path, content: bytes | Mapping[str, bytes]) -> tuple[str, ...]:
    """Write a new file, or the files of a new folder, and return their names.

    Raises:
        Refused: it exists already, or its folder does not.

    """
    if not path.absolute().parent.is_dir():
        raise Refused(f"There is no folder '{path.parent}'; make it first, or name another one.")
    if path.exists() or path.is_symlink():
        raise Refused(f"'{path}' exists already; name another file, or remove it first.")
    files = {path: content} if isinstance(content, bytes) else {path / name: own for name, own in content.items()}
    for file, own in files.items():
        durable.write_new(file.absolute(), own)
    return tuple(str(file) for file in files)
