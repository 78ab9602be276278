"""What others had is merged and given at once; HEAD, the index and the files follow, and nothing is lost between."""

import subprocess
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.remote.transport import Connection
from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced

Pair = tuple[Clone, Clone]


@pytest.fixture
def pair(review: Clone, run: Run) -> Pair:
    """The officer's clone with a remark, and a reviewer's who has shared another: to be merged."""
    other = clone_of(bare_of(review), "other")
    remark(run, other, "comment", "-m", "Theirs.")
    synced(run, other, who=NORTHVALE)
    remark(run, review, "comment", "-m", "Ours.")
    return review, other


def _before_giving(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> list[int]:
    """Do something between the merge and each giving; return what counts the givings."""
    give, calls = Connection.give, [0]

    def late(connection: Connection, refspecs: Any) -> Any:
        calls[0] += 1
        act()
        return give(connection, refspecs)

    monkeypatch.setattr(Connection, "give", late)
    return calls


def test_head_follows_what_was_given(pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the merge is given HEAD is as before, so that nothing but the merge lies between getting and giving."""
    review, other = pair
    head = review.git("rev-parse", "HEAD")
    heads: list[str] = []
    _before_giving(monkeypatch, lambda: heads.append(review.git("rev-parse", "HEAD")))
    told = synced(run, review)
    assert (heads, told["merged"]) == ([head], True)
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main") != head
    assert review.git("status", "--porcelain") == ""
    synced(run, other)
    assert bodies(run, review) == bodies(run, other) == {"Ours.", "Theirs."}


def test_each_sync_makes_one_merge_however_often_it_tries(
    pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who was slower twice merges once in the end: the tries before leave no commit in the history."""
    review, other = pair
    left = ["one", "two"]

    def race() -> None:
        if left:
            (other.path / f"{left.pop()}.txt").write_text("x\n")
            other.commit("Another")
            other.git("push", "-q")

    calls = _before_giving(monkeypatch, race)
    told = synced(run, review)
    assert (calls[0], told["tries"]) == (3, 3)
    assert len(review.git("rev-list", "--merges", "HEAD").split()) == 1
    assert (review.path / "one.txt").read_text() == "x\n"
    assert review.git("status", "--porcelain") == ""


def test_another_try_asks_little_of_git(pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was slower gets what is new, merges and gives: four children a try, and no configuration read again."""
    review, other = pair
    counts: list[Counter[str]] = []

    def race() -> None:
        counts.append(Counter(STARTED))
        if len(counts) < 3:
            (other.path / f"{len(counts)}.txt").write_text("x\n")
            other.commit("Another")
            other.git("push", "-q")

    _before_giving(monkeypatch, race)
    before = STARTED["config"]
    assert synced(run, review)["tries"] == 3
    again = counts[2] - counts[1]
    assert again == Counter(("push", "fetch", "unpack-objects", "ls-files"))
    assert STARTED["config"] - before == 1


def test_remarking_and_sharing_start_few_children(pair: Pair, run: Run) -> None:
    """A comment, a submit, and a sync that merges and is not overtaken, with git's reader of objects each time."""
    review, _ = pair
    for words, most in ((("comment", "records", "--whole", "-m", "More."), 5), (("submit",), 10), (("sync",), 17)):
        before = STARTED.total()
        ask(run, review, *words)
        assert STARTED.total() - before <= most, words


def test_the_configuration_is_asked_for_once(pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for whom only the configuration names, though a sync asks several times who that is."""
    review, _ = pair
    review.git("config", "user.name", OFFICER[0])
    review.git("config", "user.email", OFFICER[1])
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    before = STARTED["config"]
    assert synced(run, review, who=("", ""))["merged"]
    assert STARTED["config"] - before == 1


def test_what_is_submitted_while_ours_is_given_stays(pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program commits in this clone meanwhile: it is merged into that and shared by the next sync."""
    review, other = pair
    _before_giving(monkeypatch, lambda: review.git("commit", "-q", "--allow-empty", "-m", "Meanwhile"))
    told = synced(run, review)
    assert told["merged"]
    assert bodies(run, review) == {"Ours.", "Theirs."}
    assert "Meanwhile" in review.git("log", "--format=%s")
    monkeypatch.undo()
    synced(run, review)
    synced(run, other)
    assert "Meanwhile" in other.git("log", "--format=%s")


def test_what_is_in_the_way_is_found_before_anything_is_given(
    pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit that is not committed and does not fit: exit 3, and the other side has nothing new either."""
    review, other = pair
    other.commit_file("policy/index.md", other.read("policy/index.md") + "\nTheirs at the end.\n", "End")
    other.git("push", "-q")
    there = other.git("rev-parse", "HEAD")
    review.write("policy/index.md", review.read("policy/index.md") + "\nMine at the end.\n")
    calls = _before_giving(monkeypatch, lambda: None)
    assert "Nothing was changed" in refused(run, review, "sync", code=3)
    assert calls == [0]
    assert review.git("ls-remote", "origin", "refs/heads/main").split()[0] == there


def test_what_gets_in_the_way_while_ours_is_given_is_told(
    pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says that they have ours and that theirs waits; nothing here is lost, and the next sync goes on."""
    review, other = pair
    other.commit_file("policy/index.md", other.read("policy/index.md") + "\nTheirs at the end.\n", "End")
    other.git("push", "-q")
    mine = review.read("policy/index.md") + "\nMine at the end.\n"
    _before_giving(monkeypatch, lambda: review.write("policy/index.md", mine))
    code, _, err = run(review, "sync", who=OFFICER)
    assert code == 3
    assert "has taken what you did" in err
    assert "Nothing was changed here" in err
    assert review.read("policy/index.md") == mine
    monkeypatch.undo()
    review.git("checkout", "-q", "--", "policy/index.md")
    synced(run, review)
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main")
    assert ask(run, review, "verify")["ok"]


def test_a_line_that_breaks_while_giving_leaves_theirs_here(
    pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they had was there already and stays; what we did is shared by the next sync."""
    review, _ = pair
    bare = review.path.parent / "shared.git"
    away = bare.with_name("away.git")
    _before_giving(monkeypatch, lambda: subprocess.run(["mv", str(bare), str(away)], check=True))
    assert run(review, "sync", who=OFFICER)[0] == 4
    assert bodies(run, review) == {"Ours.", "Theirs."}
    monkeypatch.undo()
    away.rename(bare)
    synced(run, review)
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "origin/main")
