"""Sign-offs grow stale by substance: the class of the change decides, and the author's word on it."""

import pytest

from tests.acting import ask, gate_of, refused, submitted
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


@pytest.fixture
def signed(review: Clone, run: Run) -> Clone:
    """A review that both organisations signed off."""
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "signoff", "support", who=who)
    return review


def test_a_typo_leaves_sign_offs_as_they_are(signed: Clone, run: Run) -> None:
    """Wording does not matter, a number does, and the evidence says which one."""
    signed.commit_edit("policy/records.md", "Posts are records.", "Posts are the records.")
    assert gate_of(run, signed, "signoffs")["passed"]
    signed.commit_edit("policy/records.md", "two years", "six years")
    found = gate_of(run, signed, "signoffs")
    assert len(found["evidence"]) == 2
    rows = ask(run, signed, "organisation", "list")["organisations"]
    assert [(row["position"], [text["path"] for text in row["stale"]]) for row in rows] == [
        ("support", ["policy/records.md"])
    ] * 2
    assert "stale: records.md" in run(signed, "organisation", "list")[1]
    assert "two" in found["evidence"][0]["text"]
    assert "classify" in found["flips"]


@pytest.mark.slow
def test_the_author_may_say_otherwise(signed: Clone, run: Run) -> None:
    """With a reason a doubt is called editorial, the gate passes, and the comparison shows the author's word."""
    signed.commit_edit("policy/records.md", "Posts are records.", "Posts are public records.")
    assert not gate_of(run, signed, "signoffs")["passed"]
    assert "author" in refused(run, signed, "classify", "records", "editorial", "-m", "x", who=NORTHVALE)
    assert "-m" in refused(run, signed, "classify", "records", "editorial")
    done = ask(run, signed, "classify", "records", "editorial", "-m", "The law always said public.")
    assert signed.git("show", "--name-only", "--format=", "HEAD") == done["path"]
    assert gate_of(run, signed, "signoffs")["passed"]
    signed.commit_edit("policy/records.md", "Posts are public", "The posts are public")
    assert gate_of(run, signed, "signoffs")["passed"]
    signed.commit_edit("policy/records.md", "two years", "one month")
    assert not gate_of(run, signed, "signoffs")["passed"]
    assert ask(run, signed, "verify")["ok"]


def test_an_alarm_is_not_settled_by_the_authors_word(signed: Clone, run: Run) -> None:
    """Another number makes the sign-offs stale whatever the author calls it, and the gate says what he called it."""
    signed.commit_edit("policy/records.md", "two years", "six years")
    told = run(signed, "classify", "records", "editorial", "-m", "The law always said six.")[1]
    assert "alarm" in told
    found = gate_of(run, signed, "signoffs")
    assert not found["passed"]
    assert "called editorial by the author: The law always said six." in found["evidence"][0]["text"]


def test_a_typo_can_be_called_grave(signed: Clone, run: Run) -> None:
    """The author's word also makes a sign-off stale that the words alone would have left."""
    before = signed.git("rev-parse", "HEAD")
    signed.commit_edit("policy/records.md", "Posts are records.", "Posts are the records.")
    assert "No release" in refused(run, signed, "classify", "records", "substantive", "-m", "x")
    ask(run, signed, "classify", "records", "substantive", "-m", "It says whose.", "--from", before)
    assert "It says whose." in gate_of(run, signed, "signoffs")["evidence"][0]["text"]


def test_the_class_of_a_change_since_a_release(signed: Clone, run: Run) -> None:
    """Without --from the newest release is meant; comparisons then show the author's class."""
    ask(run, signed, "release", "0.5")
    signed.commit_edit("policy/records.md", "two years", "six years")
    ask(run, signed, "classify", "records", "new-rule", "-m", "A new duty.")
    (section,) = ask(run, signed, "diff")["sections"]
    assert [(c["class"], c["reason"]) for c in section["changes"]] == [("new-rule", "by the author: A new duty.")]
    assert "has not changed" in refused(run, signed, "classify", "index", "editorial", "-m", "x", "--from", "0.5")


def test_uncommitted_words_have_no_class_yet(signed: Clone, run: Run) -> None:
    """A class is about committed texts, so that every clone can tell."""
    signed.write("policy/records.md", "# Records\n\nEdited.\n")
    assert "commit them first" in refused(run, signed, "classify", "records", "editorial", "-m", "x")


@pytest.mark.slow
def test_a_renamed_section_stays_signed_off(signed: Clone, run: Run) -> None:
    """A file under another name is the same text; a new one is not signed off, one taken away is a change."""
    signed.git("mv", "policy/records.md", "policy/keeping.md")
    signed.commit("Rename")
    assert gate_of(run, signed, "signoffs")["passed"]
    signed.commit_file("policy/new.md", "# New\n\nPosts must be approved by a manager before they go out.\n", "Add")
    assert ["new.md" in row["text"] for row in gate_of(run, signed, "signoffs")["evidence"]] == [True, True]
    signed.git("rm", "-q", "policy/new.md", "policy/keeping.md")
    signed.commit("Remove")
    found = gate_of(run, signed, "signoffs")
    assert all("records.md" in row["text"] for row in found["evidence"])
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, signed, "signoff", "no-objection", who=who)
    assert gate_of(run, signed, "signoffs")["passed"]


@pytest.mark.slow
def test_some_sections_only(review: Clone, run: Run) -> None:
    """A position on one section covers that one; taking it back leaves the others; pending ones do not count yet."""
    ask(run, review, "signoff", "support", "--section", "records", who=NORTHVALE)
    assert "has not signed off" in gate_of(run, review, "signoffs")["evidence"][0]["text"]
    ask(run, review, "submit", who=NORTHVALE)
    evidence = [row["text"] for row in gate_of(run, review, "signoffs")["evidence"] if "Northvale" in row["text"]]
    assert len(evidence) == 1
    assert "principles.md" in evidence[0]
    assert "records.md" not in evidence[0]
    ask(run, review, "signoff", "support", who=NORTHVALE)
    submitted(run, review, "signoff", "withdrawn", "--section", "index", who=NORTHVALE)
    evidence = [row["text"] for row in gate_of(run, review, "signoffs")["evidence"] if "Northvale" in row["text"]]
    assert ["index.md" in text for text in evidence] == [True]
    submitted(run, review, "signoff", "withdrawn", who=NORTHVALE)
    assert any(
        text.startswith("Northvale Council has not signed off")
        for text in [row["text"] for row in gate_of(run, review, "signoffs")["evidence"]]
    )
