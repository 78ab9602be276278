"""Whose key the settings hold signs what they make, where that asks for nothing; so a squash loses nobody's word."""

from pathlib import Path

import pytest

from tests.acting import ask, refused, remark, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.signing import asking_for_signatures, key_at, needs_ssh, signers

pytestmark = needs_ssh
FORGE = ("Forge", "noreply@forge.example")


def key_for(clone: Clone, folder: Path, *people: tuple[str, str], passphrase: str = "", required: bool = False) -> Path:
    """Make a key, give it to people in the settings, and let this clone sign with it."""
    path = key_at(folder / f"key-{people[0][1]}", passphrase)
    text = clone.read("reviews/settings.toml")
    text = asking_for_signatures(text) if required else text
    clone.commit_file("reviews/settings.toml", text + signers(path, *people), "Name the key")
    clone.git("config", "user.signingkey", str(path))
    return path


def squashed(clone: Clone, base: str, who: tuple[str, str]) -> None:
    """Let one commit by `who` stand in the place of all since `base`, as a forge's squash does."""
    clone.git("reset", "-q", "--soft", base)
    clone.git("commit", "-q", "-m", "Squash", who=who)


def test_a_remark_is_signed_where_its_maker_has_a_key(review: Clone, run: Run, tmp_path: Path) -> None:
    """Comments, replies and the rest name their thread and count as verified; who has no key signs nothing."""
    key_for(review, tmp_path, NORTHVALE)
    thread = remark(run, review, "comment", "-m", "We object.")
    submitted(run, review, "reply", thread, "-m", "Still.", who=NORTHVALE)
    found = thread_of(run, review, thread)
    assert [event["identity"] for event in found["events"]] == ["verified", "verified"]
    other = remark(run, review, "comment", "-m", "Fine.", who=SOUTHMERE)
    assert thread_of(run, review, other)["identity"] == "committed"


@pytest.mark.parametrize("who", [FORGE, OFFICER, SOUTHMERE])
def test_a_signed_remark_survives_every_squash(review: Clone, run: Run, tmp_path: Path, who: tuple[str, str]) -> None:
    """By the forge, the author or another partner: it is open, verified, not called carried, and the gate is whole."""
    key_for(review, tmp_path, NORTHVALE)
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    squashed(review, base, who)
    found = thread_of(run, review, thread)
    assert (found["state"], found["identity"], found["flags"]) == ("open", "verified", [])
    assert ask(run, review, "verify")["ok"]


def test_unsigned_words_are_carried_and_positions_are_not(review: Clone, run: Run) -> None:
    """The author's squash carries the remark, names what it could not carry, and the writer's own commit heals it."""
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    submitted(run, review, "signoff", "objection", "-m", "Name an owner.", who=NORTHVALE)
    own = review.git("rev-parse", "HEAD")
    squashed(review, base, OFFICER)
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"], found["carried_by"]) == (
        "open",
        ["carried"],
        f"{OFFICER[0]} <{OFFICER[1]}>",
    )
    assert "carried by Policy Officer" in run(review, "show", thread)[1]
    (row,) = ask(run, review, "status")["without_effect"]
    assert row["type"] == "signoff"
    review.git("merge", "-q", "--no-edit", own)
    assert thread_of(run, review, thread)["flags"] == []
    assert ask(run, review, "status")["without_effect"] == []


def test_a_forge_carries_once_the_settings_name_it(review: Clone, run: Run) -> None:
    """Before, its squash makes a remark refused and loud; afterwards one is carried."""
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "-m", "We object.")
    squashed(review, base, FORGE)
    assert thread_of(run, review, thread)["refusal"]
    text = review.read("reviews/settings.toml").replace("format = 1", f'format = 2\ncarriers = ["{FORGE[1]}"]')
    base = review.commit_file("reviews/settings.toml", text, "Name the forge")
    other = remark(run, review, "comment", "-m", "Another.")
    squashed(review, base, FORGE)
    assert thread_of(run, review, other)["flags"] == ["carried"]
    assert thread_of(run, review, thread)["refusal"]


def test_a_signed_event_copied_into_another_thread_is_set_aside(review: Clone, run: Run, tmp_path: Path) -> None:
    """A withdrawal of one remark, replayed about another by whoever may push, withdraws nothing."""
    key_for(review, tmp_path, NORTHVALE)
    first = remark(run, review, "comment", "-m", "First.")
    second = remark(run, review, "comment", "-m", "Second.")
    made = submitted(run, review, "withdraw", first, who=NORTHVALE)
    review.commit_file(
        made["path"].replace(f"{first[-2:]}/{first}", f"{second[-2:]}/{second}"),
        review.read(made["path"]),
        "Replay",
        who=SOUTHMERE,
    )
    assert thread_of(run, review, first)["state"] == "withdrawn"
    assert thread_of(run, review, second)["state"] == "open"
    whats = {finding["what"]: finding["reason"] for finding in ask(run, review, "verify", code=1)["findings"]}
    assert "another thread" in whats["unreadable"]


def test_a_key_with_a_passphrase_asks_for_nothing_and_is_told_once(review: Clone, run: Run, tmp_path: Path) -> None:
    """The remark is saved unsigned; the sentence comes with the first one alone."""
    key_for(review, tmp_path, NORTHVALE, passphrase="secret words")  # noqa: S106 - a made-up one
    code, _, err = run(review, "comment", "-m", "One.", who=NORTHVALE)
    assert code == 0
    assert "told once" in err
    code, _, err = run(review, "comment", "-m", "Two.", who=NORTHVALE)
    assert (code, err) == (0, "")


def test_another_persons_key_signs_nothing_for_me(review: Clone, run: Run, tmp_path: Path) -> None:
    """A key that the settings do not give to me is not used; where a signature is asked for, that is said."""
    key_for(review, tmp_path, SOUTHMERE)
    key_for(review, tmp_path, NORTHVALE, required=True)
    thread = remark(run, review, "comment", "-m", "Mine.", who=SOUTHMERE)
    assert thread_of(run, review, thread)["identity"] == "committed"
    assert "not among the [[signers]]" in refused(run, review, "signoff", "support", who=SOUTHMERE)
