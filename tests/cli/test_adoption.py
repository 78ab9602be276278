"""A council that took a policy over sees what has changed there since, and takes it passage by passage."""

import subprocess
from pathlib import Path

import pytest

from tests.acting import ask, refused, thread_of
from tests.conftest import OFFICER, PRINCIPLES, RECORDS, SOUTHMERE, Clone, Run

THEIRS = ("T. Original", "original@first.example")


@pytest.fixture
def first(tmp_path: Path) -> Clone:
    """The policy of the council that wrote it, which reviews it in a way of its own."""
    made = Clone(tmp_path / "first")
    made.path.mkdir()
    made.git("init", "-q", "-b", "main")
    made.write("policy/principles.md", PRINCIPLES)
    made.write("policy/records.md", RECORDS)
    made.commit("Write the policy", who=THEIRS)
    return made


@pytest.fixture
def fork(first: Clone, tmp_path: Path, run: Run) -> Clone:
    """Our clone of it, with a review of our own."""
    made = Clone(tmp_path / "fork")
    subprocess.run(["git", "clone", "-q", "-o", "first", str(first.path), str(made.path)], check=True)
    assert run(made, "init", "--policy", "policy", "--title", "Ours")[0] == 0
    return made


def edit(clone: Clone, path: str, old: str, new: str, who: tuple[str, str] = OFFICER) -> None:
    """Change words of a section and commit that."""
    text = clone.read(path)
    assert old in text
    clone.write(path, text.replace(old, new))
    clone.commit("Edit", who=who)


def adopted(run: Run, clone: Clone) -> dict[str, object]:
    """Return what `diff --adopted` tells."""
    found: dict[str, object] = ask(run, clone, "diff", "--adopted", "first")
    return found


def test_both_sides_are_told(first: Clone, fork: Clone, run: Run) -> None:
    """What they changed has numbers, what both changed is told as such, and nothing is fetched unasked."""
    edit(first, "policy/records.md", "two years", "six years", THEIRS)
    assert adopted(run, fork)["changes"] == []
    fork.git("fetch", "-q", "first")
    edit(fork, "policy/records.md", "two years", "ten years")
    edit(fork, "policy/principles.md", "Be kind.", "Be polite.")
    edit(first, "policy/principles.md", "must think", "shall think", THEIRS)
    fork.git("fetch", "-q", "first")
    found = adopted(run, fork)
    assert found["theirs"] == first.git("rev-parse", "HEAD")
    changes = {row["their_path"]: row for row in found["changes"]}  # type: ignore[attr-defined]
    assert changes["policy/records.md"]["relation"] == "both"
    assert "ten" in changes["policy/records.md"]["ours"]
    assert changes["policy/principles.md"]["relation"] == "new"
    assert {row["path"] for row in found["own"]} == {"policy/records.md", "policy/principles.md"}  # type: ignore[attr-defined]
    shown = run(fork, "diff", "--adopted", "first")[1]
    assert "you changed the same words" in shown
    assert "reviewtui adopt first N" in shown


def test_a_change_is_taken_over_and_credited(first: Clone, fork: Clone, run: Run) -> None:
    """It becomes a suggestion at its place of now; accepting it keeps our words and credits theirs."""
    edit(first, "policy/principles.md", "must think", "shall think", THEIRS)
    edit(fork, "policy/principles.md", "Be kind.", "Be polite.")
    fork.git("fetch", "-q", "first")
    (thread,) = ask(run, fork, "adopt", "first", "1")["threads"]
    found = thread_of(run, fork, thread)
    assert found["by"] == f"{THEIRS[0]} <{THEIRS[1]}>"
    assert found["recorded_by"] == f"{OFFICER[0]} <{OFFICER[1]}>"
    assert "already" in refused(run, fork, "adopt", "first", "1")
    ask(run, fork, "submit")
    ask(run, fork, "accept", thread)
    text = fork.read("policy/principles.md")
    assert ("shall think" in text, "Be polite." in text) == (True, True)
    assert f"Co-authored-by: {THEIRS[0]} <{THEIRS[1]}>" in fork.git("log", "-1", "--format=%B")
    (row,) = adopted(run, fork)["changes"]  # type: ignore[misc]
    assert row["relation"] == "same"
    assert "in your text already" in refused(run, fork, "adopt", "first", "1")
    assert ask(run, fork, "verify")["ok"]


def test_a_text_that_was_copied_is_found_again(first: Clone, tmp_path: Path, run: Run) -> None:
    """A review that began with their text and without their history is compared from the version that it took."""
    taken = first.git("rev-parse", "HEAD")
    edit(first, "policy/records.md", "two years", "six years", THEIRS)
    made = Clone(tmp_path / "copy")
    made.path.mkdir()
    made.git("init", "-q", "-b", "main")
    made.git("remote", "add", "first", str(first.path))
    made.git("fetch", "-q", "first")
    made.git("checkout", "-q", taken, "--", "policy")
    made.commit("Take their policy over")
    assert run(made, "init", "--policy", "policy")[0] == 0
    edit(made, "policy/principles.md", "Be kind.", "Be polite.")
    found = adopted(run, made)
    assert found["base"] == taken
    assert [row["relation"] for row in found["changes"]] == ["new"]  # type: ignore[attr-defined]


def test_what_cannot_be_compared_is_said(first: Clone, fork: Clone, review: Clone, run: Run) -> None:
    """A remote that was not fetched, one with another policy, and numbers that are none: one line each."""
    assert "git fetch nowhere" in refused(run, fork, "diff", "--adopted", "nowhere")
    assert "git fetch --upload-pack" in refused(run, fork, "diff", "--adopted", "--upload-pack")
    assert "no change 7" in refused(run, fork, "adopt", "first", "7")
    assert "leave" in refused(run, fork, "diff", "0.1", "--adopted", "first")
    review.write("policy/more.md", "# More\n\nEntirely different rules stand here.\n")
    review.commit("More")
    review.git("remote", "add", "first", str(first.path))
    review.git("fetch", "-q", "first")
    assert "never had the same text" in refused(run, review, "diff", "--adopted", "first")
    first.write("policy/new.md", "# New\n\nA section about photographs and about consent.\n")
    first.commit("Add", who=THEIRS)
    fork.git("fetch", "-q", "first")
    assert "by hand" in refused(run, fork, "adopt", "first", "1")


def test_a_reviewer_suggests_in_the_own_name(first: Clone, fork: Clone, run: Run) -> None:
    """Who may not record for others makes the suggestion themselves; the words say where they come from."""
    edit(first, "policy/records.md", "two years", "six years", THEIRS)
    fork.git("fetch", "-q", "first")
    (thread,) = ask(run, fork, "adopt", "first", "1", who=SOUTHMERE)["threads"]
    found = thread_of(run, fork, thread)
    assert SOUTHMERE[1] in found["by"]
    assert THEIRS[1] in found["body"]
