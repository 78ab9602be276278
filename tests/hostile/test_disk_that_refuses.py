"""A disk that is full, or that takes no writes: exit 4 with one line, nothing lost, and all goes on when it is free.

The disk is a real one of a few megabytes in memory, mounted where only the child sees it; systems that do not let one
mount skip these, visibly. A limit on the size of files, which every system has, stands in for them there.
"""

import functools
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acting import ask, suggestion
from tests.conftest import OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of

ALL = ("comment", "submit", "accept", "release", "sync", "unpack", "pack", "export")
IN_A_HURRY = ("accept", "release", "sync", "unpack")
LEFT = (0, 16, 32, 48)
"""Kilobytes that are left: each ends an acceptance at another step."""
SIZES = (0, 2000)
"""The longest file in bytes: none at all, and an event but no index."""


@functools.cache
def _can_mount() -> bool:
    """Whether a child of ours may have a disk of its own."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-rm", "mount", "-t", "tmpfs", "disk", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class SmallDisk:
    """A folder that is copied to a small disk for a script, and what came of the script."""

    def __init__(self, source: Path, told: Path) -> None:
        """Copy `source`; what commands say is written to `told`, which is on another disk."""
        if not _can_mount():
            pytest.skip("no disk of one's own can be mounted here")
        self.source, self.told = source, told
        self.mount = source.parent / "disk"
        self.mount.mkdir()
        told.mkdir()

    def play(self, *lines: str) -> None:
        """Run the lines of a script there."""
        begin = f'set -e\nD="{self.mount}"\nmount -t tmpfs -o size=16m disk "$D"\nmkdir "$D/home"'
        script = "\n".join((begin, f'cp -r "{self.source}"/. "$D"', *lines))
        environment = os.environ | _person() | {"HOME": str(self.mount / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", script], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    @staticmethod
    def filled(left: int) -> str:
        """Return the lines that leave so many kilobytes."""
        return (
            'dd if=/dev/zero of="$D/fill" bs=4096 2>/dev/null || true\n'
            f'truncate -s $(($(stat -c %s "$D/fill") - {left} * 1024)) "$D/fill"'
        )

    def command(self, name: str, *arguments: str) -> str:
        """Return the line that runs a command there, and keeps what it said under a name."""
        words = " ".join(f"'{word}'" for word in arguments)
        program = f'"{sys.executable}" -m reviewtui -C "$D/clone" {words}'
        told = f"{self.told}/{name}"
        return f'{program} >"{told}.out" 2>"{told}.err" && C=0 || C=$?\necho $C >"{told}.code"'

    def said(self, name: str) -> tuple[int, str, str]:
        """Return the exit code and what a command said."""
        code, out, err = ((self.told / f"{name}.{what}").read_text("utf-8") for what in ("code", "out", "err"))
        assert "Traceback" not in err, err
        return int(code), out, err


def _person() -> dict[str, str]:
    named = zip(("NAME", "EMAIL"), OFFICER, strict=True)
    return {f"GIT_{role}_{key}": value for key, value in named for role in ("AUTHOR", "COMMITTER")}


@pytest.fixture
def small(review: Clone, run: Run, tmp_path: Path) -> tuple[SmallDisk, str]:
    """A small disk with a clone that has a suggestion to accept, and a pending remark; returns the suggestion too."""
    thread = suggestion(run, review, "must think", "think twice")
    ask(run, review, "comment", "records", "--whole", "-m", "Pending.")
    other = clone_of(bare_of(review), "other")
    ask(run, other, "comment", "records", "--whole", "-m", "By pack.")
    ask(run, other, "submit")
    source = tmp_path / "source"
    source.mkdir()
    ask(run, other, "pack", str(source / "theirs.bundle"), "--all")
    shutil.move(review.path, source / "clone")
    return SmallDisk(source, tmp_path / "told"), thread


def _arguments(name: str, thread: str) -> tuple[str, ...]:
    return {
        "comment": ("comment", "records", "--whole", "-m", "Why?"),
        "submit": ("submit",),
        "accept": ("accept", thread),
        "release": ("release", "1.0", "--override", "It is needed now"),
        "sync": ("sync",),
        "pack": ("pack", "../p.bundle", "--all"),
        "export": ("export", "docx", "../d.docx"),
    }[name]


def _is_one_line(ended: tuple[int, str, str]) -> None:
    code, _, err = ended
    assert code in {0, 4}, ended
    assert (err.count("\n") == 1) == (code == 4), ended
    assert code == 0 or not {"damaged", "reached"} & set(err.replace(".", " ").split()), "the disk alone is at fault"


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL if os.environ.get("FUZZ") else IN_A_HURRY)
def test_a_full_disk_loses_nothing(small: tuple[SmallDisk, str], run: Run, name: str) -> None:
    """Whatever room is left, a command is done or says that the disk is full; freed, everything works and is whole."""
    disk, thread = small
    words = ("unpack", str(disk.source / "theirs.bundle")) if name == "unpack" else _arguments(name, thread)
    for left in LEFT if os.environ.get("FUZZ") else (LEFT[1], LEFT[-1]):
        after = Clone(disk.told / f"after-{left}")
        disk.play(
            disk.filled(left),
            disk.command(name, *words),
            disk.command("status", "status"),
            f'rm "$D/fill"; cp -r "$D/clone" "{after.path}"',
        )
        _is_one_line(disk.said(name))
        assert disk.said("status")[0] == 0
        _is_whole(run, after)


def _is_whole(run: Run, clone: Clone) -> None:
    """Expect that all that was said is there, and that the clone works on."""
    assert run(clone, "submit")[0] == 0
    assert ask(run, clone, "verify")["ok"]
    assert {"Clearer.", "Pending."} <= {row["body"] for row in ask(run, clone, "threads")["threads"]}
    assert clone.git("status", "--porcelain") == ""


@pytest.mark.slow
def test_a_disk_that_takes_no_writes_is_read_all_the_same(small: tuple[SmallDisk, str]) -> None:
    """What reads works as ever; what writes ends with 4 and says so in one line."""
    disk, thread = small
    writing = ("comment", "submit", "accept", "pack")
    disk.play(
        'mount -o remount,ro "$D"',
        disk.command("status", "status"),
        disk.command("verify", "verify"),
        *(disk.command(name, *_arguments(name, thread)) for name in writing),
    )
    assert disk.said("status")[0] == disk.said("verify")[0] == 0
    for name in writing:
        code, _, err = disk.said(name)
        assert (code, err.count("\n"), "Read-only file system" in err) == (4, 1, True), (name, err)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["comment", "accept"])
def test_files_that_may_not_grow_lose_nothing(review: Clone, run: Run, name: str) -> None:
    """The same where the system refuses long files: git's children are ended by it, ours are told."""
    thread = suggestion(run, review, "must think", "think twice")
    ask(run, review, "comment", "records", "--whole", "-m", "Pending.")
    before = review.git("rev-parse", "HEAD")
    for size in SIZES:
        ended = subprocess.run(
            [sys.executable, "-m", "reviewtui", "-C", str(review.path), *_arguments(name, thread)],
            env=os.environ | _person() | {"PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size)),
            capture_output=True,
            text=True,
            check=False,
        )
        _is_one_line((ended.returncode, ended.stdout, ended.stderr))
        assert "Traceback" not in ended.stderr
        if not ended.returncode:
            break
        assert review.git("rev-parse", "HEAD") == before
    _is_whole(run, review)
