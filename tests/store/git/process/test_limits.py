"""A child of git's that uses more than it may is ended, and it is told that this was why."""

import subprocess
import sys

import pytest

from reviewtui.store.git.process import limits


def _child(program: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=pipe)


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit(2) is Linux's")
def test_a_child_that_works_too_long_has_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended by its limit, and told as too large."""
    monkeypatch.setattr(limits, "SECONDS", {"ls-tree": 1})
    with _child("while True: pass") as child:
        limits.limit(child, "ls-tree")
        with pytest.raises(limits.TooLarge):
            limits.answer_of(child, "ls-tree", b"", 60)


@pytest.mark.parametrize("command", ["ls-tree", "cat-file"])
def test_a_child_is_over_when_its_time_is(command: str) -> None:
    """One that lists and one that is asked something end alike: by the time, which is told as such."""
    with _child("import time; time.sleep(60)") as child:
        with pytest.raises(subprocess.TimeoutExpired):
            limits.answer_of(child, command, b"", 0.1)
        assert child.poll() is not None


def test_what_failed_has_not_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hint of git's on standard error is no reason; memory that it did not get is one, and too much said another."""
    with _child("import sys; sys.exit('fatal: not a tree object')") as child:
        assert b"not a tree" in limits.answer_of(child, "log", b"", 60)[1]
    with _child("import sys; sys.exit('fatal: Out of memory, malloc failed')") as child, pytest.raises(limits.TooLarge):
        limits.answer_of(child, "cat-file", b"", 60)
    monkeypatch.setattr(limits, "MOST_OUTPUT", 10)
    with _child("print('x' * 100)") as child, pytest.raises(limits.TooLarge):
        limits.answer_of(child, "log", b"", 60)
