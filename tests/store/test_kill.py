"""A process that is killed in the middle of a decision leaves a state that the next one finishes or takes back."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewtui.store.commit import commits
from reviewtui.store.commit.journal import needs_recovery
from reviewtui.store.git.repository import open_repository
from tests.acting import ask, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run, environment_of

CHILD = """
import os, signal, sys
from pathlib import Path
import reviewtui.store.commit.head_advance as advancing, reviewtui.store.files.durable as durable
import reviewtui.store.git.process.git as git, reviewtui.store.git.trees as trees
from reviewtui.store.commit.journal import Journal
from reviewtui.store.git.process.safe_git import SafeGit
from reviewtui.cli.program import run

def die(*_arguments, **_options):
    os.kill(os.getpid(), signal.SIGKILL)

class Counted:
    left = int(sys.argv[2])
    def __call__(self, real):
        def act(*arguments, **options):
            Counted.left -= 1
            if Counted.left < 0:
                die()
            return real(*arguments, **options)
        return act

counted = Counted()
point = sys.argv[1]
if point == "git":
    SafeGit.execute = counted(SafeGit.execute)
elif point == "tree":
    start = git.run_program
    git.run_program = lambda command, *rest, **more: die() if "write-tree" in command else start(command, *rest, **more)
    trees.edited_tree = lambda *_: ""  # so that the tree is made in an index
elif point == "replace":
    Path.replace = counted(Path.replace)
elif point == "fsync":
    os.fsync = counted(os.fsync)
elif point == "link":
    os.link = counted(os.link)
elif point == "head":
    advancing.move_head = die
elif point == "finish":
    Journal.finish = die
elif point == "drop":
    Journal.drop = die
sys.exit(run(sys.argv[3:]))
"""


def killed(clone: Clone, point: str, count: int, *arguments: str, who: tuple[str, str] = OFFICER) -> bool:
    """Run a command in a process of its own that kills itself at a point; say whether it came to that."""
    root = str(Path(commits.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, point, str(count), "-C", str(clone.path), *arguments],
        env=environment_of(who) | {"PYTHONPATH": root},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr.decode()
    return done.returncode != 0


def whole(run: Run, clone: Clone, thread: str, before: str, after: str) -> str:
    """Expect that the next writing command leaves the decision wholly or not at all; return the thread's state."""
    assert run(clone, "submit")[0] == 0
    state = str(thread_of(run, clone, thread)["state"])
    text = {"accepted": after, "open": before}[state]
    assert clone.read("policy/principles.md") == text
    assert clone.git("show", "HEAD:policy/principles.md") == text.rstrip("\n")
    assert clone.git("show", ":policy/principles.md") == text.rstrip("\n")
    assert clone.git("status", "--porcelain") == ""
    assert ask(run, clone, "verify")["ok"]
    return state


def test_a_kill_between_commit_and_work_tree_is_finished(review: Clone, run: Run) -> None:
    """HEAD holds the decision and the file does not: the next command writes the file."""
    before = review.read("policy/principles.md")
    thread = suggestion(run, review, "must think", "think twice")
    assert killed(review, "finish", 0, "accept", thread)
    assert "cut off" in run(review, "verify")[1]
    assert review.read("policy/principles.md") == before  # reading recovers nothing
    assert needs_recovery(open_repository(review.path))
    assert whole(run, review, thread, before, before.replace("must think", "think twice")) == "accepted"
    assert not needs_recovery(open_repository(review.path))


def test_a_kill_between_index_and_head_is_taken_back(review: Clone, run: Run) -> None:
    """The index holds words that no commit has: the next command gives it its own entries again."""
    before = review.read("policy/principles.md")
    thread = suggestion(run, review, "must think", "think twice")
    assert killed(review, "head", 0, "accept", thread)
    assert whole(run, review, thread, before, before.replace("must think", "think twice")) == "open"
    ask(run, review, "accept", thread)


