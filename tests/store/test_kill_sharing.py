"""A process that is killed at any moment of a submit, an acceptance or a sync loses nothing; the next one goes on."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewtui.store.git.process import git as git_module
from tests.acting import ask, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run, environment_of
from tests.sharing import bare_of, bodies, clone_of, synced
from tests.store.test_kill import killed

ROOT = str(Path(git_module.__file__).parents[3])
EDIT = "Be very brief"
ROUNDS = 200 if os.environ.get("FUZZ") else 40


def prepared(review: Clone, run: Run) -> tuple[Clone, str]:
    """Make a clone that has everything to lose: pending and submitted remarks, an edit, and news at the remote."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    thread = suggestion(run, review, "must think", "think twice")
    other.commit_edit("policy/records.md", "two years", "six years", "Six")
    ask(run, other, "comment", "-m", "Theirs.", who=NORTHVALE)
    synced(run, other, "--submit", who=NORTHVALE)
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    review.write("policy/principles.md", review.read("policy/principles.md").replace("Be brief", EDIT))
    return review, thread


def whole(run: Run, clone: Clone, thread: str) -> None:
    """Expect that nothing is lost: remarks, the edit that is not committed, text and decision together."""
    for _ in range(3):
        code, _, err = run(clone, "sync", who=NORTHVALE)
        if code == 0:
            break
        # One line says how to go on: a lock of git's, whose process was killed.
        assert (code, err.count("\n"), "remove it: rm " in err) == (4, 1, True), err
        for lock in clone.path.glob(".git/**/*.lock"):
            lock.unlink()
    assert code == 0, err
    assert {"Clearer.", "Theirs.", "Mine."} == bodies(run, clone)
    text, state = clone.read("policy/principles.md"), thread_of(run, clone, thread)["state"]
    assert EDIT in text
    assert ("think twice" in text, "think twice" in clone.git("show", "HEAD:policy/principles.md")) == (
        (state == "accepted"),
    ) * 2
    assert "six years" in clone.read("policy/records.md")
    changed = {line[3:] for line in clone.git("status", "--porcelain").splitlines() if "reviews/" not in line}
    assert changed == {"policy/principles.md"}
    assert ask(run, clone, "verify")["ok"]


POINTS = [("git", n) for n in (3, 9, 15, 20, 24, 28)] + [("replace", 0), ("replace", 1), ("head", 0), ("finish", 0)]


@pytest.mark.parametrize(("point", "count"), [("finish", 0), ("head", 0)])
def test_a_kill_between_two_steps_of_a_sync_is_mended(review: Clone, run: Run, point: str, count: int) -> None:
    """HEAD moved and the files did not, or the index did and HEAD did not: the next sync goes on."""
    clone, thread = prepared(review, run)
    assert killed(clone, point, count, "sync", who=NORTHVALE)
    whole(run, clone, thread)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("point", "count"), POINTS)
def test_a_kill_at_any_step_of_a_sync_loses_nothing(review: Clone, run: Run, point: str, count: int) -> None:
    """Killed at any call of git and any step to the disk, the next sync goes on and all is there."""
    clone, thread = prepared(review, run)
    killed(clone, point, count, "sync", who=NORTHVALE)
    whole(run, clone, thread)


@pytest.mark.slow
@pytest.mark.long
def test_kills_at_random_moments_lose_nothing(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty times: submit, accept or sync in a process of its own, killed some milliseconds after its start.

    With FUZZ=1 it is two hundred times.
    """
    monkeypatch.setattr("reviewtui.store.git.lock_retry.LOCK_PATIENCE", 0.2)
    clone, thread = prepared(review, run)
    kept = tmp_path / "kept"
    shutil.copytree(clone.path.parent, kept, symlinks=True)
    rolls = random.Random(7)  # noqa: S311 - moments, no secret
    cut = 0
    longest = _length(clone, kept)
    for number in range(ROUNDS):
        shutil.rmtree(clone.path)
        shutil.rmtree(clone.path.parent / "shared.git")
        shutil.copytree(kept / clone.path.name, clone.path, symlinks=True)
        shutil.copytree(kept / "shared.git", clone.path.parent / "shared.git")
        what, who = ((("submit",), NORTHVALE), (("accept", thread), OFFICER), (("sync",), NORTHVALE))[number % 3]
        cut += _cut_off(clone, what, who, rolls.uniform(0, longest))
        whole(run, clone, thread)
    assert cut > ROUNDS // 4


def _length(clone: Clone, kept: Path) -> float:
    """How long a sync takes here and now, in seconds."""
    began = time.monotonic()
    _start(clone, ("sync",), NORTHVALE).wait()
    assert kept.exists()
    return time.monotonic() - began


def _start(clone: Clone, what: tuple[str, ...], who: tuple[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "reviewtui", "-C", str(clone.path), *what]
    environment = environment_of(who) | {"PYTHONPATH": ROOT}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _cut_off(clone: Clone, what: tuple[str, ...], who: tuple[str, str], after: float) -> bool:
    """Kill a command and every git that it started after some seconds; say whether it was still running."""
    process = _start(clone, what, who)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait() == -signal.SIGKILL
