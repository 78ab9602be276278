"""Many releases: only the newest are gone into, and what was counted once is not counted again."""

import pytest

from tests.acting import ask, remark
from tests.conftest import Clone, Run


def _tagged(review: Clone, count: int) -> None:
    """Put version tags on as many commits of the same text, and one on the text before."""
    tree = review.git("rev-parse", "HEAD^{tree}")
    parent = review.git("rev-parse", "HEAD")
    for number in range(count):
        parent = review.git("commit-tree", tree, "-p", parent, "-m", "Next")
        review.git("tag", f"0.{number}.0", parent)
    review.git("reset", "-q", "--hard", parent)


def test_only_the_newest_releases_are_counted_in(review: Clone, run: Run) -> None:
    """All are listed; of 63 the newest 60 have counts, and all of them with --all."""
    remark(run, review, "comment", "-m", "First.")
    _tagged(review, 63)
    rows = ask(run, review, "versions")["versions"]
    assert [row["open"] for row in rows] == [None] * 3 + [1] * 61
    assert [row["words_changed"] for row in rows] == [None] * 3 + [0] * 61
    rows = ask(run, review, "versions", "--all")["versions"]
    assert [row["words_changed"] for row in rows] == [None] + [0] * 63


def test_what_was_counted_is_not_counted_again(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time no history is read and no text compared but for the draft's."""
    remark(run, review, "comment", "-m", "First.")
    _tagged(review, 6)
    review.write("policy/records.md", "# Records\n\nOther words.\n")
    before = ask(run, review, "versions")
    read: list[object] = []
    monkeypatch.setattr(
        "reviewtui.workspace.judging.milestones.read_committed_state", lambda *arguments: read.append(arguments)
    )
    assert ask(run, review, "versions") == before
    assert read == []


def test_before_the_review_no_history_is_read(policy: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release without a record had nothing open, whatever the history holds."""
    _tagged(policy, 3)
    monkeypatch.setattr(
        "reviewtui.workspace.judging.milestones.read_committed_state", lambda *_: pytest.fail("it was read")
    )
    assert [row["open"] for row in ask(run, policy, "versions")["versions"]] == [0, 0, 0, 0]
