"""Who has just begun lets others go first while they share, and who has waited does not wait again."""

import time
from types import SimpleNamespace

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.workspace.sharing import pauses
from tests.conftest import Clone, Run
from tests.sharing import bare_of, clone_of, synced


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, in seconds, without waiting."""
    made: list[float] = []
    monkeypatch.setattr(pauses, "time", SimpleNamespace(time=time.time, sleep=made.append))
    return made


def test_pauses_become_shorter_and_end(waited: list[float]) -> None:
    """Of tries that took two seconds each, and never more than the longest."""
    assert [pauses.pause_after(tries, 2.0 * tries) for tries in (1, 2, 3, 9)] == waited
    assert 2.0 <= waited[0] <= 4.0
    assert 1.0 <= waited[1] <= 2.0
    assert waited[2:] == [0.0, 0.0]
    assert pauses.pause_after(1, 600.0) <= 5.0


def test_only_what_was_made_just_now_is_waited_for(policy: Clone, waited: list[float]) -> None:
    """A commit of this moment, never one of yesterday or of a clock that is ahead."""
    repository = open_repository(policy.path)
    now = int(time.time())
    tree = policy.git("rev-parse", "HEAD^{tree}")
    made = []
    for date in (now, now - 86_400, now + 3_600):
        who = f"A <a@council.example> {date} +0000"
        raw = policy.path / ".git" / "raw"
        raw.write_text(f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx\n")
        made.append(policy.git("hash-object", "-t", "commit", "-w", str(raw)))
    lengths = [pauses.pause_before(repository, commit, 0.1) for commit in made]
    assert 0.3 <= lengths[0] <= 0.6
    assert lengths[1:] == [0.0, 0.0]
    assert pauses.pause_before(repository, made[0], 60.0) <= 1.0
    assert len(waited) == 2


def test_who_has_nothing_to_give_waits_for_nobody(review: Clone, run: Run, waited: list[float]) -> None:
    """Only who would push right after others lets them go first, and then takes what they gave meanwhile."""
    other = clone_of(bare_of(review), "other")
    synced(run, review)
    other.commit_file("theirs.txt", "one\n", "Theirs")
    other.git("push", "-q")
    synced(run, review)
    assert waited == []
    other.commit_file("theirs.txt", "two\n", "Theirs again")
    other.git("push", "-q")
    review.commit_file("ours.txt", "x\n", "Ours")
    assert synced(run, review)["merged"]
    assert len(waited) == 1
