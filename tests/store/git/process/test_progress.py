"""What git says while it talks to another repository becomes a value, and a hostile line is one without a count."""

import pytest

from reviewtui.domain.review.sync_state import Progress
from reviewtui.store.git.process.git import Git
from reviewtui.store.git.process.progress import progress_reader
from reviewtui.store.git.repository import open_repository
from reviewtui.views.sharing.sharing_lines import progress_bar, progress_words
from tests.conftest import Clone
from tests.sharing import bare_of

LINES = {
    "remote: Counting objects:  50% (2/4)": Progress("", "Counting", 2, 4),
    "remote: Enumerating objects: 7, done.": Progress("", "", 0, 0),
    "Receiving objects:  57% (4/7), 1.20 MiB | 2.00 MiB/s": Progress("", "Receiving", 4, 7, "1.20 MiB"),
    "Resolving deltas: 100% (3/3), done.": Progress("", "Resolving", 3, 3),
    "Writing objects:  10% (1/10)": Progress("", "Giving", 1, 10),
    "remote: \x1b]0;title\x07": Progress("", "", 0, 0),
    "Receiving objects: 999999999999999999% (1/0)": Progress("", "Receiving", 1, 0),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read(line: str) -> None:
    """Stage, objects and bytes come out of it; what is no progress keeps its words only."""
    heard: list[Progress] = []
    progress_reader(heard.append)(line)
    found = [each for each in heard if each.stage == LINES[line].stage]
    wanted = LINES[line]
    assert [(p.stage, p.done, p.total, p.amount) for p in found] == (
        [(wanted.stage, wanted.done, wanted.total, wanted.amount)] if found or wanted.stage else []
    )


def test_a_fetch_is_heard_step_by_step(review: Clone) -> None:
    """Counting and receiving arrive while our own runner listens, with totals, and nothing of the lines is kept."""
    bare = bare_of(review)
    other = Clone(review.path.with_name("fetching"))
    other.path.mkdir()
    other.git("init", "-q")
    git: Git = open_repository(other.path).git
    heard: list[Progress] = []
    environment = {"GIT_ALLOW_PROTOCOL": "file"}
    ended = git.talk("fetch", "--progress", str(bare), environment=environment, watch=heard.append)
    assert ended.returncode == 0, ended.errors
    counted = {step.stage for step in heard if step.total}
    assert "Counting" in counted
    assert all(0 <= step.done <= step.total for step in heard if step.total)


def test_the_bar_is_as_long_as_what_is_done() -> None:
    """Nothing known, no bar; never longer than its width."""
    assert progress_bar(Progress("x"), 10) == ""
    assert progress_bar(Progress("x", "Receiving", 5, 10), 10) == "█████░░░░░"
    assert progress_bar(Progress("x", "Receiving", 50, 10), 10) == "█" * 10
    assert progress_words(Progress("x", "Receiving", 5, 10, "1 MiB")) == "Receiving 50 % (5 of 10), 1 MiB"
    assert progress_words(Progress("Asking origin …")) == "Asking origin …"
