"""Terminals that cannot show a character, and outputs that cannot be written to: never a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.acting import ask, remark
from tests.conftest import OFFICER, Clone, Run


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
@pytest.mark.parametrize("arguments", [("threads",), ("ready",), ("show", "zzzz“")])
def test_any_encoding_will_do(review: Clone, run: Run, encoding: str, arguments: tuple[str, ...]) -> None:
    """Signs outside the terminal's encoding are written with a backslash; what claims mere ASCII is given UTF-8."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Warum zwei? Größe ✗ 政策")
    done = subprocess.run(
        [sys.executable, "-m", "reviewtui", *arguments],
        cwd=review.path,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == {"threads": 0, "ready": 1, "show": 2}[arguments[0]]
    if arguments == ("threads",):
        assert ("政策".encode() if encoding != "latin-1" else b"\\u653f\\u7b56") in done.stdout


def _started(review: Clone, *arguments: str, **streams: Any) -> "subprocess.Popen[bytes]":
    who = {"GIT_AUTHOR_NAME": OFFICER[0], "GIT_AUTHOR_EMAIL": OFFICER[1]}
    return subprocess.Popen(
        [sys.executable, "-m", "reviewtui", *arguments],
        cwd=review.path,
        env=os.environ | who | {"PYTHONPATH": os.pathsep.join(sys.path)},
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_what_was_saved_stays_when_it_cannot_be_printed(review: Clone, run: Run, as_json: tuple[str, ...]) -> None:
    """A full output: exit 4, and standard error says what was done; the remark is there."""
    with Path("/dev/full").open("wb") as full:
        child = _started(review, "comment", "-m", "Why?", *as_json, stdout=full)
        _, err = child.communicate()
    assert child.returncode == 4
    (thread,) = [row["thread"] for row in ask(run, review, "threads")["threads"]]
    assert b"What was done stays done" in err
    assert err.count(b"\n") == 1
    assert thread[-4:].encode() in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_complaint_that_cannot_be_printed_keeps_its_exit_code(review: Clone) -> None:
    """Standard error is full too: the exit code still says what kind of failure it was."""
    with Path("/dev/full").open("wb") as full:
        child = _started(review, "show", "zzzz", stderr=full)
        assert child.communicate()[0] == b""
    assert child.returncode == 2


def test_a_reader_that_went_away_is_no_failure(review: Clone) -> None:
    """`| head -1` ends the program quietly, with exit 0: it is no answer of "no"."""
    reading, writing = os.pipe()
    os.close(reading)
    child = _started(review, "ready", stdout=writing)
    os.close(writing)
    assert child.communicate()[1] == b""
    assert child.returncode == 0
