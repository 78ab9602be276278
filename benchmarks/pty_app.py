"""A program in a terminal of its own, as a benchmark sees it: keys go in, the time of what comes out is taken.

Programs run from compiled bytecode, as installed ones do.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

QUIET = 0.06
"""Seconds without output after which a repaint counts as finished."""
PATIENCE = 60.0
"""Seconds after which a program that shows nothing has failed."""


class TerminalProgram:
    """Runs a command in a pseudo terminal."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = (120, 40)) -> None:
        """Start `command` in a terminal of `size` columns and lines."""
        self.began = time.perf_counter()
        self.pid, self._end = pty.fork()
        if not self.pid:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
            os.environ |= {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "reviewtui-bytecode")}
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvp(command[0], list(command))  # noqa: S606  # a benchmark starts what it measures

    def __enter__(self) -> Self:
        """Return the running program."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)

    def seconds_until(self, words: bytes) -> float:
        """Return the seconds from the start until `words` are on the screen.

        Raises:
            TimeoutError: they never came.

        """
        shown = b""
        while time.perf_counter() - self.began < PATIENCE:
            shown += self._read(PATIENCE)
            if words in shown:
                return time.perf_counter() - self.began
        raise TimeoutError(shown[-500:])

    def seconds_of(self, keys: bytes) -> float:
        """Return the seconds from a key press until the last byte that is painted for it."""
        began = last = time.perf_counter()
        os.write(self._end, keys)
        while part := self._read(QUIET if last > began else 1.0):
            del part
            last = time.perf_counter()
        return last - began

    def rest(self, seconds: float = 0.5) -> None:
        """Read until nothing has come for `seconds`."""
        while self._read(seconds):
            pass

    @property
    def memory(self) -> float:
        """The most memory that the program has held so far, in MB; 0 where the system does not say."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return 0.0
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024

    @property
    def cpu(self) -> float:
        """The CPU seconds that the program has used so far; 0 where the system does not say."""
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._end], [], [], patience)
        try:
            return os.read(self._end, 1 << 16) if ready else b""
        except OSError:
            return b""


def python(*arguments: str) -> list[str]:
    """Return the command that runs this Python with `arguments`."""
    return [sys.executable, *arguments]
