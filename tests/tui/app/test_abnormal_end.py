"""What is typed outlives the app, however it ends; SIGKILL has a story of its own."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewtui.tui.background.locked_workspace import LockedWorkspace
from tests.conftest import NORTHVALE, Clone
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def as_northvale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at what is kept as the person who sits at the app: half-written words are kept for who typed them."""
    for name, value in zip(("NAME", "EMAIL"), NORTHVALE, strict=True):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)


@pytest.fixture
def terminal(review: Clone) -> Iterator[Terminal]:
    """The app in a terminal, with a remark half written."""
    started = Terminal(review)
    try:
        started.await_words("J. Reviewer")
        started.read(1)
        started.send("]")
        started.send("c")
        started.await_words("Comment on")
        started.send("Words that must not be lost")
        yield started
    finally:
        started.clean_up()


def _kept(folder: Path) -> list[str]:
    return [typed.body for typed in LockedWorkspace(folder).all_unsaved()]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_keeps_the_last_key(terminal: Terminal, review: Clone, number: signal.Signals) -> None:
    """On SIGHUP and SIGTERM the app keeps what was typed, to the last key, and where one was, and ends."""
    terminal.send("!")
    os.kill(terminal.pid, number)
    terminal.ended()
    assert _kept(review.path) == ["Words that must not be lost!"]
    assert LockedWorkspace(review.path).recall().place[0] == "policy/principles.md"


_HOLDING = """
import threading
from reviewtui.__main__ import main
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.read_screen.section_pickers import SectionPickers
kept = []
opened = LockedWorkspace.__init__
def init(self, *given):
    opened(self, *given)
    kept.append(self)
LockedWorkspace.__init__ = init
def hold():
    with kept[0].at_work():
        held.set()
        threading.Event().wait()
held = threading.Event()
def holds(self):
    threading.Thread(target=hold, daemon=True).start()
    held.wait()
    self._view.screen.app.notify("held from now on")
SectionPickers.choose_section = holds
main()
"""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_ends_it_while_a_call_never_comes_back(review: Clone, number: signal.Signals) -> None:
    """A call that holds the workspace for ever keeps neither the end up nor the place from being kept."""
    started = Terminal(review, ("-c", _HOLDING))
    try:
        started.await_words("J. Reviewer")
        started.read(1)
        started.send("]")
        started.send("g")
        started.await_words("held from now on")
        os.kill(started.pid, number)
        started.ended()
    finally:
        started.clean_up()
    assert LockedWorkspace(review.path).recall().place[0] == "policy/principles.md"


def test_a_closed_terminal_keeps_the_words(terminal: Terminal, review: Clone) -> None:
    """When the terminal goes away, the app keeps what was typed and does not stay behind."""
    give_up = time.monotonic() + 30
    while _kept(review.path) != ["Words that must not be lost"] and time.monotonic() < give_up:
        terminal.read(0.1)  # what the terminal still holds when it goes away nobody can keep
    terminal.close()
    while time.monotonic() < give_up:
        pid, _ = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            terminal.pid = 0
            break
        time.sleep(0.05)
    assert not terminal.pid
    assert _kept(review.path) == ["Words that must not be lost"]
    assert LockedWorkspace(review.path).recall().place[0] == "policy/principles.md"


def test_quitting_restores_the_terminal(review: Clone) -> None:
    """After q the alternate screen and the mouse are given back, and the exit code is 0."""
    started = Terminal(review)
    try:
        started.await_words("J. Reviewer")
        started.read(1)
        started.send("q")
        assert started.ended() == 0
        assert b"\x1b[?1049l" in started.said
        assert b"\x1b[?1003l" in started.said
    finally:
        started.clean_up()


_FAULTY = """
from reviewtui.__main__ import main
from reviewtui.tui.read_screen.section_pickers import SectionPickers
def fails(self):
    words = self._view.reader.prose.source
    raise ValueError("secret " + words)
SectionPickers.choose_section = fails
main()
"""


def test_a_fault_says_one_line_and_loses_nothing(review: Clone) -> None:
    """A fault of the app ends it with exit code 4 and one line, without words of others; typed ones are kept."""
    started = Terminal(review, ("-c", _FAULTY))
    try:
        started.await_words("J. Reviewer")
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
