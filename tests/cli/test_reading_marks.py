"""What somebody has read is an event about exact bytes, made once for each text."""

import tomllib

from tests.acting import ask, refused
from tests.conftest import NORTHVALE, Clone, Run


def test_reading_is_bound_to_the_text(review: Clone, run: Run) -> None:
    """A section is marked once as it stands, and again when its text has changed."""
    first = ask(run, review, "read", "records", who=NORTHVALE)
    event = tomllib.loads(review.read(first["path"]))
    assert (event["type"], event["path"]) == ("read", "policy/records.md")
    assert event["blob"] == review.git("hash-object", "policy/records.md").strip()
    assert "already" in run(review, "read", "records", who=NORTHVALE)[1]
    review.write("policy/records.md", review.read("policy/records.md") + "\nOne more rule.\n")
    second = ask(run, review, "read", "records", who=NORTHVALE)
    assert second["path"] != first["path"]


def test_reading_everything_and_submitting(review: Clone, run: Run) -> None:
    """Without a section the whole policy is marked, and submit commits the marks."""
    ask(run, review, "read", who=NORTHVALE)
    texts = review.git("ls-files", "policy").split()
    assert ask(run, review, "submit", who=NORTHVALE)["submitted"] == len(texts)
    assert len(review.git("ls-files", "reviews/reads").split()) == len(texts)
    assert ask(run, review, "verify")["ok"]


def test_an_unknown_section_is_named(review: Clone, run: Run) -> None:
    """A section that does not exist is refused with one line, and nothing is written."""
    assert "nowhere" in refused(run, review, "read", "nowhere", who=NORTHVALE)
    assert not review.git("status", "--porcelain")
