"""The program or a git of its own is killed at each system call that changes a disk; then everything is whole."""

import functools
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of

CALLS = ("rename", "link", "fsync", "unlink", "mkdir")
"""System calls by which a file comes to be, is safe, or goes."""
IN_A_HURRY = 1
"""So many of each kind are tried in a run of all tests; with FUZZ=1 as many as there are."""
STATED = re.compile(r"rm '([^'\n]+\.lock)'")


@functools.cache
def _can_trace() -> bool:
    """Whether strace is here and may trace a child of ours."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


def _killed(clone: Clone, call: str, count: int, *arguments: str) -> bool:
    """Run a command of which the first process that makes the call so often is killed; say whether one was."""
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _named(OFFICER)}
    log = clone.path.parent / "strace.txt"
    done = subprocess.run(
        [
            "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e",
            f"inject={call}:signal=SIGKILL:when={count}", sys.executable, "-m", "reviewtui", "-C", str(clone.path),
            *arguments,
        ],
        env=os.environ | person | {"PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")
    assert done.returncode in {0, 2, 4, -signal.SIGKILL, 128 + signal.SIGKILL}, done.stderr
    return "killed by SIGKILL" in log.read_text("utf-8", "replace")


def _named(who: tuple[str, str]) -> list[tuple[str, str]]:
    return [("NAME", who[0]), ("EMAIL", who[1])]


def _whole(run: Run, clone: Clone, known: set[str]) -> None:
    """Expect that the next writing command leaves everything whole, when what it says of git's locks is followed."""
    for _ in range(4):
        code, _, err = run(clone, "submit")
        if not code:
            break
        lock = STATED.search(err)
        assert (code, bool(lock)) == (4, True), err
        assert lock is not None
        Path(lock[1]).unlink()
    assert ask(run, clone, "verify")["ok"]
    assert clone.git("status", "--porcelain") == ""
    assert {row["thread"] for row in ask(run, clone, "threads")["threads"]} >= known
    clone.git("fsck", "--connectivity-only")


def _prepared(name: str, clone: Clone, run: Run) -> tuple[str, ...]:
    """Bring the clone to where a command has something to do; return that command."""
    if name == "submit":
        ask(run, clone, "comment", "records", "--whole", "-m", "Why?")
    if name in {"sync", "unpack", "adopt"}:
        return _prepared_with_another(name, clone, run)
    commands = {
        "comment": lambda: ("comment", "records", "--whole", "-m", "Why?"),
        "submit": lambda: ("submit",),
        "accept": lambda: ("accept", suggestion(run, clone, "must think", "think twice")),
        "release": lambda: ("release", "1.0", "--override", "Needed now"),
    }
    return commands[name]()


def _prepared_with_another(name: str, clone: Clone, run: Run) -> tuple[str, ...]:
    """The same for what another clone has."""
    other = clone_of(bare_of(clone), "other")
    remark(run, other, "comment", "records", "--whole", "-m", "From there.")
    if name == "unpack":
        pack = str(clone.path.parent / "p.bundle")
        ask(run, other, "pack", pack, "--since", "HEAD~1")
        return ("unpack", pack)
    other.write("policy/records.md", other.read("policy/records.md").replace("two years", "six years"))
    other.commit("Keep them longer", NORTHVALE)
    other.git("push", "-q")
    if name == "adopt":
        clone.git("fetch", "-q")
        return ("adopt", "origin", "1")
    remark(run, clone, "comment", "records", "--whole", "-m", "From here.", who=OFFICER)
    return ("sync",)


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", ["comment", "submit", "accept", "release", "sync", "unpack", "adopt"])
def test_a_kill_at_a_system_call_leaves_all_whole(
    review: Clone, run: Run, tmp_path: Path, name: str, call: str
) -> None:
    """Nothing that was there is lost, the record is whole, and the clone works on."""
    if not _can_trace():
        pytest.skip("strace is not installed, or may not trace here")
    old = remark(run, review, "comment", "principles", "--whole", "-m", "Here before.")
    command = _prepared(name, review, run)
    worked = Clone(tmp_path / "worked")
    most = None if os.environ.get("FUZZ") else IN_A_HURRY
    for count in itertools.islice(itertools.count(1), most):
        shutil.rmtree(worked.path, ignore_errors=True)
        shutil.copytree(review.path, worked.path)
        if not _killed(worked, call, count, *command):
            break
        _whole(run, worked, {old})
    assert json.loads(run(worked, "status", "--json")[1])
