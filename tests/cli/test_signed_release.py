"""A release tag is signed where git is set up to sign tags."""

from pathlib import Path

import pytest

from tests.acting import refused
from tests.conftest import OFFICER, Clone, Run
from tests.signing import key_at, needs_ssh, public


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A private SSH key, its public half beside it."""
    return key_at(tmp_path / "id")


def release(run: Run, review: Clone) -> str:
    """Release 1.0 and return what was said."""
    code, out, err = run(review, "release", "1.0", "--override", "The council asked for it.")
    assert code == 0, err
    return f"{out}{err}"


@needs_ssh
def test_it_is_signed_with_ones_own_ssh_key(review: Clone, run: Run, key: Path, tmp_path: Path) -> None:
    """Git itself verifies the tag, and names whoever released."""
    review.git("config", "--global", "tag.gpgSign", "true")
    review.git("config", "--global", "gpg.format", "ssh")
    review.git("config", "--global", "user.signingKey", str(key))
    assert "not signed" not in release(run, review)
    allowed = tmp_path / "allowed"
    allowed.write_text(f"{OFFICER[1]} {public(key)}", "utf-8")
    said = review.git("-c", f"gpg.ssh.allowedSignersFile={allowed}", "verify-tag", "--raw", "1.0", check=False)
    review.git("-c", f"gpg.ssh.allowedSignersFile={allowed}", "verify-tag", "1.0")
    assert "No principal" not in said
    assert "BEGIN SSH SIGNATURE" in review.git("cat-file", "tag", "1.0")


@needs_ssh
def test_the_clone_does_not_name_the_key(review: Clone, run: Run, key: Path) -> None:
    """A key that only the clone's configuration names is not used, and the tag is there without a signature."""
    for name, value in (("tag.gpgSign", "true"), ("gpg.format", "ssh"), ("user.signingKey", str(key))):
        review.git("config", name, value)
    assert "The tag is not signed" in release(run, review)
    assert "SIGNATURE" not in review.git("cat-file", "tag", "1.0")


def test_other_kinds_of_keys_are_said_not_to_sign(review: Clone, run: Run) -> None:
    """Where git would sign with OpenPGP, the tag is annotated, and the answer says that it is not signed and why."""
    review.git("config", "--global", "tag.gpgSign", "true")
    assert "only SSH keys sign here" in release(run, review)
    assert review.git("cat-file", "-t", "1.0").strip() == "tag"


@needs_ssh
def test_a_key_that_cannot_sign_stops_the_release(review: Clone, run: Run) -> None:
    """With a key that is not there nothing is committed and nothing tagged."""
    review.git("config", "--global", "tag.gpgSign", "true")
    review.git("config", "--global", "gpg.format", "ssh")
    review.git("config", "--global", "user.signingKey", "/nowhere/id")
    head = review.git("rev-parse", "HEAD")
    assert "cannot sign" in refused(run, review, "release", "1.0", "--override", "The council asked for it.")
    assert (review.git("rev-parse", "HEAD"), review.git("tag")) == (head, "")
