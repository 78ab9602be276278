"""Commits of a hostile partner, whose trees git itself would not check out."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acting import picture, refused, remark, unchanged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of


def _tree(clone: Clone, rows: list[bytes]) -> str:
    made = subprocess.run(
        ["git", "mktree", "-z"], input=b"".join(rows), cwd=clone.path, capture_output=True, check=True
    )
    return made.stdout.decode().strip()


def _row(mode: str, kind: str, object_id: str, name: bytes) -> bytes:
    return f"{mode} {kind} {object_id}\t".encode() + name + b"\0"


def _pushed(clone: Clone, bare: Path, names: list[bytes]) -> None:
    """Push a commit that adds one file, its path as `names` say, git's own rules or not."""
    clone.write("evil", "#!/bin/sh\n")
    tree = _row("100644", "blob", clone.git("hash-object", "-w", "evil"), names[-1])
    for name in reversed(names[:-1]):
        tree = _row("040000", "tree", _tree(clone, [tree]), name)
    listed = subprocess.run(["git", "ls-tree", "-z", "HEAD"], cwd=clone.path, capture_output=True, check=True).stdout
    root = [row + b"\0" for row in listed.split(b"\0") if row and not row.endswith(b"\t" + names[0])]
    commit = clone.git("commit-tree", "-p", "HEAD", "-m", "Tidy up", _tree(clone, [*root, tree]))
    clone.git("push", "-q", str(bare), f"{commit}:refs/heads/main")


@pytest.mark.parametrize("merges", ["", "merging"])
@pytest.mark.parametrize(
    "names",
    [
        [b".git", b"hooks", b"post-commit"],
        [b"policy2", b".git", b"config"],
        [b"policy2", b"..", b"..", b"x"],
        [b"caf\xe9.md"],
        [b"x" * 300],
    ],
)
def test_what_git_would_not_check_out_is_not_taken_over(
    review: Clone, run: Run, names: list[bytes], merges: str
) -> None:
    """One line names the file; HEAD, index and files stay, and nothing is written where git finds programs."""
    bare = bare_of(review)
    _pushed(clone_of(bare, "other"), bare, names)
    if merges:
        review.commit_file("policy/records.md", review.read("policy/records.md") + "\nMore.\n", "More", OFFICER)
    with unchanged(review, but="refs"):
        assert "never made here" in refused(run, review, "sync")
    assert not (review.path / ".git" / "hooks" / "post-commit").exists()
    assert not (review.path / "policy2").exists()


@pytest.mark.parametrize("place", ["reviews", "reviews/threads", "reviews/policies"])
@pytest.mark.parametrize(("how", "what"), [("pack", "link"), ("pack", "file"), ("sync", "link")])
def test_a_record_that_is_no_folder_is_not_taken(review: Clone, run: Run, place: str, how: str, what: str) -> None:
    """A link or a file where a folder of the record lies is refused with a sentence, and nothing is changed."""
    remark(run, review, "comment", "records", "--whole", "-m", "Why?")
    other = clone_of(bare_of(review), "other")
    other.git("rm", "-rq", "--cached", "--ignore-unmatch", place)
    shutil.rmtree(other.path / place, ignore_errors=True)
    if what == "link":
        (other.path / place).symlink_to("policy")
    else:
        (other.path / place).write_text("words", "utf-8")
    other.commit("Put something else there", NORTHVALE)
    pack = review.path.parent / "evil.bundle"
    other.git("bundle", "create", "-q", str(pack), "HEAD", "main")
    other.git("push", "-q", "origin", "main")
    before = picture(review)["files"], review.git("rev-parse", "HEAD")
    told = refused(run, review, *(["unpack", str(pack)] if how == "pack" else ["sync"]))
    assert f"puts a {what} where a folder of the record lies ('{place}')" in told
    assert (picture(review)["files"], review.git("rev-parse", "HEAD")) == before