def test_edits_made_after_the_kill_are_not_overwritten(review: Clone, run: Run) -> None:
    """A file that somebody changed before the recovery keeps their bytes."""
    thread = suggestion(run, review, "must think", "think twice")
    assert killed(review, "finish", 0, "accept", thread)
    review.write("policy/principles.md", "# Principles\n\nMine.\n")
    assert thread_of(run, review, thread)["state"] == "accepted"
    assert review.read("policy/principles.md") == "# Principles\n\nMine.\n"


POINTS = [("git", n) for n in range(0, 28, 3)] + [(p, n) for p in ("replace", "fsync") for n in range(3)]


@pytest.mark.slow
@pytest.mark.parametrize(("point", "count"), [*POINTS, ("drop", 0)])
def test_a_kill_anywhere_leaves_all_or_nothing(review: Clone, run: Run, point: str, count: int) -> None:
    """Killed at any call of git and any step to the disk, a decision is there wholly or not at all."""
    before = review.read("policy/principles.md")
    thread = suggestion(run, review, "must think", "think twice")
    killed(review, point, count, "accept", thread)
    for lock in review.path.glob(".git/*.lock"):
        lock.unlink()
    if whole(run, review, thread, before, before.replace("must think", "think twice")) == "open":
        ask(run, review, "accept", thread)
    assert whole(run, review, thread, before, before.replace("must think", "think twice")) == "accepted"
    assert not list(review.path.rglob("*.tmp"))


@pytest.mark.parametrize(("point", "count"), [("link", 0), ("fsync", 0), ("fsync", 1)])
def test_a_kill_while_saving_a_remark_loses_no_other(review: Clone, run: Run, point: str, count: int) -> None:
    """The event is absent or whole; a stray temporary file is no event and stops nothing."""
    ask(run, review, "comment", "-m", "First.", who=NORTHVALE)
    assert killed(review, point, count, "comment", "-m", "Second.", who=NORTHVALE)
    bodies = {row["body"] for row in ask(run, review, "threads")["threads"]}
    assert "First." in bodies
    assert bodies <= {"First.", "Second."}
    assert ask(run, review, "threads")["problems"] == []
    assert ask(run, review, "submit", who=NORTHVALE)["submitted"] == len(bodies)


@pytest.mark.parametrize("count", [8, 12, 14])
def test_a_kill_while_submitting_loses_nothing(review: Clone, run: Run, count: int) -> None:
    """What was pending is pending or submitted."""
    thread = ask(run, review, "comment", "-m", "First.", who=NORTHVALE)["thread"]
    killed(review, "git", count, "submit", who=NORTHVALE)
    for lock in review.path.glob(".git/*.lock"):
        lock.unlink()
    ask(run, review, "submit", who=NORTHVALE)
    found = thread_of(run, review, thread)
    assert (found["body"], found["flags"]) == ("First.", [])
    assert review.git("status", "--porcelain") == ""


def test_a_damaged_journal_is_named(review: Clone, run: Run) -> None:
    """A journal that cannot be read stops with exit 4 and one line that names it."""
    folder = open_repository(review.path).git.git_dir / "reviewtui"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "journal.json").write_text("{", "utf-8")
    code, _, err = run(review, "comment", "-m", "Here.")
    assert code == 4
    assert "journal.json" in err


@pytest.mark.parametrize(("point", "count"), [("tree", 0), ("fsync", 1), ("link", 0)])
def test_nothing_is_left_lying_about(review: Clone, run: Run, point: str, count: int) -> None:
    """What a killed process had written aside, outside the record or in it, goes with the next command."""
    thread = suggestion(run, review, "must think", "may think")
    arguments = ("accept", thread) if point == "tree" else ("comment", "-m", "x")
    assert killed(review, point, count, *arguments)
    left = [*(review.path / ".git" / "reviewtui").glob("index-*"), *(review.path / "reviews").glob(".*.tmp")]
    assert left != []
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "comment", "-m", "y", who=NORTHVALE)
    state = [path.name for path in (review.path / ".git" / "reviewtui").iterdir()]
    assert [name for name in state if name.startswith("index-") or name.endswith(".tmp")] == []
    assert list(review.path.rglob("*.tmp")) == []
