"""The program or a git of its own is killed at each system call that changes a disk; then everything is whole."""

import functools
import itertools
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from tests.acting import ask, remark, suggestion
from tests.cli.test_revocation import SECOND, authors, merged
from tests.cli.test_settle import forged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of
from tests.store.test_kill import killed

CALLS = ("rename", "link", "fsync", "unlink", "mkdir")
"""System calls by which a file comes to be, is safe, or goes."""
COMMON_CALLS = ("write", "openat")
"""Those of which a command makes hundreds: the ones that change a file are sampled."""
AGAIN = ("take", "settle", "confirm", "recover")
"""Commands that are given again when they were killed, since what they mend is whole only after them."""
COMMANDS = ("comment", "submit", "accept", "release", "sync", "unpack", "adopt", *AGAIN)
THOROUGH = bool(os.environ.get("FUZZ"))
IN_A_HURRY = 1
"""So many of each kind are tried in a run of all tests; with FUZZ=1 as many as there are, or so many samples:"""
SAMPLES = 12
WRITES = re.compile(r"O_CREAT|O_WRONLY|O_RDWR")
STATED = re.compile(r"rm '?([^'\n]+\.lock)'?\.")


@functools.cache
def _can_trace() -> bool:
    """Whether strace is here and may trace a child of ours."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


def _killed(clone: Clone, call: str, count: int, *arguments: str) -> bool:
    """Run a command of which the first process that makes the call so often is killed; say whether one was."""
    return "killed by SIGKILL" in _traced(clone, call, f"signal=SIGKILL:when={count}", *arguments)


def _traced(clone: Clone, call: str, injected: str, *arguments: str) -> str:
    """Run a command with something done to each process at a call; return what strace saw."""
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _named(OFFICER)}
    log = clone.path.parent / "strace.txt"
    inject = ("-e", f"inject={call}:{injected}") if injected else ()
    done = subprocess.run(
        [
            "strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={call}", *inject,
            sys.executable, "-m", "reviewtui", "-C", str(clone.path), *arguments,
        ],
        env=os.environ | person | {"PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")
    assert done.returncode in {0, 2, 4, -signal.SIGKILL, 128 + signal.SIGKILL}, done.stderr
    return log.read_text("utf-8", "replace")


def _moments(log: str, call: str) -> list[int]:
    """Return at which calls of a process a file may change, as strace counts them."""
    counts: Counter[str] = Counter()
    moments = set()
    for row in log.splitlines():
        process, _, what = row.partition(" ")
        if what.lstrip().startswith(f"{call}("):
            counts[process] += 1
            if call != "openat" or WRITES.search(what):
                moments.add(counts[process])
    return sorted(moments)


def _named(who: tuple[str, str]) -> list[tuple[str, str]]:
    return [("NAME", who[0]), ("EMAIL", who[1])]


def _whole(run: Run, clone: Clone, known: set[str], command: tuple[str, ...]) -> None:
    """Expect that the next writing command leaves everything whole, when what it says of git's locks is followed."""
    again = command[0] in AGAIN or "--take" in command
    for _ in range(4):
        code, _, err = run(clone, *(command if again else ("submit",)))
        if code == 0 or (again and code == 2):  # it had been done already
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
    if name in {"sync", "unpack", "adopt", "take"}:
        return _prepared_with_another(name, clone, run)
    if name in AGAIN:
        return _prepared_to_mend(name, clone, run)
    commands = {
        "comment": lambda: ("comment", "records", "--whole", "-m", "Why?"),
        "submit": lambda: ("submit",),
        "accept": lambda: ("accept", suggestion(run, clone, "must think", "think twice")),
        "release": lambda: ("release", "1.0", "--override", "It is needed now"),
    }
    return commands[name]()


def _prepared_to_mend(name: str, clone: Clone, run: Run) -> tuple[str, ...]:
    """The same for what puts right what somebody else did, or what was cut off."""
    if name == "recover":
        assert killed(clone, "finish", 0, "accept", suggestion(run, clone, "must think", "think twice"))
        (platformdirs.user_state_path("reviewtui", appauthor=False) / "seal").unlink()
        return ("recover", "--yes")
    if name == "settle":
        forged(run, clone)
    else:
        authors(clone, OFFICER, SECOND)
        thread = remark(run, clone, "comment", "-m", "We object.", who=NORTHVALE)
        clone.git("branch", "side")
        authors(clone, OFFICER)
        clone.git("switch", "-q", "side")
        ask(run, clone, "decline", thread, "-m", "No.", who=SECOND)
        merged(clone, "main", "side")
    (row,) = ask(run, clone, "status")["without_effect"]
    return (name, row["event"], "-m", "Known.")


def _prepared_with_another(name: str, clone: Clone, run: Run) -> tuple[str, ...]:
    """The same for what another clone has."""
    other = clone_of(bare_of(clone), "other")
    remark(run, other, "comment", "records", "--whole", "-m", "From there.")
    if name == "unpack":
        pack = str(clone.path.parent / "p.bundle")
        ask(run, other, "pack", pack, "--since", "HEAD~1")
        return ("unpack", pack)
    other.commit_edit("policy/records.md", "two years", "six years", "Keep them longer", who=NORTHVALE)
    other.git("push", "-q")
    if name == "take":
        other.git("push", "-q", "origin", "HEAD:refs/heads/proposal/reviewer")
        return ("sync", "--take", "reviewer")
    if name == "adopt":
        clone.git("fetch", "-q")
        return ("adopt", "origin", "1")
    remark(run, clone, "comment", "records", "--whole", "-m", "From here.", who=OFFICER)
    return ("sync",)


