"""Under signatures = "required" who may do what is changed by signed commits of authors alone, once one was."""

import subprocess
from pathlib import Path

import pytest

from tests.acting import ask, refused, remark, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.signing import asking_for_signatures, key_at, needs_ssh, public, signers

pytestmark = needs_ssh
SETTINGS = "reviews/settings.toml"


@pytest.fixture
def strict(review: Clone, run: Run, tmp_path: Path) -> tuple[Clone, Path, Path]:
    """A review that asks for signatures, the author's key in it by a signed change, and a partner's key beside it."""
    mine, theirs = key_at(tmp_path / "officer"), key_at(tmp_path / "partner")
    review.git("config", "user.signingkey", str(mine))
    text = asking_for_signatures(review.read(SETTINGS))
    review.commit_file(SETTINGS, text + signers(mine, OFFICER), "Ask for signatures")
    ask(run, review, "signer", "add", NORTHVALE[1], str(theirs.with_suffix(".pub")))
    return review, mine, theirs


def plant(clone: Clone, key: Path) -> str:
    """Put a key into the settings under the author's address, in a commit with the author's name."""
    return clone.commit_file(SETTINGS, clone.read(SETTINGS) + signers(key, OFFICER), "Tidy the settings", OFFICER)


def test_signer_add_signs_its_commit_and_shows_the_fingerprint(strict: tuple[Clone, Path, Path], run: Run) -> None:
    """Git itself finds the commit signed; a key is added once, for one person, and only by authors."""
    review, _, theirs = strict
    assert "gpgsig -----BEGIN SSH SIGNATURE-----" in review.git("cat-file", "commit", "HEAD")
    shown = subprocess.run(["ssh-keygen", "-l", "-f", f"{theirs}.pub"], check=True, capture_output=True, text=True)
    assert shown.stdout.split()[1] in review.git("log", "-1", "--format=%B")
    assert "already" in ask_text(run, review, "signer", "add", NORTHVALE[1], public(theirs))
    assert "one person only" in refused(run, review, "signer", "add", SOUTHMERE[1], public(theirs))
    assert "Only an author" in refused(run, review, "signer", "add", SOUTHMERE[1], public(theirs), who=NORTHVALE)
    assert "no public SSH key" in refused(run, review, "signer", "add", SOUTHMERE[1], "ssh-rsa x y\nz")


def ask_text(run: Run, clone: Clone, *words: str) -> str:
    """Run a command and return what it printed."""
    code, out, err = run(clone, *words)
    assert code == 0, err
    return out


@pytest.mark.parametrize("back", [0, 1, 2, 3])
def test_a_key_planted_under_the_authors_address_counts_for_nothing(
    strict: tuple[Clone, Path, Path], run: Run, back: int
) -> None:
    """On top or on an older commit, merged in: the decision signed with it is refused, and `verify` says why."""
    review, mine, theirs = strict
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    if back:
        review.git("switch", "-q", "-c", "evil", f"HEAD~{back}")
        review.git("config", "user.signingkey", str(theirs))
        plant(review, theirs)
        review.git("merge", "-q", "--no-edit", "-X", "theirs", "main", who=OFFICER)
        review.git("switch", "-q", "main")
        review.git("merge", "-q", "--no-edit", "evil", who=OFFICER)
    plant(review, theirs)
    review.git("config", "user.signingkey", str(theirs))
    assert run(review, "decline", thread, "-m", "No.")[0] == 2
    assert thread_of(run, review, thread)["state"] == "open"
    assert "settings" in {row["what"] for row in ask(run, review, "verify", code=1)["findings"]}
    review.git("config", "user.signingkey", str(mine))
    review.git("checkout", "-q", "main~1", "--", SETTINGS)


def test_asking_for_signatures_in_a_signed_commit_is_enough(review: Clone, run: Run, tmp_path: Path) -> None:
    """The key first, then the settings that ask, signed with it: a planted key counts for nothing from then on."""
    mine, theirs = key_at(tmp_path / "officer"), key_at(tmp_path / "partner")
    review.git("config", "user.signingkey", str(mine))
    ask(run, review, "signer", "add", OFFICER[1], public(mine))
    review.write(SETTINGS, asking_for_signatures(review.read(SETTINGS)))
    review.git("-c", "gpg.format=ssh", "commit", "-q", "-S", "-a", "-m", "Ask for signatures")
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    plant(review, theirs)
    review.git("config", "user.signingkey", str(theirs))
    assert run(review, "decline", thread, "-m", "No.")[0] == 2
    assert "settings" in {row["what"] for row in ask(run, review, "verify", code=1)["findings"]}


