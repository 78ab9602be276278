"""What somebody has read is an event about exact bytes, made once for each text."""

import tomllib

from tests.acting import ask, refused, remark, suggestion
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


def _readers(run: Run, clone: Clone) -> tuple[str, str]:
    """Return who has read the principles, and of how much each reader read other words."""
    gates = {gate["name"]: gate["evidence"] for gate in ask(run, clone, "ready", code=1)["gates"]}
    read = [each["text"] for each in gates["coverage"] if each["text"].startswith("Principles")]
    changed = [each["text"] for each in gates["stability"] if "Northvale" in each["text"]]
    return "".join(read), "".join(changed)


def test_nobody_has_to_read_their_own_words_again(review: Clone, run: Run) -> None:
    """What I suggested and an author put in just so, I have read; other words of the author's I have not."""
    first = suggestion(run, review, "should ask the communications team", "must ask the communications team")
    second = remark(
        run, review, "suggest", "principles", "--after", "Be kind", "--insert", " and patient", "-m", "Too."
    )
    ask(run, review, "accept", first, second)
    read, changed = _readers(run, review)
    assert "read by Northvale Council (1 of 2)" in read
    assert not changed or "0%" in changed or "0.0%" in changed
    third = suggestion(run, review, "two working days", "three working days")
    ask(run, review, "accept", third, "--as", "ten working days")
    read, _ = _readers(run, review)
    assert "read by nobody as it stands" in read


def test_an_unknown_section_is_named(review: Clone, run: Run) -> None:
    """A section that does not exist is refused with one line, and nothing is written."""
    assert "nowhere" in refused(run, review, "read", "nowhere", who=NORTHVALE)
    assert not review.git("status", "--porcelain")
