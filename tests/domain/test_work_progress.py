"""Long work tells how far it is, and ends between two steps when whoever watches wants that."""

import pytest

from reviewtui.domain.refusal import Stopped
from reviewtui.domain.review.sync_state import Progress
from reviewtui.domain.review.work_progress import step_by_step, watched_by
from reviewtui.workspace.workspace import Workspace
from tests.acting import remark
from tests.conftest import Clone, Run


def test_opening_counts_the_remarks_and_stopping_it_loses_nothing(review: Clone, run: Run) -> None:
    """Each remark whose text has changed is a step; after a stop the next opening finds the same places."""
    for words in ("two years", "Posts are records"):
        remark(run, review, "comment", "records", "--quote", words, "-m", "Why?")
    review.commit_edit("policy/records.md", "# Records", "# Our records", "Another title")
    heard: list[Progress] = []
    stopped = Workspace.open(review.path)

    def stop(progress: Progress) -> None:
        heard.append(progress)
        raise Stopped("Stopped.")

    with watched_by(stop), pytest.raises(Stopped):
        stopped.load()
    with watched_by(heard.append):
        whole = Workspace.open(review.path).load()
    assert [(each.stage, each.done, each.total) for each in heard] == [
        ("Finding the remarks", 0, 2),
        ("Finding the remarks", 0, 2),
        ("Finding the remarks", 1, 2),
    ]
    assert stopped.load().placements == whole.placements


def test_work_that_nobody_watches_goes_on() -> None:
    """All items come, in their order."""
    assert list(step_by_step("abc", "Spelling")) == ["a", "b", "c"]
