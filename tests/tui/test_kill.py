"""What is typed outlives the app, however it ends: a real program in a real terminal, killed."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewtui.tui.work import Work
from tests.conftest import NORTHVALE, Clone

pytestmark = pytest.mark.slow


class Terminal:
    """The app as a child with a terminal of its own."""

    def __init__(self, clone: Clone, program: tuple[str, ...] = ("-m", "reviewtui")) -> None:
        """Start it, or another program that runs it, on a clone, 100 by 30 cells."""
        self.said = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            names = {"GIT_AUTHOR_NAME": NORTHVALE[0], "GIT_AUTHOR_EMAIL": NORTHVALE[1]}
            environment = os.environ | names | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
            command = [sys.executable, *program, "-C", str(clone.path)]
            os.execve(sys.executable, command, environment)  # noqa: S606 - the program under test
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def await_words(self, words: str, seconds: float = 20) -> None:
        """Read what the app draws until `words` were drawn."""
        give_up = time.monotonic() + seconds
        while words.encode() not in self.said:
            assert time.monotonic() < give_up, f"{words!r} was not drawn"
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

    def ended(self, seconds: float = 10) -> int:
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


@pytest.fixture
def terminal(review: Clone) -> Iterator[Terminal]:
    """The app in a terminal, with a remark half written."""
    started = Terminal(review)
    try:
        started.await_words("Northvale Council")
        started.read(1)
        started.send("]")
        started.send("c")
        started.await_words("Comment on")
        started.send("Words that must not be lost")
        yield started
    finally:
        started.clean_up()


def _kept(folder: Path) -> list[str]:
    return [typed.body for typed in Work(folder).unfinished()]


def test_sigkill_loses_at_most_a_second(terminal: Terminal, review: Clone) -> None:
    """A second after the last key, everything is on the disk, whatever happens then."""
    terminal.read(1)
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.ended() == -signal.SIGKILL
    assert _kept(review.path) == ["Words that must not be lost"]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_keeps_the_last_key(terminal: Terminal, review: Clone, number: signal.Signals) -> None:
    """On SIGHUP and SIGTERM the app keeps what was typed, to the last key, and ends."""
    terminal.send("!")
    os.kill(terminal.pid, number)
    terminal.ended()
    assert _kept(review.path) == ["Words that must not be lost!"]


def test_a_closed_terminal_keeps_the_words(terminal: Terminal, review: Clone) -> None:
    """When the terminal goes away, the app keeps what was typed and does not stay behind."""
    terminal.close()
    give_up = time.monotonic() + 10
    while time.monotonic() < give_up:
        pid, _ = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            terminal.pid = 0
            break
        time.sleep(0.05)
    assert not terminal.pid
    assert _kept(review.path) == ["Words that must not be lost"]


def test_quitting_restores_the_terminal(review: Clone) -> None:
    """After q the alternate screen and the mouse are given back, and the exit code is 0."""
    started = Terminal(review)
    try:
        started.await_words("Northvale Council")
        started.read(1)
        started.send("q")
        assert started.ended() == 0
        assert b"\x1b[?1049l" in started.said
        assert b"\x1b[?1003l" in started.said
    finally:
        started.clean_up()


_FAULTY = """
from reviewtui.__main__ import main
from reviewtui.tui.screens.read import ReadScreen
def fails(self):
    words = self.reader.prose.source
    raise ValueError("secret " + words)
ReadScreen.choose_section = fails
main()
"""


def test_a_fault_says_one_line_and_loses_nothing(review: Clone) -> None:
    """A fault of the app ends it with exit code 4 and one line, without words of others; typed ones are kept."""
    started = Terminal(review, ("-c", _FAULTY))
    try:
        started.await_words("Northvale Council")
        started.read(1)
        for keys in ("]", "c"):
            started.send(keys)
        started.await_words("Comment on")
        for keys in ("Mine", "\x1b"):
            started.send(keys)
        started.read(1)
        started.said = b""
        started.send("g")
        assert started.ended() == 4
        behind = started.said.rpartition(b"\x1b[?1049l")[2].decode()
        assert "The app failed (ValueError at" in behind
        assert not any(word in behind for word in ("Traceback", "secret", "Officers", "locals"))
    finally:
        started.clean_up()
    assert _kept(review.path) == ["Mine"]
    note = (review.path / ".git" / "reviewtui" / "fault.txt").read_text(encoding="utf-8")
    assert note.startswith("ValueError\n")
    assert "secret" not in note
