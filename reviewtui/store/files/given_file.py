"""Reading a file that somebody named on the command line: whatever it is, the answer comes within seconds."""

import errno
import os
import select
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from reviewtui.domain.refusal import Refused

_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
_SILENCE = 2.0
"""Seconds without a byte after which a pipe is given up."""
_LONGEST = 20.0
"""Seconds after which a pipe is given up whatever comes out of it."""
_AT_ONCE = 1 << 20
_PAUSE = 0.02


def read_given(path: Path, most: int, *, pipes: bool = False) -> bytes:
    """Return the bytes of a plain file that was named; with `pipes` also what comes out of a pipe, as `<(…)` is one.

    Raises:
        Refused: there is no such file, it is none, it holds more than `most` bytes, or it cannot be read.
    """
    try:
        descriptor = os.open(path.expanduser(), os.O_RDONLY | _NO_WAITING | _BINARY)
    except OSError as error:
        raise _unread(path, error) from error
    try:
        status = os.fstat(descriptor)
        is_file = _is_file(path, status.st_mode, pipes=pipes)
        if status.st_size > most:
            raise _too_large(path, most)
        parts = _file_parts(descriptor) if is_file else _pipe_parts(path, descriptor)
        return _joined(path, parts, most)
    except OSError as error:
        raise _unread(path, error) from error
    finally:
        os.close(descriptor)


def _joined(path: Path, parts: Iterator[bytes], most: int) -> bytes:
    content = bytearray()
    for part in parts:
        content += part
        if len(content) > most:
            raise _too_large(path, most)
    return bytes(content)


def _file_parts(descriptor: int) -> Iterator[bytes]:
    while part := os.read(descriptor, _AT_ONCE):
        yield part


def _pipe_parts(path: Path, descriptor: int) -> Iterator[bytes]:
    """What comes out of a pipe until whoever writes into it closes it; one that nobody writes into is waited for."""
    began = last = time.monotonic()
    has_begun = False
    while time.monotonic() - last < _SILENCE and time.monotonic() - began < _LONGEST:
        select.select([descriptor], [], [], _PAUSE)
        try:
            part = os.read(descriptor, _AT_ONCE)
        except BlockingIOError:
            has_begun = True  # somebody holds the other end
            continue
        if part:
            has_begun, last = True, time.monotonic()
            yield part
        elif has_begun:
            return
        else:
            time.sleep(_PAUSE)
    raise Refused(
        f"Nothing comes out of '{path}', which is a pipe or a device; name a file, or use - and standard input."
    )


def _too_large(path: Path, most: int) -> Refused:
    size = f"{most >> 20} MiB" if most >= 1 << 20 else f"{most} bytes"
    return Refused(f"'{path}' is larger than {size}, which is more than is read of such a file.")


def _unread(path: Path, error: OSError) -> Refused:
    if error.errno == errno.ENOENT:
        return Refused(f"There is no file '{path}'.")
    return Refused(f"'{path}' cannot be read: {error.strerror}.")


def require_plain(path: Path) -> None:
    """Refuse what is no plain file, before somebody else reads it."""
    try:
        mode = path.expanduser().stat().st_mode
    except OSError as error:
        raise _unread(path, error) from error
    _is_file(path, mode)


def _is_file(path: Path, mode: int, *, pipes: bool = False) -> bool:
    """Whether it is a plain file; what is neither that nor (with `pipes`) a pipe is refused."""
    if stat.S_ISDIR(mode):
        raise Refused(f"'{path}' is a folder; name a file.")
    if not stat.S_ISREG(mode) and not pipes:
        raise Refused(f"'{path}' is no plain file but a pipe or a device; name a file.")
    return stat.S_ISREG(mode)
