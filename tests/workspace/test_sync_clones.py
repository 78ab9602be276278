"""Sync in clones of unusual shape: cut-off history, texts left at the server, a second work tree, turned line ends."""

from pathlib import Path

import pytest

from tests.acting import refused, remark, submitted
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced


@pytest.fixture
def bare(review: Clone) -> Path:
    """The bare repository that the officer's clone follows."""
    bare = bare_of(review)
    review.git(f"--git-dir={bare}", "config", "uploadpack.allowFilter", "true")
    review.git(f"--git-dir={bare}", "config", "uploadpack.allowAnySHA1InWant", "true")
    return bare


@pytest.mark.quick(1)
@pytest.mark.parametrize("shape", ["--depth=1", "--single-branch", "-c core.autocrlf=true"])
def test_a_clone_of_any_shape_shares(review: Clone, bare: Path, run: Run, shape: str) -> None:
    """Text and remarks go both ways, also where both sides changed the same file, and the work tree is clean after."""
    other = Clone(review.path.parent / "other")
    review.git("clone", "-q", *shape.split(), bare.as_uri(), str(other.path))
    review.write("policy/records.md", review.read("policy/records.md").replace("two years", "six years"))
    review.commit_edit("policy/principles.md", "Be kind.", "Be friendly.", "Six")
    remark(run, review, "comment", "-m", "Here.")
    synced(run, review)
    submitted(run, other, "comment", "-m", "There.", who=NORTHVALE)
    other.commit_edit("policy/principles.md", "two working", "three working", "Three")
    assert synced(run, other)["merged"]
    assert other.git("status", "--porcelain") == ""
    synced(run, review)
    assert bodies(run, review) == bodies(run, other) == {"Here.", "There."}
    text = other.read("policy/principles.md").replace("\r\n", "\n")
    assert "three working" in text
    assert text == review.read("policy/principles.md")
    assert "six years" in other.read("policy/records.md")


def test_a_partial_clone_says_how_to_become_whole(review: Clone, bare: Path, run: Run) -> None:
    """Nothing is fetched behind anybody's back: one line names the command; then sync gets every text that is new."""
    other = Clone(review.path.parent / "other")
    review.git("clone", "-q", "--filter=blob:none", bare.as_uri(), str(other.path))
    assert "git fetch --refetch --no-filter origin" in refused(run, other, "comment", "-m", "There.", code=4)
    other.git("fetch", "-q", "--refetch", "--no-filter", "origin")
    remark(run, other, "comment", "-m", "There.")
    review.commit_edit("policy/records.md", "two years", "six years", "Six")
    remark(run, review, "comment", "-m", "Here.")
    synced(run, review)
    synced(run, other)
    assert bodies(run, other) == {"Here.", "There."}
    assert "six years" in other.read("policy/records.md")


def test_a_sparse_checkout_shares(review: Clone, bare: Path, run: Run) -> None:
    """A file that was left out and that others change comes into the work tree, and nothing counts as deleted."""
    review.commit_file("notes/plan.md", "# Plan\n", "Plan")
    synced(run, review)
    other = clone_of(bare, "other")
    other.git("sparse-checkout", "set", "policy", "reviews")
    assert not (other.path / "notes").exists()
    review.commit_file("notes/plan.md", "# Plan B\n", "Plan B")
    synced(run, review)
    remark(run, other, "comment", "-m", "There.")
    synced(run, other)
    assert other.git("status", "--porcelain") == ""
    assert other.git("show", "HEAD:notes/plan.md") == "# Plan B"


def test_a_second_work_tree_shares_its_own_branch(bare: Path, run: Run) -> None:
    """A linked work tree has files of its own; the first one's stay as they are."""
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "There.")
    other.git("worktree", "add", "-q", "-b", "mine", str(bare.parent / "linked"))
    linked = Clone(bare.parent / "linked")
    remark(run, linked, "comment", "-m", "Linked.")
    told = synced(run, linked, "--new-branch")
    assert (told["branch"], told["sent"]) == ("mine", 2)
    assert "no branch 'mine'" in told["notes"][0]
    assert other.git("status", "--porcelain") == ""
    assert synced(run, linked)["received"]["commits"] == 0


def test_a_clone_that_was_partial_gets_annotated_tags(review: Clone, bare: Path, run: Run) -> None:
    """Its packs stay marked; a tag that is new is none that it lacks."""
    other = Clone(review.path.parent / "other")
    review.git("clone", "-q", "--filter=blob:none", bare.as_uri(), str(other.path))
    other.git("fetch", "-q", "--refetch", "--no-filter", "origin")
    review.git("tag", "-m", "One", "1.0.0")
    review.git("push", "-q", "origin", "1.0.0")
    assert synced(run, other)["tags_received"] == ["1.0.0"]
