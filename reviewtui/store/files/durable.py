"""Files that are there whole or not at all, also after a power cut: written aside, synced, then named."""

import contextlib
import os
import re
import secrets
import stat
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_ASIDE = re.compile(r"\..+\.\d+-[0-9a-f]{8}\.tmp\Z|index-[0-9a-f]{12}(?:\.lock)?\Z", re.DOTALL)
"""Names of files that are written aside, and of the index in which a commit is made."""


def write_new(path: Path, content: bytes, *, beside: Path | None = None, sync: bool = True) -> None:
    """Write a file that must not exist yet; its folders are made and synced.

    It is written beside `beside`, a path of the same file system in a folder that is swept, or else beside itself.
    Without `sync` the caller calls `sync_all` before it says that anything is saved.

    Raises:
        MachineFailed: it exists already, or the disk refused.
    """
    levels = 3 + sum(not folder.exists() for folder in path.parents) if sync else 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = _write_aside(beside or path, content, 0o644, sync=sync)
        try:
            _name_without_overwriting(aside, path)
        finally:
            aside.unlink(missing_ok=True)
        if sync:
            sync_folders(path.parent, levels)
    except OSError as error:
        raise _failed(path, error) from error


def replace(path: Path, content: bytes, mode: int | None = None, *, sync: bool = True) -> None:
    """Put `content` in the place of a file; the old bytes stay until the new ones are on the disk.

    Without `sync` the caller calls `sync_all` before it believes that.

    Raises:
        MachineFailed: the disk refused; the old file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = _write_aside(path, content, _mode_of(path) if mode is None else mode, sync=sync)
        try:
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        if sync:
            sync_folders(path.parent)
    except OSError as error:
        raise _failed(path, error) from error


def append(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Add `content` to the end of a file, which is made where there is none; what lay there stays.

    Raises:
        MachineFailed: the disk refused, or what lies there is no plain file.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_FOLLOW | _BINARY | _NO_WAIT, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
    except OSError as error:
        raise _failed(path, error) from error


def remove(path: Path) -> None:
    """Remove a file for good; one that is gone already is no fault.

    Raises:
        MachineFailed: it cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(path, error) from error
    sync_folders(path.parent)


def read_regular(path: Path, max_bytes: int) -> bytes | None:
    """Return the bytes of a plain file, or None when it is absent, a link, a device, or larger than `max_bytes`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW | _BINARY | _NO_WAIT)
    except OSError:
        return None
    # Asked before it becomes a file object, since a folder cannot become one.
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size > max_bytes:
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        try:
            content = file.read(max_bytes + 1)
        except OSError:
            return None
    return content if len(content) <= max_bytes else None


def read_head(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a plain file of any length; nothing when it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW | _BINARY | _NO_WAIT)
    except OSError:
        return b""
    try:
        return os.read(descriptor, size) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def require_no_link(root: Path, path: str) -> None:
    """Refuse to write to `path` below `root` when a symbolic link stands on the way."""
    current = root
    for part in Path(path).parts[:-1]:
        current /= part
        if current.is_symlink():
            raise Refused(f"'{current.relative_to(root)}' is a link and is not followed; put a real folder there.")


def sweep(folder: Path) -> None:
    """Remove what a process that died while writing left behind in `folder`; the caller holds the writing lock."""
    if folder.is_symlink():
        return  # what lies behind it is not ours
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _ASIDE.match(path.name):
                path.unlink(missing_ok=True)


def sync_folders(folder: Path, levels: int = 1) -> None:
    """Sync a folder and, where `levels` says so, those above it; a system that cannot sync folders is left alone."""
    for _ in range(levels):
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        folder = folder.parent


def sync_all() -> None:
    """Have the system write everything to the disk that waits for it."""
    if hasattr(os, "sync"):
        os.sync()


def _write_aside(path: Path, content: bytes, mode: int, *, sync: bool = True) -> Path:
    aside = path.with_name(f".{path.name[:40]}.{os.getpid()}-{secrets.token_hex(4)}.tmp")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if sync:
                os.fsync(file.fileno())
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _name_without_overwriting(aside: Path, path: Path) -> None:
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(17, "it exists already", str(path)) from None
        aside.rename(path)


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except OSError:
        return 0o644


def _failed(path: Path, error: OSError) -> MachineFailed:
    return MachineFailed(
        f"'{path.name}' could not be written: {error.strerror or error}. Nothing that was there is lost."
    )
