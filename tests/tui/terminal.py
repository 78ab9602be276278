"""The real program in a real terminal, to be killed, closed and listened to."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

from tests.conftest import NORTHVALE, Clone

_PART = re.compile(r"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^\[\]]|[^\x1b]")
"""A sequence of a terminal, or one character."""


def drawn(sent: bytes) -> str:
    """Return the lines that a terminal shows after what was sent, since only the cells that change are sent."""
    lines: dict[int, dict[int, str]] = {}
    line = column = 0
    for part in _PART.findall(sent.decode(errors="replace")):
        if part.startswith("\x1b["):
            if part.endswith("H"):
                line, column = (int(number or 1) - 1 for number in (*part[2:-1].split(";"), "", "")[:2])
            elif part in {"\x1b[2J", "\x1b[?1049h"}:
                lines.clear()
        elif part == "\n":
            line += 1
        elif part == "\r":
            column = 0
        elif not part.startswith("\x1b"):
            lines.setdefault(line, {})[column] = part
            column += 1
    rows = (lines[number] for number in sorted(lines))
    return "\n".join("".join(row.get(cell, " ") for cell in range(max(row) + 1)) for row in rows)


class Terminal:
    """The app as a child with a terminal of its own."""

    def __init__(self, clone: Clone, program: tuple[str, ...] = ("-m", "reviewtui")) -> None:
        """Start it, or another program that runs it, on a clone, 100 by 30 cells."""
        self.said = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            names = {"GIT_AUTHOR_NAME": NORTHVALE[0], "GIT_AUTHOR_EMAIL": NORTHVALE[1]}
            kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
            environment = kept | names | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
            command = [sys.executable, *program, "-C", str(clone.path)]
            os.execve(sys.executable, command, environment)  # noqa: S606 - the program under test
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def await_words(self, words: str, seconds: float = 20) -> None:
        """Read what the app draws until `words` were drawn."""
        give_up = time.monotonic() + seconds
        while words.encode() not in self.said and words not in drawn(self.said):
            assert time.monotonic() < give_up, f"{words!r} was not drawn: {drawn(self.said)}"
            self.read(0.1)

    def read(self, seconds: float) -> None:
        """Read what is drawn for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if select.select([self.fd], [], [], 0.02)[0]:
                with contextlib.suppress(OSError):
                    self.said += os.read(self.fd, 65536)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self.fd, keys.encode())
        self.read(0.3)

    def ended(self, seconds: float = 30) -> int:
        """Wait for the end and return how it ended."""
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            with contextlib.suppress(OSError):
                self.read(0.05)
        raise AssertionError("the app did not end")

    def close(self) -> None:
        """Take the terminal away."""
        with contextlib.suppress(OSError):
            os.close(self.fd)
        self.fd = -1

    def clean_up(self) -> None:
        """End what is left."""
        if self.fd >= 0:
            self.close()
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
