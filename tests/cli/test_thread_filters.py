"""`threads` narrowed to one's own remarks, and to what was said since a day."""

from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_mine_and_since(review: Clone, run: Run) -> None:
    """Whoever asks sees their own remarks only; a day in the future leaves none; what is no day is refused."""
    mine = remark(run, review, "comment", "principles", "-m", "Mine.")
    remark(run, review, "comment", "principles", "-m", "Theirs.", who=SOUTHMERE)
    assert [row["thread"] for row in ask(run, review, "threads", "--mine", who=NORTHVALE)["threads"]] == [mine]
    assert len(ask(run, review, "threads", "--since", "2020-01-01")["threads"]) == 2
    assert ask(run, review, "threads", "--since", "2999-01-01")["threads"] == []
    assert "2020" in refused(run, review, "threads", "--since", "2020-13-01")
