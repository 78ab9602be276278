"""Who may decide what, and when."""

import pytest

from tests.acting import ask, refused, suggestion, thread_of, unchanged
from tests.cli.conftest import LONG
from tests.cli.test_accept import BETTER, SEVENTH
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_a_pending_thread_cannot_be_decided(long: Clone, run: Run) -> None:
    """A decision on a remark that nobody has submitted would be about nothing that others have: exit 2."""
    thread = ask(run, long, "suggest", "long", "--quote", SEVENTH, "--replace", BETTER, who=NORTHVALE)["thread"]
    with unchanged(long):
        for command in (("accept",), ("decline", "-m", "No."), ("note",), ("defer", "-m", "Later.")):
            assert "pending" in refused(run, long, command[0], thread, *command[1:])


def test_a_reviewer_decides_nothing(long: Clone, run: Run) -> None:
    """Decisions are the author's alone."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    with unchanged(long):
        for arguments in (("accept", thread), ("decline", thread, "-m", "No."), ("undo", thread), ("note", thread)):
            assert "nly an author" in refused(run, long, *arguments, who=SOUTHMERE)


def test_several_threads_stop_at_the_first_that_fails(long: Clone, run: Run) -> None:
    """One commit each; what went through stays and is named, the failing one and the rest are untouched."""
    one = suggestion(run, long, "thing number 1 well", "thing number 1 better", "long")
    two = suggestion(run, long, "thing number 3 well", "thing number 3 better", "long")
    three = suggestion(run, long, "thing number 5 well", "thing number 5 better", "long")
    long.commit_file("policy/long.md", LONG.replace("thing number 3 well", "what number 3 asks"), "Change the second")
    start = long.git("rev-parse", "HEAD")
    code, out, err = run(long, "accept", one, two, three)
    assert code == 3
    assert out.count("\n") == 1
    assert "1 of 3 went through" in err
    assert two in err
    assert long.git("rev-list", "--count", f"{start}..HEAD") == "1"
    states = [thread_of(run, long, thread)["state"] for thread in (one, two, three)]
    assert states == ["accepted", "open", "open"]


def test_decided_once_is_decided(long: Clone, run: Run) -> None:
    """A second decision asks for an undo first."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    ask(run, long, "decline", thread, "-m", "Not now.")
    with unchanged(long):
        assert "undo" in refused(run, long, "accept", thread)


@pytest.mark.parametrize("verdict", ["decline", "defer"])
def test_no_without_a_reason(long: Clone, run: Run, verdict: str) -> None:
    """Declining and deferring need words."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    assert "-m" in refused(run, long, verdict, thread)
    assert "reason" in refused(run, long, verdict, thread, "-m", "  ")


def test_duplicate_needs_another_thread(long: Clone, run: Run) -> None:
    """A duplicate names what it repeats, which is not itself."""
    one = suggestion(run, long, SEVENTH, BETTER, "long")
    two = suggestion(run, long, SEVENTH, "officers do it", "long")
    refused(run, long, "duplicate", one, one)
    ask(run, long, "duplicate", two, one)
    assert thread_of(run, long, two)["state"] == "duplicate"
