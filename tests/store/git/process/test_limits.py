"""A child of git's that uses more than it may is ended, and it is told that this was why."""

import signal
import subprocess
import sys

import pytest

from reviewtui.store.git.process import limits


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit(2) is Linux's")
def test_a_child_that_works_too_long_has_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends by the signal of the lower limit, which says why; the upper one would only kill it."""
    monkeypatch.setattr(limits, "SECONDS", {"ls-tree": 1})
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as child:
        limits.limit(child, "ls-tree")
        ended = child.wait()
    assert ended == -signal.SIGXCPU
    assert limits.ran_out(ended, b"")


def test_what_was_killed_has_run_out_and_what_failed_has_not() -> None:
    """A hint of git's on standard error is no reason; memory that it did not get is one."""
    assert limits.ran_out(-9, b"hint: something")
    assert limits.ran_out(128, b"fatal: Out of memory, malloc failed")
    assert not limits.ran_out(128, b"fatal: not a tree object")