@pytest.mark.parametrize("back", [1, 2])
@pytest.mark.parametrize("taken", ["ours", "theirs"])
def test_many_changes_of_a_title_take_no_signature_out_of_force(
    strict: tuple[Clone, Path, Path], run: Run, back: int, taken: str
) -> None:
    """Made in the author's name on a branch that did not know of it, and merged: the signed change stays in force."""
    review, _, theirs = strict
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    review.git("switch", "-q", "-c", "evil", f"HEAD~{back + 1}")
    for number in range(4):
        review.commit_edit(SETTINGS, 'target = "', f'target = "{number + 2}', "Aim further")
    review.git("merge", "-q", "--no-edit", "-s", "ours", "main")
    if taken == "theirs":
        review.git("checkout", "-q", "main", "--", SETTINGS)
        review.git("commit", "-q", "--amend", "--no-edit")
    review.git("checkout", "-q", "main", "--", "reviews/threads")
    review.git("commit", "-q", "--amend", "--no-edit")
    review.git("config", "--unset", "user.signingkey")
    known = ask(run, review, "signer", "list")["signers"]
    assert {row["address"] for row in known} >= {OFFICER[1], NORTHVALE[1]}, known
    assert run(review, "decline", thread, "-m", "No.")[0] == 2
    path = plant(review, theirs)
    review.git("config", "user.signingkey", str(theirs))
    assert run(review, "decline", thread, "-m", "No.")[0] == 2
    assert thread_of(run, review, thread)["state"] == "open", path


def test_other_keys_of_the_settings_need_no_signature(strict: tuple[Clone, Path, Path], run: Run) -> None:
    """A title or an order of sections gives nobody a say."""
    review, _, _ = strict
    review.commit_edit(SETTINGS, 'target = "1.0"', 'target = "2.0"', "Aim further")
    assert ask(run, review, "ready", code=1)["target"] == "2.0"
    assert ask(run, review, "verify")["ok"]


def test_a_partner_cannot_sign_a_change(strict: tuple[Clone, Path, Path], run: Run) -> None:
    """The commit has the author's name and a true signature, by a key that is no author's."""
    review, _, theirs = strict
    review.git("config", "gpg.format", "ssh")
    review.git("config", "user.signingkey", str(theirs))
    text = review.read(SETTINGS).replace("authors = [", f'authors = ["{NORTHVALE[0]} <{NORTHVALE[1]}>", ')
    review.write(SETTINGS, text)
    review.git("commit", "-qaS", "-m", "Welcome")
    reasons = [row["reason"] for row in ask(run, review, "verify", code=1)["findings"] if row["what"] == "settings"]
    assert any("not signed with a key of an author" in reason for reason in reasons)


def test_an_author_signs_with_git_itself(strict: tuple[Clone, Path, Path], run: Run) -> None:
    """`git commit -S` with an SSH key is as good as our command."""
    review, mine, _ = strict
    review.git("config", "gpg.format", "ssh")
    review.git("config", "user.signingkey", str(mine))
    text = review.read(SETTINGS).replace("authors = [", f'authors = ["{SOUTHMERE[0]} <{SOUTHMERE[1]}>", ')
    review.write(SETTINGS, text)
    review.git("commit", "-qaS", "-m", "Welcome")
    assert ask(run, review, "verify")["ok"]
    assert ask(run, review, "status", who=SOUTHMERE)["author"]


def test_a_removed_key_is_late_on_branches_that_did_not_know(strict: tuple[Clone, Path, Path], run: Run) -> None:
    """The partner's sign-off made beside the removal has no effect until it is confirmed."""
    review, mine, theirs = strict
    review.git("branch", "side")
    ask(run, review, "signer", "remove", NORTHVALE[1])
    review.git("switch", "-q", "side")
    review.git("config", "user.signingkey", str(theirs))
    submitted(run, review, "signoff", "support", "-m", "Fine.", who=NORTHVALE)
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "--no-edit", "side")
    (row,) = ask(run, review, "status")["without_effect"]
    assert (row["type"], row["cause"]) == ("signoff", "late-by-revoked")
    review.git("config", "user.signingkey", str(mine))
    ask(run, review, "confirm", row["event"], "-m", "Her key was only replaced.")
    assert ask(run, review, "status")["without_effect"] == []
