"""Commits are signed where git is set up to sign them with an SSH key."""

from pathlib import Path

import pytest

from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of, synced
from tests.signing import key_at, needs_ssh, public

pytestmark = needs_ssh


@pytest.fixture
def signing(review: Clone, tmp_path: Path) -> Clone:
    """The officer's clone on a machine where git signs commits, and checks them."""
    key = key_at(tmp_path / "id")
    allowed = tmp_path / "allowed"
    allowed.write_text("".join(f"{who[1]} {public(key)}\n" for who in (OFFICER, NORTHVALE)), "utf-8")
    rows = (("commit.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key)))
    for name, value in (*rows, ("gpg.ssh.allowedSignersFile", str(allowed))):
        review.git("config", "--global", name, value)
    return review


def test_every_commit_is_signed_and_git_verifies_it(signing: Clone, run: Run) -> None:
    """A submitted remark, a decision with its words, and the merge of a sync, whatever stands in their messages."""
    bare = bare_of(signing)
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "There.")
    synced(run, other, who=NORTHVALE)
    arguments = ("suggest", "principles", "--quote", "must think", "--replace", "think twice", "-m", "Clearer.\n\nYes.")
    thread = remark(run, signing, *arguments)
    ask(run, signing, "accept", thread)
    assert synced(run, signing)["merged"]
    commits = signing.git("rev-list", "HEAD", "--max-count=4").split()
    for commit in commits:
        signing.git("verify-commit", commit)
        assert signing.git("cat-file", "commit", commit).count("BEGIN SSH SIGNATURE") == 1
    signing.git("fsck", "--strict")
    assert ask(run, signing, "verify")["ok"]


def test_a_key_that_cannot_sign_stops_the_commit(signing: Clone, run: Run) -> None:
    """Nothing is committed, and what was written stays pending."""
    signing.git("config", "--global", "user.signingKey", "/nowhere/id")
    ask(run, signing, "comment", "-m", "First.")
    head = signing.git("rev-parse", "HEAD")
    assert "cannot sign" in refused(run, signing, "submit")
    assert signing.git("rev-parse", "HEAD") == head
    assert ask(run, signing, "status")["pending"] == 1


@pytest.mark.parametrize("setting", ["user.signingKey", "gpg.format"])
def test_the_clone_does_not_name_the_key(signing: Clone, run: Run, setting: str) -> None:
    """What only the clone's configuration names signs nothing; that is told once, with a way out."""
    value = signing.git("config", setting)
    signing.git("config", "--global", "--unset", setting)
    signing.git("config", setting, value)
    ask(run, signing, "comment", "-m", "First.")
    told = run(signing, "submit")[2]
    assert "not signed" in told
    assert "only this clone's configuration names" in told
    assert "git config --global" in told
    assert "SIGNATURE" not in signing.git("cat-file", "commit", "HEAD")
    ask(run, signing, "comment", "-m", "Second.")
    assert run(signing, "submit")[2] == ""


@pytest.mark.parametrize("way", ["sync", "unpack"])
def test_a_merge_that_is_not_signed_is_told(signing: Clone, run: Run, way: str) -> None:
    """Git signs with OpenPGP by itself, which is not done here: the first merge says so."""
    bare = bare_of(signing)
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "There.")
    pack = str(other.path / "theirs.reviewpack")
    ask(run, other, "pack", pack, who=NORTHVALE)
    synced(run, other, who=NORTHVALE)
    signing.git("commit", "-q", "--allow-empty", "-m", "Go on")
    signing.git("config", "--global", "gpg.format", "openpgp")
    notes = ask(run, signing, *(("sync",) if way == "sync" else ("unpack", pack)))["notes"]
    assert any("only SSH keys sign here" in note for note in notes)
