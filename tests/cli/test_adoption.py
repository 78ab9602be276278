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
    made.commit_file("policy/records.md", RECORDS, "Write the policy", who=THEIRS)
    return made


@pytest.fixture
def fork(first: Clone, tmp_path: Path, run: Run) -> Clone:
    """Our clone of it, with a review of our own."""
    made = Clone(tmp_path / "fork")
    subprocess.run(["git", "clone", "-q", "-o", "first", str(first.path), str(made.path)], check=True)
    assert run(made, "init", "--policy", "policy", "--title", "Ours")[0] == 0
    return made


def adopted(run: Run, clone: Clone) -> dict[str, object]:
    """Return what `diff --adopted` tells."""
    found: dict[str, object] = ask(run, clone, "diff", "--adopted", "first")
    return found


def test_both_sides_are_told(first: Clone, fork: Clone, run: Run) -> None:
    """What they changed has numbers, what both changed is told as such, and nothing is fetched unasked."""
    first.commit_edit("policy/records.md", "two years", "six years", who=THEIRS)
    assert adopted(run, fork)["changes"] == []
    fork.git("fetch", "-q", "first")
    fork.commit_edit("policy/records.md", "two years", "ten years")
    fork.commit_edit("policy/principles.md", "Be kind.", "Be polite.")
    first.commit_edit("policy/principles.md", "must think", "shall think", who=THEIRS)
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
    assert "reviewtui adopt first --of" in shown


def test_a_change_is_taken_over_and_credited(first: Clone, fork: Clone, run: Run) -> None:
    """It becomes a suggestion at its place of now; accepting it keeps our words and credits theirs."""
    first.commit_edit("policy/principles.md", "must think", "shall think", who=THEIRS)
    fork.commit_edit("policy/principles.md", "Be kind.", "Be polite.")
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
    first.commit_edit("policy/records.md", "two years", "six years", who=THEIRS)
    made = Clone(tmp_path / "copy")
    made.path.mkdir()
    made.git("init", "-q", "-b", "main")
    made.git("remote", "add", "first", str(first.path))
    made.git("fetch", "-q", "first")
    made.git("checkout", "-q", taken, "--", "policy")
    made.commit("Take their policy over")
    assert run(made, "init", "--policy", "policy")[0] == 0
    made.commit_edit("policy/principles.md", "Be kind.", "Be polite.")
    found = adopted(run, made)
    assert found["base"] == taken
    assert [row["relation"] for row in found["changes"]] == ["new"]  # type: ignore[attr-defined]


def test_what_cannot_be_compared_is_said(first: Clone, fork: Clone, review: Clone, run: Run) -> None:
    """A remote that was not fetched, one with another policy, and numbers that are none: one line each."""
    assert "git fetch nowhere" in refused(run, fork, "diff", "--adopted", "nowhere")
    assert "git fetch --upload-pack" in refused(run, fork, "diff", "--adopted", "--upload-pack")
    assert "no change 7" in refused(run, fork, "adopt", "first", "7")
    assert "leave" in refused(run, fork, "diff", "0.1", "--adopted", "first")
    review.commit_file("policy/more.md", "# More\n\nEntirely different rules stand here.\n", "More")
    review.git("remote", "add", "first", str(first.path))
    review.git("fetch", "-q", "first")
    assert "never had the same text" in refused(run, review, "diff", "--adopted", "first")
    first.commit_file("policy/new.md", "# New\n\nA section about photographs and about consent.\n", "Add", who=THEIRS)
    fork.git("fetch", "-q", "first")
    assert "by hand" in refused(run, fork, "adopt", "first", "1")


def test_a_reviewer_suggests_in_the_own_name(first: Clone, fork: Clone, run: Run) -> None:
    """Who may not record for others makes the suggestion themselves; the words say where they come from."""
    first.commit_edit("policy/records.md", "two years", "six years", who=THEIRS)
    fork.git("fetch", "-q", "first")
    (thread,) = ask(run, fork, "adopt", "first", "1", who=SOUTHMERE)["threads"]
    found = thread_of(run, fork, thread)
    assert SOUTHMERE[1] in found["by"]
    assert THEIRS[1] in found["body"]


@pytest.fixture
def several(first: Clone, fork: Clone) -> Clone:
    """Our clone, after they changed one rule and the spelling of three sentences, and we have one of these already."""
    text = first.read("policy/principles.md")
    text = text.replace("must think", "should think").replace("Be kind.", "Be  kind!").replace("brief,", "brief")
    first.write("policy/principles.md", text)
    first.commit_edit("policy/records.md", "two years", "six years", "Several", who=THEIRS)
    fork.git("fetch", "-q", "first")
    fork.commit_edit("policy/records.md", "two years", "six years")
    return fork


def test_ranges_sections_and_editorial_ones(several: Clone, run: Run) -> None:
    """A range takes what can be taken and counts what is left out; the same change is never suggested twice."""
    rows: list[dict[str, object]] = adopted(run, several)["changes"]  # type: ignore[assignment]
    usable = [row for row in rows if row["can_be_taken"]]
    editorial = [row for row in usable if row["class"] == "editorial"]
    assert 0 < len(editorial) < len(usable) < len(rows)
    taken = ask(run, several, "adopt", "first", "--editorial")["threads"]
    assert len(taken) == len(editorial)
    code, out, err = run(several, "adopt", "first", f"1-{len(rows)}")
    assert (code, err) == (0, "")
    assert f"left out: {len(editorial)} suggested already, 1 in your text already" in out or (
        f"left out: 1 in your text already, {len(editorial)} suggested already" in out
    )
    assert len(ask(run, several, "threads")["threads"]) == len(usable)
    assert "nothing to take over" in refused(run, several, "adopt", "first", "--section", "principles")


def test_a_section_is_taken_as_a_whole(several: Clone, run: Run) -> None:
    """By its name, as everywhere."""
    rows: list[dict[str, object]] = adopted(run, several)["changes"]  # type: ignore[assignment]
    own = [row for row in rows if row["path"] == "policy/principles.md" and row["can_be_taken"]]
    assert len(ask(run, several, "adopt", "first", "--section", "principles")["threads"]) == len(own)
    assert "nowhere" in refused(run, several, "adopt", "first", "--section", "nowhere")


def test_numbers_belong_to_a_named_commit(several: Clone, first: Clone, run: Run) -> None:
    """After a fetch that puts a change before all others, the number still means what it meant at that commit."""
    known = adopted(run, several)
    rows: list[dict[str, object]] = known["changes"]  # type: ignore[assignment]
    number = next(row["number"] for row in rows if row["can_be_taken"] and "should" in str(row["after"]))
    first.commit_edit("policy/principles.md", "# Principles", "# Our principles", who=THEIRS)
    several.git("fetch", "-q", "first")
    commit = str(known["theirs"])
    (thread,) = ask(run, several, "adopt", "first", "--of", commit[:10], str(number))["threads"]
    assert "should" in str(thread_of(run, several, thread)["replacement"])
    assert "is no commit" in refused(run, several, "adopt", "first", "--of", "0" * 40, "1")
    assert f"--of {first.git('rev-parse', 'HEAD')[:10]}" in run(several, "diff", "--adopted", "first")[1]


@pytest.mark.quick(2)
@pytest.mark.parametrize("words", [("x",), ("5-2",), ("0",), ("1-",), (), ("1-99",)])
def test_what_is_no_number_is_refused(several: Clone, run: Run, words: tuple[str, ...]) -> None:
    """One line says how numbers are given, and nothing is saved."""
    refused(run, several, "adopt", "first", *words)
    assert ask(run, several, "threads")["threads"] == []
