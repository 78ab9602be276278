"""A command that is told to end takes git's child with it, and what that has started."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.acting import program_at, remark
from tests.conftest import OFFICER, Clone, Run, environment_of
from tests.sharing import bare_of, synced


def _gone(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return state.exists() and ") Z" in state.read_text("ascii")


def _until(happened: "object", seconds: float = 20) -> None:
    give_up = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < give_up
        time.sleep(0.05)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (getattr(signal, "SIGHUP", signal.SIGTERM), 129)]
)
def test_a_signal_ends_gits_child(review: Clone, number: signal.Signals, code: int) -> None:
    """SIGTERM, SIGINT and SIGHUP while the network is waited for: one line, the signal's code, and no ssh left."""
    noting = "echo $$ > $(dirname $0)/pid.new\nmv $(dirname $0)/pid.new $(dirname $0)/pid"
    program = program_at(review.path.parent / "bin" / "ssh", f"{noting}\nexec sleep 60")
    pid = program.parent / "pid"
    environment = environment_of(OFFICER) | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    arguments = [sys.executable, "-m", "reviewtui", "-C", str(review.path), "sync", "ssh://council.example/p.git"]
    process = subprocess.Popen(arguments, env=environment, stderr=subprocess.PIPE, text=True)
    _until(pid.exists)
    child = int(pid.read_text("ascii"))
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (code, "\nInterrupted; nothing was lost.\n")
    _until(lambda: _gone(child))


def test_a_silent_hook_is_waited_for(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server whose hook says nothing for longer than an answer may take is waited for, and that is shown."""
    bare = bare_of(review)
    program_at(bare / "hooks" / "pre-receive", "sleep 2")
    remark(run, review, "comment", "-m", "First.")
    shown: list[str] = []
    monkeypatch.setattr("reviewtui.store.git.process.child_process.SILENCE", 1.0)
    monkeypatch.setattr("reviewtui.store.git.process.child_process.QUIET", 0.5)
    monkeypatch.setattr("reviewtui.cli.output.ProgressLine.show", lambda _, words: shown.append(words))
    assert synced(run, review)["sent"] == 1
    assert any(line.startswith("Waiting for the other side") for line in shown)
