"""A child of git's that uses more than it may is ended, and it is told that this was why."""

import os
import signal
import subprocess
import sys

import pytest

from reviewtui.store.git.process import child_limits


def _child(program: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=pipe)


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit(2) is Linux's")
def test_a_child_that_works_too_long_has_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended by its limit, and told as too large."""
    monkeypatch.setattr(child_limits, "SECONDS", {"ls-tree": 1})
    with _child("while True: pass") as child:
        child_limits.limit(child, "ls-tree")
        with pytest.raises(child_limits.TooLarge):
            child_limits.answer_of(child, "ls-tree", b"", 60)


@pytest.mark.parametrize("command", ["ls-tree", "cat-file"])
def test_a_child_is_over_when_its_time_is(command: str) -> None:
    """One that lists and one that is asked something end alike: by the time, which is told as such."""
    with _child("import time; time.sleep(60)") as child:
        with pytest.raises(subprocess.TimeoutExpired):
            child_limits.answer_of(child, command, b"", 0.1)
        assert child.poll() is not None


@pytest.mark.parametrize("command", ["ls-tree", "repack"])
def test_what_a_child_started_is_not_waited_for(command: str) -> None:
    """A grandchild that holds the streams open goes on when the time of the child is over: nothing hangs on it."""
    alive, held = os.pipe()
    pipe = subprocess.PIPE
    program = ["sh", "-c", f"sleep 20 & echo $! >/dev/fd/{held}; wait"]
    with os.fdopen(alive, "rb", buffering=0) as lines:
        child = subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, pass_fds=(held,))
        os.close(held)
        grandchild = int(lines.readline())
        os.set_blocking(alive, False)
        try:
            with child, pytest.raises(subprocess.TimeoutExpired):
                child_limits.answer_of(child, command, b"", 0.1)
            assert lines.read(1) is None  # nothing to read, and not at its end: the grandchild still holds it
        finally:
            os.kill(grandchild, signal.SIGKILL)


def test_what_failed_has_not_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hint of git's on standard error is no reason; memory that it did not get is one, and too much said another."""
    with _child("import sys; sys.exit('fatal: not a tree object')") as child:
        assert b"not a tree" in child_limits.answer_of(child, "log", b"", 60)[1]
    with (
        _child("import sys; sys.exit('fatal: Out of memory, malloc failed')") as child,
        pytest.raises(child_limits.TooLarge),
    ):
        child_limits.answer_of(child, "cat-file", b"", 60)
    monkeypatch.setattr(child_limits, "MOST_OUTPUT", 10)
    with _child("print('x' * 100)") as child, pytest.raises(child_limits.TooLarge):
        child_limits.answer_of(child, "log", b"", 60)
