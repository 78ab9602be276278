"""How many children each command starts on the example, git's own reader of objects included: an upper bound each."""

import shutil

import pytest

from reviewtui.store.git.objects import ls_tree
from reviewtui.store.git.process.environment import STARTED
from tests.acting import ask
from tests.conftest import Clone, Run

pytestmark = pytest.mark.slow

AUTHOR = ("Policy Officer", "policy.officer@ashmere.example")
COLD, WARM = 7, 5
JUDGING = 6
BOUNDS = {"status": 6, "threads": 4, "ready": 9, "versions": 10, "diff": 6, "check": WARM, "show": 4}


def _started(run: Run, clone: Clone, *words: str, who: tuple[str, str] = AUTHOR) -> int:
    ls_tree.cache_clear()  # what another command of this process asked
    before = STARTED.total()
    code, _, err = run(clone, *words, who=who)
    assert code in {0, 1}, err
    return STARTED.total() - before


def _suggestion(run: Run, clone: Clone) -> str:
    rows = ask(run, clone, "threads", "--open", who=AUTHOR)["threads"]
    usable = [r for r in rows if r["replacement"] and r["placement"] == "exact" and "pending" not in r["flags"]]
    return str(usable[0]["thread"])


def test_opening_the_example_starts_few_children(example: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing kept: at most 7, and 5 once it was read before, also for somebody whom only the configuration names."""
    shutil.rmtree(example.path / ".git" / "reviewtui", ignore_errors=True)
    assert _started(run, example, "threads") <= COLD
    assert _started(run, example, "threads") <= WARM
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    assert _started(run, example, "threads", who=("", "")) <= WARM


@pytest.mark.parametrize("command", BOUNDS)
def test_a_command_starts_no_more_than_its_bound(example: Clone, run: Run, command: str) -> None:
    """What is asked of git is asked together, or of the reader that is there already."""
    words = (command, _suggestion(run, example)) if command == "show" else (command,)
    _started(run, example, "threads")
    assert _started(run, example, *words) <= BOUNDS[command]


def test_judging_adds_few_children(example: Clone, run: Run) -> None:
    """Readiness asks of git at most six times more than a list of the threads."""
    loaded = [_started(run, example, "threads") for _ in range(2)][1]
    assert _started(run, example, "ready") - loaded <= JUDGING


def test_deciding_starts_a_bounded_number(example: Clone, run: Run) -> None:
    """An accepted suggestion writes objects, index, HEAD and file, and reads what it needs once."""
    thread = _suggestion(run, example)
    assert _started(run, example, "accept", thread) <= 12
