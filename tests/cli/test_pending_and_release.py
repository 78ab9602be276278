"""A release is what is committed: what is pending in the author's clone opens no gate of it."""

from tests.acting import ask, refused, remark, submitted
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_a_withdrawal_that_nobody_submitted_releases_nothing(review: Clone, run: Run) -> None:
    """The gates as they stood are those that everybody sees; submitted, the release goes through."""
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    for who in (NORTHVALE, SOUTHMERE):
        ask(run, review, "read", "index", "principles", "records", who=who)
        submitted(run, review, "signoff", "support", who=who)
    ask(run, review, "withdraw", thread, who=NORTHVALE)
    assert "submit" in refused(run, review, "release", "1.0")
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "release", "1.0")


def test_an_overridden_release_records_the_gates_as_everybody_sees_them(review: Clone, run: Run) -> None:
    """The gate of blocking remarks is recorded as shut, whatever lies in this clone."""
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    ask(run, review, "withdraw", thread, who=NORTHVALE)
    path = ask(run, review, "release", "1.0", "--override", "It is needed now.")
    text = review.git("show", "HEAD", "--", "reviews/releases")
    assert path["commit"]
    gate = text[text.index('name = "blocking"') :]
    assert "+passed = false" in gate[:120], gate[:200]
