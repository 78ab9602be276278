"""Whatever is named where a command takes a file: a sentence at once, and nothing is changed."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.acting import ask, refused, unchanged
from tests.conftest import OFFICER, Clone, Run, environment_of

TAKING = [
    ("comment", "records", "--whole", "-F", "{}"),
    ("suggest", "records", "--from", "{}"),
    ("reply", "{thread}", "-F", "{}"),
    ("decline", "{thread}", "-F", "{}"),
    ("signer", "add", "officer@council.example", "{}"),
    ("read", "records", "--on-behalf-of", "J. Reviewer <reviewer@northvale.example>", "--source", "{}"),
    ("sync", "nowhere", "--resolve", "records={}"),
    ("unpack", "{}"),
    ("import", "{}"),
    ("init", "--policy", "other", "--from", "{}"),
]
KINDS = ("fifo", "device", "folder", "huge", "missing", "unreadable")
GIVING = [
    ("export", "docx", "{}"),
    ("pack", "{}"),
    ("report", "{}"),
    ("diff", "HEAD", "draft", "--style", "html", "-o", "{}"),
]


def _named(arguments: tuple[str, ...], file: Path, thread: str) -> list[str]:
    return [word.replace("{thread}", thread).replace("{}", str(file)) for word in arguments]


@pytest.fixture
def thread(review: Clone, run: Run) -> str:
    """A remark that is submitted."""
    made = str(ask(run, review, "comment", "records", "--whole", "-m", "Why?")["thread"])
    ask(run, review, "submit")
    return made


@pytest.mark.parametrize("case", [(words, kind) for words in TAKING for kind in KINDS], ids=str)
def test_what_is_no_file_is_told(
    review: Clone, run: Run, tmp_path: Path, thread: str, case: tuple[tuple[str, ...], str]
) -> None:
    """A pipe that nobody writes into, a device, a folder, more than is read, nothing, and what may not be read."""
    arguments, kind = case
    file = tmp_path / "given.docx"
    if kind == "fifo":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    elif kind == "folder":
        file.mkdir()
    elif kind == "huge":
        with file.open("wb") as made:
            made.truncate(1 << 40)
    elif kind == "unreadable":
        file.write_bytes(b"words")
        file.chmod(0)
        if os.access(file, os.R_OK):
            pytest.skip("this user may read every file")
    with unchanged(review):
        told = refused(run, review, *_named(arguments, file, thread))
        assert "given.docx" in told or "/dev/zero" in told


@pytest.mark.parametrize("arguments", GIVING, ids=lambda words: words[0])
def test_what_is_there_is_not_written_over(
    review: Clone, run: Run, tmp_path: Path, thread: str, arguments: tuple[str, ...]
) -> None:
    """A pipe, a device or a link where a file is to be written is told, and never waited for."""
    pipe, link = tmp_path / "pipe.html", tmp_path / "link.html"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "elsewhere")
    for file in (pipe, link):
        assert "exists already" in refused(run, review, *_named(arguments, file, thread))
    assert "/dev/full" in refused(run, review, *_named(arguments, Path("/dev/full"), thread))
    assert not (tmp_path / "elsewhere").exists()


def test_a_pipe_of_the_shell_is_read(review: Clone, run: Run, tmp_path: Path) -> None:
    """What another program writes into a pipe, as with <(…), are the words."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text("Who says so?\n", "utf-8"))
    writer.start()
    ask(run, review, "comment", "records", "--whole", "-F", str(pipe))
    writer.join()
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["Who says so?"]


def test_a_pipe_of_a_program_is_read(review: Clone) -> None:
    """The same with a descriptor that a shell hands on."""
    script = f"'{sys.executable}' -m reviewtui comment records --whole -F <(printf 'Why?') --json"
    done = subprocess.run(
        ["bash", "-c", script], cwd=review.path, env=environment_of(OFFICER), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_something_else_in_the_place_of_the_lock_is_named(review: Clone, run: Run, tmp_path: Path, kind: str) -> None:
    """The line says which path it is and how it is put out of the way; following it helps."""
    lock = review.path / ".git" / "reviewtui" / "writing.lock"
    lock.unlink(missing_ok=True)
    if kind == "folder":
        lock.mkdir()
    else:
        lock.symlink_to(tmp_path / "made")
    told = refused(run, review, "comment", "-m", "x", code=4)
    assert str(lock) in told
    review.git("-c", f"alias.x=!{told.rpartition(': ')[2]}", "x")
    assert run(review, "comment", "-m", "x")[0] == 0
    assert not (tmp_path / "made").exists()
