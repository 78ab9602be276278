"""A clone remembers founder, authors and keys to warn of a change; what counts does not depend on it."""

from tests.acting import ask
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of, synced

SETTINGS = "reviews/settings.toml"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBvtC2Wk7i7Y3kM3oZr1uW1yq7o0nq3m1u7lZkq0q3pA"


def test_a_change_of_authors_and_keys_is_told_until_it_is_known(review: Clone, run: Run) -> None:
    """By sync at once, then by status; not to whoever made it, and not to a clone that knows nothing else."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    synced(run, other, who=NORTHVALE)
    text = review.read(SETTINGS).replace("authors = [", f'authors = ["{NORTHVALE[0]} <{NORTHVALE[1]}>", ')
    review.commit_file(
        SETTINGS, f'{text}\n[[signers]]\naddress = "{OFFICER[1]}"\nkey = "{KEY}"\n', "Change who may do what"
    )
    review.git("push", "-q")
    notes = " ".join(synced(run, other, who=NORTHVALE)["notes"])
    assert f"{NORTHVALE[1]} is an author now" in notes
    assert "SHA256:" in notes
    assert "did not know" in run(other, "status", who=NORTHVALE)[1]
    assert len(ask(run, other, "signer", "list")["changed"]) == 2
    assert ask(run, other, "verify")["ok"]
    assert ask(run, other, "signer", "list", "--known")["changed"] == []
    assert "did not know" not in run(other, "status")[1]
    fresh = clone_of(bare, "fresh")
    assert ask(run, fresh, "signer", "list")["changed"] == []
    assert run(fresh, "threads", "--json")[1] == run(other, "threads", "--json")[1]


def test_reading_takes_no_note(review: Clone, run: Run) -> None:
    """Only what writes remembers, and a memory that somebody planted counts for nothing."""
    fresh = Clone(review.path.parent / "fresh")
    review.git("clone", "-q", str(review.path), str(fresh.path))
    run(fresh, "status")
    memory = fresh.path / ".git" / "reviewtui" / "trusted"
    assert not memory.exists()
    run(fresh, "comment", "-m", "A word.", who=NORTHVALE)
    assert memory.exists()
    memory.write_bytes(b"x" * 32 + b'{"founder": "0", "authors": [], "keys": []}')
    assert ask(run, fresh, "signer", "list")["changed"] == []
