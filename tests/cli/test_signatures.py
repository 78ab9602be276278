"""Sign-offs and decisions can be signed with an SSH key, and the settings can ask for it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acting import accepted, ask, refused, submitted, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.signing import asking_for_signatures, key_at, needs_ssh, signers

pytestmark = needs_ssh


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A private key for each of three people, its public half beside it."""
    folder = tmp_path_factory.mktemp("keys")
    made = {address: folder / str(number) for number, (_, address) in enumerate((OFFICER, NORTHVALE, SOUTHMERE))}
    for path in made.values():
        key_at(path)
    return made


def allow(clone: Clone, keys: dict[str, Path], *people: tuple[str, str], required: bool = False) -> None:
    """Name the keys of people in the settings, as an author."""
    text = clone.read("reviews/settings.toml")
    if required:
        text = asking_for_signatures(text)
    for name, address in people:
        text += signers(keys[address], (name, address))
    clone.commit_file("reviews/settings.toml", text, "Name the keys")


def use(clone: Clone, key: Path | str) -> None:
    """Sign with this key from now on."""
    clone.git("config", "user.signingkey", str(key))


def only_signoff(clone: Clone) -> str:
    """Return the path of the one sign-off that there is."""
    (path,) = clone.git("ls-files", "--cached", "--others", "reviews/signoffs").split()
    return path


def verdict(run: Run, clone: Clone, code: int = 0) -> dict[str, object]:
    """Return what `verify` says."""
    found: dict[str, object] = ask(run, clone, "verify", code=code)
    return found


def test_a_signed_sign_off_is_verified(review: Clone, run: Run, keys: dict[str, Path]) -> None:
    """With a key of the settings it counts as verified; the signature is the last table and covers all before it."""
    allow(review, keys, NORTHVALE)
    use(review, keys[NORTHVALE[1]])
    submitted(run, review, "signoff", "support", "--sign", "-m", "[signature]\nwe say", who=NORTHVALE)
    content = review.read(only_signoff(review))
    covered, table, armour = content.rpartition("[signature]\n")
    assert table
    (review.path / "covered").write_text(covered, "utf-8")
    (review.path / "sig").write_text(armour.split('"""')[1].lstrip("\n"), "utf-8")
    check = ["ssh-keygen", "-Y", "check-novalidate", "-n", "reviewtui-event@v1", "-s", str(review.path / "sig")]
    assert subprocess.run(check, input=covered.encode("utf-8"), check=False, capture_output=True).returncode == 0
    found = verdict(run, review)
    assert found["ok"]
    assert found["identities"] == {
        "claimed": 0,
        "committed": 0,
        "verified": 1,
        "carried": 0,
        "contradicted": 0,
        "unchecked": 0,
    }
    assert "1 signed" in run(review, "verify")[1]


def test_a_changed_word_breaks_the_signature(review: Clone, run: Run, keys: dict[str, Path]) -> None:
    """A signed file whose words were changed before it was committed has no effect, whatever the settings ask."""
    allow(review, keys, NORTHVALE)
    use(review, keys[NORTHVALE[1]].with_suffix(".pub"))
    ask(run, review, "signoff", "objection", "--sign", "-m", "Name an owner.", who=NORTHVALE)
    path = only_signoff(review)
    review.write(path, review.read(path).replace('"objection"', '"support"'))
    ask(run, review, "submit", who=NORTHVALE)
    rows = verdict(run, review, code=1)["findings"]
    assert ["does not fit" in row["reason"] for row in rows] == [True]  # type: ignore[attr-defined]
    assert "Northvale Council has not signed off" in run(review, "ready")[1]


def test_another_key_is_told_and_counts_as_unsigned(review: Clone, run: Run, keys: dict[str, Path]) -> None:
    """Where signatures are optional, a key that is not this person's proves nothing and does no harm."""
    allow(review, keys, SOUTHMERE)
    use(review, keys[SOUTHMERE[1]])
    submitted(run, review, "signoff", "support", "--sign", who=NORTHVALE)
    found = verdict(run, review)
    assert found["ok"]
    assert [(row["what"], row["settled"]) for row in found["findings"]] == [("signature", True)]  # type: ignore[attr-defined]
    assert found["identities"]["verified"] == 0  # type: ignore[index]
    assert "Northvale Council has not signed off" not in run(review, "ready")[1]


def test_signatures_can_be_required(review: Clone, run: Run, keys: dict[str, Path]) -> None:
    """Sign-offs and decisions are then signed by themselves, and refused with a sentence where that cannot be."""
    thread = suggestion(run, review, "must think", "think twice")
    allow(review, keys, OFFICER, NORTHVALE, required=True)
    assert "user.signingkey" in refused(run, review, "signoff", "support", who=NORTHVALE)
    use(review, keys[SOUTHMERE[1]])
    assert "[[signers]]" in refused(run, review, "signoff", "support", who=NORTHVALE)
    assert "[[signers]]" in refused(run, review, "accept", thread)
    use(review, keys[NORTHVALE[1]])
    submitted(run, review, "signoff", "support", who=NORTHVALE)
    use(review, keys[OFFICER[1]])
    ask(run, review, "accept", thread)
    found = thread_of(run, review, thread)
    assert found["state"] == "accepted"
    assert [(e["identity"], e["signature"]) for e in found["events"]] == [("committed", "none"), ("verified", "valid")]
    assert "signed" in run(review, "show", thread)[1]
    assert "Northvale Council has not" not in run(review, "ready")[1]
    assert verdict(run, review)["ok"]


def test_an_unsigned_decision_has_no_effect_where_signatures_are_required(
    review: Clone, run: Run, keys: dict[str, Path]
) -> None:
    """Whoever can commit in the author's name still cannot decide without the author's key."""
    thread = accepted(run, review, "must think", "think twice")
    decision = next(p for p in review.git("show", "--name-only", "--format=", "HEAD").split() if "threads" in p)
    unsigned = review.read(decision)
    review.git("reset", "-q", "--hard", "HEAD~1")
    allow(review, keys, OFFICER, required=True)
    review.commit_file(decision, unsigned, "Accept it")
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"]) == ("open", ["refused"])
    assert "not signed" in found["events"][1]["refusal"]


def test_without_ssh_nothing_is_believed_or_lost(
    review: Clone, run: Run, keys: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A machine without ssh-keygen counts the event, says that it cannot check it, and refuses to sign."""
    allow(review, keys, NORTHVALE)
    use(review, keys[NORTHVALE[1]])
    submitted(run, review, "signoff", "support", "--sign", who=NORTHVALE)
    (review.path / ".git" / "reviewtui" / "signatures.msgpack").unlink(missing_ok=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").symlink_to(shutil.which("git") or "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert "cannot be checked" in str(verdict(run, review, code=1)["findings"])
    assert "Northvale Council has not signed off" not in run(review, "ready")[1]
    assert "ssh-keygen" in refused(run, review, "signoff", "support", "--sign", who=NORTHVALE, code=4)


@pytest.mark.parametrize("key", ["ssh-rsa", "ssh-ed25519 AAAA\nx", "nothing", "ssh-ed25519 A B\r"])
def test_a_key_that_is_none_is_refused(review: Clone, run: Run, key: str) -> None:
    """Settings with a key in another form are not understood; nothing is smuggled into the list of signers."""
    text = review.read("reviews/settings.toml")
    quoted = key.replace("\n", "\\n").replace("\r", "\\r")
    review.write("reviews/settings.toml", f'{text}\n[[signers]]\naddress = "a@b.example"\nkey = "{quoted}"\n')
    assert "signers" in run(review, "status")[2] + run(review, "status")[1]