def _require_trace() -> None:
    if not _can_trace():
        pytest.skip("strace is not installed, or may not trace here")


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_kill_at_a_system_call_leaves_all_whole(
    review: Clone, run: Run, tmp_path: Path, name: str, call: str
) -> None:
    """Nothing that was there is lost, the record is whole, and the clone works on."""
    _require_trace()
    old = remark(run, review, "comment", "principles", "--whole", "-m", "Here before.")
    command = _prepared(name, review, run)
    worked = Clone(tmp_path / "worked")
    most = None if THOROUGH else IN_A_HURRY
    for count in itertools.islice(itertools.count(1), most):
        _anew(review, worked)
        if not _killed(worked, call, count, *command):
            break
        _whole(run, worked, {old}, command)
    assert json.loads(run(worked, "status", "--json")[1])


def _anew(review: Clone, worked: Clone) -> None:
    shutil.rmtree(worked.path, ignore_errors=True)
    shutil.copytree(review.path, worked.path)


@pytest.mark.slow
@pytest.mark.parametrize("call", COMMON_CALLS)
@pytest.mark.parametrize("name", COMMANDS if THOROUGH else ("accept", "sync"))
def test_a_kill_at_a_common_call_leaves_all_whole(
    review: Clone, run: Run, tmp_path: Path, name: str, call: str
) -> None:
    """The same where a file is opened for writing or written to, at some of the many times."""
    _require_trace()
    old = remark(run, review, "comment", "principles", "--whole", "-m", "Here before.")
    command = _prepared(name, review, run)
    worked, shared = Clone(tmp_path / "worked"), tmp_path / "shared.git"
    if shared.exists():
        shutil.copytree(shared, tmp_path / "before.git")
    _anew(review, worked)
    moments = _moments(_traced(worked, call, "", *command), call)
    # Two runs differ by some calls, such as waits for a child; the last quarter may not be reached another time.
    moments = moments[: 1 + len(moments) * 3 // 4]
    dice = random.Random(f"{name} {call}")  # noqa: S311 - a sample, no secret
    for count in dice.sample(moments, min(len(moments), SAMPLES if THOROUGH else IN_A_HURRY)):
        if shared.exists():
            shutil.rmtree(shared)
            shutil.copytree(tmp_path / "before.git", shared)
        _anew(review, worked)
        assert _killed(worked, call, count, *command)
        _whole(run, worked, {old}, command)


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["fsync EIO", "link EROFS", "rename EIO", "mkdir ENOSPC"])
@pytest.mark.parametrize("name", COMMANDS if THOROUGH else ("accept", "sync"))
def test_a_fault_of_the_disk_leaves_all_whole(review: Clone, run: Run, tmp_path: Path, name: str, fault: str) -> None:
    """From some call on the disk refuses all of its kind: the command is done or says so, and nothing is lost."""
    _require_trace()
    call, error = fault.split()
    old = remark(run, review, "comment", "principles", "--whole", "-m", "Here before.")
    command = _prepared(name, review, run)
    worked = Clone(tmp_path / "worked")
    for count in (1, 2, 4, 8) if THOROUGH else (2,):
        _anew(review, worked)
        _traced(worked, call, f"error={error}:when={count}+", *command)
        _whole(run, worked, {old}, command)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["comment", "submit", "accept"])
def test_what_is_said_to_be_done_is_on_the_disk(review: Clone, run: Run, name: str) -> None:
    """Each file is synced before it gets its name, and the folder of ours afterwards, before anything is said."""
    _require_trace()
    command = _prepared(name, review, run)
    rows = _whole_calls(_traced(review, "fsync,fdatasync,link,rename,write", "", *command))
    synced, unsynced, named = set[str](), set[str](), 0
    for row in rows:
        call, _, rest = row.partition("(")
        if call in {"fsync", "fdatasync"}:
            path = rest.partition("<")[2].partition(">")[0]
            synced.add(path)
            unsynced.discard(path)
        elif call in {"link", "rename"} and rest.endswith("= 0"):
            source, target = re.findall(r'"([^"]+)"', rest)[:2]
            if not Path(target).is_relative_to(review.path):
                continue  # what is kept of the person's own, such as git's version, can be asked for again
            assert source in synced, row
            named += 1
            if source.endswith(".tmp"):
                unsynced.add(str(Path(target).parent))
        elif call == "write" and rest.startswith("1<") and re.search(r'"(?:Saved|Submitted|Accept)', rest):
            assert not unsynced, unsynced
            break
    else:
        pytest.fail("it said nothing")
    assert named


def _whole_calls(trace: str) -> Iterator[str]:
    """Yield each call of a trace once it has ended; strace writes one in two lines where another process comes in."""
    begun: dict[str, str] = {}
    for row in trace.splitlines():
        process, _, rest = row.partition(" ")
        call = rest.lstrip()
        if call.endswith("<unfinished ...>"):
            begun[process] = call.removesuffix("<unfinished ...>").rstrip()
        elif call.startswith("<... "):
            yield begun.pop(process, "") + call.partition("resumed>")[2]
        else:
            yield call
