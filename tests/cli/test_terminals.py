"""Terminals that cannot show a character, and outputs that cannot be written to: never a traceback."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewtui.cli import program
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


def _started(review: Clone, *arguments: str, closed: str = "", **streams: Any) -> "subprocess.Popen[bytes]":
    """Start the program as a shell does, with Python's own buffers; `closed` is what the shell closes first."""
    who = {"GIT_AUTHOR_NAME": OFFICER[0], "GIT_AUTHOR_EMAIL": OFFICER[1]}
    program = [sys.executable, "-m", "reviewtui", *arguments]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        ["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *program],
        cwd=review.path,
        env=kept | who | {"PYTHONPATH": os.pathsep.join(sys.path)},
        **({"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
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


@pytest.mark.parametrize(
    ("arguments", "stream", "code"),
    [
        (("ready",), "stdout", 0),
        (("--help",), "stdout", 0),
        (("threads", "--json"), "stdout", 0),
        (("show", "zzzz"), "stderr", 2),
    ],
)
def test_a_reader_that_went_away_is_no_failure(
    review: Clone, arguments: tuple[str, ...], stream: str, code: int
) -> None:
    """`| head -1` ends the program quietly, with exit 0: it is no answer of "no"; a mistake is still a mistake."""
    reading, writing = os.pipe()
    os.close(reading)
    child = _started(review, *arguments, **{stream: writing})
    os.close(writing)
    assert not any(child.communicate())
    assert child.returncode == code


@pytest.mark.parametrize("arguments", [("comment", "-m", "Why?"), ("ready", "--json"), ("--version",)])
def test_an_answer_without_an_output_is_a_failure(review: Clone, run: Run, arguments: tuple[str, ...]) -> None:
    """Started with standard output closed: exit 4 and one sentence, and nothing lands in a file of the repository."""
    child = _started(review, *arguments, closed=">&-")
    _, err = child.communicate()
    assert child.returncode == 4
    assert (err.count(b"\n"), b"Traceback" in err) == (1, False)
    assert len(ask(run, review, "threads")["threads"]) == (arguments[0] == "comment")
    assert ask(run, review, "verify")["ok"]


@pytest.mark.parametrize("closed", ["2>&-", ">&- 2>&-"])
def test_a_mistake_without_a_place_for_its_sentence_keeps_its_exit_code(review: Clone, closed: str) -> None:
    """Started with standard error closed: the exit code says what kind of failure it was."""
    child = _started(review, "show", "zzzz", closed=closed)
    assert child.communicate() == (b"", b"")
    assert child.returncode == 2


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("trace", "--jsonl"), 0), (("comment", "-F", "-"), 2)])
def test_a_closed_input_is_an_empty_one(review: Clone, arguments: tuple[str, ...], code: int) -> None:
    """Started with standard input closed: the program reads nothing, and says so where it needs words."""
    child = _started(review, *arguments, closed="<&-")
    _, err = child.communicate()
    assert child.returncode == code
    assert err.count(b"\n") == (code == 2)


def test_an_output_that_fails_at_its_very_end_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """Some disks are full only when a file is closed: success becomes exit 4, a failure that was told stays."""
    full = OSError(errno.EDQUOT, "Disk quota exceeded")
    monkeypatch.setattr(program, "close_output", lambda: full)
    monkeypatch.setattr(program, "close_complaints", lambda: None)
    for before, after, lines in ((0, 4, 1), (1, 4, 1), (2, 2, 0), (130, 130, 0)):
        monkeypatch.setattr(program, "run", lambda *_, code=before: code)
        with pytest.raises(SystemExit) as ended:
            program.main()
        assert ended.value.code == after
        err = capsys.readouterr().err
        assert (err.count("\n"), err.count("quota")) == (lines, lines)
